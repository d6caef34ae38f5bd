package vn.giaouoc.bench.decade;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.giaouoc.bench.decade.Nation.Body;
import vn.giaouoc.bench.decade.Nation.Place;

/**
 * What was recorded of a bloc, with gaps where its names stand: it can be told of any other bloc of
 * as many units. The names that stand in for those of units sort as the units of a place do, so
 * that whatever is sorted by name stays so.
 */
public final class Tape {

  /** What accounts of the first bloc begin with. */
  static final long ACCOUNTS = 0xa0000000L;

  private static final Pattern FILES = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final int FIRST_NUMBER = 0x100000;

  private final List<Row> province = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final List<String> files;
  private final Pattern names;

  private Tape(Place place, List<String> files) {
    this.files = files;
    values(place, files, "").forEach(name -> slots.put(name, slots.size()));
    names =
        Pattern.compile(
            slots.keySet().stream()
                // what another begins with comes after it
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
  }

  /**
   * An event.
   *
   * @param at when it was recorded
   */
  record Row(
      Instant at,
      long version,
      String type,
      String revision,
      Text stream,
      Text payload,
      Text meta) {}

  /** A text with gaps: pieces, and between any two of them the slot whose value stands there. */
  record Text(byte[][] pieces, int[] slots) {}

  /** A place that is nowhere: the one that a tape is lived in. */
  static Place nowhere(int number) {
    String province = "mau" + number;
    return new Place(
        FIRST_NUMBER + number,
        province,
        "TÊN TỈNH MẪU",
        province + ".khoi",
        "TÊN KHỐI MẪU",
        IntStream.range(0, Nation.UNITS)
            .mapToObj(
                unit ->
                    new Body(
                        "%s.don-vi-%02d".formatted(province, unit),
                        "TÊN ĐƠN VỊ %02d".formatted(unit)))
            .toList());
  }

  /** An event as it is stored. */
  record Stored(
      String stream,
      String version,
      String type,
      String revision,
      String payload,
      String meta,
      String at) {}

  /** What was recorded of a bloc and its units, in order. */
  static List<Stored> read(Connection connection, Place place) throws SQLException {
    return read(
        connection,
        Stream.concat(Stream.of(place.bloc()), place.units().stream().map(Body::slug))
            .map(slug -> slug.replace(".", "[.]"))
            .collect(Collectors.joining("|", ":(", ")([.]|$)")));
  }

  private static List<Stored> read(Connection connection, String streams) throws SQLException {
    try (PreparedStatement read =
        connection.prepareStatement(
            "SELECT aggregate_identifier, sequence_number, payload_type, payload_revision, payload,"
                + " meta_data, time_stamp FROM event_store.domain_event_entry WHERE"
                + " aggregate_identifier ~ ? ORDER BY global_index")) {
      read.setString(1, streams);
      List<Stored> events = new ArrayList<>();
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          events.add(
              new Stored(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7)));
        }
      }
      return events;
    }
  }

  /** Reads what was recorded of a place that is nowhere. */
  static Tape of(Connection connection, Place nowhere) throws SQLException {
    List<Stored> events = read(connection, nowhere);
    Tape tape = new Tape(nowhere, files(events));
    Map<String, Text> known = new HashMap<>();
    events.forEach(event -> tape.rows.add(tape.row(event, known)));
    read(connection, "^unit:" + nowhere.province() + "$")
        .forEach(event -> tape.province.add(tape.row(event, known)));
    return tape;
  }

  private Row row(Stored event, Map<String, Text> known) {
    return new Row(
        Instant.parse(event.at()),
        Long.parseLong(event.version()),
        event.type().intern(),
        event.revision().intern(),
        known.computeIfAbsent(event.stream(), this::text),
        text(event.payload()),
        known.computeIfAbsent(event.meta(), this::text));
  }

  /** What was recorded of the province itself, before all else; its blocs share it. */
  List<Row> province() {
    return province;
  }

  /** What was recorded of the bloc and its units, in order. */
  List<Row> rows() {
    return rows;
  }

  /** What stands in the gaps where it is told of a place. */
  byte[][] told(Place place) {
    return values(place, files, place.bloc()).stream()
        .map(value -> value.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }

  /** Files are not named after places, and are others in each. */
  private static List<String> values(Place place, List<String> files, String salt) {
    List<String> values = new ArrayList<>();
    values.add(place.bloc());
    place.units().forEach(unit -> values.add(unit.slug()));
    values.add(place.province());
    values.add(place.provinceName());
    values.add(place.name());
    place.units().forEach(unit -> values.add(unit.name()));
    values.add("%08x-0000".formatted(ACCOUNTS + place.number()));
    files.forEach(file -> values.add(salt.isEmpty() ? file : digest(file + salt)));
    return values;
  }

  /**
   * The files that are named, as against the digests of words: by what they are called in events.
   */
  private static List<String> files(List<Stored> events) {
    Pattern named =
        Pattern.compile("\"(?:file|minutes)\":\"(" + FILES.pattern().replace("\\b", "") + ")\"");
    return events.stream()
        .flatMap(event -> named.matcher(event.payload()).results())
        .map(found -> found.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  private Text text(String text) {
    List<byte[]> pieces = new ArrayList<>();
    List<Integer> gaps = new ArrayList<>();
    Matcher found = names.matcher(text);
    int from = 0;
    while (found.find()) {
      pieces.add(copied(text.substring(from, found.start())));
      gaps.add(slots.get(found.group()));
      from = found.end();
    }
    pieces.add(copied(text.substring(from)));
    return new Text(
        pieces.toArray(byte[][]::new), gaps.stream().mapToInt(Integer::intValue).toArray());
  }

  /** As {@code COPY} reads it. */
  private static byte[] copied(String text) {
    return text.replace("\\", "\\\\").getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
          .toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
