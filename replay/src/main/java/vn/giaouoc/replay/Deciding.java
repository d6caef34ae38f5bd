package vn.giaouoc.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.DecidingAgain;
import vn.giaouoc.command.DecidingAgain.Decision;
import vn.giaouoc.command.Rejection;
import vn.giaouoc.command.Stored;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.replay.Finding.Kind;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.eventstore.Wire;

/**
 * Decides the acts of the journal again, one after another, each on what is stored before it. So a
 * fault is found where it is, and what rests on it is judged by what is stored.
 *
 * <p>No event says which others came of the same act: the decision says it. An event that comes
 * with another waits until the act is decided that brings it; if the next act of the same actor
 * does not, it was an act by itself, or comes of none.
 */
final class Deciding implements AutoCloseable {

  /** So many events of a stream may come of one act. */
  private static final int LONGEST_ACT = 200;

  private final Past past;
  private final Consumer<Finding> found;
  private final DecidingAgain rules = new DecidingAgain(this::past);

  /** Events that wait for the act that brings them, by position. */
  private final Map<Long, Told> waiting = new LinkedHashMap<>();

  /** Events further on that came of an act which is decided already. */
  private final Set<Long> brought = new HashSet<>();

  /** Of whose last act something was found: what came with it is not a fault of its own. */
  private final Set<Actor> atFault = new HashSet<>();

  /** The number of the last event of each stream. */
  private final Map<String, Long> last = new HashMap<>();

  private long now;
  private long decided;
  private long comingWith;
  private long recordedLater;
  private long keptSecret;

  Deciding(Past past, Consumer<Finding> found) {
    this.past = past;
    this.found = found;
  }

  Report.Checked checked(long reckoned, long papers, long inTheLog, long documents) {
    return new Report.Checked(
        decided, comingWith, recordedLater, keptSecret, reckoned, papers, inTheLog, documents);
  }

  /** Looks at the next entry. */
  void next(Entry entry) {
    now = entry.position();
    mustFollow(entry);
    if (brought.remove(now)) {
      return;
    }
    Told told = Told.of(entry);
    if (told == null) {
      found.accept(
          new Finding(
              Kind.UNREADABLE,
              now,
              entry.stream() + "@" + entry.version(),
              entry.payload(),
              null,
              null,
              null,
              "Chương trình này không đọc được sự kiện.",
              "This program cannot read the event."));
      return;
    }
    Stored stored = stored(told);
    switch (rules.askedFor(told.event(), told.envelope(), stored)) {
      case AskedFor.By(var command) -> {
        Decision decision = rules.decide(command, entry.recordedAt());
        if (decision instanceof Decision.Refused && giveUp(told)) {
          // with what had happened by itself before it
          decision = rules.decide(command, entry.recordedAt());
        }
        compare(told, decision);
        giveUp(told);
      }
      case AskedFor.Not.COMES_WITH_ANOTHER -> waiting.put(now, told);
      case AskedFor.Not.KEPT_SECRET -> keptSecret++;
      case AskedFor.Not.RECORDED_LATER -> recordedLater++;
    }
  }

  /** What waits at the end comes of no later act. */
  void end() {
    giveUp(List.copyOf(waiting.values()));
  }

  @Override
  public void close() {
    rules.close();
  }

  private void compare(Told act, Decision decision) {
    switch (decision) {
      case Decision.Appended(var events) -> {
        boolean right = true;
        boolean bringsIt = false;
        for (DomainEventMessage<?> expected : events) {
          Told stored = past.at(expected.getAggregateIdentifier(), expected.getSequenceNumber());
          if (stored != null && stored.entry().position() == now) {
            bringsIt = true;
            decided++;
          } else if (stored != null && isThere(stored)) {
            comingWith++;
          }
          right &= same(act, expected, stored);
        }
        if (!bringsIt) {
          ofNoAct(act);
          right = false;
        }
        if (right) {
          atFault.remove(act.envelope().actor());
        } else {
          atFault.add(act.envelope().actor());
        }
      }
      case Decision.Refused(var why) -> {
        Rejection.Reason reason = why.rejection().reason();
        String about = why.subject() == null ? "" : " (" + why.subject() + ")";
        fault(
            act,
            Kind.REFUSED,
            null,
            why.rejection().problem(),
            why.clause(),
            "Quy tắc không cho phép việc này: " + reason.vietnamese() + about + ".",
            "The rules refuse this: " + reason.english() + about + ".");
      }
      case Decision.Undecidable(var why) ->
          fault(
              act,
              Kind.REFUSED,
              null,
              null,
              null,
              "Không thể quyết định lại việc này từ những gì có trước đó.",
              "This cannot be decided from what stands before it: " + why.getMessage());
    }
  }

  /** Whether what comes of an act is stored as it should be; it is looked at once. */
  private boolean same(Told act, DomainEventMessage<?> expected, @Nullable Told stored) {
    String what = Wire.mapper().writeValueAsString(expected.getPayload());
    if (stored == null
        || !isThere(stored)
        || !stored.event().getClass().equals(expected.getPayloadType())) {
      found.accept(
          new Finding(
              Kind.MISSING,
              now,
              expected.getAggregateIdentifier() + "@" + expected.getSequenceNumber(),
              null,
              what,
              null,
              null,
              "Việc ghi tại " + act.at() + " phải kéo theo một sự kiện nữa, nhưng không có.",
              "What stands at " + act.at() + " brings a further event, which is not there."));
      return false;
    }
    if (stored.entry().position() != now && waiting.remove(stored.entry().position()) == null) {
      brought.add(stored.entry().position());
    }
    String is = Wire.mapper().writeValueAsString(stored.event());
    if (!is.equals(what)) {
      fault(
          stored,
          Kind.OTHERWISE,
          what,
          null,
          null,
          "Tính và quyết định lại thì kết quả khác với điều đã ghi.",
          "Decided again it comes out otherwise than it is stored.");
      return false;
    }
    Envelope beside = Envelopes.of(expected.getMetaData());
    if (!beside.equals(stored.envelope())) {
      fault(
          stored,
          Kind.OTHERWISE,
          Wire.mapper().writeValueAsString(beside),
          null,
          null,
          "Người được xem, ngày hiệu lực hoặc người làm không như quyết định lại.",
          "For whom it is, from when it applies or who did it is otherwise than decided again.");
      return false;
    }
    return true;
  }

  /** Not one that stands before the act, and none that came of another act already. */
  private boolean isThere(Told stored) {
    long position = stored.entry().position();
    return position == now
        || waiting.containsKey(position)
        || (position > now && !brought.contains(position));
  }

  private void fault(
      Told at,
      Kind kind,
      @Nullable String expected,
      @Nullable String refusal,
      @Nullable String clause,
      String vietnamese,
      String english) {
    atFault.add(at.envelope().actor());
    boolean older = at.older();
    found.accept(
        new Finding(
            older ? Kind.OTHERWISE_TODAY : kind,
            at.entry().position(),
            at.at(),
            at.entry().payload(),
            expected,
            refusal,
            clause,
            older
                ? vietnamese + " Sự kiện ghi theo mẫu cũ: quy tắc hiện nay có thể chặt hơn."
                : vietnamese,
            older
                ? english + " It is written in an older form: today's rules may be stricter."
                : english));
  }

  private void ofNoAct(Told told) {
    fault(
        told,
        Kind.OF_NO_ACT,
        null,
        null,
        null,
        "Không có việc làm nào dẫn đến sự kiện này.",
        "No act brings this event about.");
  }

  /** Whether anything waited for this act. */
  private boolean giveUp(Told act) {
    List<Told> its =
        waiting.values().stream()
            .filter(each -> each.envelope().actor().equals(act.envelope().actor()))
            .filter(each -> each.entry().position() < now)
            .toList();
    giveUp(its);
    return !its.isEmpty();
  }

  /**
   * Events that waited for the next act of their actor, which did not bring them. Where that act
   * only looked like one that would, each was an act by itself, and is decided where it stands;
   * what cannot be one comes of none.
   */
  private void giveUp(List<Told> some) {
    long then = now;
    for (Told told : some) {
      waiting.remove(told.entry().position());
      if (atFault.contains(told.envelope().actor())) {
        continue;
      }
      now = told.entry().position();
      if (rules.askedFor(told.event(), told.envelope(), stored(told, List.of()))
          instanceof AskedFor.By(var command)) {
        compare(told, rules.decide(command, told.entry().recordedAt()));
      } else {
        ofNoAct(told);
      }
    }
    now = then;
  }

  /** The events of a stream are numbered from 0, and none is missing. */
  private void mustFollow(Entry entry) {
    long expected = last.getOrDefault(entry.stream(), -1L) + 1;
    last.put(entry.stream(), entry.version());
    if (entry.version() != expected) {
      found.accept(
          new Finding(
              Kind.OUT_OF_ORDER,
              entry.position(),
              entry.stream() + "@" + entry.version(),
              entry.payload(),
              null,
              null,
              null,
              "Sự kiện này mang số " + entry.version() + ", đúng ra phải là " + expected + ".",
              "This event has the number " + entry.version() + " and not " + expected + "."));
    }
  }

  private Stored stored(Told told) {
    List<Told> ofStream = past.of(told.entry().stream());
    int from = Past.index(ofStream, told.entry().version()) + 1;
    List<Stored.Following> following =
        ofStream.subList(from, Math.min(from + LONGEST_ACT, ofStream.size())).stream()
            .takeWhile(each -> isOfTheSame(each.envelope(), told.envelope()))
            .map(each -> new Stored.Following(each.event(), each.envelope()))
            .toList();
    return stored(told, following);
  }

  private Stored stored(Told told, List<Stored.Following> following) {
    return new Stored(
        asAsked(told.envelope()),
        told.entry().version(),
        following,
        other ->
            past.of(other).stream()
                .filter(each -> each.entry().position() >= now)
                .map(Told::event)
                .toList());
  }

  private static boolean isOfTheSame(Envelope one, Envelope other) {
    return one.told() == null
        && one.actor().equals(other.actor())
        && (one.corrects() != null || one.occurredOn().equals(other.occurredOn()));
  }

  /** Whoever asks says nothing of the audience: the decision does. */
  private static Envelope asAsked(Envelope stored) {
    return stored.forAudience(Audience.PUBLIC);
  }

  /** The events of a stream that stand by now: neither further on, nor waiting for their act. */
  private List<? extends DomainEventMessage<?>> past(String stream) {
    return past.of(stream).stream()
        .filter(
            each -> each.entry().position() < now && !waiting.containsKey(each.entry().position()))
        .map(Deciding::message)
        .toList();
  }

  private static DomainEventMessage<?> message(Told told) {
    Entry entry = told.entry();
    return new GenericDomainEventMessage<>(
        entry.stream().substring(0, entry.stream().indexOf(':')),
        entry.stream(),
        entry.version(),
        told.event(),
        MetaData.from(metaData(entry.metadata())));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> metaData(String json) {
    return Wire.mapper().readValue(json, Map.class);
  }
}
