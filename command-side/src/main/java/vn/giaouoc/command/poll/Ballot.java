package vn.giaouoc.command.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.poll.Question;

/**
 * How far a poll is with a secret ballot.
 *
 * @param questions what is on its papers
 * @param blankIsValid what the regulation says of a blank paper; null where it says nothing
 * @param mayBeSecret whether it is a secret ballot, or becomes one if somebody objects
 * @param ended whether no further paper is taken
 * @param over whether it has an outcome, or is void
 * @param told whether its box is in the record
 */
record Ballot(
    List<Question> questions,
    @Nullable Boolean blankIsValid,
    boolean mayBeSecret,
    boolean ended,
    boolean over,
    boolean told) {}
