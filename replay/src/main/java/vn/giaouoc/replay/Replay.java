package vn.giaouoc.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.query.fold.MadeAnew;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.replay.Finding.Kind;
import vn.giaouoc.replay.Report.State;
import vn.giaouoc.shared.Ids;
import vn.giaouoc.shared.poll.PollEvent.BallotBoxOpened;
import vn.giaouoc.shared.poll.PollEvent.PapersListed;
import vn.giaouoc.shared.poll.PollEvent.ReturnedPaper;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.StampingKey;

/**
 * One replay: of a cycle or of a whole bloc, up to where the journal was folded when it began.
 * Every event of the streams that have a part in it is looked at, in the order of the journal.
 */
final class Replay implements Runnable {

  private static final int PAGE = 500;

  /** Streams that name the bloc and belong to each of its years. */
  private static final Set<String> OF_THE_BLOC =
      Set.of("bloc", "leadership", "paper", "paper-register", "complaint");

  private final String of;
  private final Journal journal;
  private final MadeAnew documents;
  private final TransactionTemplate snapshot;
  private final Instant startedAt = Instant.now();
  private final List<Finding> findings = new ArrayList<>();
  private volatile boolean cancelled;
  private State state = State.RUNNING;
  private @Nullable Instant endedAt;
  private @Nullable String failure;
  private Report.Checked checked = new Report.Checked(0, 0, 0, 0, 0, 0, 0, 0);
  private long upTo;
  private long done;
  private long total;
  private long more;

  Replay(String of, Journal journal, MadeAnew documents, TransactionTemplate snapshot) {
    this.of = of;
    this.journal = journal;
    this.documents = documents;
    this.snapshot = snapshot;
  }

  /** How far it is, and what was found. */
  synchronized Report report() {
    return new Report(
        of,
        state,
        upTo,
        done,
        total,
        startedAt,
        endedAt,
        checked,
        List.copyOf(findings),
        more,
        failure);
  }

  synchronized boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Ends it as soon as the act at hand is decided. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public void run() {
    try {
      // one snapshot: nothing is folded while documents are compared
      snapshot.executeWithoutResult(_ -> all());
      end(cancelled ? State.CANCELLED : State.DONE, null);
    } catch (Throwable e) { // or who asks would join one that is dead
      end(State.FAILED, e.toString());
    }
  }

  private synchronized void end(State how, @Nullable String why) {
    state = how;
    failure = why;
    endedAt = Instant.now();
  }

  private void all() {
    long folded = documents.folded();
    List<String> keys = documents.keysSharing(of, folded);
    List<String> streams = streams(keys, folded);
    begin(folded, journal.count(streams, folded));
    long papers = 0;
    Map<PollId, StampingKey> stamps = new HashMap<>();
    Map<PollId, Set<String>> tokens = new HashMap<>();
    Past past = new Past(journal, folded);
    Arithmetic arithmetic = new Arithmetic(past, this::found);
    Deciding deciding = new Deciding(past, this::found);
    try (deciding) {
      long after = 0;
      List<Entry> page;
      while (!(page = journal.ofStreams(streams, after, folded, PAGE)).isEmpty()) {
        for (Entry entry : page) {
          if (cancelled) {
            return;
          }
          deciding.next(entry);
          arithmetic.check(past.at(entry.stream(), entry.version()));
          papers += stamped(entry, stamps, tokens);
          step(deciding.checked(arithmetic.reckoned(), papers, 0, 0));
        }
        after = page.getLast().position();
      }
      deciding.end();
    }
    long inTheLog = compareWithTheLog(streams, folded);
    long made = compareDocuments(keys, folded);
    step(deciding.checked(arithmetic.reckoned(), papers, inTheLog, made));
  }

  private synchronized void begin(long to, long events) {
    upTo = to;
    total = events;
  }

  private synchronized void step(Report.Checked now) {
    checked = now;
    done = Math.min(done + 1, total);
  }

  private synchronized void found(Finding finding) {
    if (findings.size() < Report.MOST) {
      findings.add(finding);
    } else {
      more++;
    }
  }

  /**
   * The streams that have a part in it: those whose events name it, what its polls issued, and what
   * happened in the bloc and to its units.
   */
  private List<String> streams(List<String> sharing, long folded) {
    Set<String> all = new TreeSet<>(journal.streamsOf(List.of(of), folded));
    Set<String> blocs = new TreeSet<>();
    Set<String> keys = new TreeSet<>();
    for (String key : sharing) {
      if (key.startsWith("bloc:")) {
        blocs.add(key);
      }
    }
    all.stream().filter(stream -> stream.startsWith("poll:")).forEach(keys::add);
    keys.addAll(blocs);
    for (String stream : journal.streamsOf(keys, folded)) {
      String kind = stream.substring(0, stream.indexOf(':'));
      if (kind.equals("voting-paper") || OF_THE_BLOC.contains(kind)) {
        all.add(stream);
      }
    }
    for (Entry entry : journal.ofStreams(blocs, folded)) {
      var event = entry.event();
      if (event != null) {
        Ids.in(event).stream().filter(id -> id.startsWith("unit:")).forEach(all::add);
      }
    }
    return List.copyOf(all);
  }

  /** Verifies the stamps of the papers in a secret box, and that none counts twice. */
  private long stamped(
      Entry entry, Map<PollId, StampingKey> stamps, Map<PollId, Set<String>> tokens) {
    if (!entry.type().equals("poll.BallotBoxOpened") && !entry.type().equals("poll.PapersListed")) {
      return 0;
    }
    return switch (entry.event()) {
      case BallotBoxOpened box -> {
        stamps.put(box.poll(), box.stampingKey());
        yield 0;
      }
      case PapersListed listed -> {
        StampingKey key = stamps.get(listed.poll());
        for (ReturnedPaper paper : listed.papers()) {
          boolean twice =
              !tokens.computeIfAbsent(listed.poll(), _ -> new HashSet<>()).add(paper.token());
          if (twice || key == null || !isStamped(paper, key)) {
            found(
                new Finding(
                    Kind.PAPER_NOT_VALID,
                    entry.position(),
                    entry.stream() + "@" + entry.version(),
                    paper.token(),
                    null,
                    null,
                    null,
                    twice
                        ? "Một phiếu được tính hai lần."
                        : "Một phiếu không mang dấu của cuộc bỏ phiếu.",
                    twice
                        ? "A paper counts twice."
                        : "A paper does not bear the stamp of the poll."));
          }
        }
        yield listed.papers().size();
      }
      case null, default -> 0;
    };
  }

  private static boolean isStamped(ReturnedPaper paper, StampingKey key) {
    try {
      return key.hasStamped(
          Base64.getUrlDecoder().decode(paper.token()),
          Base64.getUrlDecoder().decode(paper.stamp()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private long compareWithTheLog(List<String> streams, long folded) {
    if (!journal.readsTheLog()) {
      return 0;
    }
    for (Journal.Unlike each : journal.unlikeTheLog(streams, folded)) {
      found(
          new Finding(
              Kind.NOT_AS_IN_THE_LOG,
              each.position(),
              each.stream() + "@" + each.version(),
              null,
              null,
              null,
              null,
              switch (each.what()) {
                case "journal" -> "Có trong nhật ký đọc nhưng không có trong sổ sự kiện.";
                case "log" -> "Có trong sổ sự kiện nhưng không có trong nhật ký đọc.";
                default -> "Nhật ký đọc khác sổ sự kiện (" + each.what() + ").";
              },
              switch (each.what()) {
                case "journal" -> "It stands in the journal and not in the log.";
                case "log" -> "It stands in the log and not in the journal.";
                default -> "The journal is not as the log (" + each.what() + ").";
              }));
    }
    return total;
  }

  private long compareDocuments(List<String> keys, long folded) {
    long made = 0;
    for (String key : keys) {
      for (MadeAnew.Beside each : documents.of(key, folded)) {
        made++;
        if (!each.same()) {
          found(
              new Finding(
                  Kind.DOCUMENT_DIFFERS,
                  null,
                  each.fold() + " " + each.key(),
                  each.stored(),
                  each.made(),
                  null,
                  null,
                  "Tài liệu lưu khác với tài liệu dựng lại từ nhật ký.",
                  "The document that is stored is not the one that the journal makes."));
        }
      }
      if (cancelled) {
        break;
      }
    }
    return made;
  }
}
