package vn.giaouoc.query.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Reader;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.HistoryEvent.DoubtRaised;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.Dated;

/**
 * Which events of one key count. An event that is first-hand does, unless it was corrected; one
 * that was recorded later counts as long as somebody tells it: the source it was recorded from, or
 * one that was added, and whose record was not withdrawn. A fact counts once, however often it was
 * recorded.
 */
final class Visible {

  private static final Comparator<Audience> BY_NAME = Comparator.comparing(Audience::name);

  private Visible() {}

  /** A stored event that could be read. */
  record Read(Entry entry, Event event, Envelope envelope) {

    /** Nothing if the event cannot be read, or its type is not known. */
    static @Nullable Read of(Entry entry) {
      return of(entry, new HashMap<>());
    }

    /**
     * Those of many that can be read, by position, on all processors: it is most of what a moment
     * costs. What stands beside those that one hand recorded on one day is the same text, and read
     * once.
     */
    static Map<Long, Read> all(Collection<Entry> entries) {
      Map<String, Envelope> known = new ConcurrentHashMap<>();
      return entries.parallelStream()
          .map(entry -> of(entry, known))
          .filter(Objects::nonNull)
          .collect(Collectors.toMap(read -> read.entry().position(), Function.identity()));
    }

    private static @Nullable Read of(Entry entry, Map<String, Envelope> known) {
      try {
        Event event = entry.event();
        // what does not say whom it is for must not be shown
        return event == null || entry.audience() == null
            ? null
            : new Read(
                entry, event, known.computeIfAbsent(entry.metadata(), unread -> entry.envelope()));
      } catch (RuntimeException e) {
        return null;
      }
    }
  }

  /** One telling of a fact, with its own wording of the date. */
  private record Telling(Source source, Dated occurredOn, List<Remark> remarks) {}

  private record Named(String stream, String fact) {}

  private static final class Told {
    private final List<Read> events = new ArrayList<>();
    private final List<Telling> tellings = new ArrayList<>();
    private final List<Remark> doubts = new ArrayList<>();
    private final SortedSet<Audience> audiences = new TreeSet<>(BY_NAME);
  }

  /**
   * The facts among the events of a key that a reader may see, in their order. That a record was
   * withdrawn, or a fact corrected, counts for everybody: it shows nothing.
   *
   * @param entries the key's events up to the position at which it is looked, in order of position
   * @param withdrawn whether a batch was withdrawn by then
   */
  static List<Fact> facts(List<Read> entries, Predicate<Batch> withdrawn, Reader reader) {
    Set<Map.Entry<String, Batch>> withdrawnHere = new LinkedHashSet<>();
    Set<Map.Entry<String, Long>> corrected = new LinkedHashSet<>();
    Map<Named, Told> told = new LinkedHashMap<>();
    List<Fact> facts = new ArrayList<>();
    for (Read read : entries) {
      if (!reader.sees(read.entry())
          && !(read.event() instanceof RecordWithdrawn || read.event() instanceof FactCorrected)) {
        continue;
      }
      String stream = read.entry().stream();
      switch (read.event()) {
        case HistoryEvent history -> {
          switch (history) {
            case SourceAdded(String in, String fact, Source source, List<Remark> remarks) ->
                named(told, read, fact)
                    .tellings
                    .add(new Telling(source, read.envelope().occurredOn(), remarks));
            case DoubtRaised(String in, String fact, Remark remark) ->
                named(told, read, fact).doubts.add(remark);
            case RecordWithdrawn(String in, Batch batch) ->
                withdrawnHere.add(Map.entry(stream, batch));
            case FactCorrected(String in, long version, var reason) ->
                corrected.add(Map.entry(stream, version));
          }
        }
        default -> {
          Envelope.Told telling = read.envelope().told();
          if (telling == null) {
            facts.add(fact(read, List.of(), List.of(), List.of(read.envelope().audience())));
          } else {
            Told named = named(told, read, telling.fact());
            named.events.add(read);
            named.tellings.add(
                new Telling(telling.source(), read.envelope().occurredOn(), telling.remarks()));
          }
        }
      }
    }
    facts.removeIf(fact -> corrected.contains(Map.entry(fact.stream(), fact.version())));
    told.forEach(
        (named, all) -> {
          List<Telling> standing =
              all.tellings.stream()
                  .filter(
                      telling ->
                          !withdrawnHere.contains(
                              Map.entry(named.stream(), telling.source().batch())))
                  .sorted(Comparator.comparing(Telling::source))
                  .toList();
          if (!standing.isEmpty() && !all.events.isEmpty()) {
            List<Remark> remarks =
                Stream.concat(
                        standing.stream().flatMap(telling -> telling.remarks().stream()),
                        all.doubts.stream())
                    .filter(remark -> remark.restsOn().stream().noneMatch(withdrawn))
                    .distinct()
                    .toList();
            List<Source> sources = standing.stream().map(Telling::source).distinct().toList();
            Read event = representative(all.events, sources);
            Envelope envelope = event.envelope().on(standing.getFirst().occurredOn());
            facts.add(
                fact(
                    new Read(event.entry(), event.event(), envelope),
                    sources,
                    remarks,
                    List.copyOf(all.audiences)));
          }
        });
    facts.sort(Comparator.naturalOrder());
    return facts;
  }

  /**
   * Where a fact was recorded several times: as its first source has it, else as it was recorded
   * last.
   */
  private static Read representative(List<Read> events, List<Source> sources) {
    for (Source source : sources) {
      for (Read event : events) {
        Envelope.Told told = event.envelope().told();
        if (told != null && told.source().equals(source)) {
          return event;
        }
      }
    }
    return events.getLast();
  }

  private static Told named(Map<Named, Told> told, Read read, String fact) {
    Told named =
        told.computeIfAbsent(new Named(read.entry().stream(), fact), unheard -> new Told());
    named.audiences.add(read.envelope().audience());
    return named;
  }

  private static Fact fact(
      Read read, List<Source> sources, List<Remark> remarks, List<Audience> audiences) {
    Entry entry = read.entry();
    return new Fact(
        read.event(),
        read.envelope(),
        entry.position(),
        entry.eventId(),
        entry.recordedAt(),
        entry.stream(),
        entry.version(),
        entry.type(),
        entry.place(),
        sources,
        remarks,
        audiences);
  }
}
