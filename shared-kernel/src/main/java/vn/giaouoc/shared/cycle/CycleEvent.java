package vn.giaouoc.shared.cycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/** The emulation year of a bloc. */
public sealed interface CycleEvent extends Event {

  /** Which cycle. */
  CycleId cycle();

  @Override
  default String stream() {
    return cycle().stream();
  }

  /** The steps of a year, in their usual order. A regulation may order them otherwise. */
  enum Step implements Code {
    REGULATION,
    PLEDGE,
    MID_YEAR_REVIEW,
    SCORING,
    YEAR_END_REVIEW,
    RANKING,
    AWARD_PROPOSAL,
    DESIGNATION,
    HANDOVER
  }

  /** How far a step is. What nobody has told is unknown, and no event. */
  enum StepState implements Code {
    PLANNED,
    DUE,
    DONE,
    SKIPPED
  }

  /**
   * A cycle began.
   *
   * @param bloc whose
   * @param year the emulation year by which it is called
   */
  record CycleOpened(CycleId cycle, BlocId bloc, int year) implements CycleEvent {}

  /**
   * A step was told to be so.
   *
   * @param conference where it was taken, if known
   */
  record StepRecorded(CycleId cycle, Step step, StepState state, @Nullable ConferenceId conference)
      implements CycleEvent {}

  /**
   * A source cites the regulation of the cycle. What it provides is not known by that.
   *
   * @param number its number and symbol, if any
   * @param title its title
   * @param dated its date, if any
   * @param draft whether it was still being discussed
   */
  record RegulationCited(
      CycleId cycle, @Nullable String number, String title, @Nullable Dated dated, boolean draft)
      implements CycleEvent {}

  /**
   * What the pledge of the cycle contains.
   *
   * @param stated the number of contents that the source states
   * @param contents the contents that it lists
   */
  record PledgeContentsStated(CycleId cycle, @Nullable Integer stated, List<PledgeContent> contents)
      implements CycleEvent {}

  /** One content (nội dung) of the pledge. */
  record PledgeContent(int number, Words text) {}

  /**
   * A ranking was decided.
   *
   * @param contest among whom
   * @param places the units that were placed; others are not ranked by it
   * @param decidedBy the decision, if it is recorded
   */
  record RankingDecided(
      CycleId cycle, Contest contest, List<Place> places, @Nullable PollId decidedBy)
      implements CycleEvent {}

  /**
   * A place in a ranking.
   *
   * @param rank 1 is first
   */
  record Place(UnitId unit, int rank) {}
}
