package vn.giaouoc.query.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
   * <p>Where another moment is asked for beside it, both are read in that snapshot, and the answer
   * tells in what it differs from the other; there is nothing to do for that where it is read.
   *
   * @throws Problem if the moment cannot be understood, has not come, or what is to be waited for
   *     does not come in time
   */
  public <T> T at(Moment moment, Function<View, T> read) {
    Readers.Who who = readers.now();
    awaitEvent(moment.after(), who);
    return Objects.requireNonNull(
        snapshots.execute(
            status -> {
              long folded = folded();
              Instant now = clock.instant();
              Reader reader = reader(who, folded, now);
              T answer = read.apply(view(moment, Named.ASKED, folded, now, reader));
              return moment.compares()
                  ? compared(
                      answer,
                      () -> read.apply(view(moment.other(), Named.COMPARED, folded, now, reader)))
                  : answer;
            }));
  }

  /** By which parameters a moment is given: what is wrong is told of the one that was written. */
  private record Named(String asOf, String effective) {

    private static final Named ASKED = new Named("asOf", "effective");
    private static final Named COMPARED = new Named("comparedWith", "comparedEffective");
  }

  private View view(Moment moment, Named named, long folded, Instant now, Reader reader) {
    String effective = moment.effective();
    Recorded recorded = recorded(named.asOf(), moment.asOf(), folded, now);
    long position = recorded.position();
    return new View(
        reconstruction,
        directory,
        new Cut(
            position,
            position == folded,
            effective == null ? null : Moment.instant(named.effective(), effective, false),
            recorded.at(),
            reader),
        moment,
        new Answer.Asked(
            position, journal.recordedAt(position).map(Instant::toString).orElse(null), effective));
  }

  /** Only what is an answer can be compared; what is compared is of the same type. */
  @SuppressWarnings("unchecked")
  private static <T> T compared(T answer, Supplier<T> former) {
    if (!(answer instanceof Answer<?> latter)) {
      throw Answer.notComparable();
    }
    Answer<?> before;
    try {
      before = (Answer<?>) former.get();
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.NOT_RECORDED) {
        throw problem;
      }
      before = null;
    }
    return (T) latter.comparedWith(before);
  }

  /** Reads at a moment where {@code after} may also be a position to go on from. */
  public <T> T from(Moment moment, Function<View, T> read) {
    return at(moment.withoutCursor(), read);
  }

  /** Whoever asks, to be told of events as they come. */
  public Listener listener() {
    return new Listener(readers.now());
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

    private Listener(Readers.Who who) {
      this.who = who;
    }

    /** Whether they may not be told any more, because their token has come to its end. */
    public boolean over() {
      return !who.until().isAfter(clock.instant());
    }

    /** Whether they may see an event, as far as that can be said without asking the record. */
    public Optional<Boolean> sees(Entry entry) {
      return readers.fixed(who).sees(entry)
          ? Optional.of(true)
          : who.restsOnRecord() ? Optional.empty() : Optional.of(false);
    }

    /**
     * The events after a position that they may see.
     *
     * @param most how many to look at
     */
    public Heard after(long position, int most) {
      return Objects.requireNonNull(
          snapshots.execute(
              status -> {
                long folded = folded();
                Reader reader = reader(who, folded, clock.instant());
                List<Entry> entries = journal.between(position, folded, most);
                return new Heard(
                    entries.stream().filter(reader::sees).toList(),
                    entries.isEmpty() ? position : entries.getLast().position());
              }));
    }
  }

  /**
   * What a listener may hear.
   *
   * @param entries the events that are for them
   * @param upTo up to where was looked
   */
  public record Heard(List<Entry> entries, long upTo) {}

  private long folded() {
    return jdbc.sql("SELECT position FROM folded").query(Long.class).single();
  }

  /** From the record at its head, whatever moment they ask for. */
  private Reader reader(Readers.Who who, long folded, Instant now) {
    Cut head = new Cut(folded, true, null, now, Reader.EVERYTHING);
    return readers.of(
        who,
        () ->
            new View(
                reconstruction, directory, head, Moment.NOW, new Answer.Asked(folded, null, null)));
  }

  /**
   * A moment on the clock of recording.
   *
   * @param position the last position by then
   * @param at when it was; who stands in a past moment does not know what day it is today, and is
   *     answered the same for ever
   */
  private record Recorded(long position, Instant at) {}

  private Recorded recorded(String parameter, @Nullable String asOf, long folded, Instant now) {
    if (asOf == null) {
      return new Recorded(folded, now);
    }
    if (asOf.matches("\\d{1,18}")) {
      long position = Long.parseLong(asOf);
      if (position > folded) {
        throw Problem.badParameter(
            parameter,
            asOf,
            "Nhật ký mới đến vị trí " + folded + ".",
            "The journal has come to position " + folded + " so far.");
      }
      return new Recorded(position, journal.recordedAt(position).orElse(now));
    }
    Instant at = Moment.instant(parameter, asOf, true);
    return new Recorded(Math.min(folded, journal.positionAt(at)), at.isAfter(now) ? now : at);
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
