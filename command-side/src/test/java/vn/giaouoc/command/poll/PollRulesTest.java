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
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;
import static vn.giaouoc.command.poll.PollRejection.ABSENCE_NOT_PROVIDED;
import static vn.giaouoc.command.poll.PollRejection.ALREADY_ADMITTED;
import static vn.giaouoc.command.poll.PollRejection.ALREADY_COMMITTED;
import static vn.giaouoc.command.poll.PollRejection.ALREADY_REVEALED;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_METHOD;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_SEED;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_STEP_FIRST;
import static vn.giaouoc.command.poll.PollRejection.ANSWER_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.ATTENDS;
import static vn.giaouoc.command.poll.PollRejection.CLAUSE_NEEDED;
import static vn.giaouoc.command.poll.PollRejection.COUNCIL_WITHOUT_LEADER;
import static vn.giaouoc.command.poll.PollRejection.HOLDER_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.LOTS_CALLED;
import static vn.giaouoc.command.poll.PollRejection.LOTS_NEED_TWO;
import static vn.giaouoc.command.poll.PollRejection.LOT_MALFORMED;
import static vn.giaouoc.command.poll.PollRejection.METHOD_NOT_PROVIDED;
import static vn.giaouoc.command.poll.PollRejection.NOT_ALL_COMMITTED;
import static vn.giaouoc.command.poll.PollRejection.NOT_DRAWING;
import static vn.giaouoc.command.poll.PollRejection.NOT_IN_THE_ELECTORATE;
import static vn.giaouoc.command.poll.PollRejection.NOT_RUNNING_THE_CONFERENCE;
import static vn.giaouoc.command.poll.PollRejection.NO_LOTS;
import static vn.giaouoc.command.poll.PollRejection.NO_QUORUM;
import static vn.giaouoc.command.poll.PollRejection.QUESTIONS_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.QUESTIONS_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.ROUNDS_SPENT;
import static vn.giaouoc.command.poll.PollRejection.RULES_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.THRESHOLD_NOT_THE_RULE;
import static vn.giaouoc.command.poll.PollRejection.THRESHOLD_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.TWO_TELLERS_NEEDED;
import static vn.giaouoc.command.poll.PollRejection.VOTED_ON_AGAIN;
import static vn.giaouoc.command.poll.PollRejection.VOTED_ON_BEFORE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.poll.PollCommand.AbandonLots;
import vn.giaouoc.command.poll.PollCommand.AdmitAbsentVoice;
import vn.giaouoc.command.poll.PollCommand.Asked;
import vn.giaouoc.command.poll.PollCommand.CallLots;
import vn.giaouoc.command.poll.PollCommand.CallPoll;
import vn.giaouoc.command.poll.PollCommand.CastVote;
import vn.giaouoc.command.poll.PollCommand.Choice;
import vn.giaouoc.command.poll.PollCommand.ClosePoll;
import vn.giaouoc.command.poll.PollCommand.CommitLot;
import vn.giaouoc.command.poll.PollCommand.DecideTie;
import vn.giaouoc.command.poll.PollCommand.OpenPoll;
import vn.giaouoc.command.poll.PollCommand.RaiseObjection;
import vn.giaouoc.command.poll.PollCommand.RecordPaperTally;
import vn.giaouoc.command.poll.PollCommand.RecordShowOfHands;
import vn.giaouoc.command.poll.PollCommand.RevealLot;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.AttendanceRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.MattersPutToVote;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.LeadershipEvent.DesignationDeclined;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.poll.Absence;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.Lots;
import vn.giaouoc.shared.poll.Matter;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent.AbsentVoiceAdmitted;
import vn.giaouoc.shared.poll.PollEvent.Decided;
import vn.giaouoc.shared.poll.PollEvent.HandsCounted;
import vn.giaouoc.shared.poll.PollEvent.LotCommitted;
import vn.giaouoc.shared.poll.PollEvent.LotRevealed;
import vn.giaouoc.shared.poll.PollEvent.LotsAbandoned;
import vn.giaouoc.shared.poll.PollEvent.LotsCalled;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.TallyCertified;
import vn.giaouoc.shared.poll.PollEvent.TallyRecorded;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;
import vn.giaouoc.shared.poll.PollEvent.Voices;
import vn.giaouoc.shared.poll.PollEvent.VoteCast;
import vn.giaouoc.shared.poll.PollEvent.VotedOnAgain;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.PollEvent.WithoutVote;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question.Form;
import vn.giaouoc.shared.poll.QuestionTally;
import vn.giaouoc.shared.poll.Quorum;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.Threshold.Base;
import vn.giaouoc.shared.poll.TieRule;
import vn.giaouoc.shared.regulation.PollRule;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** What the regulation says of a poll is what it is held by. */
class PollRulesTest {

  private static final PollId POLL = PollId.of("kien-giang.khoi-4.2026.suy-ton");
  private static final PollId AGAIN = PollId.of("kien-giang.khoi-4.2026.suy-ton-2");
  private static final PollId THIRD = PollId.of("kien-giang.khoi-4.2026.suy-ton-3");
  static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2026.year-end");
  static final List<UnitId> TELLERS = List.of(DEPUTY, MEMBER);
  private static final FileId LETTER = FileId.of("ab12");
  private static final Threshold HALF_OF_RETURNED =
      new Threshold(Base.RETURNED, 1, 2, true, "Điều 14");
  private static final List<Choice> CANDIDATES =
      List.of(new Choice("a", LEADER, null), new Choice("b", MEMBER, null));

  /** A rule about awards that states only what is given. */
  static PollRule rule(
      List<Method> methods,
      @Nullable Quorum quorum,
      @Nullable Threshold majority,
      @Nullable Integer rounds,
      List<TieRule> ties,
      @Nullable Boolean judgedMayVote,
      List<Absence> absent) {
    return new PollRule(
        List.of(Subject.AWARDS),
        "Điều 13",
        methods,
        quorum,
        majority,
        rounds,
        ties,
        judgedMayVote,
        absent,
        null);
  }

  private static PollRule methods(Method... methods) {
    return rule(List.of(methods), null, null, null, List.of(), null, List.of());
  }

  private static PollRule ties(@Nullable Integer rounds, TieRule.By... steps) {
    List<TieRule> cascade =
        List.of(steps).stream().map(by -> new TieRule(by, "Điều 15 " + by.code())).toList();
    return rule(List.of(), null, HALF_OF_RETURNED, rounds, cascade, null, List.of());
  }

  static Living under(PollRule... rules) {
    return Lived.year()
        .givenOn(
            "2026-01-05",
            new RegulationAdopted(
                CYCLE,
                new Regulation(
                    "01/QĐ-KTĐ4",
                    "Quy chế hoạt động",
                    null,
                    LocalDate.of(2026, 1, 5),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(rules),
                    null,
                    List.of())))
        .given(
            new ConferenceConvened(
                HALL,
                BLOC,
                List.of(CYCLE),
                ConferenceKind.YEAR_END,
                "Hội nghị tổng kết",
                When.of(TODAY),
                null),
            new ConferenceOpened(HALL),
            new PresidingRecorded(HALL, List.of(new Attendee(Role.HOST, DEPUTY, null, null))));
  }

  static AttendanceRecorded present(UnitId... units) {
    return new AttendanceRecorded(
        HALL,
        List.of(units).stream().map(unit -> new Attendee(Role.MEMBER, unit, null, null)).toList(),
        null);
  }

  private static Asked flag(@Nullable Threshold threshold) {
    return asked("flag", Subject.AWARDS, null, 1, threshold);
  }

  private static Asked asked(
      String key, Subject subject, @Nullable Form form, int seats, @Nullable Threshold threshold) {
    return new Asked(
        key,
        List.of(subject),
        Contest.WHOLE_BLOC,
        "Câu hỏi",
        form,
        CANDIDATES,
        seats,
        seats,
        threshold);
  }

  private static CallPoll call(PollId poll, Method method, @Nullable PollId after, Asked... asked) {
    return new CallPoll(
        poll, CYCLE, HALL, List.of(asked), method, TELLERS, List.of(), after, by(LEADER));
  }

  private static Living opened(Living living, Method method, Asked... asked) {
    living.when(call(POLL, method, null, asked));
    assertThat(living.appended()).first().isInstanceOf(PollCalled.class);
    living.when(new OpenPoll(POLL, List.of(), by(LEADER)));
    assertThat(living.appended()).hasSize(1);
    return living;
  }

  private static PollCalled called(Living living) {
    return (PollCalled) living.appended().getFirst();
  }

  private static List<Decided> closed(Living living) {
    return ((PollClosed) living.appended().getFirst()).decided();
  }

  @Test
  void a_way_that_the_regulation_does_not_provide_is_refused_with_its_clause() {
    Living living = under(methods(Method.BALLOT, Method.CONSENSUS));
    living.when(call(POLL, Method.SHOW_OF_HANDS, null, flag(null))).refused(METHOD_NOT_PROVIDED);
    assertThat(living.clause()).isEqualTo("Điều 13");
    living.when(call(POLL, Method.BALLOT, null, flag(null)));
    assertThat(called(living).regulation()).isEqualTo("01/QĐ-KTĐ4");
    // of what it has no rule about, whoever calls the poll says how
    Living other = under(methods(Method.BALLOT));
    other.when(call(POLL, Method.NAMED_VOTE, null, asked("1", Subject.TEXTS, null, 1, null)));
    assertThat(called(other).regulation()).isNull();
  }

  @Test
  void the_majority_is_that_of_the_regulation_and_no_other_can_be_asked_for() {
    PollRule rule = rule(List.of(), null, HALF_OF_RETURNED, null, List.of(), null, List.of());
    Living living = under(rule);
    living.when(call(POLL, Method.BALLOT, null, flag(null)));
    assertThat(called(living).questions().getFirst().threshold()).isEqualTo(HALF_OF_RETURNED);
    under(rule)
        .when(call(POLL, Method.BALLOT, null, flag(Threshold.MORE_THAN_HALF)))
        .refused(THRESHOLD_NOT_THE_RULE);
    Living same = under(rule);
    same.when(
        call(POLL, Method.BALLOT, null, flag(new Threshold(Base.RETURNED, 1, 2, true, null))));
    assertThat(called(same).questions().getFirst().threshold().asksTheSameAs(HALF_OF_RETURNED))
        .isTrue();
    // more than half of the returned papers cannot be asked of hands
    under(rule)
        .when(call(POLL, Method.SHOW_OF_HANDS, null, flag(null)))
        .refused(THRESHOLD_UNUSABLE);
  }

  @Test
  void without_a_quorum_it_is_not_voted_and_the_event_tells_how_many_had_to_attend() {
    PollRule rule =
        rule(List.of(), new Quorum(2, 3, false, "Điều 12"), null, null, List.of(), null, List.of());
    Living few = under(rule).given(present(LEADER));
    few.when(call(POLL, Method.BALLOT, null, flag(null)));
    few.when(new OpenPoll(POLL, List.of(), by(LEADER))).refused(NO_QUORUM);
    assertThat(few.clause()).isEqualTo("Điều 12");
    few.given(present(MEMBER)).when(new OpenPoll(POLL, List.of(), by(LEADER)));
    PollOpened opened = (PollOpened) few.appended().getFirst();
    assertThat(opened.quorum()).isEqualTo(2);
    assertThat(opened.present()).containsExactly(MEMBER, LEADER);
  }

  @Test
  void whoever_is_judged_does_not_vote_where_the_regulation_says_so() {
    Living judged = under(rule(List.of(), null, null, null, List.of(), false, List.of()));
    judged.when(call(POLL, Method.NAMED_VOTE, null, flag(null)));
    judged.when(new OpenPoll(POLL, List.of(), by(LEADER)));
    PollOpened opened = (PollOpened) judged.appended().getFirst();
    assertThat(opened.electorate()).containsExactly(DEPUTY);
    assertThat(opened.without())
        .containsExactlyInAnyOrder(
            new WithoutVote(LEADER, "Điều 13"), new WithoutVote(MEMBER, "Điều 13"));
    Living free = opened(under(), Method.NAMED_VOTE, flag(null));
    assertThat(((PollOpened) free.appended().getFirst()).electorate()).hasSize(3);
  }

  @Test
  void a_paper_has_several_questions_each_with_its_own_outcome() {
    Living living =
        opened(
            under(),
            Method.BALLOT,
            flag(HALF_OF_RETURNED),
            asked("order", Subject.RANKING, Form.ORDER, 2, null),
            asked("certificates", Subject.AWARDS, Form.JUDGE, 2, HALF_OF_RETURNED));
    PaperTally tally =
        new PaperTally(
            3,
            3,
            List.of(
                tally("flag", 2, 1, votes("a", 2), votes("b", 0)),
                tally("order", 3, 0, votes("a", 4), votes("b", 5)),
                tally("certificates", 3, 0, new Votes("a", 3, 0, 0), new Votes("b", 1, 2, 0))));
    living.when(new RecordPaperTally(POLL, tally, DEPUTY, by(DEPUTY)));
    living.when(new PollCommand.CertifyTally(POLL, tally, MEMBER, by(MEMBER)));
    living.when(new ClosePoll(POLL, by(LEADER)));
    List<Decided> decided = closed(living);
    assertThat(decided)
        .extracting(Decided::question)
        .containsExactly("flag", "order", "certificates");
    assertThat(decided.get(0).outcome().chosen()).containsExactly("a");
    assertThat(decided.get(0).counts().valid()).isEqualTo(2);
    assertThat(decided.get(1).outcome().units()).containsExactly(MEMBER, LEADER);
    assertThat(decided.get(2).outcome().chosen()).containsExactly("a");
    assertThat(decided.get(2).outcome().needed()).isEqualTo(2);
  }

  @Test
  void questions_are_named_once_and_their_rules_agree() {
    under().when(call(POLL, Method.BALLOT, null)).refused(QUESTIONS_UNUSABLE);
    under()
        .when(call(POLL, Method.BALLOT, null, flag(null), flag(null)))
        .refused(QUESTIONS_UNUSABLE);
    PollRule awards =
        rule(List.of(), new Quorum(2, 3, false, "Điều 12"), null, null, List.of(), null, List.of());
    PollRule leader =
        new PollRule(
            List.of(Subject.LEADERSHIP),
            "Điều 16",
            List.of(),
            new Quorum(1, 2, true, "Điều 16"),
            null,
            null,
            List.of(),
            null,
            List.of(),
            null);
    under(awards, leader)
        .when(
            call(
                POLL,
                Method.BALLOT,
                null,
                flag(null),
                asked("leader", Subject.LEADERSHIP, null, 1, null)))
        .refused(RULES_DIFFER);
    Living living = opened(under(), Method.BALLOT, flag(null));
    living
        .when(
            new RecordPaperTally(
                POLL,
                new PaperTally(3, 3, List.of(tally("other", 3, 0, votes("a", 2), votes("b", 1)))),
                DEPUTY,
                by(DEPUTY)))
        .refused(QUESTIONS_DIFFER);
  }

  @Test
  void each_unit_votes_by_name_and_may_say_it_again_until_the_poll_closes() {
    Living living = opened(under(), Method.NAMED_VOTE, flag(null));
    living
        .when(vote(MEMBER, by(MEMBER), "a"))
        .then(new VoteCast(POLL, MEMBER, List.of(Answer.of("flag", "a"))));
    living.when(vote(MEMBER, by(MEMBER), "b"));
    living.when(vote(LEADER, by(LEADER), "b"));
    living.when(vote(STRANGER, by(STRANGER), "b")).refused(NOT_IN_THE_ELECTORATE);
    living.when(vote(DEPUTY, by(MEMBER), "b")).refused(NOT_YOUR_UNIT);
    living.when(vote(DEPUTY, by(DEPUTY), "a", "b")).refused(ANSWER_UNUSABLE);
    living.when(new CastVote(POLL, DEPUTY, List.of(), by(DEPUTY))).refused(QUESTIONS_DIFFER);
    living.when(new ClosePoll(POLL, by(LEADER)));
    Outcome outcome = closed(living).getFirst().outcome();
    assertThat(outcome.total()).isEqualTo(3);
    assertThat(outcome.needed()).isEqualTo(2);
    assertThat(outcome.units()).containsExactly(MEMBER);
    assertThat(closed(living).getFirst().counts().valid()).isNull();
    opened(under(), Method.BALLOT, flag(null))
        .when(vote(MEMBER, by(MEMBER), "a"))
        .refused(ANOTHER_METHOD);
  }

  private static CastVote vote(UnitId unit, Envelope by, String... options) {
    return new CastVote(POLL, unit, List.of(Answer.of("flag", options)), by);
  }

  @Test
  void an_absent_unit_votes_in_writing_or_through_another_only_as_the_regulation_provides() {
    PollRule rule =
        rule(
            List.of(),
            null,
            new Threshold(Base.PRESENT, 1, 2, true, "Điều 14"),
            null,
            List.of(),
            null,
            List.of(Absence.WRITTEN, Absence.PROXY));
    Living living =
        opened(under(rule).given(present(LEADER, DEPUTY)), Method.NAMED_VOTE, flag(null));
    living
        .when(admit(MEMBER, Absence.PROXY, LEADER, FileId.of("not-kept"), by(LEADER)))
        .refused(FILE_NOT_KEPT);
    living.when(admit(MEMBER, Absence.PROXY, null, LETTER, by(LEADER))).refused(HOLDER_UNUSABLE);
    living.when(admit(MEMBER, Absence.PROXY, MEMBER, LETTER, by(LEADER))).refused(HOLDER_UNUSABLE);
    living
        .when(admit(MEMBER, Absence.WRITTEN, LEADER, LETTER, by(LEADER)))
        .refused(HOLDER_UNUSABLE);
    living.when(admit(DEPUTY, Absence.WRITTEN, null, LETTER, by(LEADER))).refused(ATTENDS);
    living
        .when(admit(STRANGER, Absence.WRITTEN, null, LETTER, by(LEADER)))
        .refused(NOT_IN_THE_ELECTORATE);
    living
        .when(admit(MEMBER, Absence.WRITTEN, null, LETTER, by(MEMBER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
    living
        .when(admit(MEMBER, Absence.PROXY, DEPUTY, LETTER, by(LEADER)))
        .then(new AbsentVoiceAdmitted(POLL, MEMBER, Absence.PROXY, DEPUTY, LETTER, "Điều 13"));
    living.when(admit(MEMBER, Absence.WRITTEN, null, LETTER, by(LEADER))).refused(ALREADY_ADMITTED);
    // its holder votes in its name, and nobody else does
    living.when(vote(MEMBER, by(MEMBER), "a")).refused(NOT_YOUR_UNIT);
    living.when(vote(MEMBER, by(DEPUTY), "a"));
    living.when(vote(DEPUTY, by(DEPUTY), "a"));
    living.when(new ClosePoll(POLL, by(LEADER)));
    Outcome outcome = closed(living).getFirst().outcome();
    assertThat(outcome.total()).as("present and represented").isEqualTo(3);
    assertThat(outcome.needed()).isEqualTo(2);
    assertThat(outcome.chosen()).containsExactly("a");

    Living none = opened(under(methods()).given(present(LEADER)), Method.NAMED_VOTE, flag(null));
    none.when(admit(MEMBER, Absence.WRITTEN, null, LETTER, by(LEADER)))
        .refused(ABSENCE_NOT_PROVIDED);
    assertThat(none.clause()).isEqualTo("Điều 13");

    Living written = opened(under(rule).given(present(LEADER)), Method.NAMED_VOTE, flag(null));
    written.when(admit(MEMBER, Absence.WRITTEN, null, LETTER, by(LEADER)));
    written.when(vote(MEMBER, by(DEPUTY), "a"));
    assertThat(written.appended()).as("whoever runs the conference notes the letter").hasSize(1);
  }

  private static AdmitAbsentVoice admit(
      UnitId unit, Absence how, @Nullable UnitId holder, FileId letter, Envelope by) {
    return new AdmitAbsentVoice(POLL, unit, how, holder, letter, by);
  }

  @Test
  void whoever_may_vote_may_object_and_it_becomes_the_vote_that_the_regulation_provides() {
    Living living =
        opened(under(methods(Method.CONSENSUS, Method.BALLOT)), Method.CONSENSUS, flag(null));
    living
        .when(new RaiseObjection(POLL, null, null, "Chưa rõ", by(STRANGER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
    living
        .when(new RaiseObjection(POLL, Method.SHOW_OF_HANDS, null, null, by(LEADER)))
        .refused(METHOD_NOT_PROVIDED);
    living
        .when(new RaiseObjection(POLL, null, null, "Chưa rõ", by(MEMBER)))
        .then(new ObjectionRaised(POLL, Method.BALLOT, TELLERS, words("Chưa rõ")));
    // without a rule it is voted by name
    opened(under(), Method.CONSENSUS, flag(null))
        .when(new RaiseObjection(POLL, null, null, null, by(MEMBER)))
        .then(new ObjectionRaised(POLL, Method.NAMED_VOTE, TELLERS, null));
    // a member does not choose the way
    opened(under(), Method.CONSENSUS, flag(null))
        .when(new RaiseObjection(POLL, Method.SHOW_OF_HANDS, null, null, by(MEMBER)))
        .then(new ObjectionRaised(POLL, Method.NAMED_VOTE, TELLERS, null));
  }

  @Test
  void a_run_off_is_on_the_same_between_the_same() {
    Living living = tied(ties(2, TieRule.By.RUN_OFF));
    for (List<Choice> other :
        List.of(
            List.of(new Choice("a", LEADER, null), new Choice("b", DEPUTY, null)),
            List.of(new Choice("a", LEADER, null)))) {
      Asked asked =
          new Asked(
              "flag",
              List.of(Subject.AWARDS),
              Contest.WHOLE_BLOC,
              "Câu hỏi",
              null,
              other,
              1,
              1,
              null);
      living
          .when(call(AGAIN, Method.BALLOT, POLL, asked))
          .refused(PollRejection.ONLY_THE_TIED_GO_ON);
    }
    living
        .when(call(AGAIN, Method.BALLOT, POLL, asked("flag", Subject.RANKING, null, 1, null)))
        .refused(PollRejection.ONLY_THE_TIED_GO_ON);
  }

  @Test
  void while_lots_are_drawn_nothing_else_decides_and_no_draw_is_given_up_once_a_seed_is_known() {
    Living living = tied();
    living.when(new CallLots(POLL, "flag", List.of(MEMBER, LEADER), "Điều 20", by(DEPUTY)));
    living.when(chairChooses(POLL, "Điều 20")).refused(LOTS_CALLED);
    living.when(call(AGAIN, Method.BALLOT, POLL, flag(HALF_OF_RETURNED))).refused(LOTS_CALLED);
    living.when(commit(MEMBER, ONE));
    living.when(commit(LEADER, TWO));
    living.when(reveal(MEMBER, ONE));
    living.when(new AbandonLots(POLL, "flag", "Không vừa ý", by(LEADER))).refused(NOT_THE_BOARD);
  }

  @Test
  void who_is_absent_votes_only_where_admitted_and_nobody_is_admitted_after_the_count() {
    PollRule rule = rule(List.of(), null, null, null, List.of(), null, List.of(Absence.WRITTEN));
    Living named = opened(under(rule).given(present(LEADER)), Method.NAMED_VOTE, flag(null));
    named.when(vote(MEMBER, by(MEMBER), "a")).refused(PollRejection.NOT_ADMITTED);
    Living hands = opened(under(rule).given(present(LEADER)), Method.SHOW_OF_HANDS, flag(null));
    List<Voices> two = List.of(new Voices("flag", List.of(votes("a", 2), votes("b", 0))));
    RecordShowOfHands counted = new RecordShowOfHands(POLL, two, TELLERS, by(LEADER));
    hands.when(counted).refused(PollRejection.MORE_HANDS_THAN_VOTERS);
    hands.when(admit(MEMBER, Absence.WRITTEN, null, LETTER, by(LEADER)));
    hands.when(counted).then(new HandsCounted(POLL, two, TELLERS));
    Living papers =
        opened(under(rule).given(present(LEADER)), Method.BALLOT, flag(HALF_OF_RETURNED));
    papers.given(
        new TallyRecorded(
            POLL,
            new PaperTally(1, 1, List.of(tally("flag", 1, 0, votes("a", 1), votes("b", 0)))),
            DEPUTY));
    papers
        .when(admit(MEMBER, Absence.WRITTEN, null, LETTER, by(LEADER)))
        .refused(PollRejection.ALREADY_COUNTED);
  }

  @Test
  void agreement_is_asked_for_only_where_an_objection_can_be_voted_on() {
    PollRule rule =
        rule(
            List.of(Method.CONSENSUS, Method.SHOW_OF_HANDS, Method.BALLOT),
            null,
            HALF_OF_RETURNED,
            null,
            List.of(),
            null,
            List.of());
    CallPoll nobodyCounts =
        new CallPoll(
            POLL,
            CYCLE,
            HALL,
            List.of(flag(null)),
            Method.CONSENSUS,
            List.of(),
            List.of(),
            null,
            by(LEADER));
    under(rule).when(nobodyCounts).refused(TWO_TELLERS_NEEDED);
    Living living = opened(under(rule), Method.CONSENSUS, flag(null));
    living
        .when(new RaiseObjection(POLL, Method.SHOW_OF_HANDS, null, null, by(LEADER)))
        .refused(THRESHOLD_UNUSABLE);
    // more than half of the returned papers is a majority of papers
    living
        .when(new RaiseObjection(POLL, null, null, null, by(MEMBER)))
        .then(new ObjectionRaised(POLL, Method.BALLOT, TELLERS, null));
  }

  static QuestionTally tally(String question, int valid, int invalid, Votes... votes) {
    return new QuestionTally(question, valid, invalid, List.of(votes));
  }

  static Votes votes(String option, int inFavour) {
    return new Votes(option, inFavour, null, null);
  }

  /** A vote with equal voices under this cascade. */
  private static Living tied(PollRule... rules) {
    Living living =
        opened(under(rules), Method.BALLOT, flag(rules.length == 0 ? HALF_OF_RETURNED : null));
    close(living, POLL);
    return living;
  }

  private static void close(Living living, PollId poll) {
    PaperTally equal =
        new PaperTally(3, 3, List.of(tally("flag", 2, 1, votes("a", 1), votes("b", 1))));
    living.given(new TallyRecorded(poll, equal, DEPUTY), new TallyCertified(poll, equal, MEMBER));
    living.when(new ClosePoll(poll, by(LEADER)));
    assertThat(closed(living).getFirst().outcome().result()).isEqualTo(Outcome.Result.TIED);
  }

  private static DecideTie chairChooses(PollId poll, @Nullable String clause) {
    return new DecideTie(poll, "flag", List.of("b"), clause, by(DEPUTY));
  }

  @Test
  void a_tie_goes_through_the_steps_of_the_regulation_in_their_order() {
    Living living = tied(ties(2, TieRule.By.RUN_OFF, TieRule.By.CHAIR));
    living.when(chairChooses(POLL, null)).refused(ANOTHER_STEP_FIRST);
    assertThat(living.clause()).isEqualTo("Điều 15 run-off");
    living.when(call(AGAIN, Method.BALLOT, POLL, flag(null)));
    assertThat(called(living).round()).isEqualTo(2);
    assertThat(living.appended().getLast())
        .isEqualTo(new VotedOnAgain(POLL, List.of("flag"), AGAIN));
    // nobody decides it in another way meanwhile
    living.when(chairChooses(POLL, null)).refused(VOTED_ON_AGAIN);
    living.when(lots(MEMBER, LEADER)).refused(VOTED_ON_AGAIN);
    living.when(call(THIRD, Method.BALLOT, POLL, flag(null))).refused(VOTED_ON_BEFORE);
    living.when(new OpenPoll(AGAIN, List.of(), by(LEADER)));
    close(living, AGAIN);
    living.when(call(THIRD, Method.BALLOT, AGAIN, flag(null))).refused(ANOTHER_STEP_FIRST);
    living
        .when(chairChooses(AGAIN, null))
        .then(
            new TieDecided(
                AGAIN,
                BLOC,
                CYCLE,
                HALL,
                "flag",
                TieRule.By.CHAIR,
                List.of("b"),
                List.of(MEMBER),
                "Điều 15 chair"));
  }

  @Test
  void it_is_voted_on_no_more_often_than_the_regulation_allows() {
    Living living = tied(ties(1, TieRule.By.RUN_OFF));
    living.when(call(AGAIN, Method.BALLOT, POLL, flag(null))).refused(ROUNDS_SPENT);
    Living chair = tied(ties(1, TieRule.By.RUN_OFF, TieRule.By.CHAIR));
    chair.when(chairChooses(POLL, null));
    assertThat(chair.appended()).as("no round is left, so the next step").hasSize(1);
  }

  @Test
  void what_has_a_rule_is_voted_on_again_only_after_the_poll_before() {
    Living living = tied(ties(1, TieRule.By.RUN_OFF, TieRule.By.CHAIR));
    // neither its rounds nor its tie are got rid of by asking the same anew
    living.when(call(AGAIN, Method.BALLOT, null, flag(null))).refused(VOTED_ON_BEFORE);
    assertThat(living.subject()).isEqualTo(POLL.slug());
    assertThat(living.clause()).isEqualTo("Điều 13");
    // nor by voiding it
    living.given(new PollVoided(POLL, BLOC, CYCLE, HALL, words("Gọi nhầm")));
    living.when(call(AGAIN, Method.BALLOT, null, flag(null))).refused(VOTED_ON_BEFORE);
    living.when(call(AGAIN, Method.BALLOT, POLL, flag(null)));
    assertThat(called(living).round()).isEqualTo(1);
    assertThat(living.appended())
        .contains(
            new MattersPutToVote(
                CYCLE, AGAIN, List.of(new Matter(Subject.AWARDS, Contest.WHOLE_BLOC, "flag"))));
    // another award is another matter
    living.when(
        call(THIRD, Method.BALLOT, null, asked("certificates", Subject.AWARDS, null, 1, null)));
    assertThat(called(living).round()).isEqualTo(1);
  }

  @Test
  void a_ranking_is_one_matter_whatever_the_question_is_called() {
    PollRule rule =
        new PollRule(
            List.of(Subject.RANKING),
            "Điều 14",
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            List.of(),
            null);
    Living living = under(rule);
    living.when(call(POLL, Method.BALLOT, null, asked("xep-hang", Subject.RANKING, null, 1, null)));
    living
        .when(call(AGAIN, Method.BALLOT, null, asked("thu-tu", Subject.RANKING, null, 1, null)))
        .refused(VOTED_ON_BEFORE);
    // of what it has no rule about, there is no round to be got rid of
    Living free = under();
    free.when(call(POLL, Method.BALLOT, null, asked("xep-hang", Subject.RANKING, null, 1, null)));
    free.when(call(AGAIN, Method.BALLOT, null, asked("xep-hang", Subject.RANKING, null, 1, null)));
    assertThat(called(free).poll()).isEqualTo(AGAIN);
  }

  @Test
  void who_gave_way_is_elected_anew_and_nothing_else_is_decided_anew_with_it() {
    PollRule rule =
        new PollRule(
            List.of(Subject.LEADERSHIP, Subject.AWARDS),
            "Điều 14",
            List.of(),
            null,
            null,
            1,
            List.of(),
            null,
            List.of(),
            null);
    Asked leader = asked("leader", Subject.LEADERSHIP, null, 1, null);
    Living living = opened(under(rule), Method.NAMED_VOTE, leader, flag(null));
    for (UnitId unit : List.of(LEADER, DEPUTY, MEMBER)) {
      living.when(
          new CastVote(
              POLL, unit, List.of(Answer.of("leader", "b"), Answer.of("flag", "a")), by(unit)));
    }
    living.when(new ClosePoll(POLL, by(LEADER)));
    living
        .when(call(AGAIN, Method.NAMED_VOTE, POLL, leader))
        .refused(PollRejection.EARLIER_POLL_STANDS);
    living.given(
        new LeadershipDesignated(
            BLOC, Term.year(2027), MEMBER, List.of(), Mode.ELECTED, null, POLL),
        new DesignationDeclined(BLOC, Term.year(2027), MEMBER, words("Thiếu người")));
    living
        .when(call(AGAIN, Method.NAMED_VOTE, POLL, leader, flag(null)))
        .refused(PollRejection.EARLIER_POLL_STANDS);
    living.when(call(AGAIN, Method.NAMED_VOTE, null, leader)).refused(VOTED_ON_BEFORE);
    living.when(call(AGAIN, Method.NAMED_VOTE, POLL, leader));
    assertThat(called(living).round()).isEqualTo(1);
    living.when(call(THIRD, Method.NAMED_VOTE, POLL, leader)).refused(VOTED_ON_AGAIN);
  }

  @Test
  void without_a_cascade_whoever_decides_tells_the_clause() {
    tied().when(chairChooses(POLL, null)).refused(CLAUSE_NEEDED);
    Living living = tied();
    living.when(chairChooses(POLL, "Điều 20"));
    assertThat(((TieDecided) living.appended().getFirst()).clause()).isEqualTo("Điều 20");
  }

  private static final String ONE = "1".repeat(64);
  private static final String TWO = "2".repeat(64);

  private static CallLots lots(UnitId... units) {
    return new CallLots(POLL, "flag", List.of(units), null, by(DEPUTY));
  }

  private static CommitLot commit(UnitId unit, String seed) {
    return new CommitLot(POLL, "flag", unit, Lots.commitment(POLL, "flag", unit, seed), by(unit));
  }

  private static RevealLot reveal(UnitId unit, String seed) {
    return new RevealLot(POLL, "flag", unit, seed, by(unit));
  }

  @Test
  void lots_are_committed_by_all_before_any_is_revealed_and_the_last_seed_draws() {
    Living living = tied(ties(null, TieRule.By.LOTS));
    living.when(chairChooses(POLL, null)).refused(ANOTHER_STEP_FIRST);
    living.when(commit(MEMBER, ONE)).refused(NO_LOTS);
    living.when(lots(MEMBER)).refused(LOTS_NEED_TWO);
    living.when(lots(MEMBER, MEMBER)).refused(LOTS_NEED_TWO);
    living.when(lots(MEMBER, STRANGER)).refused(LOTS_NEED_TWO);
    living
        .when(lots(MEMBER, LEADER))
        .then(
            new LotsCalled(
                POLL, "flag", List.of("a", "b"), List.of(MEMBER, LEADER), "Điều 15 lots"));
    living.when(lots(MEMBER, LEADER)).refused(LOTS_CALLED);
    living.when(commit(DEPUTY, ONE)).refused(NOT_DRAWING);
    living.when(new CommitLot(POLL, "flag", MEMBER, "xyz", by(MEMBER))).refused(LOT_MALFORMED);
    living
        .when(commit(MEMBER, ONE))
        .then(new LotCommitted(POLL, "flag", MEMBER, Lots.commitment(POLL, "flag", MEMBER, ONE)));
    living.when(commit(MEMBER, TWO)).refused(ALREADY_COMMITTED);
    living.when(reveal(MEMBER, ONE)).refused(NOT_ALL_COMMITTED);
    living.when(commit(LEADER, TWO));
    living.when(reveal(MEMBER, TWO)).refused(ANOTHER_SEED);
    living.when(reveal(MEMBER, ONE)).then(new LotRevealed(POLL, "flag", MEMBER, ONE));
    living.when(reveal(MEMBER, ONE)).refused(ALREADY_REVEALED);
    living.when(reveal(LEADER, TWO));
    TieDecided decided = (TieDecided) living.appended().getLast();
    assertThat(decided.by()).isEqualTo(TieRule.By.LOTS);
    assertThat(decided.chosen())
        .isEqualTo(Lots.drawn(List.of("a", "b"), Map.of(MEMBER, ONE, LEADER, TWO)).subList(0, 1));
    assertThat(living.streams().peek(Poll.class, POLL.stream()).isDecided()).isTrue();
  }

  @Test
  void lots_that_a_unit_does_not_reveal_are_given_up_and_drawn_by_others() {
    Living living = tied(ties(null, TieRule.By.LOTS));
    living.when(lots(MEMBER, LEADER));
    living.when(commit(MEMBER, ONE));
    living
        .when(new AbandonLots(POLL, "flag", "Không công bố", by(MEMBER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
    living
        .when(new AbandonLots(POLL, "flag", "Không công bố", by(LEADER)))
        .then(new LotsAbandoned(POLL, "flag", words("Không công bố")));
    living.when(commit(LEADER, TWO)).refused(NO_LOTS);
    living.when(lots(DEPUTY, LEADER));
    assertThat(living.appended()).hasSize(1);
  }

  @Test
  void a_council_of_leaders_is_the_boards_and_each_bloc_has_one_voice() {
    BlocId other = BlocId.of("kien-giang.khoi-7");
    Living living =
        under()
            .given(
                new BlocEstablished(other, "Khối thi đua 7", "khối", null),
                new MemberAdmitted(other, STRANGER));
    CallPoll council =
        new CallPoll(
            POLL,
            CYCLE,
            HALL,
            List.of(
                new Asked(
                    "flag",
                    List.of(Subject.AWARDS),
                    Contest.WHOLE_BLOC,
                    "Cờ thi đua của Chính phủ",
                    null,
                    List.of(new Choice("a", LEADER, null), new Choice("b", STRANGER, null)),
                    1,
                    1,
                    null)),
            Method.NAMED_VOTE,
            List.of(),
            List.of(BLOC, other),
            null,
            byTheBoard(TODAY));
    under()
        .when(
            new CallPoll(
                POLL,
                CYCLE,
                HALL,
                council.questions(),
                Method.NAMED_VOTE,
                List.of(),
                List.of(BLOC, other),
                null,
                by(LEADER)))
        .refused(NOT_THE_BOARD);
    living.when(council);
    living.when(new OpenPoll(POLL, List.of(), byTheBoard(TODAY))).refused(COUNCIL_WITHOUT_LEADER);
    living
        .given(new LeadershipInstalled(other, Term.year(2026), STRANGER, List.of()))
        .when(new OpenPoll(POLL, List.of(), byTheBoard(TODAY)));
    PollOpened opened = (PollOpened) living.appended().getFirst();
    assertThat(opened.electorate()).containsExactly(STRANGER, LEADER);
    assertThat(opened.basis()).anyMatch(each -> each.startsWith("leadership:kien-giang.khoi-7@"));
  }
}
