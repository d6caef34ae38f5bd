package vn.giaouoc.command.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.leadership.LeadershipRejection.ACTS_FOR_ITSELF;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_ACTING;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_IN_OFFICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_TENDERED;
import static vn.giaouoc.command.leadership.LeadershipRejection.ANOTHER_IN_OFFICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.ENDS_BEFORE_IT_BEGINS;
import static vn.giaouoc.command.leadership.LeadershipRejection.HANDOVER_TO_ITSELF;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOBODY_ACTS;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOBODY_IN_OFFICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOTHING_HANDED_OVER;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_A_DEPUTY;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_DESIGNATED;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_TENDERED;
import static vn.giaouoc.command.leadership.LeadershipRejection.REPLACED_BY_ITSELF;
import static vn.giaouoc.command.leadership.LeadershipRejection.TERM_IS_OVER;
import static vn.giaouoc.command.leadership.LeadershipRejection.UNIT_HAS_LEFT_THE_BLOC;
import static vn.giaouoc.command.leadership.LeadershipRejection.UNIT_NO_LONGER_EXISTS;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.leadership.LeadershipCommand.AcceptHandover;
import vn.giaouoc.command.leadership.LeadershipCommand.AppointActing;
import vn.giaouoc.command.leadership.LeadershipCommand.DeclineDesignation;
import vn.giaouoc.command.leadership.LeadershipCommand.DesignateLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.EndActing;
import vn.giaouoc.command.leadership.LeadershipCommand.HandOverLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.Handed;
import vn.giaouoc.command.leadership.LeadershipCommand.InstallLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.ReplaceLeader;
import vn.giaouoc.command.leadership.LeadershipCommand.WithdrawDesignation;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.ActingAppointed;
import vn.giaouoc.shared.leadership.LeadershipEvent.ActingEnded;
import vn.giaouoc.shared.leadership.LeadershipEvent.DesignationDeclined;
import vn.giaouoc.shared.leadership.LeadershipEvent.DesignationWithdrawn;
import vn.giaouoc.shared.leadership.LeadershipEvent.HandoverAccepted;
import vn.giaouoc.shared.leadership.LeadershipEvent.HandoverTendered;
import vn.giaouoc.shared.leadership.LeadershipEvent.Item;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeaderReplaced;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipHandedOver;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.LeadershipEvent.Thing;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.unit.UnitEvent.UnitMerged;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** How a leadership passes from one unit to the next, and what happens when it does not. */
class HandoverTest {

  private static final String DAY = "2026-12-20";
  private static final BlocId KHOI_4 = BlocId.of("kien-giang.khoi-4");
  private static final UnitId HEALTH = UnitId.of("kien-giang.so-y-te");
  private static final UnitId CULTURE = UnitId.of("kien-giang.so-van-hoa");
  private static final UnitId TOURISM = UnitId.of("kien-giang.so-du-lich");
  private static final Term THIS_YEAR = Term.year(2026);

  /** From one conference to the next: terms need not be calendar years. */
  private static final Term NEXT =
      new Term(LocalDate.parse("2026-12-20"), LocalDate.parse("2027-12-19"));

  private static final List<Deputy> DEPUTY = List.of(new Deputy(TOURISM, 1));
  private static final List<Deputy> NEXT_DEPUTY = List.of(new Deputy(HEALTH, null));
  private static final List<Handed> INVENTORY =
      List.of(new Handed(Thing.PENNANT, "Cờ luân lưu"), new Handed(Thing.KEYS, "Con dấu"));
  private static final List<Item> ITEMS =
      List.of(
          new Item(Thing.PENNANT, Living.words("Cờ luân lưu")),
          new Item(Thing.KEYS, Living.words("Con dấu")));
  private static final Envelope BOARD = Living.byTheBoard(DAY);
  private static final HandoverTendered TENDERED =
      new HandoverTendered(KHOI_4, NEXT, HEALTH, CULTURE, ITEMS);
  private static final LeadershipDesignated CHOSEN =
      new LeadershipDesignated(KHOI_4, NEXT, CULTURE, NEXT_DEPUTY, Mode.ELECTED);

  private final Living living =
      Living.on(DAY)
          .givenOn(
              "2026-01-05",
              new UnitRegistered(HEALTH, "Sở Y tế", UnitKind.DEPARTMENT, null),
              new UnitRegistered(CULTURE, "Sở Văn hóa", UnitKind.DEPARTMENT, null),
              new UnitRegistered(TOURISM, "Sở Du lịch", UnitKind.DEPARTMENT, null),
              new BlocEstablished(KHOI_4, "Khối 4", "khối", null),
              new MemberAdmitted(KHOI_4, HEALTH),
              new MemberAdmitted(KHOI_4, CULTURE),
              new MemberAdmitted(KHOI_4, TOURISM),
              new LeadershipDesignated(KHOI_4, THIS_YEAR, HEALTH, DEPUTY, Mode.ELECTED),
              new LeadershipInstalled(KHOI_4, THIS_YEAR, HEALTH, DEPUTY));

  @Test
  void the_leader_in_office_or_the_board_announces_who_is_chosen() {
    living
        .when(designate(CULTURE, Living.by(CULTURE, DAY)))
        .refused(NOT_THE_LEADER_OR_THE_BOARD)
        .when(designate(CULTURE, Living.by(HEALTH, DAY)))
        .then(CHOSEN);
  }

  @Test
  void who_has_merged_or_left_is_not_chosen() {
    living
        .given(new UnitMerged(CULTURE, HEALTH, null), new MemberReleased(KHOI_4, TOURISM))
        .when(designate(CULTURE, BOARD))
        .refused(UNIT_NO_LONGER_EXISTS)
        .when(designate(TOURISM, BOARD))
        .refused(UNIT_HAS_LEFT_THE_BLOC);
  }

  @Test
  void the_first_leadership_is_installed_by_the_board_and_nobody_hands_over() {
    BlocId fresh = BlocId.of("kien-giang.khoi-9");
    LeadershipDesignated first =
        new LeadershipDesignated(fresh, NEXT, CULTURE, List.of(), Mode.APPOINTED);
    living
        .given(new BlocEstablished(fresh, "Khối 9", "khối", null), first)
        .when(new HandOverLeadership(fresh, NEXT, INVENTORY, BOARD))
        .refused(NOBODY_IN_OFFICE)
        .when(new InstallLeadership(fresh, NEXT, Living.by(CULTURE, DAY)))
        .refused(NOT_THE_BOARD)
        .when(new InstallLeadership(fresh, NEXT, BOARD))
        .then(new LeadershipInstalled(fresh, NEXT, CULTURE, List.of()));
  }

  @Test
  void nobody_is_installed_past_a_leader_in_office_who_has_not_handed_over() {
    living
        .given(CHOSEN)
        .when(new InstallLeadership(KHOI_4, NEXT, BOARD))
        .refused(ANOTHER_IN_OFFICE);
  }

  @Test
  void a_leader_that_is_chosen_again_is_installed_again_and_hands_over_to_nobody() {
    LeadershipDesignated again =
        new LeadershipDesignated(KHOI_4, NEXT, HEALTH, List.of(), Mode.ELECTED);
    living
        .given(again)
        .when(handOver(HEALTH))
        .refused(HANDOVER_TO_ITSELF)
        .when(new InstallLeadership(KHOI_4, NEXT, BOARD))
        .then(new LeadershipInstalled(KHOI_4, NEXT, HEALTH, List.of()));
  }

  @Test
  void the_outgoing_side_hands_over_with_an_inventory() {
    living
        .when(handOver(HEALTH))
        .refused(NOT_DESIGNATED)
        .given(CHOSEN)
        .when(handOver(CULTURE))
        .refused(NOT_THE_LEADER)
        .when(new HandOverLeadership(KHOI_4, NEXT, List.of(), Living.by(HEALTH, DAY)))
        .refused(NOTHING_HANDED_OVER)
        .when(handOver(HEALTH))
        .then(TENDERED)
        .when(handOver(HEALTH))
        .refused(ALREADY_TENDERED);
    assertThat(leaderOn(DAY)).isEqualTo(HEALTH);
  }

  @Test
  void the_incoming_side_accepts_and_is_in_office_in_the_same_instant() {
    living
        .given(CHOSEN)
        .when(accept(CULTURE, null))
        .refused(NOT_TENDERED)
        .given(TENDERED)
        .when(accept(HEALTH, null))
        .refused(NOT_YOUR_UNIT)
        .when(accept(TOURISM, null))
        .refused(NOT_YOUR_UNIT)
        .when(accept(CULTURE, "Thiếu sổ theo dõi"))
        .then(
            new HandoverAccepted(KHOI_4, NEXT, CULTURE, Living.words("Thiếu sổ theo dõi")),
            new LeadershipHandedOver(KHOI_4, NEXT, HEALTH, CULTURE));
    assertThat(leaderOn("2026-12-19")).isEqualTo(HEALTH);
    assertThat(leaderOn(DAY)).isEqualTo(CULTURE);
    assertThat(inOffice().deputiesOn(LocalDate.parse("2026-12-19"))).isEqualTo(DEPUTY);
    assertThat(inOffice().deputiesOn(LocalDate.parse(DAY))).isEqualTo(NEXT_DEPUTY);
  }

  @Test
  void after_the_handover_the_past_leader_can_do_nothing_more() {
    Term later = Term.year(2028);
    living
        .given(CHOSEN, TENDERED)
        .when(accept(CULTURE, null))
        .when(
            new DesignateLeadership(
                KHOI_4, later, TOURISM, List.of(), null, null, Living.by(HEALTH, DAY)))
        .refused(NOT_THE_LEADER_OR_THE_BOARD)
        .when(handOver(HEALTH))
        .refused(ALREADY_IN_OFFICE)
        .when(accept(CULTURE, null))
        .refused(ALREADY_IN_OFFICE)
        .when(
            new DesignateLeadership(
                KHOI_4, later, TOURISM, List.of(), null, null, Living.by(CULTURE, DAY)))
        .then(new LeadershipDesignated(KHOI_4, later, TOURISM, List.of(), null));
  }

  @Test
  void a_late_handover_is_one_within_the_term_and_none_after_it() {
    Living late =
        Living.on("2027-12-20")
            .givenOn(
                "2026-01-05",
                new UnitRegistered(HEALTH, "Sở Y tế", UnitKind.DEPARTMENT, null),
                new UnitRegistered(CULTURE, "Sở Văn hóa", UnitKind.DEPARTMENT, null),
                new BlocEstablished(KHOI_4, "Khối 4", "khối", null),
                new LeadershipDesignated(KHOI_4, THIS_YEAR, HEALTH, DEPUTY, Mode.ELECTED),
                new LeadershipInstalled(KHOI_4, THIS_YEAR, HEALTH, DEPUTY),
                CHOSEN);
    late.when(new HandOverLeadership(KHOI_4, NEXT, INVENTORY, Living.by(HEALTH, "2027-12-20")))
        .refused(TERM_IS_OVER)
        .when(new HandOverLeadership(KHOI_4, NEXT, INVENTORY, Living.by(HEALTH, "2027-12-19")))
        .then(TENDERED)
        .when(new AcceptHandover(KHOI_4, NEXT, null, Living.by(CULTURE, "2027-12-20")))
        .refused(TERM_IS_OVER);
  }

  @Test
  void who_has_merged_or_left_takes_nothing_over() {
    living
        .given(CHOSEN, TENDERED, new MemberReleased(KHOI_4, CULTURE))
        .when(accept(CULTURE, null))
        .refused(UNIT_HAS_LEFT_THE_BLOC)
        .given(new UnitMerged(CULTURE, TOURISM, null))
        .when(accept(CULTURE, null))
        .refused(NOT_YOUR_UNIT);
  }

  @Test
  void a_chosen_leader_may_decline_before_it_is_in_office_and_the_term_is_open_again() {
    DeclineDesignation decline =
        new DeclineDesignation(KHOI_4, NEXT, "Sắp sáp nhập", Living.by(CULTURE, DAY));
    living
        .when(decline)
        .refused(NOT_DESIGNATED)
        .given(CHOSEN, TENDERED)
        .when(new DeclineDesignation(KHOI_4, NEXT, "Không rõ", Living.by(TOURISM, DAY)))
        .refused(NOT_YOUR_UNIT)
        .when(decline)
        .then(new DesignationDeclined(KHOI_4, NEXT, CULTURE, Living.words("Sắp sáp nhập")))
        .when(decline)
        .refused(NOT_DESIGNATED)
        .when(designate(TOURISM, BOARD))
        .then(new LeadershipDesignated(KHOI_4, NEXT, TOURISM, NEXT_DEPUTY, Mode.ELECTED))
        .when(accept(TOURISM, null))
        .refused(NOT_TENDERED);
  }

  @Test
  void a_choice_is_withdrawn_by_the_leader_or_the_board_before_it_takes_effect() {
    living
        .given(CHOSEN)
        .when(new WithdrawDesignation(KHOI_4, NEXT, "Đã sáp nhập", Living.by(TOURISM, DAY)))
        .refused(NOT_THE_LEADER_OR_THE_BOARD)
        .when(new WithdrawDesignation(KHOI_4, THIS_YEAR, "Đã sáp nhập", BOARD))
        .refused(ALREADY_IN_OFFICE)
        .when(new WithdrawDesignation(KHOI_4, NEXT, "Đã sáp nhập", BOARD))
        .then(new DesignationWithdrawn(KHOI_4, NEXT, Living.words("Đã sáp nhập")))
        .when(new WithdrawDesignation(KHOI_4, NEXT, "Đã sáp nhập", BOARD))
        .refused(NOT_DESIGNATED);
  }

  @Test
  void the_board_replaces_a_leader_without_an_election() {
    living
        .when(replace(CULTURE, Living.by(HEALTH, DAY)))
        .refused(NOT_THE_BOARD)
        .when(replace(HEALTH, BOARD))
        .refused(REPLACED_BY_ITSELF)
        .when(replace(CULTURE, BOARD))
        .then(
            new LeaderReplaced(
                KHOI_4, THIS_YEAR, HEALTH, CULTURE, DEPUTY, Living.words("Sáp nhập")));
    assertThat(leaderOn(DAY)).isEqualTo(CULTURE);
    assertThat(leaderOn("2026-12-19")).isEqualTo(HEALTH);
  }

  @Test
  void what_a_replaced_leader_wanted_to_hand_over_can_no_longer_be_accepted() {
    living
        .given(CHOSEN, TENDERED)
        .when(replace(TOURISM, List.of(), BOARD))
        .when(accept(CULTURE, null))
        .refused(NOT_TENDERED);
  }

  @Test
  void nobody_is_replaced_where_nobody_is_in_office() {
    BlocId fresh = BlocId.of("kien-giang.khoi-9");
    living
        .given(
            new BlocEstablished(fresh, "Khối 9", "khối", null),
            new LeadershipDesignated(fresh, NEXT, CULTURE, List.of(), null))
        .when(new ReplaceLeader(fresh, null, CULTURE, List.of(), "Sáp nhập", BOARD))
        .refused(NOBODY_IN_OFFICE);
  }

  @Test
  void a_deputy_acts_in_place_of_the_leader_for_some_days() {
    LocalDate until = LocalDate.parse("2026-12-25");
    living
        .when(act(TOURISM, until, Living.by(TOURISM, DAY)))
        .refused(NOT_THE_LEADER_OR_THE_BOARD)
        .when(act(HEALTH, until, Living.by(HEALTH, DAY)))
        .refused(ACTS_FOR_ITSELF)
        .when(act(CULTURE, until, Living.by(HEALTH, DAY)))
        .refused(NOT_A_DEPUTY)
        .when(act(TOURISM, LocalDate.parse("2026-12-19"), Living.by(HEALTH, DAY)))
        .refused(ENDS_BEFORE_IT_BEGINS)
        .when(act(TOURISM, until, Living.by(HEALTH, DAY)))
        .then(new ActingAppointed(KHOI_4, TOURISM, until, Living.words("Đi công tác")));
    assertThat(leaderOn("2026-12-19")).isEqualTo(HEALTH);
    assertThat(leaderOn(DAY)).isEqualTo(TOURISM);
    assertThat(leaderOn("2026-12-25")).isEqualTo(TOURISM);
    assertThat(leaderOn("2026-12-26")).isEqualTo(HEALTH);
    assertThat(inOffice().deputiesOn(LocalDate.parse(DAY))).isEmpty();
    living.when(act(CULTURE, null, BOARD)).refused(ALREADY_ACTING);
  }

  @Test
  void the_board_may_have_another_member_act_but_nobody_from_outside() {
    living
        .when(act(CULTURE, null, BOARD))
        .then(new ActingAppointed(KHOI_4, CULTURE, null, Living.words("Đi công tác")));
    UnitId outside = UnitId.of("kien-giang.so-khac");
    Living other =
        Living.on(DAY)
            .given(
                new UnitRegistered(outside, "Sở khác", UnitKind.DEPARTMENT, null),
                new BlocEstablished(KHOI_4, "Khối 4", "khối", null));
    other.when(act(outside, null, BOARD)).refused(NOT_A_DEPUTY);
  }

  @Test
  void acting_is_ended_by_the_leader_that_comes_back() {
    living
        .when(new EndActing(KHOI_4, Living.by(HEALTH, DAY)))
        .refused(NOBODY_ACTS)
        .given(new ActingAppointed(KHOI_4, TOURISM, null, Living.words("Đi công tác")))
        .when(new EndActing(KHOI_4, Living.by(CULTURE, DAY)))
        .refused(NOT_THE_LEADER_OR_THE_BOARD)
        .when(new EndActing(KHOI_4, Living.by(HEALTH, DAY)))
        .then(new ActingEnded(KHOI_4, TOURISM));
    assertThat(leaderOn(DAY)).isEqualTo(HEALTH);
  }

  @Test
  void who_acts_hands_over_where_the_leader_has_merged_away() {
    living
        .given(
            CHOSEN,
            new UnitMerged(HEALTH, TOURISM, null),
            new ActingAppointed(KHOI_4, TOURISM, null, Living.words("Sáp nhập")))
        .when(handOver(HEALTH))
        .refused(NOT_THE_LEADER)
        .when(handOver(TOURISM))
        .then(TENDERED)
        .when(accept(CULTURE, null));
    assertThat(leaderOn(DAY)).isEqualTo(CULTURE);
  }

  private InOffice inOffice() {
    return living.streams().peek(InOffice.class, "leadership:" + KHOI_4.slug());
  }

  private UnitId leaderOn(String day) {
    return inOffice().leaderOn(LocalDate.parse(day));
  }

  private static DesignateLeadership designate(UnitId leader, Envelope envelope) {
    return new DesignateLeadership(KHOI_4, NEXT, leader, NEXT_DEPUTY, Mode.ELECTED, null, envelope);
  }

  private static HandOverLeadership handOver(UnitId by) {
    return new HandOverLeadership(KHOI_4, NEXT, INVENTORY, Living.by(by, DAY));
  }

  private static AcceptHandover accept(UnitId by, String reservations) {
    return new AcceptHandover(KHOI_4, NEXT, reservations, Living.by(by, DAY));
  }

  private static ReplaceLeader replace(UnitId leader, Envelope envelope) {
    return replace(leader, DEPUTY, envelope);
  }

  private static ReplaceLeader replace(UnitId leader, List<Deputy> deputies, Envelope envelope) {
    return new ReplaceLeader(KHOI_4, null, leader, deputies, "Sáp nhập", envelope);
  }

  private static AppointActing act(UnitId unit, LocalDate until, Envelope envelope) {
    return new AppointActing(KHOI_4, unit, until, "Đi công tác", envelope);
  }
}
