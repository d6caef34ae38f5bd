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
import static vn.giaouoc.command.Living.words;
import static vn.giaouoc.command.ballot.BallotRejection.NOT_TO_BE_STAMPED;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_METHOD;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_TOKEN;
import static vn.giaouoc.command.poll.PollRejection.BOX_NOT_READY;
import static vn.giaouoc.command.poll.PollRejection.CASTING_ENDED;
import static vn.giaouoc.command.poll.PollRejection.NOT_ADMITTED;
import static vn.giaouoc.command.poll.PollRejection.NOT_IN_THE_ELECTORATE;
import static vn.giaouoc.command.poll.PollRejection.NOT_RUNNING_THE_CONFERENCE;
import static vn.giaouoc.command.poll.PollRejection.POLL_CLOSED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_OPEN;
import static vn.giaouoc.command.poll.PollRejection.POLL_VOID;
import static vn.giaouoc.command.poll.PollRejection.WRITTEN_IS_NOT_SECRET;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.ballot.Opened;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.command.poll.PollCommand.AdmitAbsentVoice;
import vn.giaouoc.command.poll.PollCommand.ClosePoll;
import vn.giaouoc.command.poll.PollCommand.CountBox;
import vn.giaouoc.command.poll.PollCommand.IssuePaper;
import vn.giaouoc.command.poll.PollCommand.NoteDestruction;
import vn.giaouoc.command.poll.PollCommand.OpenPoll;
import vn.giaouoc.command.poll.PollCommand.RaiseObjection;
import vn.giaouoc.command.poll.PollCommand.VoidPoll;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.poll.Absence;
import vn.giaouoc.shared.poll.Flaw;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollEvent.AbsentVoiceAdmitted;
import vn.giaouoc.shared.poll.PollEvent.BallotBoxOpened;
import vn.giaouoc.shared.poll.PollEvent.BoxAnswers;
import vn.giaouoc.shared.poll.PollEvent.BoxCounted;
import vn.giaouoc.shared.poll.PollEvent.BoxDestroyed;
import vn.giaouoc.shared.poll.PollEvent.CastingEnded;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Flawed;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
import vn.giaouoc.shared.poll.PollEvent.PapersListed;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.ReturnedPaper;
import vn.giaouoc.shared.poll.PollEvent.SameAnswer;
import vn.giaouoc.shared.poll.PollEvent.Secrecy;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.StampingKey;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.VotingPaperEvent;
import vn.giaouoc.shared.poll.VotingPaperEvent.PaperIssued;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

class SecretPollTest {

  private static final PollId POLL = PollId.of("kien-giang.khoi-4.2026.suy-ton");
  private static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2026.year-end");
  private static final StampingKey KEY = key();
  private static final SecretBallots.Prepared PREPARED = new SecretBallots.Prepared(KEY, "BB", 256);
  private static final BallotBoxOpened BOX = new BallotBoxOpened(POLL, KEY, "BB", 256);
  private static final String TOKEN = token(2);
  private static final PaperIssued ISSUED =
      new PaperIssued(POLL, MEMBER, SecretBallots.digest(KEY, TOKEN));
  private static final Opened EMPTY = new Opened(List.of(), 0, List.of(said(List.of())));

  private static StampingKey key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(StampingKey.FEWEST_BITS);
      return StampingKey.of((RSAPublicKey) generator.generateKeyPair().getPublic());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String token(int number) {
    byte[] bytes = new byte[KEY.length()];
    bytes[bytes.length - 1] = (byte) number;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static BoxAnswers said(List<SameAnswer> valid, Flawed... invalid) {
    return new BoxAnswers("1", valid, List.of(invalid));
  }

  private static PollCalled called(Method method) {
    return new PollCalled(
        POLL,
        BLOC,
        CYCLE,
        HALL,
        List.of(
            new Question(
                "1",
                List.of(Subject.TEXTS),
                Contest.WHOLE_BLOC,
                words("Thông qua?"),
                Question.Form.CHOOSE,
                List.of(
                    new Question.Option("a", null, words("một")),
                    new Question.Option("b", null, words("hai"))),
                1,
                1,
                new Threshold(Threshold.Base.ISSUED, 1, 2, true, null),
                null,
                List.of())),
        method,
        List.of(),
        List.of(),
        null,
        null,
        List.of(Absence.PROXY, Absence.WRITTEN),
        null,
        true,
        1,
        null);
  }

  private static Living sitting(PollEvent... more) {
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
        .given((Object[]) more);
  }

  private static PollOpened opened() {
    return opened(DEPUTY, MEMBER, LEADER);
  }

  private static PollOpened opened(UnitId... present) {
    return new PollOpened(
        POLL, List.of(DEPUTY, MEMBER, LEADER), List.of(present), null, List.of(), List.of());
  }

  private static Living open(Object... more) {
    return sitting(called(Method.SECRET_BALLOT), opened(), BOX).given(more);
  }

  /** The same, and only the leader attends. */
  private static Living absent(Object... more) {
    return sitting(called(Method.SECRET_BALLOT), opened(LEADER), BOX).given(more);
  }

  private static IssuePaper issue(UnitId unit, String blinded, Envelope envelope) {
    return new IssuePaper(POLL, unit, blinded, envelope);
  }

  @Test
  void it_opens_with_the_keys_that_were_made_before_and_not_without() {
    Living living = sitting(called(Method.SECRET_BALLOT));
    living.when(new OpenPoll(POLL, List.of(), null, by(LEADER))).refused(BOX_NOT_READY);
    living.when(new OpenPoll(POLL, List.of(), PREPARED, by(LEADER)));
    assertThat(living.appended()).hasSize(2).last().isEqualTo(BOX);
    sitting(called(Method.CONSENSUS), opened())
        .when(new RaiseObjection(POLL, Method.SECRET_BALLOT, null, null, PREPARED, by(LEADER)))
        .then(new ObjectionRaised(POLL, Method.SECRET_BALLOT, List.of(), null), BOX);
    sitting(called(Method.CONSENSUS), opened())
        .when(new RaiseObjection(POLL, Method.SECRET_BALLOT, null, null, null, by(LEADER)))
        .refused(BOX_NOT_READY);
  }

  @Test
  void each_unit_of_the_electorate_is_issued_one_paper_on_its_own_token() {
    open().when(issue(MEMBER, TOKEN, by(MEMBER))).then(ISSUED);
    open(ISSUED).when(issue(MEMBER, TOKEN, by(MEMBER))).then();
    open(ISSUED).when(issue(MEMBER, token(3), by(MEMBER))).refused(ANOTHER_TOKEN);
    open(ISSUED)
        .when(issue(DEPUTY, TOKEN, by(DEPUTY)))
        .then(new PaperIssued(POLL, DEPUTY, ISSUED.blinded()));
    open().when(issue(MEMBER, TOKEN, by(LEADER))).refused(NOT_YOUR_UNIT);
    open().when(issue(STRANGER, TOKEN, by(STRANGER))).refused(NOT_IN_THE_ELECTORATE);
    open().when(issue(MEMBER, token(1), by(MEMBER))).refused(NOT_TO_BE_STAMPED);
    open().when(issue(MEMBER, "-", by(MEMBER))).refused(NOT_TO_BE_STAMPED);
  }

  @Test
  void papers_are_issued_while_it_is_open_and_secret() {
    sitting(called(Method.SECRET_BALLOT))
        .when(issue(MEMBER, TOKEN, by(MEMBER)))
        .refused(POLL_NOT_OPEN);
    sitting(called(Method.BALLOT), opened())
        .when(issue(MEMBER, TOKEN, by(MEMBER)))
        .refused(ANOTHER_METHOD);
    open(new CastingEnded(POLL)).when(issue(MEMBER, TOKEN, by(MEMBER))).refused(CASTING_ENDED);
    open(new PollVoided(POLL, BLOC, CYCLE, HALL, words("nhầm")))
        .when(issue(MEMBER, TOKEN, by(MEMBER)))
        .refused(POLL_VOID);
  }

  @Test
  void who_holds_the_authority_of_an_absent_unit_takes_its_paper_and_nothing_comes_in_writing() {
    AbsentVoiceAdmitted proxy =
        new AbsentVoiceAdmitted(POLL, MEMBER, Absence.PROXY, LEADER, FileId.of("ab12"), null);
    absent(proxy).when(issue(MEMBER, TOKEN, by(LEADER))).then(ISSUED);
    absent(proxy).when(issue(MEMBER, TOKEN, by(MEMBER))).refused(NOT_YOUR_UNIT);
    absent()
        .when(
            new AdmitAbsentVoice(
                POLL, MEMBER, Absence.WRITTEN, null, FileId.of("ab12"), by(LEADER)))
        .refused(WRITTEN_IS_NOT_SECRET);
    absent().when(issue(MEMBER, TOKEN, by(MEMBER))).refused(NOT_ADMITTED);
    // it was admitted before somebody objected to consensus
    sitting(
            called(Method.CONSENSUS),
            opened(LEADER),
            new AbsentVoiceAdmitted(POLL, MEMBER, Absence.WRITTEN, null, FileId.of("ab12"), null),
            new ObjectionRaised(POLL, Method.SECRET_BALLOT, List.of(), null),
            BOX)
        .when(issue(MEMBER, TOKEN, by(LEADER)))
        .refused(WRITTEN_IS_NOT_SECRET);
  }

  @Test
  void who_runs_the_conference_ends_the_casting_and_then_it_is_counted_once() {
    open().when(new ClosePoll(POLL, by(MEMBER))).refused(NOT_RUNNING_THE_CONFERENCE);
    open(ISSUED).when(new ClosePoll(POLL, by(LEADER))).then(new CastingEnded(POLL));
    open(new CastingEnded(POLL)).when(new ClosePoll(POLL, by(LEADER))).then();
    open(ISSUED).when(new CountBox(POLL, EMPTY, by(LEADER))).then();
    Opened box =
        new Opened(
            List.of(new ReturnedPaper("t", "s")),
            0,
            List.of(said(List.of(new SameAnswer(List.of("a"), List.of(), 1)))));
    Living ended = open(ISSUED, new CastingEnded(POLL));
    ended.when(new CountBox(POLL, box, by(LEADER)));
    assertThat(ended.appended())
        .startsWith(
            new PapersListed(POLL, box.papers()), new BoxCounted(POLL, 1, 1, 0, box.questions()))
        .hasSize(3);
    PollClosed closed = (PollClosed) ended.appended().getLast();
    assertThat(closed.secrecy()).isEqualTo(Secrecy.SECRET);
    assertThat(closed.decided().getFirst().counts()).isEqualTo(new Counts(1, 1, 1, 0));
    assertThat(closed.decided().getFirst().outcome().result()).isEqualTo(Outcome.Result.DECIDED);
    ended.when(new CountBox(POLL, box, by(LEADER))).then();
    ended.when(new ClosePoll(POLL, by(LEADER))).refused(POLL_CLOSED);
    ended.when(new NoteDestruction(POLL, by(LEADER))).then(new BoxDestroyed(POLL));
    ended.when(new NoteDestruction(POLL, by(LEADER))).then();
  }

  @Test
  void papers_that_are_invalid_or_not_returned_are_told_and_decide_nothing() {
    Living ended =
        open(
            ISSUED,
            new PaperIssued(POLL, DEPUTY, "d"),
            new PaperIssued(POLL, LEADER, "l"),
            new CastingEnded(POLL));
    ended.when(
        new CountBox(
            POLL,
            new Opened(
                List.of(new ReturnedPaper("t", "s"), new ReturnedPaper("u", "s")),
                1,
                List.of(
                    said(
                        List.of(new SameAnswer(List.of("b"), List.of(), 1)),
                        new Flawed(Flaw.TOO_MANY, 1)))),
            by(LEADER)));
    PollClosed closed = (PollClosed) ended.appended().getLast();
    assertThat(closed.decided().getFirst().counts()).isEqualTo(new Counts(3, 2, 1, 1));
    assertThat(closed.decided().getFirst().outcome().result())
        .isEqualTo(Outcome.Result.NOT_DECIDED);
  }

  @Test
  void the_papers_of_a_large_poll_are_told_in_events_of_bounded_size() {
    List<ReturnedPaper> papers = new ArrayList<>();
    for (int i = 0; i < 2 * PapersListed.MOST + 1; i++) {
      papers.add(new ReturnedPaper("token " + i, "stamp"));
    }
    Living ended = open(new CastingEnded(POLL));
    ended.when(new CountBox(POLL, new Opened(papers, 0, List.of(said(List.of()))), by(LEADER)));
    List<ReturnedPaper> told = new ArrayList<>();
    ended.appended().stream()
        .filter(PapersListed.class::isInstance)
        .map(PapersListed.class::cast)
        .forEach(
            list -> {
              assertThat(list.papers()).hasSizeLessThanOrEqualTo(PapersListed.MOST);
              told.addAll(list.papers());
            });
    assertThat(told).isEqualTo(papers);
  }

  @Test
  void a_void_poll_is_not_counted_and_its_box_is_destroyed() {
    Living voided = open(ISSUED, new CastingEnded(POLL));
    voided.when(new VoidPoll(POLL, "nhầm", by(LEADER)));
    voided.when(new CountBox(POLL, EMPTY, by(LEADER))).then();
    voided.when(new NoteDestruction(POLL, by(LEADER))).then(new BoxDestroyed(POLL));
    // nothing was told of a box that was never used
    sitting(called(Method.CONSENSUS), opened(), new PollVoided(POLL, BLOC, CYCLE, HALL, words("x")))
        .when(new NoteDestruction(POLL, by(LEADER)))
        .then();
    open().when(new NoteDestruction(POLL, by(LEADER))).then();
  }

  @Test
  void no_two_papers_have_one_stream() {
    assertThat(VotingPaperEvent.streamOf(PollId.of("a.b"), UnitId.of("c")))
        .isNotEqualTo(VotingPaperEvent.streamOf(PollId.of("a"), UnitId.of("b.c")));
  }
}
