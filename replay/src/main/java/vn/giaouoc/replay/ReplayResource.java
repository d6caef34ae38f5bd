package vn.giaouoc.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.MadeAnew;
import vn.giaouoc.query.journal.Journal;

/**
 * Replays of cycles and blocs, each at one address: begun, looked at and cancelled there. Whoever
 * asks while one goes on joins it. A few reports are kept, in memory.
 */
@RestController
class ReplayResource implements DisposableBean {

  private static final int KEPT = 20;

  private final Reading reading;
  private final Journal journal;
  private final MadeAnew documents;
  private final TransactionTemplate snapshot;
  private final Map<String, Replay> replays = new LinkedHashMap<>();

  ReplayResource(
      Reading reading,
      Journal journal,
      MadeAnew documents,
      @Qualifier("querySnapshots") TransactionTemplate snapshot) {
    this.reading = reading;
    this.journal = journal;
    this.documents = documents;
    this.snapshot = snapshot;
  }

  @PostMapping("/api/query/cycles/{cycle}/replay")
  ResponseEntity<Report> replayCycle(@PathVariable String cycle) {
    return begun("cycles", "cycle", cycle);
  }

  @GetMapping("/api/query/cycles/{cycle}/replay")
  Report ofCycle(@PathVariable String cycle) {
    return reading.auditing(() -> known("cycle:" + cycle).report());
  }

  @DeleteMapping("/api/query/cycles/{cycle}/replay")
  Report cancelOfCycle(@PathVariable String cycle) {
    return cancelled("cycle:" + cycle);
  }

  @PostMapping("/api/query/blocs/{bloc}/replay")
  ResponseEntity<Report> replayBloc(@PathVariable String bloc) {
    return begun("blocs", "bloc", bloc);
  }

  @GetMapping("/api/query/blocs/{bloc}/replay")
  Report ofBloc(@PathVariable String bloc) {
    return reading.auditing(() -> known("bloc:" + bloc).report());
  }

  @DeleteMapping("/api/query/blocs/{bloc}/replay")
  Report cancelOfBloc(@PathVariable String bloc) {
    return cancelled("bloc:" + bloc);
  }

  private ResponseEntity<Report> begun(String path, String kind, String slug) {
    String of = kind + ":" + slug;
    return reading.auditing(
        () -> {
          if (journal.streamsOf(List.of(of), journal.head()).isEmpty()) {
            throw Problem.notRecorded(of);
          }
          return ResponseEntity.accepted()
              .header("Location", "/api/query/" + path + "/" + slug + "/replay")
              .body(beginOrJoin(of).report());
        });
  }

  private Report cancelled(String of) {
    return reading.auditing(
        () -> {
          known(of).cancel();
          return known(of).report();
        });
  }

  private synchronized Replay known(String of) {
    Replay replay = replays.get(of);
    if (replay == null) {
      throw Problem.notRecorded(of);
    }
    return replay;
  }

  private synchronized Replay beginOrJoin(String of) {
    Replay running = replays.get(of);
    if (running != null && running.isRunning()) {
      return running;
    }
    Replay replay = new Replay(of, journal, documents, snapshot);
    replays.remove(of);
    replays.put(of, replay);
    List<String> ended =
        replays.entrySet().stream()
            .filter(each -> !each.getValue().isRunning())
            .map(Map.Entry::getKey)
            .limit(Math.max(0, replays.size() - KEPT))
            .toList();
    ended.forEach(replays::remove);
    Thread.ofVirtual().name("replay " + of).start(replay);
    return replay;
  }

  @Override
  public synchronized void destroy() {
    replays.values().forEach(Replay::cancel);
  }
}
