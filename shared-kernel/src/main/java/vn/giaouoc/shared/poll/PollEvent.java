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
import vn.giaouoc.shared.file.FileId;
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
    /** Who leads the bloc. */
    LEADERSHIP,
    /** Who deputises for it. */
    DEPUTIES
  }

  /** The ways in which a decision is reached; one decision may go through several. */
  enum Method implements Code {
    DELIBERATION,
    SCORING,
    CONSENSUS,
    SHOW_OF_HANDS,
    NAMED_VOTE,
    /** Papers in a hall, which tellers count. */
    BALLOT,
    /** Papers that are stamped blindly and that the program counts. */
    SECRET_BALLOT
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
   * Something was put to the vote, by the rules of the regulation in force.
   *
   * @param questions what is asked, on one paper
   * @param method how it is decided
   * @param tellers the units whose people count
   * @param council the blocs whose leaders vote; empty where the members of the bloc do
   * @param regulation number and symbol of the regulation whose rules are kept; absent where it
   *     states none
   * @param quorum how many must attend; absent where it is not stated
   * @param absent how a unit may vote that does not attend
   * @param blankIsValid whether a blank paper counts; absent where it is not stated
   * @param judgedMayVote whether who is voted on votes too
   * @param round how many times it has been voted on, this time included
   * @param after the earlier poll that this one repeats or continues
   */
  record PollCalled(
      PollId poll,
      BlocId bloc,
      CycleId cycle,
      ConferenceId conference,
      List<Question> questions,
      Method method,
      List<UnitId> tellers,
      List<BlocId> council,
      @Nullable String regulation,
      @Nullable Quorum quorum,
      List<Absence> absent,
      @Nullable Boolean blankIsValid,
      boolean judgedMayVote,
      int round,
      @Nullable PollId after)
      implements PollEvent {}

  /**
   * The poll opened, and who may vote is fixed: one voice for each unit.
   *
   * @param electorate the units that may vote
   * @param present those of them that attend
   * @param quorum how many had to attend; absent where that is not stated
   * @param without the members that may not
   * @param basis the streams it was read from, each with its version: {@code bloc:…@4}
   */
  record PollOpened(
      PollId poll,
      List<UnitId> electorate,
      List<UnitId> present,
      @Nullable Integer quorum,
      List<WithoutVote> without,
      List<String> basis)
      implements PollEvent {}

  /**
   * A unit that does not attend takes part all the same, as the regulation provides.
   *
   * @param unit which unit
   * @param how in writing or through another
   * @param holder who votes in its name, if another does
   * @param letter its opinion, or the authority that it gives
   * @param clause where the regulation says so
   */
  record AbsentVoiceAdmitted(
      PollId poll,
      UnitId unit,
      Absence how,
      @Nullable UnitId holder,
      FileId letter,
      @Nullable String clause)
      implements PollEvent {}

  /**
   * All agree, and nobody objected when asked.
   *
   * @param agreed what they agree on, for each question
   */
  record ConsensusRecorded(PollId poll, List<Answer> agreed) implements PollEvent {}

  /**
   * Somebody objects, so it is put to a vote. Who does is not told by it.
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
   * @param counted for each question
   * @param countedBy the two units whose people counted
   */
  record HandsCounted(PollId poll, List<Voices> counted, List<UnitId> countedBy)
      implements PollEvent {}

  /**
   * The hands for a question.
   *
   * @param question which question
   * @param votes how many for each option
   */
  record Voices(String question, List<Votes> votes) {}

  /**
   * A unit voted by name; what it said before in this poll does not count any more.
   *
   * @param unit which unit
   * @param answers what it says to each question
   */
  record VoteCast(PollId poll, UnitId unit, List<Answer> answers) implements PollEvent {}

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
   * Papers can be issued and returned.
   *
   * @param stampingKey by which the stamp of a paper is known
   * @param boxKey to which papers are sealed: an uncompressed point in base64url
   * @param paperLength how many bytes a paper has before it is sealed
   */
  record BallotBoxOpened(PollId poll, StampingKey stampingKey, String boxKey, int paperLength)
      implements PollEvent {}

  /** No further paper is issued or taken. */
  record CastingEnded(PollId poll) implements PollEvent {}

  /**
   * Papers that were in the box, without what they say. The papers of a large poll are told in
   * several of these.
   *
   * @param papers in the order of the digests of their tokens
   */
  record PapersListed(PollId poll, List<ReturnedPaper> papers) implements PollEvent {

    /** As many papers are told in one event; it stays well below what an engine takes. */
    public static final int MOST = 1_000;
  }

  /**
   * A paper that was in the box.
   *
   * @param token what was stamped, in base64url
   * @param stamp the stamp, in base64url
   */
  record ReturnedPaper(String token, String stamp) {}

  /**
   * The box was opened and counted: what the papers say, without the papers.
   *
   * @param issued how many papers were issued
   * @param returned how many stamped papers were in the box
   * @param foreign how many were in it that nobody had stamped; they count for nothing
   * @param questions what is said to each question
   */
  record BoxCounted(PollId poll, int issued, int returned, int foreign, List<BoxAnswers> questions)
      implements PollEvent {}

  /**
   * What the papers of a box say to one question. The valid and the invalid ones are all that were
   * returned.
   *
   * @param valid what is said, in the order of what it says
   * @param invalid why others do not count
   */
  record BoxAnswers(String question, List<SameAnswer> valid, List<Flawed> invalid) {

    /** How many papers do not count. */
    public int invalidPapers() {
      return invalid.stream().mapToInt(Flawed::papers).sum();
    }
  }

  /**
   * An answer that papers give.
   *
   * @param papers how many give just this one
   */
  record SameAnswer(List<String> inFavour, List<String> against, int papers) {}

  /** How many papers have a flaw. */
  record Flawed(Flaw flaw, int papers) {}

  /** The keys of the poll and all that was in its box are destroyed. */
  record BoxDestroyed(PollId poll) implements PollEvent {}

  /**
   * The poll closed with an outcome. All that it rests on is told once more, because what the
   * tellers did before was for them alone.
   *
   * @param methods the methods it went through, in order
   * @param decided the outcome of each question
   */
  record PollClosed(
      PollId poll,
      BlocId bloc,
      CycleId cycle,
      ConferenceId conference,
      List<Method> methods,
      List<UnitId> electorate,
      List<Decided> decided)
      implements PollEvent {

    /** Whether it was secret who chose what. */
    public Secrecy secrecy() {
      return switch (methods.getLast()) {
        case BALLOT, SECRET_BALLOT -> Secrecy.SECRET;
        case DELIBERATION, SCORING, CONSENSUS, SHOW_OF_HANDS, NAMED_VOTE -> Secrecy.OPEN;
      };
    }
  }

  /**
   * What came of a question.
   *
   * @param question which question
   * @param subjects what is decided by it
   * @param contest among whom
   * @param counts the papers
   * @param outcome the outcome with its arithmetic
   */
  record Decided(
      String question, List<Subject> subjects, Contest contest, Counts counts, Outcome outcome) {}

  /**
   * It was decided between options with equal voices, as the regulation provides.
   *
   * @param question in which question
   * @param by what decided: whoever presides, or lots
   * @param chosen all that are chosen now
   * @param units the units behind them
   * @param clause where the regulation says so
   */
  record TieDecided(
      PollId poll,
      BlocId bloc,
      CycleId cycle,
      ConferenceId conference,
      String question,
      TieRule.By by,
      List<String> chosen,
      List<UnitId> units,
      String clause)
      implements PollEvent {}

  /**
   * What was not decided is voted on again.
   *
   * @param questions which questions
   * @param in in which poll
   */
  record VotedOnAgain(PollId poll, List<String> questions, PollId in) implements PollEvent {}

  /**
   * Lots are to be drawn between options with equal voices ({@link Lots}).
   *
   * @param tied between which
   * @param units who draws: each commits itself to a seed, and reveals it when all have
   * @param clause where the regulation says so
   */
  record LotsCalled(
      PollId poll, String question, List<String> tied, List<UnitId> units, String clause)
      implements PollEvent {}

  /**
   * A unit committed itself to a seed.
   *
   * @param commitment the digest of the seed
   */
  record LotCommitted(PollId poll, String question, UnitId unit, String commitment)
      implements PollEvent {}

  /** A unit revealed the seed to which it had committed itself. */
  record LotRevealed(PollId poll, String question, UnitId unit, String seed) implements PollEvent {}

  /** Lots will not be drawn by these units; they may be by others. */
  record LotsAbandoned(PollId poll, String question, Words reason) implements PollEvent {}

  /** The poll does not count. */
  record PollVoided(PollId poll, BlocId bloc, CycleId cycle, ConferenceId conference, Words reason)
      implements PollEvent {}
}
