package vn.giaouoc.shared.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.poll.Absence;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.Quorum;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.TieRule;

/**
 * How a bloc decides about something ({@code domain.md} §6). What it does not state is left to
 * those who hold the poll, who then say it beforehand.
 *
 * @param subjects about what
 * @param clause where the regulation says so
 * @param methods in which ways it may; empty: not stated
 * @param quorum how many of those who may vote must attend
 * @param majority how many voices it needs
 * @param rounds how many times at most it may be voted on, the first included
 * @param ties what decides between equals, in this order; empty: not stated
 * @param judgedMayVote whether a unit that is voted on votes too; absent: it does
 * @param absent how a unit may vote that does not attend; empty: it does not
 * @param blankIsValid whether a blank paper counts; absent: only with one option, or where each is
 *     judged by itself
 */
public record PollRule(
    List<Subject> subjects,
    String clause,
    List<Method> methods,
    @Nullable Quorum quorum,
    @Nullable Threshold majority,
    @Nullable Integer rounds,
    List<TieRule> ties,
    @Nullable Boolean judgedMayVote,
    List<Absence> absent,
    @Nullable Boolean blankIsValid) {

  /** What it does not list it does not state. */
  public PollRule {
    subjects = subjects == null ? List.of() : List.copyOf(subjects);
    methods = methods == null ? List.of() : List.copyOf(methods);
    ties = ties == null ? List.of() : List.copyOf(ties);
    absent = absent == null ? List.of() : List.copyOf(absent);
  }
}
