package vn.giaouoc.query.fold;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;

/**
 * An event that counts, with all that tell it.
 *
 * @param event what happened
 * @param envelope what stands beside it
 * @param position where it is in the journal
 * @param eventId its identifier
 * @param recordedAt when it was recorded
 * @param stream the stream that it belongs to
 * @param version its number there, from 0
 * @param type the name of its type in the log
 * @param sortsAt the position by which it is sorted: its own, or that of the event that it corrects
 * @param sources who tells it and was not withdrawn, sorted; empty where it is first-hand
 * @param remarks what these tellings doubt, note or normalised, and what of it stands
 * @param audiences whom the events are for that tell it, sorted
 */
public record Fact(
    Event event,
    Envelope envelope,
    long position,
    String eventId,
    Instant recordedAt,
    String stream,
    long version,
    String type,
    long sortsAt,
    List<Source> sources,
    List<Remark> remarks,
    List<Audience> audiences)
    implements Comparable<Fact> {

  /**
   * Where a fact stands among the facts of its key: by the moment from which it applies; at the
   * same moment, what was recorded later before what is first-hand; among that, as the earliest
   * paper that tells it puts it, by its line.
   *
   * <p>The design says (applies-from, position). For first-hand facts it is that. For history it
   * would make the order in which papers happen to be recorded part of the answer, and withdrawing
   * a paper and recording it again would change what is known; so the position comes last, where
   * nothing else decides.
   *
   * @param appliesFrom from when it applies
   * @param source the first of its sources; absent where it is first-hand
   * @param fact the digest of the fact; absent where it is first-hand
   * @param position where it is in the journal, or what it corrects is
   */
  record Place(When appliesFrom, @Nullable Source source, @Nullable String fact, long position)
      implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing((Place place) -> place.appliesFrom().earliest())
            .thenComparing(Place::source, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Place::fact, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingLong(Place::position);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** Those of the facts that may say something about a question. */
  static List<Fact> of(Fold<?> fold, List<Fact> facts) {
    return facts.stream().filter(fact -> fold.restsOn(fact.event())).toList();
  }

  Place place() {
    Envelope.Told told = envelope.told();
    return new Place(
        envelope.appliesFrom(),
        sources.isEmpty() ? null : sources.getFirst(),
        told == null ? null : told.fact(),
        sortsAt);
  }

  /** Whether it is told for different audiences: then not everybody sees the same of it. */
  boolean mixed() {
    return audiences.size() > 1;
  }

  /** The same, with these of its remarks. */
  Fact remarked(List<Remark> known) {
    return new Fact(
        event,
        envelope,
        position,
        eventId,
        recordedAt,
        stream,
        version,
        type,
        sortsAt,
        sources,
        known,
        audiences);
  }

  /** From when it applies. */
  public When appliesFrom() {
    return envelope.appliesFrom();
  }

  /** When it occurred, and how its paper puts it. */
  public Dated occurredOn() {
    return envelope.occurredOn();
  }

  /** Whether something is remarked about it. */
  public boolean remarked(Remark.About about) {
    return remarks.stream().anyMatch(remark -> remark.about() == about);
  }

  @Override
  public int compareTo(Fact other) {
    return place().compareTo(other.place());
  }
}
