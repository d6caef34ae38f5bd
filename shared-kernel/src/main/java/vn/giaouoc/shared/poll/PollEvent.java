package vn.giaouoc.shared.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
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

  /**
   * What can be chosen.
   *
   * @param key its short name within the poll
   * @param unit the unit that is chosen by it, if one is
   * @param text what it says in words, if it is none
   */
  record Option(String key, @Nullable UnitId unit, @Nullable Words text) {}

  /**
   * How many voices an option has. Nobody is named beside it.
   *
   * @param against how many are against it, where that was asked
   * @param abstaining how many neither, where that was asked
   */
  record Votes(
      String option, int inFavour, @Nullable Integer against, @Nullable Integer abstaining) {

    /** Whether a count among them is less than nothing. */
    public static boolean anyNegative(List<Votes> votes) {
      return votes.stream()
          .anyMatch(
              each ->
                  each.inFavour() < 0
                      || (each.against() != null && each.against() < 0)
                      || (each.abstaining() != null && each.abstaining() < 0));
    }

    /** All that were counted for it, against it, and neither. */
    public long all() {
      return (long) inFavour
          + (against == null ? 0 : against)
          + (abstaining == null ? 0 : abstaining);
    }
  }

  /**
   * A member that does not vote.
   *
   * @param clause where the regulation says so
   */
  record WithoutVote(UnitId unit, String clause) {}

  /**
   * Something was put to the vote.
   *
   * @param question in words
   * @param options what can be chosen
   * @param method how it is decided
   * @param threshold how many voices it needs
   * @param seats how many may be chosen
   * @param choices how many a voter may choose
   * @param tellers the units whose people count
   * @param after the earlier poll that this one repeats or continues
   */
  record PollCalled(
      PollId poll,
      BlocId bloc,
      CycleId cycle,
      ConferenceId conference,
      List<Subject> subjects,
      Contest contest,
      Words question,
      List<Option> options,
      Method method,
      Threshold threshold,
      int seats,
      int choices,
      List<UnitId> tellers,
      @Nullable PollId after)
      implements PollEvent {}

  /**
   * The poll opened, and who may vote is fixed: one voice for each unit.
   *
   * @param electorate the units that may vote
   * @param present those of them that attend
   * @param without the members that may not
   * @param basis the streams it was read from, each with its version: {@code bloc:…@4}
   */
  record PollOpened(
      PollId poll,
      List<UnitId> electorate,
      List<UnitId> present,
      List<WithoutVote> without,
      List<String> basis)
      implements PollEvent {}

  /**
   * All agree, and nobody objected when asked.
   *
   * @param agreed the options that they agree on
   */
  record ConsensusRecorded(PollId poll, List<String> agreed) implements PollEvent {}

  /**
   * Somebody objects, so it is put to a vote. Who does is not recorded.
   *
   * @param method how it is decided now
   * @param tellers the units whose people count
   * @param reason why, if they say
   */
  record ObjectionRaised(PollId poll, Method method, List<UnitId> tellers, @Nullable Words reason)
      implements PollEvent {}

  /**
   * Hands were counted.
   *
   * @param countedBy the two units whose people counted
   */
  record HandsCounted(PollId poll, List<Votes> votes, List<UnitId> countedBy)
      implements PollEvent {}

  /**
   * A teller typed in what the papers say. It decides nothing before another has certified it.
   *
   * @param by of which unit the teller is
   */
  record TallyRecorded(PollId poll, PaperTally tally, UnitId by) implements PollEvent {}

  /**
   * Another teller found the same.
   *
   * @param by of which unit the teller is
   */
  record TallyCertified(PollId poll, PaperTally tally, UnitId by) implements PollEvent {}

  /**
   * The poll closed with an outcome. All that it rests on is told once more, because what the
   * tellers did before was for them alone.
   *
   * @param methods the methods it went through, in order
   */
  record PollClosed(
      PollId poll,
      BlocId bloc,
      CycleId cycle,
      ConferenceId conference,
      List<Subject> subjects,
      Contest contest,
      List<Method> methods,
      List<UnitId> electorate,
      Counts counts,
      Outcome outcome)
      implements PollEvent {}

  /**
   * The chair decided between options with equal voices, as the regulation provides.
   *
   * @param chosen all that are chosen now
   * @param units the units behind them
   * @param clause where the regulation lets the chair decide
   */
  record TieDecided(
      PollId poll,
      BlocId bloc,
      CycleId cycle,
      ConferenceId conference,
      List<String> chosen,
      List<UnitId> units,
      String clause)
      implements PollEvent {}

  /** The poll does not count. */
  record PollVoided(PollId poll, BlocId bloc, CycleId cycle, ConferenceId conference, Words reason)
      implements PollEvent {}
}
