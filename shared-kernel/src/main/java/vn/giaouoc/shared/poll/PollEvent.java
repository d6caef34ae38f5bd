package vn.giaouoc.shared.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.unit.UnitId;

/** How a bloc decided. */
public sealed interface PollEvent extends Event {

  /** Which decision. */
  PollId poll();

  @Override
  default String stream() {
    return poll().stream();
  }

  /** What was decided. */
  enum Subject implements Code {
    TEXTS,
    RANKING,
    AWARDS,
    LEADERSHIP
  }

  /** The ways in which a decision is reached; one decision may go through several. */
  enum Method implements Code {
    DELIBERATION,
    SCORING,
    CONSENSUS,
    SHOW_OF_HANDS,
    NAMED_VOTE,
    BALLOT
  }

  /** Whether a ballot was secret. */
  enum Secrecy implements Code {
    SECRET,
    OPEN
  }

  /**
   * A decision was recorded from a paper. What the paper does not state is absent; a missing count
   * is not zero.
   *
   * @param subjects what was decided
   * @param contest among whom
   * @param methods how, in order
   * @param secrecy whether the ballot was secret
   * @param electorate the units that could vote; absent where it is not stated
   * @param electorateAsWritten who voted, as the source writes
   * @param counts the papers
   * @param chosen the units chosen, in the order of the decision
   */
  record PollRecorded(
      PollId poll,
      BlocId bloc,
      CycleId cycle,
      ConferenceId conference,
      List<Subject> subjects,
      Contest contest,
      List<Method> methods,
      @Nullable Secrecy secrecy,
      @Nullable List<UnitId> electorate,
      @Nullable String electorateAsWritten,
      Counts counts,
      List<UnitId> chosen)
      implements PollEvent {}

  /** The papers of a ballot; each number is absent where it is not stated. */
  record Counts(
      @Nullable Integer issued,
      @Nullable Integer returned,
      @Nullable Integer valid,
      @Nullable Integer invalid) {

    /** Nothing is stated. */
    public static final Counts NOT_STATED = new Counts(null, null, null, null);
  }
}
