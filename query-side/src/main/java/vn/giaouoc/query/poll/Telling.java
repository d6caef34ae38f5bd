package vn.giaouoc.query.poll;

import java.util.List;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a unit counts.
 *
 * @param unit which unit
 * @param polls the polls of which it is a teller
 */
record Telling(UnitId unit, List<PollId> polls) {

  Telling and(PollId poll) {
    return new Telling(unit, Lists.withOnce(polls, poll));
  }
}
