package vn.giaouoc.bench.decade;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import vn.giaouoc.bench.decade.Nation.Place;
import vn.giaouoc.bench.decade.Tape.Row;
import vn.giaouoc.bench.decade.Tape.Text;

/**
 * Writes the years of a nation into an empty log. A few blocs live their years through the real
 * command side, each act on its day; what was recorded of them is then told of all blocs, under
 * their own names and at their own hours, mixed as the calendar does. So every event is one that
 * the rules decided, and tens of thousands a second can be written; nothing is held but the few
 * years that were lived.
 */
public final class Decade {

  /** About how many events a bloc's year has. */
  public static final int EACH = 1_450;

  private static final int COMMIT_EVERY = 100_000;
  private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final int BUFFER = 1 << 18;

  private final List<Place> places;
  private final int years;
  private final long seed;
  private final int lived;

  /**
   * A nation.
   *
   * @param provinces how many provinces, at most {@link Nation#provinces()}
   * @param blocs how many blocs each of them has, at most {@link Nation#MOST_BLOCS}
   * @param years how many years, from {@value Lived#FIRST} on
   * @param lived how many different blocs are lived and told of the others
   * @param seed of what is decided by chance; the same seed gives the same decade
   */
  public Decade(int provinces, int blocs, int years, int lived, long seed) {
    this.places = Nation.blocs(provinces, blocs);
    this.years = years;
    this.lived = Math.min(lived, places.size());
    this.seed = seed;
  }

  /** One that has about so many events, ten years of each bloc. */
  public static Decade ofAbout(long events, long seed) {
    int blocs = (int) Math.max(1, events / (10L * EACH));
    int provinces = Math.min(Nation.provinces(), blocs);
    return new Decade(provinces, Math.max(1, Math.round((float) blocs / provinces)), 10, 4, seed);
  }

  /** The last year. */
  public int lastYear() {
    return Lived.FIRST + years - 1;
  }

  private static final class Cursor implements Comparable<Cursor> {
    private final Place place;
    private final List<Row> rows;
    private final byte[][] told;
    private final Duration later;
    private int next;
    private Instant at;

    private Cursor(Place place, Tape tape, Duration later) {
      this.place = place;
      this.rows = tape.rows();
      this.told = tape.told(place);
      this.later = later;
      at = rows.getFirst().at().plus(later);
    }

    private boolean advance() {
      next++;
      if (next == rows.size()) {
        return false;
      }
      at = rows.get(next).at().plus(later);
      return true;
    }

    @Override
    public int compareTo(Cursor other) {
      int order = at.compareTo(other.at);
      return order != 0 ? order : Integer.compare(place.number(), other.place.number());
    }
  }

  /**
   * Lives the years that are told of all.
   *
   * @param settings of a command side whose log the nation is not written into
   * @param log a connection to that log
   */
  public List<Tape> live(Map<String, Object> settings, Connection log) throws Exception {
    try (Clerk clerk = new Clerk(settings);
        ExecutorService callers = Executors.newFixedThreadPool(Math.min(lived, 8))) {
      List<Future<?>> living = new ArrayList<>();
      for (int i = 0; i < lived; i++) {
        Place nowhere = Tape.nowhere(i);
        long its = seedOf(i);
        living.add(callers.submit(() -> new Lived(clerk, nowhere, its).live(years)));
      }
      for (Future<?> each : living) {
        each.get();
      }
    }
    List<Tape> tapes = new ArrayList<>();
    for (int i = 0; i < lived; i++) {
      tapes.add(Tape.of(log, Tape.nowhere(i)));
    }
    return tapes;
  }

  /**
   * Proves that what was written is lawful: acts the years of some of the blocs anew, each under
   * its own name. The command side must accept every act, and record the events that were written,
   * byte for byte; but for digests, which are salted, and must only stand for the same things.
   *
   * @param settings of a command side with another log, which is empty
   * @param anew a connection to that log
   * @param written a connection to the log that was written
   * @param sample how many blocs, drawn by chance
   * @return how many events were compared
   * @throws IllegalStateException if an act is refused, or an event differs
   */
  public long prove(
      Map<String, Object> settings, Connection anew, Connection written, int sample, long chance)
      throws SQLException {
    List<Place> chosen = new ArrayList<>(places);
    Collections.shuffle(chosen, new Random(chance));
    long compared = 0;
    try (Clerk clerk = new Clerk(settings)) {
      for (Place place : chosen.subList(0, Math.min(sample, chosen.size()))) {
        new Lived(clerk, place, seedOf(tapeOf(place))).live(years);
        List<String> lived = unsalted(Tape.read(anew, place));
        List<String> told = unsalted(Tape.read(written, place));
        for (int i = 0; i < Math.max(lived.size(), told.size()); i++) {
          String is = i < told.size() ? told.get(i) : "nothing";
          String ought = i < lived.size() ? lived.get(i) : "nothing";
          if (!is.equals(ought)) {
            throw new IllegalStateException(
                "Event %d of %s is%n%s%nand ought to be%n%s".formatted(i, place.bloc(), is, ought));
          }
        }
        compared += lived.size();
      }
    }
    return compared;
  }

  /** The events, with a number for each digest: the first that comes is 0. */
  private static List<String> unsalted(List<Tape.Stored> events) {
    Map<String, Integer> numbers = new HashMap<>();
    return events.stream()
        .map(
            event ->
                event.stream()
                    + "@"
                    + event.version()
                    + " "
                    + event.type()
                    + " "
                    + event.revision()
                    + " "
                    + event.payload()
                    + " "
                    + event.meta())
        .map(
            event ->
                DIGEST
                    .matcher(event)
                    .replaceAll(
                        found ->
                            "#" + numbers.computeIfAbsent(found.group(), any -> numbers.size())))
        .toList();
  }

  private int tapeOf(Place place) {
    return Math.floorMod(place.number() * 7 + place.number() / 20, lived);
  }

  private long seedOf(int tape) {
    return seed * 31 + tape;
  }

  /**
   * Writes the log.
   *
   * @param tapes what was lived
   * @param owner a connection of the database's owner; commits are its own
   * @param progress is told how many events are written, now and then
   * @return how many there are
   */
  public long write(List<Tape> tapes, Connection owner, LongConsumer progress) throws SQLException {
    PriorityQueue<Cursor> queue = new PriorityQueue<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (Place place : places) {
      queue.add(
          new Cursor(
              place, tapes.get(tapeOf(place)), Duration.ofMillis(random.nextLong(5 * 3_600_000L))));
    }
    owner.setAutoCommit(false);
    long written = 0;
    Writer writer = new Writer(owner);
    Set<String> founded = new HashSet<>();
    for (Place place : places) {
      if (founded.add(place.province())) {
        for (Row row : tapes.getFirst().province()) {
          writer.write(row, row.at(), tapes.getFirst().told(place), id(random));
          written++;
        }
      }
    }
    while (!queue.isEmpty()) {
      Cursor cursor = queue.remove();
      writer.write(cursor.rows.get(cursor.next), cursor.at, cursor.told, id(random));
      if (cursor.advance()) {
        queue.add(cursor);
      }
      if (++written % COMMIT_EVERY == 0) {
        writer.commit();
        progress.accept(written);
      }
    }
    writer.commit();
    progress.accept(written);
    return written;
  }

  /** The identifier of an event, of the kind that is drawn by chance. */
  private static UUID id(SplittableRandom random) {
    return new UUID(
        random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63);
  }

  private static final class Writer {
    private static final String COPY =
        "COPY event_store.domain_event_entry (event_identifier, aggregate_identifier,"
            + " sequence_number, type, payload_type, payload_revision, payload, meta_data,"
            + " time_stamp) FROM STDIN";

    private final Connection connection;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER * 2);
    private @Nullable CopyIn copy;

    private Writer(Connection connection) {
      this.connection = connection;
    }

    private void write(Row row, Instant at, byte[][] told, UUID id) throws SQLException {
      plain(id.toString());
      buffer.write('\t');
      text(row.stream(), told);
      buffer.write('\t');
      plain(Long.toString(row.version()));
      buffer.write('\t');
      byte[] stream = row.stream().pieces()[0];
      int colon = 0;
      while (stream[colon] != ':') {
        colon++;
      }
      buffer.write(stream, 0, colon);
      buffer.write('\t');
      plain(row.type());
      buffer.write('\t');
      plain(row.revision());
      buffer.write('\t');
      text(row.payload(), told);
      buffer.write('\t');
      text(row.meta(), told);
      buffer.write('\t');
      plain(at.toString());
      buffer.write('\n');
      if (buffer.size() >= BUFFER) {
        flush();
      }
    }

    private void plain(String text) {
      buffer.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void text(Text text, byte[][] told) {
      byte[][] pieces = text.pieces();
      buffer.writeBytes(pieces[0]);
      for (int i = 1; i < pieces.length; i++) {
        buffer.writeBytes(told[text.slots()[i - 1]]);
        buffer.writeBytes(pieces[i]);
      }
    }

    private void flush() throws SQLException {
      CopyIn present = copy;
      if (present == null) {
        present = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        copy = present;
      }
      byte[] bytes = buffer.toByteArray();
      present.writeToCopy(bytes, 0, bytes.length);
      buffer.reset();
    }

    private void commit() throws SQLException {
      flush();
      if (copy != null) {
        copy.endCopy();
        copy = null;
      }
      connection.commit();
    }
  }
}
