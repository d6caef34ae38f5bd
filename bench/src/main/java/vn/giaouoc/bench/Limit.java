package vn.giaouoc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import vn.giaouoc.bench.Load.Operation;
import vn.giaouoc.bench.Load.Rate;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/**
 * What the database itself can do: read the ten events of a random stream, insert one, commit; on a
 * table with the log's columns, indexes and rows. Once by PostgreSQL's own pgbench, once by hand on
 * JDBC.
 */
final class Limit implements AutoCloseable {

  private static final String COLUMNS =
      "event_identifier, aggregate_identifier, sequence_number, type, payload_type,"
          + " payload_revision, payload, meta_data, time_stamp";

  private static final String READ =
      "SELECT global_index, "
          + COLUMNS
          + " FROM "
          + Target.TWIN
          + " WHERE aggregate_identifier = %s AND sequence_number >= 0 ORDER BY sequence_number"
          + " LIMIT 100";

  private static final String PAYLOAD =
      "{\"unit\":\"bench.unit-placeholder\",\"alias\":\"Sở Y tế, cách viết 1234567890\"}";

  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
  private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

  private final Target target;
  private final String metaData;

  /** They stay open: what a server process has used is known only while it runs. */
  private final List<ByHand> connections = new ArrayList<>();

  Limit(Target target) throws SQLException {
    this.target = target;
    try (Connection connection = target.owner().getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT meta_data FROM " + Target.TWIN + " LIMIT 1");
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("The table of the limit is empty");
      }
      metaData = row.getString(1);
    }
  }

  /** Whether pgbench is there. */
  static boolean hasPgbench() {
    try {
      Process process =
          new ProcessBuilder("pgbench", "--version").redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** By pgbench, with prepared statements. */
  Rate pgbench(int clients, Duration duration) throws IOException, InterruptedException {
    Path script = Files.createTempFile("giaouoc-limit", ".sql");
    try {
      Files.writeString(script, script());
      PGSimpleDataSource role = target.as(DatabaseSetup.COMMAND_ROLE);
      ProcessBuilder builder =
          new ProcessBuilder(
                  "pgbench",
                  "--no-vacuum",
                  "--protocol=prepared",
                  "--client=" + clients,
                  "--jobs=" + Math.min(clients, 2),
                  "--time=" + Math.max(1, duration.toSeconds()),
                  "--file=" + script,
                  "--host=" + role.getServerNames()[0],
                  "--port=" + role.getPortNumbers()[0],
                  "--username=" + DatabaseSetup.COMMAND_ROLE,
                  String.valueOf(role.getDatabaseName()))
              .redirectErrorStream(true);
      builder.environment().put("PGPASSWORD", target.password());
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("pgbench failed: " + said);
      }
      return new Rate(number(TPS, said), number(LATENCY, said) * 1000, Double.NaN);
    } finally {
      Files.delete(script);
    }
  }

  /**
   * Two clients may meet in a stream; pgbench would end at the first violated key. What of this is
   * not the same for the gateway is the look-up of the next number, which it has from the events it
   * read. No literal may have a colon before a letter or digit: pgbench would take it for a
   * variable.
   */
  private String script() {
    String stream = "'unit' || chr(58) || 'bench.unit-' || (:s)::text";
    return "\\set s random(1, "
        + target.streams()
        + ")\nBEGIN;\n"
        + READ.formatted(stream)
        + ";\nINSERT INTO "
        + Target.TWIN
        + " ("
        + COLUMNS
        + ") SELECT gen_random_uuid(), "
        + stream
        + ", 1 + max(sequence_number), 'unit', 'unit.AliasAdded', '1', '"
        + PAYLOAD
        + "', '"
        + metaData
        + "', now()::text FROM "
        + Target.TWIN
        + " WHERE aggregate_identifier = "
        + stream
        + " ON CONFLICT DO NOTHING;\nCOMMIT;\n";
  }

  private static double number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("pgbench said: " + text);
    }
    return Double.parseDouble(matcher.group(1));
  }

  /** By hand: prepared statements, a connection for each caller, no decoding. */
  Rate byHand(int callers, Duration duration) throws Exception {
    while (connections.size() < callers) {
      connections.add(new ByHand(target.as(DatabaseSetup.COMMAND_ROLE).getConnection()));
    }
    Iterator<ByHand> each = connections.iterator();
    return Load.run(callers, duration, each::next);
  }

  @Override
  public void close() throws SQLException {
    for (ByHand each : connections) {
      each.connection.close();
    }
  }

  private final class ByHand implements Operation {

    private final Connection connection;
    private final PreparedStatement read;
    private final PreparedStatement append;

    private ByHand(Connection connection) throws SQLException {
      this.connection = connection;
      connection.setAutoCommit(false);
      read = connection.prepareStatement(READ.formatted("?"));
      append =
          connection.prepareStatement(
              "INSERT INTO "
                  + Target.TWIN
                  + " ("
                  + COLUMNS
                  + ") VALUES (?, ?, ?, 'unit', 'unit.AliasAdded', '1', ?, ?, ?) ON CONFLICT DO"
                  + " NOTHING");
    }

    @Override
    public void run(Random random) throws SQLException {
      String stream = "unit:" + Target.slug(1 + random.nextInt(target.streams()));
      read.setString(1, stream);
      long last = -1;
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          last = rows.getLong("sequence_number");
          rows.getString("payload");
          rows.getString("meta_data");
        }
      }
      append.setString(1, UUID.randomUUID().toString());
      append.setString(2, stream);
      append.setLong(3, last + 1);
      append.setString(4, PAYLOAD);
      append.setString(5, metaData);
      append.setString(6, "2026-01-01T00:00:00.000000Z");
      append.executeUpdate();
      connection.commit();
    }
  }
}
