package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.query.QuerySide;
import vn.giaouoc.query.fold.Folder;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/**
 * A query side on a database of its own, to which only the beginning of another's log was brought:
 * it cannot know what came later.
 */
final class Cropped implements AutoCloseable {

  private static final List<String> BESIDE_THE_LOG = List.of("words", "person", "file", "contact");
  private static final String COLUMNS =
      "global_index, event_identifier, aggregate_identifier, sequence_number, type, payload_type,"
          + " payload_revision, payload, meta_data, time_stamp";

  private final TestDatabase whole;
  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private final Almanac.Hand hand = new Almanac.Hand();
  private final ConfigurableApplicationContext context;
  private long position;

  /** One that knows nothing yet of the log of a database, only what stands beside it. */
  Cropped(TestDatabase whole) {
    this.whole = whole;
    Flyway.configure()
        .dataSource(database.as(DatabaseSetup.COMMAND_ROLE))
        .schemas("command_side")
        .createSchemas(false)
        .locations("classpath:db/command")
        .load()
        .migrate();
    for (String table : BESIDE_THE_LOG) {
      copy("command_side." + table, "command_side." + table);
    }
    context =
        Almanac.start(
            database,
            Map.of(),
            beans -> Almanac.replace(beans, "queryClock", Clock.class, hand),
            QuerySide.class);
  }

  /** Brings the log up to a position of the whole one, as whose moment it is now here. */
  void upTo(long until) {
    JdbcClient all = JdbcClient.create(whole.owner());
    copy(
        """
        (SELECT %s FROM event_store.domain_event_entry WHERE global_index IN
         (SELECT global_index FROM read_model.journal WHERE position > %d AND position <= %d)
         ORDER BY global_index)\
        """
            .formatted(COLUMNS, position, until),
        "event_store.domain_event_entry (" + COLUMNS + ")");
    position = until;
    hand.moveTo(
        all.sql("SELECT recorded_at FROM read_model.journal WHERE position = ?")
            .param(until)
            .query(OffsetDateTime.class)
            .single()
            .toInstant());
    folded();
  }

  private void folded() {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (owner.sql("SELECT position FROM read_model.folded").query(Long.class).single()
        < position) {
      assertThat(System.nanoTime()).as("folded up to " + position).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** Delivers events a second time, as if a node had folded them and not come to note it. */
  void again(long after) {
    Folder folder = context.getBean(Folder.class);
    folder.stop();
    owner.sql("UPDATE read_model.folded SET position = ?").param(after).update();
    folder.start();
    folded();
  }

  /** What is read here now. */
  HttpResponse<String> read(String path) {
    return Api.send(HttpRequest.newBuilder(URI.create(Almanac.url(context) + path)).build());
  }

  /** All documents that are served here. */
  Map<String, String> documents() {
    return documents(owner);
  }

  /** All documents that are served from a database. */
  static Map<String, String> documents(JdbcClient owner) {
    Map<String, String> documents = new TreeMap<>();
    owner
        .sql(
            "SELECT d.fold || ' ' || key AS name, document FROM read_model.document d JOIN"
                + " read_model.fold f ON f.name = d.fold AND f.serving = d.generation")
        .query((row, number) -> documents.put(row.getString(1), row.getString(2)))
        .list();
    return documents;
  }

  private void copy(String from, String to) {
    try (Connection source = whole.owner().getConnection();
        Connection target = database.owner().getConnection()) {
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      copying(source).copyOut("COPY " + from + " TO STDOUT", rows);
      copying(target)
          .copyIn("COPY " + to + " FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CopyManager copying(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  @Override
  public void close() {
    context.close();
  }
}
