package vn.giaouoc.query.answer;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.shared.time.When;

/** Puts readers into the moment that they ask for. */
@Component
public class Reading {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Pattern EVENT = Pattern.compile("\"?([a-z-]+:[a-z0-9.-]+)@(\\d{1,18})\"?");

  private final TransactionTemplate snapshots;
  private final JdbcClient jdbc;
  private final Journal journal;
  private final Reconstruction reconstruction;
  private final Directory directory;
  private final Head head;
  private final Clock clock;

  Reading(
      @Qualifier("querySnapshots") TransactionTemplate snapshots,
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      Journal journal,
      Reconstruction reconstruction,
      Directory directory,
      Head head,
      @Qualifier("queryClock") Clock clock) {
    this.snapshots = snapshots;
    this.jdbc = jdbc;
    this.journal = journal;
    this.reconstruction = reconstruction;
    this.directory = directory;
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
    awaitEvent(moment.after());
    return Objects.requireNonNull(
        snapshots.execute(
            status -> {
              long folded = jdbc.sql("SELECT position FROM folded").query(Long.class).single();
              long position = position(moment.asOf(), folded);
              Cut cut = new Cut(position, position == folded, effective, clock.instant());
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

  private void awaitEvent(@Nullable String after) {
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
                      .positionOf(stream, version)
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
