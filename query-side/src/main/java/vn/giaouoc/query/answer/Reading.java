package vn.giaouoc.query.answer;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.query.fold.Cut;
import vn.giaouoc.query.fold.Head;
import vn.giaouoc.query.fold.Reconstruction;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.query.journal.Reader;
import vn.giaouoc.shared.time.When;

/**
 * Puts readers into the moment that they ask for, and lets them see what is for them. Every
 * question goes through here, so that none forgets to ask who asks.
 */
@Component
public class Reading {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Pattern EVENT = Pattern.compile("\"?([a-z-]+:[a-z0-9.-]+)@(\\d{1,18})\"?");

  private final TransactionTemplate snapshots;
  private final JdbcClient jdbc;
  private final Journal journal;
  private final Reconstruction reconstruction;
  private final Directory directory;
  private final Readers readers;
  private final Head head;
  private final Clock clock;

  Reading(
      @Qualifier("querySnapshots") TransactionTemplate snapshots,
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      Journal journal,
      Reconstruction reconstruction,
      Directory directory,
      Readers readers,
      Head head,
      @Qualifier("queryClock") Clock clock) {
    this.snapshots = snapshots;
    this.jdbc = jdbc;
    this.journal = journal;
    this.reconstruction = reconstruction;
    this.directory = directory;
    this.readers = readers;
    this.head = head;
    this.clock = clock;
  }

  /**
   * Reads at a moment, in one snapshot.
   *
   * @throws Problem if the moment cannot be understood, has not come, or what is to be waited for
   *     does not come in time
   */
  public <T> T at(Moment moment, Function<View, T> read) {
    Instant effective = effective(moment.effective());
    Readers.Who who = readers.now();
    awaitEvent(moment.after(), who);
    return Objects.requireNonNull(
        snapshots.execute(
            status -> {
              long folded = folded();
              Instant now = clock.instant();
              Reader reader = reader(who, folded, now);
              long position = position(moment.asOf(), folded);
              Cut cut = new Cut(position, position == folded, effective, now, reader);
              Optional<Instant> recordedAt = journal.recordedAt(position);
              return read.apply(
                  new View(
                      reconstruction,
                      directory,
                      cut,
                      new Answer.Asked(
                          position,
                          recordedAt.map(Instant::toString).orElse(null),
                          moment.effective())));
            }));
  }

  /** Reads at a moment where {@code after} may also be a position to go on from. */
  public <T> T from(Moment moment, Function<View, T> read) {
    return at(moment.withoutCursor(), read);
  }

  /**
   * Whoever asks, to be told of events as they come.
   *
   * @param from the position after which to begin; nothing for only what is new
   */
  public Listener listener(@Nullable Long from) {
    return new Listener(readers.now(), from == null ? head.position() : from);
  }

  /**
   * Answers what only an auditor, the administrator and the board may ask.
   *
   * @throws Problem if somebody else asks
   */
  public <T> T auditing(Supplier<T> read) {
    return readers.now().audits() ? read.get() : keeping(read);
  }

  /**
   * Answers what only the administrator and the board may ask.
   *
   * @throws Problem if somebody else asks
   */
  public <T> T keeping(Supplier<T> read) {
    Readers.Who who = readers.now();
    if (!who.known()) {
      throw new Problem(
          Problem.Kind.NO_TOKEN,
          "Chỉ quản trị viên và Hội đồng xem được; yêu cầu phải kèm mã truy cập.",
          "For the administrator and the board only; the request must carry a token.");
    }
    if (!who.keepsTheSystem()) {
      throw new Problem(
          Problem.Kind.NOT_YOURS,
          "Chỉ quản trị viên và Hội đồng làm được việc này.",
          "For the administrator and the board only.");
    }
    return read.get();
  }

  /** One who is told of events as they come, as far as they are for them at that time. */
  public final class Listener {

    private final Readers.Who who;
    private volatile long position;

    private Listener(Readers.Who who, long position) {
      this.who = who;
      this.position = position;
    }

    /** Up to where they were told. */
    public long position() {
      return position;
    }

    /** Whether they may not be told any more, because their token has come to its end. */
    public boolean over() {
      return !who.until().isAfter(clock.instant());
    }

    /**
     * Waits for events, and goes on behind those that are there.
     *
     * @param longest how long to wait
     * @param most how many to go on by
     * @return those of them that they may see; there may be none
     */
    public List<Entry> next(Duration longest, int most) throws InterruptedException {
      if (head.awaitBeyond(position, longest) <= position) {
        return List.of();
      }
      return Objects.requireNonNull(
          snapshots.execute(
              status -> {
                long folded = folded();
                Reader reader = reader(who, folded, clock.instant());
                List<Entry> entries = journal.between(position, folded, most);
                if (!entries.isEmpty()) {
                  position = entries.getLast().position();
                }
                return entries.stream().filter(reader::sees).toList();
              }));
    }
  }

  private long folded() {
    return jdbc.sql("SELECT position FROM folded").query(Long.class).single();
  }

  /** From the record at its head, whatever moment they ask for. */
  private Reader reader(Readers.Who who, long folded, Instant now) {
    Cut head = new Cut(folded, true, null, now, Reader.EVERYTHING);
    return readers.of(
        who, () -> new View(reconstruction, directory, head, new Answer.Asked(folded, null, null)));
  }

  private long position(@Nullable String asOf, long folded) {
    if (asOf == null) {
      return folded;
    }
    if (asOf.matches("\\d{1,18}")) {
      long position = Long.parseLong(asOf);
      if (position > folded) {
        throw Problem.badParameter(
            "asOf",
            asOf,
            "Nhật ký mới đến vị trí " + folded + ".",
            "The journal has come to position " + folded + " so far.");
      }
      return position;
    }
    Instant instant = instant(asOf);
    if (instant == null) {
      throw Problem.badParameter(
          "asOf",
          asOf,
          "Cần một vị trí của nhật ký như 57, hay một thời điểm như 2026-11-22T09:41:00+07:00.",
          "A position of the journal such as 57 is expected, or an instant such as"
              + " 2026-11-22T09:41:00+07:00.");
    }
    return Math.min(folded, journal.positionAt(instant));
  }

  private static @Nullable Instant effective(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Instant instant = instant(text);
    if (instant != null) {
      return instant;
    }
    try {
      return text.contains("T")
          ? LocalDateTime.parse(text).atZone(When.ZONE).toInstant()
          : LocalDate.parse(text).plusDays(1).atStartOfDay(When.ZONE).toInstant().minusNanos(1);
    } catch (DateTimeException e) {
      throw Problem.badParameter(
          "effective",
          text,
          "Cần một ngày như 2019-08-02, một giờ Việt Nam như 2019-08-02T09:41, hay một thời điểm có"
              + " múi giờ.",
          "A day such as 2019-08-02, a time of Vietnam such as 2019-08-02T09:41, or an instant with"
              + " an offset is expected.");
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      // a plus sign in an address is a space unless it is escaped
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void awaitEvent(@Nullable String after, Readers.Who who) {
    if (after == null) {
      return;
    }
    Matcher event = EVENT.matcher(after);
    if (!event.matches()) {
      throw Problem.badParameter(
          "after",
          after,
          "Cần dạng <luồng>@<phiên bản>, ví dụ bloc:kien-giang.khoi-4@3.",
          "Expected is <stream>@<version>, such as bloc:kien-giang.khoi-4@3.");
    }
    String stream = event.group(1);
    long version = Long.parseLong(event.group(2));
    try {
      boolean arrived =
          head.await(
              folded ->
                  journal
                      .positionOf(stream, version, who.known() ? Reader.EVERYTHING : Reader.PUBLIC)
                      .map(position -> position <= folded)
                      .orElse(false),
              PATIENCE);
      if (!arrived) {
        throw new Problem(
            Problem.Kind.NOT_YET_READ,
            "Sự kiện " + after + " chưa đến được bên đọc. Xin thử lại.",
            "Event " + after + " has not reached the reading side. Please try again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(Problem.Kind.UNAVAILABLE, "Đang dừng.", "Shutting down.");
    }
  }
}
