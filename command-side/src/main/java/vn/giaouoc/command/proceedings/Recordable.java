package vn.giaouoc.command.proceedings;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent.DoubtRaised;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.When;

/**
 * Every stream can take history recorded later. Such a fact stands as long as one of its sources
 * stands; a withdrawn one leaves the state as if it had never been told. The state of an aggregate,
 * which {@link #evolve} builds, is that of its standing facts in the order in which they apply,
 * wherever in the log they came to stand.
 *
 * @param <E> the events of the stream
 */
public abstract class Recordable<E extends Event> {

  @AggregateIdentifier private @Nullable String id;
  private final List<Fact> facts = new ArrayList<>();
  private boolean hasHistory;

  /** One event, and who tells it; nobody does if it is first-hand. */
  record Fact(
      Event event,
      String appliesFrom,
      @Nullable String digest,
      SortedSet<Source> sources,
      int order) {

    private static final Comparator<Fact> AS_THEY_APPLY =
        Comparator.comparing((Fact fact) -> When.of(fact.appliesFrom()).earliest())
            .thenComparing(Fact::firstHand)
            .thenComparing(Fact::firstSource, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Fact::order);

    boolean firstHand() {
      return digest == null;
    }

    boolean stands() {
      return firstHand() || !sources.isEmpty();
    }

    private @Nullable Source firstSource() {
      return sources.isEmpty() ? null : sources.first();
    }

    private boolean toldWithout(Batch batch) {
      return sources.stream().anyMatch(source -> !source.batch().equals(batch));
    }
  }

  /** Forgets all state: the facts are about to be told again. */
  protected abstract void reset();

  /** Takes one event into the state. */
  protected abstract void evolve(E event);

  /** The facts that stand. */
  final Stream<Fact> standing() {
    return facts.stream().filter(Fact::stands);
  }

  /** Adds a fact that no source has told before. */
  final void tell(Event event, Envelope envelope) {
    apply(event, Envelopes.metaData(envelope));
  }

  /** Adds a further source to a fact. */
  final void confirm(SourceAdded source, Envelope envelope) {
    apply(source, Envelopes.metaData(envelope));
  }

  /** Puts a doubt beside a fact that was told before. */
  final void doubt(DoubtRaised doubt, Envelope envelope) {
    apply(doubt, Envelopes.metaData(envelope));
  }

  /** Takes back what a batch told. */
  final void withdraw(Batch batch, Envelope envelope) {
    apply(new RecordWithdrawn(stream(), batch), Envelopes.metaData(envelope));
  }

  /** The identifier of the stream. */
  protected final String stream() {
    if (id == null) {
      throw new IllegalStateException("The stream has not begun");
    }
    return id;
  }

  /** Whether first-hand events would have nothing to rest on if a batch were withdrawn. */
  final boolean restsOn(Batch batch) {
    return standing().anyMatch(Fact::firstHand)
        && standing().findFirst().filter(Fact::firstHand).isEmpty()
        && standing().noneMatch(fact -> fact.toldWithout(batch));
  }

  /** Whether nothing would stand here if a batch were withdrawn. */
  final boolean tellsNothingWithout(Batch batch) {
    return standing().noneMatch(fact -> fact.firstHand() || fact.toldWithout(batch));
  }

  /** Whether anything stands here. */
  public final boolean stands() {
    return facts.stream().anyMatch(Fact::stands);
  }

  /** Takes one event of the log into the state. */
  @EventSourcingHandler
  public final void on(Event event, MetaData metaData) {
    id = event.stream();
    switch (event) {
      case SourceAdded(_, var fact, var source, _) -> {
        // the fact that stands, or none: a fact told anew after its withdrawal is an event of its
        // own
        facts.stream()
            .filter(each -> fact.equals(each.digest()) && each.stands())
            .forEach(each -> each.sources().add(source));
        refold(); // an earlier source may put the fact in another place
      }
      case RecordWithdrawn(_, var batch) -> {
        facts.forEach(fact -> fact.sources().removeIf(source -> source.batch().equals(batch)));
        refold();
      }
      case DoubtRaised _ -> {}
      default -> add(event, metaData);
    }
  }

  private void add(Event event, MetaData metaData) {
    Envelope.@Nullable Told told = Envelopes.told(metaData);
    hasHistory |= told != null;
    Fact fact =
        new Fact(
            event,
            String.valueOf(metaData.getOrDefault("appliesFrom", "unknown")),
            told == null ? null : told.fact(),
            told == null ? new TreeSet<>() : new TreeSet<>(List.of(told.source())),
            facts.size());
    boolean sortsLast =
        !hasHistory || facts.stream().allMatch(each -> Fact.AS_THEY_APPLY.compare(each, fact) < 0);
    facts.add(fact);
    if (sortsLast) {
      evolve(cast(event));
    } else {
      refold();
    }
  }

  private void refold() {
    reset();
    standing().sorted(Fact.AS_THEY_APPLY).forEach(fact -> evolve(cast(fact.event())));
  }

  @SuppressWarnings("unchecked")
  private E cast(Event event) {
    return (E) event;
  }
}
