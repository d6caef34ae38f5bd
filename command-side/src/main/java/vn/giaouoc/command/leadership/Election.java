package vn.giaouoc.command.leadership;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.conference.Decision;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who was elected by a poll and those that it goes on with: a run-off elects those for whom the
 * first poll left no seat, and is asked about nothing else.
 */
final class Election {

  /** The last poll first. */
  private final List<Decision> polls = new ArrayList<>();

  private final Streams streams;

  Election(PollId last, Streams streams) {
    this.streams = streams;
    for (PollId poll = last; poll != null; poll = polls.getLast().after()) {
      polls.add(streams.peek(Decision.class, poll.stream()));
    }
  }

  /** Whose it is; nothing where nobody called it. */
  @Nullable BlocId bloc() {
    return polls.getFirst().decidedIn();
  }

  /** Whether any of them was asked about this. */
  boolean asks(Subject subject) {
    return polls.stream().anyMatch(poll -> poll.asks(subject));
  }

  /** Who is elected, the first elected first; nothing while that is open, or nobody was asked. */
  Optional<List<UnitId>> chosen(Subject subject) {
    List<Decision> asked = polls.stream().filter(poll -> poll.asks(subject)).toList();
    return asked.isEmpty() || !asked.getFirst().settles(subject)
        ? Optional.empty()
        : Optional.of(
            asked.reversed().stream().flatMap(poll -> poll.chosen(subject).stream()).toList());
  }

  /** The year in which it was held. */
  int year() {
    return streams.peek(Year.class, requireNonNull(polls.getFirst().cycle()).stream()).year();
  }
}
