package vn.giaouoc.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;

/** The streams of the journal as they are stored up to a position; those in use are kept. */
final class Past {

  /** Streams that are kept in memory at once. */
  private static final int MOST_STREAMS = 2_000;

  private final Journal journal;
  private final long upTo;
  private final Map<String, List<Told>> streams =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Told>> eldest) {
          return size() > MOST_STREAMS;
        }
      };

  Past(Journal journal, long upTo) {
    this.journal = journal;
    this.upTo = upTo;
  }

  /** All events of a stream that can be read, in order. */
  List<Told> of(String stream) {
    List<Told> known = streams.get(stream);
    if (known == null) {
      known =
          new ArrayList<>(
              journal.ofStreams(List.of(stream), upTo).stream()
                  .map(Told::of)
                  .filter(Objects::nonNull)
                  .toList());
      streams.put(stream, known);
    }
    return known;
  }

  @Nullable Told at(String stream, long version) {
    List<Told> ofStream = of(stream);
    int index = index(ofStream, version);
    return index < 0 ? null : ofStream.get(index);
  }

  static int index(List<Told> ofStream, long version) {
    for (int i = 0; i < ofStream.size(); i++) {
      if (ofStream.get(i).entry().version() == version) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Those of these events of a stream that count: what was put right stands where the wrong was.
   */
  List<Told> standing(String stream, Predicate<Told> which) {
    List<Told> all = of(stream).stream().filter(which).toList();
    Set<Long> wrong = new HashSet<>();
    Map<Long, Long> places = new HashMap<>();
    for (Told each : all) {
      if (each.event() instanceof FactCorrected corrected) {
        wrong.add(corrected.version());
      }
      Long corrects = each.envelope().corrects();
      long version = each.entry().version();
      places.put(version, corrects == null ? version : places.getOrDefault(corrects, version));
    }
    return all.stream()
        .filter(each -> !wrong.contains(each.entry().version()))
        .sorted(Comparator.comparing(each -> places.get(each.entry().version())))
        .toList();
  }

  /** What counts of the stream of an event before it. */
  List<Told> before(Told told) {
    return before(told.entry().stream(), told);
  }

  /** What counts of a stream before an event of any stream. */
  List<Told> before(String stream, Told told) {
    return standing(stream, each -> each.entry().position() < told.entry().position());
  }

  /** The last of a kind. */
  static <E> @Nullable E last(List<Told> events, Class<E> kind) {
    return last(events, kind, any -> true);
  }

  /** The last of a kind that is such a one. */
  static <E> @Nullable E last(List<Told> events, Class<E> kind, Predicate<E> such) {
    Told last = lastTold(events, event -> kind.isInstance(event) && such.test(kind.cast(event)));
    return last == null ? null : kind.cast(last.event());
  }

  /** The last that is such a one, with what stands beside it. */
  static @Nullable Told lastTold(List<Told> events, Predicate<? super Event> such) {
    return events.reversed().stream()
        .filter(each -> such.test(each.event()))
        .findFirst()
        .orElse(null);
  }
}
