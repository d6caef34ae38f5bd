package vn.giaouoc.command.proceedings;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.giaouoc.command.RequestRejection.STALE_VERSION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.Requests;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.correction.CorrectionAsked;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.HistoryEvent.DoubtRaised;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.When;

/**
 * Every stream can take history recorded later. Such a fact stands as long as one of its sources
 * stands; a withdrawn one leaves the state as if it had never been told. So does a first-hand one
 * that was corrected, and what is right instead stands in its place. The state of an aggregate,
 * which {@link #evolve} builds, is that of its standing facts in the order in which they apply,
 * wherever in the log they came to stand.
 *
 * @param <E> the events of the stream
 */
public abstract class Recordable<E extends Event> {

  @AggregateIdentifier private @Nullable String id;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<Long, Long> places = new HashMap<>();
  private final Requests requests = new Requests();
  private boolean hasHistory;
  private long events;

  /** One event, and who tells it; nobody does if it is first-hand. */
  record Fact(
      Event event,
      When appliesFrom,
      @Nullable String digest,
      SortedSet<Source> sources,
      long version,
      long place) {

    private static final Comparator<Fact> AS_THEY_WERE_TOLD = Comparator.comparing(Fact::place);

    private static final Comparator<Fact> AS_THEY_APPLY =
        Comparator.comparing((Fact fact) -> fact.appliesFrom().earliest())
            .thenComparing(Fact::firstHand)
            .thenComparing(Fact::firstSource, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(AS_THEY_WERE_TOLD);

    boolean firstHand() {
      return digest == null;
    }

    private Since since() {
      return new Since(appliesFrom, firstHand(), version);
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

  /**
   * What was asked for when this event came of it, seen from the state before. Every event says so:
   * who replays a year asks it again, and compares what comes of it.
   *
   * @param stored what is stored of the act beside it
   */
  protected abstract AskedFor asked(E event, Stored stored);

  /**
   * What was asked for when this event of the stream came of it.
   *
   * @param envelope what stands beside it
   * @param stored what is stored of the act beside it
   */
  public final AskedFor askedFor(Event event, Envelope envelope, Stored stored) {
    if (envelope.told() != null) {
      return AskedFor.Not.RECORDED_LATER;
    }
    return switch (event) {
      case FactCorrected corrected -> AskedFor.by(CorrectionAsked.of(corrected, stored));
      case HistoryEvent _ -> AskedFor.Not.RECORDED_LATER;
      // in the place of another, it stands since that was corrected
      default ->
          envelope.corrects() != null
              ? AskedFor.Not.COMES_WITH_ANOTHER
              : asked(cast(event), stored);
    };
  }

  /**
   * Takes one event into the state.
   *
   * @param since from when it applies, and whether it is first-hand
   */
  protected abstract void evolve(E event, Since since);

  /**
   * What a fact says beside its event.
   *
   * @param from from when it applies
   * @param firstHand whether somebody acted, or a paper was recorded later; only what is first-hand
   *     gives authority
   * @param version its number in the stream
   */
  public record Since(When from, boolean firstHand, long version) {}

  /**
   * Stands around every handler: a request that was answered before is answered the same again, and
   * an exclusive one is refused if its sender has not seen the stream as it is. That comes last:
   * who may not act is told so, and nothing of what the stream has come to.
   */
  @CommandHandlerInterceptor
  final Object once(CommandMessage<?> command, InterceptorChain chain) throws Exception {
    Long before = answered(command);
    if (before != null) {
      return before;
    }
    long version = version();
    try {
      Object answer = chain.proceed();
      mustBeSeen(command, version);
      return answer;
    } catch (Rejected refused) {
      // what came since may be why it is refused; which version that is, only who may act learns
      STALE_VERSION.unless(isOfTheSender(refused) || hasSeen(command, version), id);
      throw refused;
    }
  }

  /** Whether it is refused for who asks, or because there is nothing to ask. */
  private static boolean isOfTheSender(Rejected refused) {
    int status = refused.rejection().reason().status();
    return refused.rejection() == STALE_VERSION || status == 403 || status == 404;
  }

  /**
   * The same for a handler outside the aggregate, which asks before it decides.
   *
   * @return the version with which the command was answered before; nothing if it is new
   */
  public final @Nullable Long answered(CommandMessage<?> command) {
    return requests.answer(command);
  }

  /**
   * Refuses a command whose sender has not seen the stream as it is; for a handler outside the
   * aggregate, which asks once it knows that the sender may act, and before it appends.
   */
  public final void mustBeAsSeen(CommandMessage<?> command) {
    mustBeSeen(command, version());
  }

  private void mustBeSeen(CommandMessage<?> command, long version) {
    STALE_VERSION.unless(hasSeen(command, version), id + "@" + version);
  }

  private static boolean hasSeen(CommandMessage<?> command, long version) {
    return !(command.getMetaData().get(Commands.SEEN) instanceof Number seen)
        || seen.longValue() == version;
  }

  /** Appends a first-hand event to this stream. */
  protected final void tell(E event, Command command) {
    append(event, command.envelope());
  }

  /** Appends a first-hand event to this stream; for decisions that span several. */
  public final void append(E event, Envelope envelope) {
    apply(event, Envelopes.metaData(envelope));
  }

  /** The number of the last event; {@link Commands#NOTHING} before the first. */
  public final long version() {
    return events - 1;
  }

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

  /**
   * Takes back a first-hand fact that was told wrongly.
   *
   * @param version its number in the stream
   * @param right what is right instead, if anything is, and from when it applies
   */
  public final void correct(
      long version, Words reason, Envelope envelope, @Nullable Event right, When from) {
    apply(new FactCorrected(stream(), version, reason), Envelopes.metaData(envelope));
    if (right != null) {
      apply(right, Envelopes.metaData(envelope.inPlaceOf(version, from)));
    }
  }

  /** Whether the first-hand event of this number counts. */
  public final boolean counts(long version) {
    return standing().anyMatch(fact -> fact.version() == version && fact.firstHand());
  }

  /** The events after this version. */
  public final List<Event> since(long version) {
    return facts.stream().filter(fact -> fact.version() > version).map(Fact::event).toList();
  }

  /** Whether it is with the event of this number that all that stands here begins. */
  public final boolean beginsWith(long version) {
    return standing().min(order()).filter(fact -> fact.version() == version).isPresent();
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
    requests.note(metaData, events++);
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
      case FactCorrected(_, var version, _) -> {
        facts.removeIf(fact -> fact.version() == version);
        refold();
      }
      default -> add(event, metaData);
    }
  }

  private void add(Event event, MetaData metaData) {
    Envelope.@Nullable Told told = Envelopes.told(metaData);
    hasHistory |= told != null;
    Fact fact =
        new Fact(
            event,
            When.of(String.valueOf(metaData.getOrDefault("appliesFrom", "unknown"))),
            told == null ? null : told.fact(),
            told == null ? new TreeSet<>() : new TreeSet<>(List.of(told.source())),
            version(),
            place(metaData));
    boolean sortsLast =
        (!hasHistory && fact.place() == version())
            || facts.stream().allMatch(each -> order().compare(each, fact) < 0);
    facts.add(fact);
    places.put(fact.version(), fact.place());
    if (sortsLast) {
      evolve(cast(event), fact.since());
    } else {
      refold();
    }
  }

  /** The place of an event is its own, or that of the one that it corrects. */
  private long place(MetaData metaData) {
    return metaData.get("corrects") instanceof Number corrected
        ? places.getOrDefault(corrected.longValue(), version())
        : version();
  }

  private Comparator<Fact> order() {
    return hasHistory ? Fact.AS_THEY_APPLY : Fact.AS_THEY_WERE_TOLD;
  }

  private void refold() {
    reset();
    standing().sorted(order()).forEach(fact -> evolve(cast(fact.event()), fact.since()));
  }

  @SuppressWarnings("unchecked")
  private E cast(Event event) {
    return (E) event;
  }
}
