package vn.giaouoc.command.award;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.award.AwardRejection.ALREADY_UPGRADED;
import static vn.giaouoc.command.award.AwardRejection.AWARD_ALREADY_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.AWARD_NOT_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.NOT_APPROVED;
import static vn.giaouoc.command.award.AwardRejection.NOT_DECIDED_YET;
import static vn.giaouoc.command.award.AwardRejection.NOT_FORWARDED;
import static vn.giaouoc.command.award.AwardRejection.NOT_GRANTED;
import static vn.giaouoc.command.award.AwardRejection.NOT_HELD;
import static vn.giaouoc.command.award.AwardRejection.NOT_KNOWN;
import static vn.giaouoc.command.award.AwardRejection.NOT_TO_BE_FORWARDED;
import static vn.giaouoc.command.award.AwardRejection.NOT_TO_BE_WITHDRAWN;
import static vn.giaouoc.command.award.AwardRejection.PROPOSED_IN_THE_CYCLE;
import static vn.giaouoc.command.award.AwardRejection.RECIPIENT_UNCLEAR;
import static vn.giaouoc.command.award.AwardRejection.WHERE_IT_WAS_PRESENTED;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.scoring.Scored.BLOC;
import static vn.giaouoc.command.scoring.Scored.BY_BOARD;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.CYCLE;
import static vn.giaouoc.command.scoring.Scored.DAY;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.PROVINCE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Rejection;
import vn.giaouoc.command.award.AwardCommand.Approve;
import vn.giaouoc.command.award.AwardCommand.Forward;
import vn.giaouoc.command.award.AwardCommand.Grant;
import vn.giaouoc.command.award.AwardCommand.Present;
import vn.giaouoc.command.award.AwardCommand.RecordAward;
import vn.giaouoc.command.award.AwardCommand.Refuse;
import vn.giaouoc.command.award.AwardCommand.Revoke;
import vn.giaouoc.command.award.AwardCommand.Upgrade;
import vn.giaouoc.command.award.AwardCommand.WithdrawProposal;
import vn.giaouoc.command.scoring.Scored;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent.About;
import vn.giaouoc.shared.award.AwardEvent.Approved;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.AwardRecorded;
import vn.giaouoc.shared.award.AwardEvent.Forwarded;
import vn.giaouoc.shared.award.AwardEvent.Granted;
import vn.giaouoc.shared.award.AwardEvent.Presented;
import vn.giaouoc.shared.award.AwardEvent.ProposalWithdrawn;
import vn.giaouoc.shared.award.AwardEvent.Recipient;
import vn.giaouoc.shared.award.AwardEvent.Refused;
import vn.giaouoc.shared.award.AwardEvent.Revoked;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardEvent.Upgraded;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

class AwardTest {

  private static final AwardId FLAG = AwardId.of("kien-giang.khoi-4.2026.flag");
  private static final AwardId HIGHER = AwardId.of("chinh-phu.2026.flag");
  private static final Authority BY_PROVINCE = new Authority(PROVINCE, "UBND tỉnh");
  private static final About ABOUT = new About(BLOC, CYCLE, Recipient.of(LEADER));
  private static final AwardProposed PROPOSED =
      new AwardProposed(
          FLAG,
          BLOC,
          CYCLE,
          Title.FLAG,
          BY_PROVINCE,
          Track.ANNUAL,
          Contest.WHOLE_BLOC,
          LEADER,
          2026,
          null,
          null);
  private static final Forwarded FORWARDED = new Forwarded(FLAG, ABOUT, PROVINCE, "12/TTr-KTĐ4");
  private static final Approved APPROVED = new Approved(FLAG, ABOUT);
  private static final Refused REFUSED = new Refused(FLAG, ABOUT, Living.words("chưa đủ"));
  private static final Granted GRANTED =
      new Granted(FLAG, ABOUT, "450/QĐ-UBND", LocalDate.of(2026, 12, 9), BY_PROVINCE);
  private static final Presented PRESENTED =
      new Presented(FLAG, ABOUT, null, "Lễ kỷ niệm ngày thành lập ngành");
  private static final Upgraded UPGRADED =
      new Upgraded(FLAG, ABOUT, HIGHER, Title.FLAG, new Authority(PROVINCE, "Chính phủ"));
  private static final Revoked REVOKED =
      new Revoked(FLAG, ABOUT, Living.words("khai sai"), "99/QĐ-UBND");
  private static final ProposalWithdrawn WITHDRAWN =
      new ProposalWithdrawn(FLAG, ABOUT, Living.words("xin rút"));

  private static final Forward FORWARD = new Forward(FLAG, PROVINCE, "12/TTr-KTĐ4", BY_LEADER);
  private static final Approve APPROVE = new Approve(FLAG, BY_BOARD);
  private static final Refuse REFUSE = new Refuse(FLAG, "chưa đủ", BY_BOARD);
  private static final Grant GRANT = grant(FLAG, LocalDate.of(2026, 12, 9));
  private static final Present PRESENT =
      new Present(FLAG, null, "Lễ kỷ niệm ngày thành lập ngành", BY_LEADER);
  private static final Upgrade UPGRADE =
      new Upgrade(FLAG, HIGHER, Title.FLAG, new Authority(PROVINCE, "Chính phủ"), BY_BOARD);
  private static final Revoke REVOKE = new Revoke(FLAG, "khai sai", "99/QĐ-UBND", BY_BOARD);
  private static final WithdrawProposal WITHDRAW = new WithdrawProposal(FLAG, "xin rút", BY_LEADER);

  private static Grant grant(AwardId award, LocalDate decidedOn) {
    return new Grant(award, "450/QĐ-UBND", decidedOn, BY_PROVINCE, BY_BOARD);
  }

  private static void from(List<? extends Event> events, Command command, Event... then) {
    Scored.bloc().given(events.toArray()).when(command).then(then);
  }

  private static void never(Rejection reason, Command command, Event... events) {
    Scored.bloc().given((Object[]) events).when(command).refused(reason);
  }

  private static RecordAward record(
      Recipient recipient, Track track, @Nullable Envelope by, boolean inCycle) {
    return new RecordAward(
        FLAG,
        new About(null, inCycle ? CYCLE : null, recipient),
        Title.CERTIFICATE_OF_MERIT,
        BY_PROVINCE,
        track,
        2026,
        "cứu người bị nạn",
        by == null ? BY_BOARD : by);
  }

  private static AwardRecorded recorded(Recipient recipient) {
    return new AwardRecorded(
        FLAG,
        new About(null, null, recipient),
        Title.CERTIFICATE_OF_MERIT,
        BY_PROVINCE,
        Track.URGENT,
        2026,
        Living.words("cứu người bị nạn"));
  }

  @Test
  void a_proposal_goes_its_way_to_the_ceremony() {
    from(List.of(PROPOSED), FORWARD, FORWARDED);
    from(List.of(PROPOSED, FORWARDED), APPROVE, APPROVED);
    from(List.of(PROPOSED, FORWARDED, APPROVED), GRANT, GRANTED);
    from(List.of(PROPOSED, FORWARDED, APPROVED, GRANTED), PRESENT, PRESENTED);
  }

  @Test
  void what_nobody_proposed_goes_nowhere() {
    for (Command command :
        List.of(FORWARD, APPROVE, REFUSE, GRANT, PRESENT, UPGRADE, REVOKE, WITHDRAW)) {
      never(AWARD_NOT_PROPOSED, command);
    }
  }

  @Test
  void a_proposal_is_forwarded_once_by_the_leader_to_somebody_known() {
    never(NOT_TO_BE_FORWARDED, FORWARD, PROPOSED, FORWARDED);
    never(NOT_TO_BE_FORWARDED, FORWARD, PROPOSED, WITHDRAWN);
    never(NOT_THE_LEADER, new Forward(FLAG, PROVINCE, null, Living.by(DEPUTY, DAY)), PROPOSED);
    never(NOT_KNOWN, new Forward(FLAG, UnitId.of("khong-co"), null, BY_LEADER), PROPOSED);
  }

  @Test
  void only_the_board_decides_and_only_what_is_before_it() {
    never(NOT_FORWARDED, APPROVE, PROPOSED);
    never(NOT_FORWARDED, APPROVE, PROPOSED, FORWARDED, APPROVED);
    never(NOT_FORWARDED, REFUSE, PROPOSED);
    never(NOT_FORWARDED, REFUSE, PROPOSED, FORWARDED, REFUSED);
    never(NOT_THE_BOARD, new Approve(FLAG, BY_LEADER), PROPOSED, FORWARDED);
    never(NOT_THE_BOARD, new Refuse(FLAG, "vì", BY_LEADER), PROPOSED, FORWARDED);
    from(List.of(PROPOSED, FORWARDED), REFUSE, REFUSED);
    from(List.of(PROPOSED, FORWARDED, APPROVED), REFUSE, REFUSED);
  }

  @Test
  void nothing_is_granted_that_was_not_approved_nor_twice_nor_from_tomorrow() {
    never(NOT_APPROVED, GRANT, PROPOSED);
    never(NOT_APPROVED, GRANT, PROPOSED, FORWARDED);
    never(NOT_APPROVED, GRANT, PROPOSED, FORWARDED, REFUSED);
    never(NOT_APPROVED, GRANT, PROPOSED, FORWARDED, APPROVED, GRANTED);
    never(NOT_DECIDED_YET, grant(FLAG, LocalDate.of(2026, 12, 11)), PROPOSED, FORWARDED, APPROVED);
    never(
        NOT_THE_BOARD,
        new Grant(FLAG, "1", LocalDate.of(2026, 12, 9), BY_PROVINCE, BY_LEADER),
        PROPOSED,
        FORWARDED,
        APPROVED);
    never(
        NOT_KNOWN,
        new Grant(
            FLAG,
            "1",
            LocalDate.of(2026, 12, 9),
            new Authority(UnitId.of("khong-co"), "Bộ"),
            BY_BOARD),
        PROPOSED,
        FORWARDED,
        APPROVED);
  }

  @Test
  void it_is_presented_once_somewhere_after_it_was_granted() {
    never(NOT_GRANTED, PRESENT, PROPOSED, FORWARDED, APPROVED);
    never(NOT_GRANTED, PRESENT, PROPOSED, FORWARDED, APPROVED, GRANTED, PRESENTED);
    never(NOT_GRANTED, PRESENT, PROPOSED, FORWARDED, APPROVED, GRANTED, REVOKED);
    never(
        WHERE_IT_WAS_PRESENTED,
        new Present(FLAG, null, null, BY_LEADER),
        PROPOSED,
        FORWARDED,
        APPROVED,
        GRANTED);
    never(
        NOT_KNOWN,
        new Present(FLAG, ConferenceId.of("khong-co"), null, BY_LEADER),
        PROPOSED,
        FORWARDED,
        APPROVED,
        GRANTED);
  }

  @Test
  void a_higher_award_is_sought_for_who_holds_one_and_begins_its_own_way() {
    from(
        List.of(PROPOSED, FORWARDED, APPROVED, GRANTED),
        UPGRADE,
        UPGRADED,
        new AwardRecorded(
            HIGHER,
            ABOUT,
            Title.FLAG,
            new Authority(PROVINCE, "Chính phủ"),
            Track.ANNUAL,
            2026,
            null));
    never(NOT_HELD, UPGRADE, PROPOSED, FORWARDED, APPROVED);
    never(ALREADY_UPGRADED, UPGRADE, PROPOSED, FORWARDED, APPROVED, GRANTED, UPGRADED);
    never(
        AWARD_ALREADY_PROPOSED,
        new Upgrade(FLAG, FLAG, Title.FLAG, BY_PROVINCE, BY_BOARD),
        PROPOSED,
        FORWARDED,
        APPROVED,
        GRANTED);
    never(
        NOT_THE_BOARD,
        new Upgrade(FLAG, HIGHER, Title.FLAG, BY_PROVINCE, BY_LEADER),
        PROPOSED,
        FORWARDED,
        APPROVED,
        GRANTED);
  }

  @Test
  void an_award_that_is_held_is_revoked_by_the_board_and_what_was_given_stays_told() {
    from(List.of(PROPOSED, FORWARDED, APPROVED, GRANTED, PRESENTED, UPGRADED), REVOKE, REVOKED);
    never(NOT_HELD, REVOKE, PROPOSED, FORWARDED, APPROVED);
    never(NOT_HELD, REVOKE, PROPOSED, FORWARDED, APPROVED, GRANTED, REVOKED);
    never(
        NOT_THE_BOARD,
        new Revoke(FLAG, "vì", "1", BY_LEADER),
        PROPOSED,
        FORWARDED,
        APPROVED,
        GRANTED);
  }

  @Test
  void a_proposal_is_taken_back_by_the_leader_before_it_is_decided() {
    from(List.of(PROPOSED), WITHDRAW, WITHDRAWN);
    from(List.of(PROPOSED, FORWARDED), WITHDRAW, WITHDRAWN);
    never(NOT_TO_BE_WITHDRAWN, WITHDRAW, PROPOSED, FORWARDED, APPROVED);
    never(NOT_TO_BE_WITHDRAWN, WITHDRAW, PROPOSED, WITHDRAWN);
    never(NOT_THE_LEADER, new WithdrawProposal(FLAG, "vì", Living.by(HEALTH, DAY)), PROPOSED);
  }

  @Test
  void the_board_records_an_urgent_award_for_anybody_and_grants_it_directly() {
    PersonId somebody = new PersonId(new UUID(1, 2));
    for (Recipient recipient :
        List.of(
            Recipient.of(HEALTH),
            new Recipient(null, BLOC, null, null, null),
            new Recipient(HEALTH, null, "Phòng Nghiệp vụ Y", null, null),
            new Recipient(HEALTH, null, null, somebody, null),
            new Recipient(null, null, null, somebody, null),
            new Recipient(HEALTH, null, null, null, 12))) {
      from(List.of(), record(recipient, Track.URGENT, null, false), recorded(recipient));
      from(
          List.of(recorded(recipient)),
          GRANT,
          new Granted(
              FLAG,
              new About(null, null, recipient),
              "450/QĐ-UBND",
              LocalDate.of(2026, 12, 9),
              BY_PROVINCE));
    }
  }

  @Test
  void a_recipient_is_one_and_no_mixture() {
    for (Recipient unclear :
        List.of(
            new Recipient(null, null, null, null, null),
            new Recipient(HEALTH, BLOC, null, null, null),
            new Recipient(null, null, "Phòng Nghiệp vụ Y", null, null),
            new Recipient(HEALTH, null, "Phòng", new PersonId(new UUID(1, 2)), null),
            new Recipient(HEALTH, null, null, null, 0))) {
      never(RECIPIENT_UNCLEAR, record(unclear, Track.URGENT, null, false));
    }
  }

  @Test
  void only_the_board_records_only_what_is_known_and_nothing_past_a_quota() {
    Recipient health = Recipient.of(HEALTH);
    never(NOT_THE_BOARD, record(health, Track.URGENT, BY_LEADER, false));
    never(NOT_KNOWN, record(Recipient.of(UnitId.of("khong-co")), Track.URGENT, null, false));
    never(PROPOSED_IN_THE_CYCLE, record(health, Track.ANNUAL, null, true));
    never(AWARD_ALREADY_PROPOSED, record(health, Track.URGENT, null, false), PROPOSED);
  }

  @Test
  void an_award_of_no_bloc_is_carried_on_by_the_board_alone() {
    Recipient health = Recipient.of(HEALTH);
    never(NOT_THE_BOARD, FORWARD, recorded(health));
    from(
        List.of(recorded(health)),
        new Forward(FLAG, PROVINCE, null, BY_BOARD),
        new Forwarded(FLAG, new About(null, null, health), PROVINCE, null));
  }

  @Test
  void history_can_be_carried_on_years_later() {
    Living living = Living.on("2030-01-01");
    Scored.founding().forEach((from, events) -> living.givenOn(from, (Object[]) events));
    living
        .givenOn("2026-12-10", PROPOSED)
        .when(new Forward(FLAG, PROVINCE, null, Living.byTheBoard("2030-01-01")));
    assertThat(living.appended()).containsExactly(new Forwarded(FLAG, ABOUT, PROVINCE, null));
  }
}
