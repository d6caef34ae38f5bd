package vn.giaouoc.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.When;

/** Records papers as history, and takes them back, as the command side does. */
public final class Recorder {

  private static final Actor ACTOR = new Actor("archivist", null, "administrator");

  private final Log log;
  private final Map<String, Integer> recordings = new HashMap<>();
  private final Map<String, Set<Batch>> tellers = new HashMap<>();
  private final Map<Batch, Set<String>> streams = new HashMap<>();

  public Recorder(Log log) {
    this.log = log;
  }

  /** A fact as a paper has it. */
  public record Told(String on, Event event, List<Remark> remarks) {}

  /** A paper; the line of a fact is its place in the list. */
  public record Paper(String name, String published, List<Told> facts) {}

  public Batch record(Paper paper) {
    int recording = recordings.merge(paper.name(), 1, Integer::sum);
    Batch batch = new Batch(ProceedingsId.of(paper.name()), recording);
    Map<Event, Envelope> events = new LinkedHashMap<>();
    Set<String> touched = new TreeSet<>();
    for (int line = 0; line < paper.facts().size(); line++) {
      Told told = paper.facts().get(line);
      Source source = Log.source(paper.name(), recording, paper.published(), line + 1);
      String stream = told.event().stream();
      String fact = Log.fact(told.on(), told.event());
      touched.add(stream);
      Set<Batch> standing = tellers.computeIfAbsent(stream + fact, key -> new LinkedHashSet<>());
      if (standing.isEmpty()) {
        events.put(
            told.event(),
            Log.history(source, told.on(), told.event(), told.remarks().toArray(Remark[]::new)));
      } else {
        events.put(
            new SourceAdded(stream, fact, source, told.remarks()),
            Log.history(source, told.on(), told.event(), told.remarks().toArray(Remark[]::new)));
      }
      standing.add(batch);
    }
    streams.put(batch, touched);
    events.put(
        new ProceedingsRecorded(
            batch.proceedings(),
            recording,
            "00",
            paper.name(),
            null,
            When.of(paper.published()),
            List.of(),
            List.copyOf(touched),
            paper.facts().size(),
            0,
            0),
        Envelope.firstHand(When.of("2026-11-22"), ACTOR));
    log.together(events);
    return batch;
  }

  public void withdraw(Batch batch) {
    Map<Event, Envelope> events = new LinkedHashMap<>();
    Envelope now = Envelope.firstHand(When.of("2026-11-22"), ACTOR);
    new ArrayList<>(streams.remove(batch))
        .forEach(stream -> events.put(new RecordWithdrawn(stream, batch), now));
    events.put(
        new ProceedingsWithdrawn(batch.proceedings(), batch.recording(), new Words("00")), now);
    tellers.values().forEach(standing -> standing.remove(batch));
    log.together(events);
  }
}
