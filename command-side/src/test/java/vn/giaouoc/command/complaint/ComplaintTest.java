package vn.giaouoc.command.complaint;

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
import static vn.giaouoc.command.complaint.ComplaintRejection.ALREADY_ACCEPTED;
import static vn.giaouoc.command.complaint.ComplaintRejection.ALREADY_SUSPENDED;
import static vn.giaouoc.command.complaint.ComplaintRejection.BOARD_MUST_HANDLE_IT;
import static vn.giaouoc.command.complaint.ComplaintRejection.COMPLAINED_OF;
import static vn.giaouoc.command.complaint.ComplaintRejection.COMPLAINT_ALREADY_LODGED;
import static vn.giaouoc.command.complaint.ComplaintRejection.COMPLAINT_ENDED;
import static vn.giaouoc.command.complaint.ComplaintRejection.DENUNCIATION_NAMES_SOMEBODY;
import static vn.giaouoc.command.complaint.ComplaintRejection.EVENT_OF_ANOTHER_BLOC;
import static vn.giaouoc.command.complaint.ComplaintRejection.HANDLED_THERE_ALREADY;
import static vn.giaouoc.command.complaint.ComplaintRejection.NEVER_A_MEMBER;
import static vn.giaouoc.command.complaint.ComplaintRejection.NOBODY_CAN_WITHDRAW_IT;
import static vn.giaouoc.command.complaint.ComplaintRejection.NOT_ACCEPTED;
import static vn.giaouoc.command.complaint.ComplaintRejection.NOT_HANDLING_IT;
import static vn.giaouoc.command.complaint.ComplaintRejection.NO_SUCH_EVENT;
import static vn.giaouoc.command.complaint.ComplaintRejection.OWN_COMPLAINT;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.complaint.ComplaintCommand.AcceptComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.DecideComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.DeclineComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.Denounce;
import vn.giaouoc.command.complaint.ComplaintCommand.LodgeComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.SuspendEffect;
import vn.giaouoc.command.complaint.ComplaintCommand.TransferComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.WithdrawComplaint;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.complaint.ComplaintEvent.About;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintAccepted;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDecided;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDeclined;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintLodged;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintTransferred;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintWithdrawn;
import vn.giaouoc.shared.complaint.ComplaintEvent.Effect;
import vn.giaouoc.shared.complaint.ComplaintEvent.EffectSuspended;
import vn.giaouoc.shared.complaint.ComplaintEvent.Finding;
import vn.giaouoc.shared.complaint.ComplaintEvent.Handler;
import vn.giaouoc.shared.complaint.ComplaintId;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitMerged;
import vn.giaouoc.shared.unit.UnitId;

class ComplaintTest {

  private static final ComplaintId COMPLAINT = ComplaintId.of("kien-giang.khoi-4.2026.khieu-nai");
  private static final About RANKING = new About(CYCLE.stream(), 1);
  private static final Envelope ANONYMOUS = Envelope.firstHand(When.of(TODAY), Complaint.NOBODY);

  /** A year in which some unit did something to the cycle, as event 1 of its stream. */
  private static Living actedBy(UnitId unit, Object... more) {
    StepRecorded step = new StepRecorded(CYCLE, Step.RANKING, StepState.DONE, null);
    return Lived.year()
        .given(new GenericEventMessage<>(step, Envelopes.metaData(by(unit))))
        .given(more);
  }

  private static ComplaintLodged lodged(UnitId by, UnitId of, Handler handler) {
    return new ComplaintLodged(COMPLAINT, BLOC, RANKING, by, of, handler, words("xếp hạng sai"));
  }

  private static LodgeComplaint lodge(About about, UnitId by, Envelope envelope) {
    return new LodgeComplaint(COMPLAINT, BLOC, about, by, "xếp hạng sai", envelope);
  }

  private static final ComplaintLodged OF_MEMBER = lodged(STRANGER, MEMBER, Handler.LEADERSHIP);
  private static final ComplaintLodged OF_LEADER = lodged(MEMBER, LEADER, Handler.BOARD);
  private static final ComplaintLodged DENOUNCED = lodged(null, LEADER, Handler.BOARD);
  private static final ComplaintAccepted ACCEPTED = new ComplaintAccepted(COMPLAINT);

  private static AcceptComplaint accept(Envelope envelope) {
    return new AcceptComplaint(COMPLAINT, envelope);
  }

  @Test
  void a_member_complains_of_an_event_and_of_the_leader_the_board_handles_it() {
    actedBy(LEADER).when(lodge(RANKING, MEMBER, by(MEMBER))).then(OF_LEADER);
    actedBy(DEPUTY)
        .when(lodge(RANKING, MEMBER, by(MEMBER)))
        .then(lodged(MEMBER, DEPUTY, Handler.BOARD));
    actedBy(MEMBER)
        .when(lodge(RANKING, LEADER, by(LEADER)))
        .then(lodged(LEADER, MEMBER, Handler.BOARD)); // the leader does not handle its own
    actedBy(STRANGER)
        .when(lodge(RANKING, MEMBER, by(MEMBER)))
        .then(lodged(MEMBER, STRANGER, Handler.LEADERSHIP));
  }

  @Test
  void nobody_complains_for_another_or_twice_or_of_what_is_not_there() {
    actedBy(LEADER).when(lodge(RANKING, MEMBER, by(DEPUTY))).refused(NOT_YOUR_UNIT);
    actedBy(LEADER, OF_LEADER)
        .when(lodge(RANKING, MEMBER, by(MEMBER)))
        .refused(COMPLAINT_ALREADY_LODGED);
    for (About about :
        List.of(
            new About(CYCLE.stream(), 2),
            new About(CYCLE.stream(), -1),
            new About("cycle:kien-giang.khoi-4.1999", 0),
            new About("nothing", 0),
            new About("no-such-kind:a", 0))) {
      actedBy(LEADER).when(lodge(about, MEMBER, by(MEMBER))).refused(NO_SUCH_EVENT);
    }
  }

  @Test
  void a_complaint_goes_to_the_bloc_whose_event_it_is() {
    CycleId other = CycleId.of("kien-giang.khoi-5.2026");
    actedBy(LEADER, new CycleOpened(other, BlocId.of("kien-giang.khoi-5"), 2026))
        .when(lodge(new About(other.stream(), 0), MEMBER, by(MEMBER)))
        .refused(EVENT_OF_ANOTHER_BLOC);
  }

  @Test
  void a_unit_that_has_left_complains_of_what_happened_while_it_belonged() {
    About opening = new About(CYCLE.stream(), 0);
    Living left = actedBy(LEADER, new MemberReleased(BLOC, MEMBER));
    left.when(lodge(RANKING, MEMBER, by(MEMBER))).refused(NEVER_A_MEMBER);
    left.when(lodge(opening, MEMBER, by(MEMBER)));
    assertThat(left.appended()).hasSize(1);
    actedBy(LEADER).when(lodge(RANKING, STRANGER, by(STRANGER))).refused(NEVER_A_MEMBER);
    actedBy(LEADER, new UnitMerged(MEMBER, DEPUTY, null))
        .when(lodge(RANKING, MEMBER, by(MEMBER)))
        .refused(NOT_YOUR_UNIT);
  }

  @Test
  void a_denouncer_is_named_nowhere_and_only_the_board_reads_it() {
    Living denounced =
        actedBy(LEADER)
            .when(new Denounce(COMPLAINT, BLOC, RANKING, "xếp hạng sai", ANONYMOUS))
            .then(DENOUNCED);
    DomainEventMessage<?> event = denounced.streams().event(COMPLAINT.stream(), 0);
    Envelope envelope = Envelopes.of(event.getMetaData());
    assertThat(envelope.actor()).isEqualTo(Complaint.NOBODY);
    assertThat(envelope.actor().unit()).isNull();
    assertThat(envelope.audience()).isEqualTo(Audience.BOARD);
    actedBy(LEADER)
        .when(new Denounce(COMPLAINT, BLOC, RANKING, "xếp hạng sai", by(MEMBER)))
        .refused(DENUNCIATION_NAMES_SOMEBODY);
    actedBy(LEADER, DENOUNCED)
        .when(new Denounce(COMPLAINT, BLOC, RANKING, "xếp hạng sai", ANONYMOUS))
        .refused(COMPLAINT_ALREADY_LODGED);

    denounced.when(accept(byTheBoard(TODAY))).then(ACCEPTED);
    DomainEventMessage<?> later = denounced.streams().event(COMPLAINT.stream(), 1);
    assertThat(Envelopes.of(later.getMetaData()).audience()).isEqualTo(Audience.BOARD);
  }

  @Test
  void a_complaint_of_a_unit_is_read_by_its_bloc() {
    Living living = actedBy(LEADER).when(lodge(RANKING, MEMBER, by(MEMBER)));
    DomainEventMessage<?> event = living.streams().event(COMPLAINT.stream(), 0);
    assertThat(Envelopes.of(event.getMetaData()).audience()).isEqualTo(Audience.bloc(BLOC));
  }

  @Test
  void the_leadership_handles_what_does_not_concern_it_and_the_board_all() {
    for (Envelope handler : List.of(by(LEADER), by(DEPUTY), byTheBoard(TODAY))) {
      actedBy(MEMBER, OF_MEMBER).when(accept(handler)).then(ACCEPTED);
    }
    actedBy(MEMBER, OF_MEMBER).when(accept(by(MEMBER))).refused(NOT_HANDLING_IT);
    actedBy(LEADER, OF_LEADER).when(accept(by(LEADER))).refused(NOT_HANDLING_IT);
    actedBy(LEADER, OF_LEADER).when(accept(by(DEPUTY))).refused(NOT_HANDLING_IT);
    actedBy(LEADER, OF_LEADER).when(accept(byTheBoard(TODAY))).then(ACCEPTED);
  }

  @Test
  void neither_side_handles_it_whatever_it_has_become_since() {
    // the unit complained of leads by now
    actedBy(LEADER, lodged(MEMBER, LEADER, Handler.LEADERSHIP))
        .when(accept(by(LEADER)))
        .refused(COMPLAINED_OF);
    actedBy(STRANGER, lodged(LEADER, STRANGER, Handler.LEADERSHIP))
        .when(accept(by(LEADER)))
        .refused(OWN_COMPLAINT);
    // the board's own act is not judged by the account that did it
    StepRecorded step = new StepRecorded(CYCLE, Step.RANKING, StepState.DONE, null);
    Lived.year()
        .given(new GenericEventMessage<>(step, Envelopes.metaData(byTheBoard(TODAY))))
        .given(lodged(MEMBER, null, Handler.BOARD))
        .when(accept(byTheBoard(TODAY)))
        .refused(COMPLAINED_OF);
  }

  @Test
  void it_is_taken_up_once_or_declined_with_a_reason() {
    actedBy(MEMBER, OF_MEMBER, ACCEPTED).when(accept(by(LEADER))).refused(ALREADY_ACCEPTED);
    DeclineComplaint decline = new DeclineComplaint(COMPLAINT, "quá hạn", by(LEADER));
    Living declined =
        actedBy(MEMBER, OF_MEMBER)
            .when(decline)
            .then(new ComplaintDeclined(COMPLAINT, words("quá hạn")));
    declined.when(accept(by(LEADER))).refused(COMPLAINT_ENDED);
    actedBy(MEMBER, OF_MEMBER, ACCEPTED).when(decline).refused(ALREADY_ACCEPTED);
  }

  @Test
  void an_effect_is_suspended_once_after_it_is_taken_up() {
    SuspendEffect suspend =
        new SuspendEffect(COMPLAINT, Effect.RANKING, "chờ xác minh", by(LEADER));
    EffectSuspended suspended =
        new EffectSuspended(COMPLAINT, RANKING, Effect.RANKING, words("chờ xác minh"));
    Living handling = actedBy(MEMBER, OF_MEMBER, ACCEPTED).when(suspend).then(suspended);
    handling.when(suspend).refused(ALREADY_SUSPENDED);
    actedBy(MEMBER, OF_MEMBER).when(suspend).refused(NOT_ACCEPTED);
  }

  @Test
  void it_is_given_to_the_board_and_back_only_where_the_leadership_may_handle_it() {
    TransferComplaint toBoard =
        new TransferComplaint(COMPLAINT, Handler.BOARD, "vượt thẩm quyền", by(LEADER));
    ComplaintTransferred transferred =
        new ComplaintTransferred(COMPLAINT, Handler.BOARD, words("vượt thẩm quyền"));
    Living given = actedBy(MEMBER, OF_MEMBER, ACCEPTED).when(toBoard).then(transferred);
    given.when(accept(by(LEADER))).refused(NOT_HANDLING_IT);
    TransferComplaint again =
        new TransferComplaint(COMPLAINT, Handler.BOARD, "x", byTheBoard(TODAY));
    given.when(again).refused(HANDLED_THERE_ALREADY);
    // whoever handles it now takes it up itself
    given.when(accept(byTheBoard(TODAY))).then(ACCEPTED);

    TransferComplaint back =
        new TransferComplaint(COMPLAINT, Handler.LEADERSHIP, "đúng cấp", byTheBoard(TODAY));
    given
        .when(back)
        .then(new ComplaintTransferred(COMPLAINT, Handler.LEADERSHIP, words("đúng cấp")));
    actedBy(LEADER, OF_LEADER).when(back).refused(BOARD_MUST_HANDLE_IT);
    actedBy(LEADER, DENOUNCED).when(back).refused(BOARD_MUST_HANDLE_IT);
  }

  @Test
  void it_is_decided_once_after_it_is_taken_up() {
    DecideComplaint decide =
        new DecideComplaint(COMPLAINT, Finding.UPHELD_IN_PART, "đúng một phần", by(LEADER));
    Living decided =
        actedBy(MEMBER, OF_MEMBER, ACCEPTED)
            .when(decide)
            .then(new ComplaintDecided(COMPLAINT, Finding.UPHELD_IN_PART, words("đúng một phần")));
    decided.when(decide).refused(COMPLAINT_ENDED);
    actedBy(MEMBER, OF_MEMBER).when(decide).refused(NOT_ACCEPTED);
  }

  @Test
  void whoever_complained_withdraws_it_while_it_lasts_and_nobody_a_denunciation() {
    WithdrawComplaint withdraw = new WithdrawComplaint(COMPLAINT, by(MEMBER));
    Living withdrawn =
        actedBy(LEADER, OF_LEADER).when(withdraw).then(new ComplaintWithdrawn(COMPLAINT));
    withdrawn.when(withdraw).refused(COMPLAINT_ENDED);
    withdrawn.when(accept(byTheBoard(TODAY))).refused(COMPLAINT_ENDED);
    actedBy(LEADER, OF_LEADER)
        .when(new WithdrawComplaint(COMPLAINT, by(DEPUTY)))
        .refused(NOT_YOUR_UNIT);
    actedBy(LEADER, DENOUNCED).when(withdraw).refused(NOBODY_CAN_WITHDRAW_IT);
  }
}
