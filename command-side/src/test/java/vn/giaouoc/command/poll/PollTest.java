package vn.giaouoc.command.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.STRANGER;
import static vn.giaouoc.command.Lived.TODAY;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.Living.byTheBoard;
import static vn.giaouoc.command.Living.words;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;
import static vn.giaouoc.command.poll.PollRejection.ALREADY_COUNTED;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_METHOD;
import static vn.giaouoc.command.poll.PollRejection.CANDIDATE_EXCLUDED;
import static vn.giaouoc.command.poll.PollRejection.CANDIDATE_NOT_A_MEMBER;
import static vn.giaouoc.command.poll.PollRejection.CONFERENCE_NOT_CONVENED;
import static vn.giaouoc.command.poll.PollRejection.CONFERENCE_NOT_SITTING;
import static vn.giaouoc.command.poll.PollRejection.COUNT_BELOW_ZERO;
import static vn.giaouoc.command.poll.PollRejection.CYCLE_NOT_OF_THE_CONFERENCE;
import static vn.giaouoc.command.poll.PollRejection.EARLIER_POLL_STANDS;
import static vn.giaouoc.command.poll.PollRejection.METHOD_NOT_OFFERED;
import static vn.giaouoc.command.poll.PollRejection.MORE_HANDS_THAN_VOTERS;
import static vn.giaouoc.command.poll.PollRejection.MORE_ISSUED_THAN_VOTERS;
import static vn.giaouoc.command.poll.PollRejection.MORE_RETURNED_THAN_ISSUED;
import static vn.giaouoc.command.poll.PollRejection.MORE_VOTES_THAN_PAPERS;
import static vn.giaouoc.command.poll.PollRejection.NOBODY_MAY_VOTE;
import static vn.giaouoc.command.poll.PollRejection.NOTHING_TO_CLOSE_WITH;
import static vn.giaouoc.command.poll.PollRejection.NOT_AMONG_THE_TIED;
import static vn.giaouoc.command.poll.PollRejection.NOT_A_TELLER;
import static vn.giaouoc.command.poll.PollRejection.NOT_EXCLUDED;
import static vn.giaouoc.command.poll.PollRejection.NOT_ON_THE_ROLL;
import static vn.giaouoc.command.poll.PollRejection.NOT_RUNNING_THE_CONFERENCE;
import static vn.giaouoc.command.poll.PollRejection.NOT_THE_CHAIR;
import static vn.giaouoc.command.poll.PollRejection.NOT_TIED;
import static vn.giaouoc.command.poll.PollRejection.NO_TALLY;
import static vn.giaouoc.command.poll.PollRejection.ONLY_THE_TIED_GO_ON;
import static vn.giaouoc.command.poll.PollRejection.OPTIONS_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.OPTIONS_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.PAPERS_DO_NOT_ADD_UP;
import static vn.giaouoc.command.poll.PollRejection.POLL_ALREADY_CALLED;
import static vn.giaouoc.command.poll.PollRejection.POLL_ALREADY_OPEN;
import static vn.giaouoc.command.poll.PollRejection.POLL_CLOSED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_CALLED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_CLOSED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_OPEN;
import static vn.giaouoc.command.poll.PollRejection.POLL_VOID;
import static vn.giaouoc.command.poll.PollRejection.SAME_TELLER;
import static vn.giaouoc.command.poll.PollRejection.SEATS_OR_CHOICES_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.TALLIES_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.TALLY_CERTIFIED;
import static vn.giaouoc.command.poll.PollRejection.THRESHOLD_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.TOO_MANY_CHOSEN;
import static vn.giaouoc.command.poll.PollRejection.TWO_TELLERS_NEEDED;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.poll.PollCommand.Asked;
import vn.giaouoc.command.poll.PollCommand.CallPoll;
import vn.giaouoc.command.poll.PollCommand.CertifyTally;
import vn.giaouoc.command.poll.PollCommand.Choice;
import vn.giaouoc.command.poll.PollCommand.ClosePoll;
import vn.giaouoc.command.poll.PollCommand.DecideTie;
import vn.giaouoc.command.poll.PollCommand.OpenPoll;
import vn.giaouoc.command.poll.PollCommand.RaiseObjection;
import vn.giaouoc.command.poll.PollCommand.RecordConsensus;
import vn.giaouoc.command.poll.PollCommand.RecordPaperTally;
import vn.giaouoc.command.poll.PollCommand.RecordShowOfHands;
import vn.giaouoc.command.poll.PollCommand.VoidPoll;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.conference.ConferenceEvent.AttendanceRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceClosed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent.ConsensusRecorded;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.HandsCounted;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.TallyCertified;
import vn.giaouoc.shared.poll.PollEvent.TallyRecorded;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;
import vn.giaouoc.shared.poll.PollEvent.Voices;
import vn.giaouoc.shared.poll.PollEvent.VoteCast;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.PollEvent.WithoutVote;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Question.Form;
import vn.giaouoc.shared.poll.Question.Option;
import vn.giaouoc.shared.poll.QuestionTally;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.Threshold.Base;
import vn.giaouoc.shared.poll.TieRule;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitMerged;
import vn.giaouoc.shared.unit.UnitId;

class PollTest {

  private static final PollId POLL = PollId.of("kien-giang.khoi-4.2026.suy-ton");
  private static final PollId AGAIN = PollId.of("kien-giang.khoi-4.2026.suy-ton-2");
  private static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2026.year-end");
  private static final Threshold HALF = Threshold.MORE_THAN_HALF;
  private static final Threshold HALF_OF_RETURNED = new Threshold(Base.RETURNED, 1, 2, true, null);
  private static final List<UnitId> ALL = List.of(DEPUTY, MEMBER, LEADER);
  private static final List<Choice> CANDIDATES =
      List.of(new Choice("a", LEADER, null), new Choice("b", MEMBER, null));
  private static final List<Option> OPTIONS =
      List.of(new Option("a", LEADER, null), new Option("b", MEMBER, null));
  private static final List<UnitId> TELLERS = List.of(DEPUTY, MEMBER);
  private static final PollOpened OPENED =
      new PollOpened(
          POLL,
          ALL,
          List.of(),
          null,
          List.of(),
          List.of(
              "bloc:kien-giang.khoi-4@3",
              "cycle:kien-giang.khoi-4.2026@0",
              "conference:kien-giang.khoi-4.2026.year-end@1"));

  private static Living sitting(Object... more) {
    return Lived.year()
        .given(
            new ConferenceConvened(
                HALL,
                BLOC,
                List.of(CYCLE),
                ConferenceKind.YEAR_END,
                "Hội nghị tổng kết",
                When.of(TODAY),
                null),
            new ConferenceOpened(HALL))
        .given(more);
  }

  private static PollCalled called(Method method, Threshold threshold) {
    return called(method, question(threshold));
  }

  private static PollCalled called(Method method, Question... questions) {
    return new PollCalled(
        POLL,
        BLOC,
        CYCLE,
        HALL,
        List.of(questions),
        method,
        TELLERS,
        List.of(),
        null,
        null,
        List.of(),
        null,
        true,
        1,
        null);
  }

  private static Question question(Threshold threshold) {
    return new Question(
        "1",
        List.of(Subject.RANKING),
        Contest.WHOLE_BLOC,
        words("Đơn vị dẫn đầu?"),
        Form.CHOOSE,
        OPTIONS,
        1,
        1,
        threshold,
        null,
        List.of());
  }

  private static CallPoll call(Method method, Threshold threshold, Envelope envelope) {
    return call(POLL, CANDIDATES, method, threshold, 1, 1, TELLERS, null, envelope);
  }

  private static CallPoll call(
      PollId poll,
      List<Choice> options,
      Method method,
      Threshold threshold,
      int seats,
      int choices,
      List<UnitId> tellers,
      PollId after,
      Envelope envelope) {
    return new CallPoll(
        poll,
        CYCLE,
        HALL,
        List.of(asked(options, threshold, seats, choices)),
        method,
        tellers,
        List.of(),
        after,
        envelope);
  }

  private static Asked asked(List<Choice> options, Threshold threshold, int seats, int choices) {
    return new Asked(
        "1",
        List.of(Subject.RANKING),
        Contest.WHOLE_BLOC,
        "Đơn vị dẫn đầu?",
        null,
        options,
        seats,
        choices,
        threshold);
  }

  private static Living polling(Method method, Object... more) {
    return sitting(called(method, HALF), OPENED).given(more);
  }

  private static Living balloting(Object... more) {
    return sitting(called(Method.BALLOT, HALF_OF_RETURNED), OPENED).given(more);
  }

  private static Votes votes(String option, int inFavour) {
    return new Votes(option, inFavour, null, null);
  }

  private static PaperTally tally(int issued, int returned, int valid, int invalid, int a, int b) {
    return tally(issued, returned, valid, invalid, votes("a", a), votes("b", b));
  }

  private static PaperTally tally(
      int issued, int returned, int valid, int invalid, Votes... votes) {
    return new PaperTally(
        issued, returned, List.of(new QuestionTally("1", valid, invalid, List.of(votes))));
  }

  private static final PaperTally TWO_TO_ONE = tally(3, 3, 3, 0, 2, 1);
  private static final TallyRecorded TYPED = new TallyRecorded(POLL, TWO_TO_ONE, DEPUTY);
  private static final TallyCertified CERTIFIED = new TallyCertified(POLL, TWO_TO_ONE, MEMBER);

  private static Outcome closed(Living living) {
    return living.appended().stream()
        .filter(PollClosed.class::isInstance)
        .map(PollClosed.class::cast)
        .findFirst()
        .orElseThrow()
        .decided()
        .getFirst()
        .outcome();
  }

  @Test
  void whoever_runs_the_conference_calls_a_poll_and_nobody_else_does() {
    sitting().when(call(Method.BALLOT, HALF, by(LEADER))).then(called(Method.BALLOT, HALF));
    sitting().when(call(Method.BALLOT, HALF, by(DEPUTY))).then(called(Method.BALLOT, HALF));
    sitting().when(call(Method.BALLOT, HALF, by(MEMBER))).refused(NOT_RUNNING_THE_CONFERENCE);
    sitting(
            new AttendanceRecorded(
                HALL, List.of(new Attendee(Role.SECRETARY, MEMBER, null, null)), null))
        .when(call(Method.BALLOT, HALF, by(MEMBER)))
        .then(called(Method.BALLOT, HALF));
  }

  @Test
  void a_poll_is_called_once_in_a_conference_that_is_there_and_in_its_year() {
    sitting(called(Method.BALLOT, HALF))
        .when(call(Method.BALLOT, HALF, by(LEADER)))
        .refused(POLL_ALREADY_CALLED);
    Lived.year().when(call(Method.BALLOT, HALF, by(LEADER))).refused(CONFERENCE_NOT_CONVENED);
    sitting()
        .when(
            new CallPoll(
                POLL,
                CycleId.of("kien-giang.khoi-4.2019"),
                HALL,
                List.of(asked(CANDIDATES, HALF, 1, 1)),
                Method.BALLOT,
                TELLERS,
                List.of(),
                null,
                by(LEADER)))
        .refused(CYCLE_NOT_OF_THE_CONFERENCE);
  }

  @Test
  void options_are_named_once_and_candidates_are_members_that_are_not_excluded() {
    for (List<Choice> unusable :
        List.of(
            List.<Choice>of(),
            List.of(new Choice("a", LEADER, null), new Choice("a", MEMBER, null)),
            List.of(new Choice("a", null, null)),
            List.of(new Choice("Bà Nguyễn Thị B", LEADER, null)),
            List.of(new Choice("a", LEADER, "nội dung")))) {
      sitting()
          .when(call(POLL, unusable, Method.BALLOT, HALF, 1, 1, TELLERS, null, by(LEADER)))
          .refused(OPTIONS_UNUSABLE);
    }
    sitting()
        .when(
            call(
                POLL,
                List.of(new Choice("a", STRANGER, null)),
                Method.BALLOT,
                HALF,
                1,
                1,
                TELLERS,
                null,
                by(LEADER)))
        .refused(CANDIDATE_NOT_A_MEMBER);
    sitting(new UnitExcluded(CYCLE, MEMBER, "Điều 9"))
        .when(call(Method.BALLOT, HALF, by(LEADER)))
        .refused(CANDIDATE_EXCLUDED);
  }

  @Test
  void seats_choices_threshold_method_and_tellers_are_such_as_can_decide() {
    for (int[] each : new int[][] {{0, 1}, {3, 1}, {1, 0}, {1, 2}}) {
      sitting()
          .when(
              call(
                  POLL,
                  CANDIDATES,
                  Method.BALLOT,
                  HALF,
                  each[0],
                  each[1],
                  TELLERS,
                  null,
                  by(LEADER)))
          .refused(SEATS_OR_CHOICES_UNUSABLE);
    }
    for (Threshold each :
        List.of(
            new Threshold(Base.VALID, 0, 2, true, null),
            new Threshold(Base.VALID, 3, 2, false, null),
            new Threshold(Base.VALID, 2, 2, true, null))) {
      sitting().when(call(Method.BALLOT, each, by(LEADER))).refused(THRESHOLD_UNUSABLE);
    }
    sitting()
        .when(call(Method.SHOW_OF_HANDS, HALF_OF_RETURNED, by(LEADER)))
        .refused(THRESHOLD_UNUSABLE);
    sitting().when(call(Method.SCORING, HALF, by(LEADER))).refused(METHOD_NOT_OFFERED);
    for (List<UnitId> tellers :
        List.of(List.of(MEMBER), List.of(MEMBER, MEMBER), List.of(MEMBER, STRANGER))) {
      sitting()
          .when(call(POLL, CANDIDATES, Method.BALLOT, HALF, 1, 1, tellers, null, by(LEADER)))
          .refused(TWO_TELLERS_NEEDED);
    }
  }

  @Test
  void at_the_opening_the_electorate_is_the_roll_of_the_day_with_one_voice_each() {
    sitting(called(Method.BALLOT, HALF))
        .when(new OpenPoll(POLL, List.of(), by(LEADER)))
        .then(OPENED);
    polling(Method.BALLOT)
        .when(new OpenPoll(POLL, List.of(), by(LEADER)))
        .refused(POLL_ALREADY_OPEN);
    // one that is only told from a paper is not held again
    sitting(
            new PollRecorded(
                POLL,
                BLOC,
                CYCLE,
                HALL,
                List.of(Subject.RANKING),
                Contest.WHOLE_BLOC,
                List.of(Method.BALLOT),
                null,
                null,
                null,
                Counts.NOT_STATED,
                List.of()))
        .when(new OpenPoll(POLL, List.of(), by(LEADER)))
        .refused(POLL_NOT_CALLED);
    sitting(called(Method.BALLOT, HALF), new ConferenceClosed(HALL))
        .when(new OpenPoll(POLL, List.of(), by(LEADER)))
        .refused(CONFERENCE_NOT_SITTING);
    sitting(called(Method.BALLOT, HALF))
        .when(new OpenPoll(POLL, List.of(), by(MEMBER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
  }

  @Test
  void a_unit_that_has_just_left_or_merged_does_not_vote_and_an_attending_one_is_present() {
    Living left =
        sitting(
            new AttendanceRecorded(
                HALL, List.of(new Attendee(Role.MEMBER, LEADER, null, null)), null),
            called(Method.CONSENSUS, HALF));
    left.given(new MemberReleased(BLOC, DEPUTY)).when(new OpenPoll(POLL, List.of(), by(LEADER)));
    assertThat(opened(left).electorate()).containsExactly(MEMBER, LEADER);
    assertThat(opened(left).present()).containsExactly(LEADER);

    Living merged = sitting(called(Method.CONSENSUS, HALF));
    merged
        .given(new UnitMerged(DEPUTY, LEADER, null))
        .when(new OpenPoll(POLL, List.of(), by(LEADER)));
    assertThat(opened(merged).electorate()).containsExactly(MEMBER, LEADER);
  }

  private static PollOpened opened(Living living) {
    return (PollOpened) living.appended().getFirst();
  }

  @Test
  void an_excluded_member_has_no_vote_where_the_regulation_says_so_and_no_other_loses_it() {
    Living excluded = sitting(called(Method.CONSENSUS, HALF));
    excluded
        .given(new UnitExcluded(CYCLE, DEPUTY, "Điều 9"))
        .when(new OpenPoll(POLL, List.of(new WithoutVote(DEPUTY, "Điều 12")), by(LEADER)));
    assertThat(opened(excluded).electorate()).containsExactly(MEMBER, LEADER);
    sitting(called(Method.CONSENSUS, HALF))
        .when(new OpenPoll(POLL, List.of(new WithoutVote(DEPUTY, "Điều 12")), by(LEADER)))
        .refused(NOT_EXCLUDED);
    sitting(called(Method.CONSENSUS, HALF))
        .when(new OpenPoll(POLL, List.of(new WithoutVote(STRANGER, "Điều 12")), by(LEADER)))
        .refused(NOT_ON_THE_ROLL);
    sitting(called(Method.CONSENSUS, HALF))
        .given(
            new MemberReleased(BLOC, DEPUTY),
            new MemberReleased(BLOC, MEMBER),
            new UnitExcluded(CYCLE, LEADER, "Điều 9"))
        .when(new OpenPoll(POLL, List.of(new WithoutVote(LEADER, "Điều 12")), by(DEPUTY)))
        .refused(NOT_RUNNING_THE_CONFERENCE); // a deputy that has left runs nothing
  }

  @Test
  void nothing_is_decided_where_nobody_may_vote() {
    sitting(called(Method.CONSENSUS, HALF))
        .given(
            new MemberReleased(BLOC, DEPUTY),
            new MemberReleased(BLOC, MEMBER),
            new UnitExcluded(CYCLE, LEADER, "Điều 9"))
        .when(new OpenPoll(POLL, List.of(new WithoutVote(LEADER, "Điều 12")), by(LEADER)))
        .refused(NOBODY_MAY_VOTE);
  }

  @Test
  void all_agree_on_no_more_than_there_are_seats_and_the_poll_closes_with_that() {
    Living agreed =
        polling(Method.CONSENSUS)
            .when(new RecordConsensus(POLL, List.of(Answer.of("1", "b")), by(LEADER)))
            .then(new ConsensusRecorded(POLL, List.of(Answer.of("1", "b"))));
    agreed
        .when(new RecordConsensus(POLL, List.of(Answer.of("1", "b")), by(LEADER)))
        .refused(ALREADY_COUNTED);
    agreed.when(new ClosePoll(POLL, by(LEADER)));
    assertThat(closed(agreed).result()).isEqualTo(Outcome.Result.DECIDED);
    assertThat(closed(agreed).units()).containsExactly(MEMBER);

    polling(Method.CONSENSUS)
        .when(new RecordConsensus(POLL, List.of(Answer.of("1", "a", "b")), by(LEADER)))
        .refused(TOO_MANY_CHOSEN);
    for (List<String> other : List.of(List.<String>of(), List.of("c"), List.of("a", "a"))) {
      polling(Method.CONSENSUS)
          .when(new RecordConsensus(POLL, List.of(new Answer("1", other, List.of())), by(LEADER)))
          .refused(OPTIONS_DIFFER);
    }
    polling(Method.BALLOT)
        .when(new RecordConsensus(POLL, List.of(Answer.of("1", "a")), by(LEADER)))
        .refused(ANOTHER_METHOD);
    sitting(called(Method.CONSENSUS, HALF))
        .when(new RecordConsensus(POLL, List.of(Answer.of("1", "a")), by(LEADER)))
        .refused(POLL_NOT_OPEN);
  }

  @Test
  void an_objection_turns_agreement_into_a_vote_and_names_nobody() {
    ObjectionRaised objection =
        new ObjectionRaised(POLL, Method.SHOW_OF_HANDS, TELLERS, words("chưa rõ"));
    Living objected =
        polling(Method.CONSENSUS, new ConsensusRecorded(POLL, List.of(Answer.of("1", "a"))))
            .when(new RaiseObjection(POLL, Method.SHOW_OF_HANDS, TELLERS, "chưa rõ", by(LEADER)))
            .then(objection);
    objected.when(new ClosePoll(POLL, by(LEADER))).refused(NOTHING_TO_CLOSE_WITH);
    objected
        .when(new RecordConsensus(POLL, List.of(Answer.of("1", "a")), by(LEADER)))
        .refused(ANOTHER_METHOD);
    objected.when(hands(2, 1, TELLERS));
    objected.when(new ClosePoll(POLL, by(LEADER)));
    assertThat(((PollClosed) objected.appended().getFirst()).methods())
        .containsExactly(Method.CONSENSUS, Method.SHOW_OF_HANDS);

    polling(Method.CONSENSUS)
        .when(new RaiseObjection(POLL, Method.CONSENSUS, TELLERS, null, by(LEADER)))
        .refused(METHOD_NOT_OFFERED);
    polling(Method.CONSENSUS)
        .when(new RaiseObjection(POLL, Method.BALLOT, List.of(), null, by(LEADER)))
        .refused(TWO_TELLERS_NEEDED);
    polling(Method.CONSENSUS)
        .when(new RaiseObjection(POLL, Method.BALLOT, TELLERS, null, by(STRANGER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
  }

  private static RecordShowOfHands hands(int a, int b, List<UnitId> countedBy) {
    return new RecordShowOfHands(POLL, voices(votes("a", a), votes("b", b)), countedBy, by(LEADER));
  }

  private static List<Voices> voices(Votes... votes) {
    return List.of(new Voices("1", List.of(votes)));
  }

  @Test
  void hands_are_counted_by_two_tellers_once_and_are_not_more_than_voters() {
    polling(Method.SHOW_OF_HANDS)
        .when(hands(2, 1, TELLERS))
        .then(new HandsCounted(POLL, voices(votes("a", 2), votes("b", 1)), TELLERS));
    polling(Method.SHOW_OF_HANDS).when(hands(2, 2, TELLERS)).refused(MORE_HANDS_THAN_VOTERS);
    polling(Method.SHOW_OF_HANDS).when(hands(-1, 2, TELLERS)).refused(COUNT_BELOW_ZERO);
    polling(Method.SHOW_OF_HANDS).when(hands(2, 1, List.of(MEMBER))).refused(TWO_TELLERS_NEEDED);
    polling(Method.SHOW_OF_HANDS)
        .when(hands(2, 1, List.of(MEMBER, MEMBER)))
        .refused(TWO_TELLERS_NEEDED);
    polling(Method.SHOW_OF_HANDS).when(hands(2, 1, List.of(MEMBER, LEADER))).refused(NOT_A_TELLER);
    polling(
            Method.SHOW_OF_HANDS,
            new HandsCounted(POLL, voices(votes("a", 2), votes("b", 1)), TELLERS))
        .when(hands(2, 1, TELLERS))
        .refused(ALREADY_COUNTED);
    polling(Method.SHOW_OF_HANDS)
        .when(new RecordShowOfHands(POLL, voices(votes("a", 1)), TELLERS, by(LEADER)))
        .refused(OPTIONS_DIFFER);
    polling(Method.SHOW_OF_HANDS)
        .when(
            new RecordShowOfHands(
                POLL, voices(new Votes("a", 2, 1, 1), votes("b", 0)), TELLERS, by(LEADER)))
        .refused(MORE_HANDS_THAN_VOTERS);
  }

  @Test
  void a_teller_types_the_papers_and_may_correct_them_until_another_certifies_them() {
    Living typed =
        balloting().when(new RecordPaperTally(POLL, TWO_TO_ONE, DEPUTY, by(DEPUTY))).then(TYPED);
    PaperTally corrected = tally(3, 3, 2, 1, 2, 0);
    typed
        .when(new RecordPaperTally(POLL, corrected, MEMBER, by(MEMBER)))
        .then(new TallyRecorded(POLL, corrected, MEMBER));
    balloting(TYPED, CERTIFIED)
        .when(new RecordPaperTally(POLL, corrected, MEMBER, by(MEMBER)))
        .refused(TALLY_CERTIFIED);
    balloting()
        .when(new RecordPaperTally(POLL, TWO_TO_ONE, LEADER, by(LEADER)))
        .refused(NOT_A_TELLER);
    balloting()
        .when(new RecordPaperTally(POLL, TWO_TO_ONE, DEPUTY, by(MEMBER)))
        .refused(NOT_YOUR_UNIT);
    polling(Method.SHOW_OF_HANDS)
        .when(new RecordPaperTally(POLL, TWO_TO_ONE, DEPUTY, by(DEPUTY)))
        .refused(ANOTHER_METHOD);
  }

  @Test
  void papers_add_up() {
    record Wrong(PaperTally tally, PollRejection why) {}
    for (Wrong wrong :
        List.of(
            new Wrong(tally(4, 3, 3, 0, 2, 1), MORE_ISSUED_THAN_VOTERS),
            new Wrong(tally(2, 3, 3, 0, 2, 1), MORE_RETURNED_THAN_ISSUED),
            new Wrong(tally(3, 3, 2, 0, 2, 0), PAPERS_DO_NOT_ADD_UP),
            new Wrong(tally(3, 3, 3, 0, 2, 2), MORE_VOTES_THAN_PAPERS),
            new Wrong(tally(3, 2, 3, -1, 2, 1), COUNT_BELOW_ZERO),
            new Wrong(tally(3, 3, 3, 0, votes("a", 3)), OPTIONS_DIFFER))) {
      balloting()
          .when(new RecordPaperTally(POLL, wrong.tally(), DEPUTY, by(DEPUTY)))
          .refused(wrong.why());
    }
    // not all that were issued need come back, nor need all that are valid choose
    PaperTally right = tally(3, 2, 2, 0, 1, 0);
    balloting()
        .when(new RecordPaperTally(POLL, right, DEPUTY, by(DEPUTY)))
        .then(new TallyRecorded(POLL, right, DEPUTY));
  }

  @Test
  void another_teller_certifies_the_same_papers() {
    balloting(TYPED).when(new CertifyTally(POLL, TWO_TO_ONE, MEMBER, by(MEMBER))).then(CERTIFIED);
    balloting(TYPED)
        .when(new CertifyTally(POLL, TWO_TO_ONE, DEPUTY, by(DEPUTY)))
        .refused(SAME_TELLER);
    balloting(TYPED)
        .when(new CertifyTally(POLL, tally(3, 3, 3, 0, 1, 2), MEMBER, by(MEMBER)))
        .refused(TALLIES_DIFFER);
    balloting().when(new CertifyTally(POLL, TWO_TO_ONE, MEMBER, by(MEMBER))).refused(NO_TALLY);
    balloting(TYPED, CERTIFIED)
        .when(new CertifyTally(POLL, TWO_TO_ONE, MEMBER, by(MEMBER)))
        .refused(TALLY_CERTIFIED);
    balloting(TYPED)
        .when(new CertifyTally(POLL, TWO_TO_ONE, LEADER, by(LEADER)))
        .refused(NOT_A_TELLER);
  }

  @Test
  void a_ballot_closes_with_its_arithmetic_and_not_before_it_is_certified() {
    balloting(TYPED).when(new ClosePoll(POLL, by(LEADER))).refused(NOTHING_TO_CLOSE_WITH);
    Living counted = balloting(TYPED, CERTIFIED).when(new ClosePoll(POLL, by(LEADER)));
    Outcome outcome = closed(counted);
    assertThat(outcome.threshold()).isEqualTo(HALF_OF_RETURNED);
    assertThat(outcome.total()).isEqualTo(3);
    assertThat(outcome.needed()).isEqualTo(2);
    assertThat(outcome.votes()).containsExactly(votes("a", 2), votes("b", 1));
    assertThat(outcome.chosen()).containsExactly("a");
    assertThat(outcome.units()).containsExactly(LEADER);
    counted.when(new ClosePoll(POLL, by(LEADER))).refused(POLL_CLOSED);
    balloting(TYPED, CERTIFIED)
        .when(new ClosePoll(POLL, by(MEMBER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
    sitting(called(Method.BALLOT, HALF))
        .when(new ClosePoll(POLL, by(LEADER)))
        .refused(POLL_NOT_OPEN);
  }

  private static Living tied() {
    PaperTally equal = tally(3, 3, 2, 1, 1, 1);
    Living living =
        balloting(
            new TallyRecorded(POLL, equal, DEPUTY),
            new TallyCertified(POLL, equal, MEMBER),
            new PresidingRecorded(HALL, List.of(new Attendee(Role.HOST, DEPUTY, null, null))));
    living.when(new ClosePoll(POLL, by(LEADER)));
    return living;
  }

  @Test
  void a_tie_is_said_to_be_one_and_the_chair_decides_it_by_a_clause() {
    Living tie = tied();
    assertThat(closed(tie).result()).isEqualTo(Outcome.Result.TIED);
    assertThat(closed(tie).chosen()).isEmpty();
    assertThat(closed(tie).tied()).containsExactly("a", "b");
    assertThat(tie.streams().peek(Poll.class, POLL.stream()).isDecided()).isFalse();
    tie.when(new DecideTie(POLL, "1", List.of("b"), "Điều 15", by(LEADER))).refused(NOT_THE_CHAIR);
    assertThat(tie.clause()).isEqualTo("Điều 15");
    for (List<String> other : List.of(List.of("a", "b"), List.<String>of(), List.of("c"))) {
      tie.when(new DecideTie(POLL, "1", other, "Điều 15", by(DEPUTY))).refused(NOT_AMONG_THE_TIED);
    }
    tie.when(new DecideTie(POLL, "1", List.of("b"), "Điều 15", by(DEPUTY)))
        .then(
            new TieDecided(
                POLL,
                BLOC,
                CYCLE,
                HALL,
                "1",
                TieRule.By.CHAIR,
                List.of("b"),
                List.of(MEMBER),
                "Điều 15"));
    assertThat(tie.streams().peek(Poll.class, POLL.stream()).isDecided()).isTrue();
    tie.when(new DecideTie(POLL, "1", List.of("b"), "Điều 15", by(DEPUTY))).refused(NOT_TIED);
    balloting()
        .when(new DecideTie(POLL, "1", List.of("b"), "Điều 15", by(DEPUTY)))
        .refused(POLL_NOT_CLOSED);
  }

  @Test
  void a_further_poll_goes_on_between_the_tied_and_only_where_nothing_is_decided() {
    tied().when(call(AGAIN, CANDIDATES, Method.BALLOT, HALF, 1, 1, TELLERS, POLL, by(LEADER)));
    Living tie = tied();
    tie.when(
            call(
                AGAIN,
                List.of(new Choice("a", LEADER, null), new Choice("c", DEPUTY, null)),
                Method.BALLOT,
                HALF,
                1,
                1,
                TELLERS,
                POLL,
                by(LEADER)))
        .refused(ONLY_THE_TIED_GO_ON);
    tie.when(call(AGAIN, CANDIDATES, Method.BALLOT, HALF, 1, 1, TELLERS, POLL, by(LEADER)));
    assertThat(tie.appended()).hasSize(2);
    Living decided = balloting(TYPED, CERTIFIED);
    decided.when(new ClosePoll(POLL, by(LEADER)));
    decided
        .when(call(AGAIN, CANDIDATES, Method.BALLOT, HALF, 1, 1, TELLERS, POLL, by(LEADER)))
        .refused(EARLIER_POLL_STANDS);
    balloting()
        .when(call(AGAIN, CANDIDATES, Method.BALLOT, HALF, 1, 1, TELLERS, POLL, by(LEADER)))
        .refused(EARLIER_POLL_STANDS);
  }

  @Test
  void a_poll_is_voided_by_whoever_runs_it_and_once_it_is_closed_by_the_board_alone() {
    PollVoided voided = new PollVoided(POLL, BLOC, CYCLE, HALL, words("sai mẫu phiếu"));
    balloting().when(new VoidPoll(POLL, "sai mẫu phiếu", by(LEADER))).then(voided);
    balloting()
        .when(new VoidPoll(POLL, "sai mẫu phiếu", by(MEMBER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
    Living closed = balloting(TYPED, CERTIFIED).when(new ClosePoll(POLL, by(LEADER)));
    closed.when(new VoidPoll(POLL, "sai mẫu phiếu", by(LEADER))).refused(NOT_THE_BOARD);
    closed.when(new VoidPoll(POLL, "sai mẫu phiếu", byTheBoard(TODAY))).then(voided);
    closed.when(new VoidPoll(POLL, "sai mẫu phiếu", byTheBoard(TODAY))).refused(POLL_VOID);
    closed.when(new ClosePoll(POLL, by(LEADER))).refused(POLL_VOID);
    assertThat(closed.streams().peek(Poll.class, POLL.stream()).isDecided()).isFalse();
    // what is void is voted on again
    closed.when(call(AGAIN, CANDIDATES, Method.BALLOT, HALF, 1, 1, TELLERS, POLL, by(LEADER)));
    assertThat(closed.appended()).hasSize(2);
  }

  @Test
  void no_event_of_a_poll_has_a_voter_beside_a_choice() {
    for (Class<?> event : vn.giaouoc.shared.poll.PollEvent.class.getPermittedSubclasses()) {
      if (event == PollRecorded.class || event == PollClosed.class) {
        continue; // the electorate beside the sums
      }
      if (event == VoteCast.class) {
        continue; // a vote by name, which is what it is for
      }
      boolean choices =
          Arrays.stream(event.getRecordComponents())
              .anyMatch(each -> each.getName().equals("votes") || each.getName().equals("agreed"));
      boolean voters =
          Arrays.stream(event.getRecordComponents())
              .anyMatch(each -> each.getName().equals("electorate"));
      assertThat(choices && voters).as(event.getSimpleName()).isFalse();
    }
  }
}
