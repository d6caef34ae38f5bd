package vn.giaouoc.command.bloc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.bloc.BlocRejection.ALREADY_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.ALREADY_TRANSFERRED;
import static vn.giaouoc.command.bloc.BlocRejection.BLOC_HAS_MERGED;
import static vn.giaouoc.command.bloc.BlocRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.bloc.BlocRejection.LEADER_IN_OFFICE;
import static vn.giaouoc.command.bloc.BlocRejection.MATTER_NOT_NAMED;
import static vn.giaouoc.command.bloc.BlocRejection.MERGES_INTO_ITSELF;
import static vn.giaouoc.command.bloc.BlocRejection.NEVER_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.NOTHING_TO_TRANSFER;
import static vn.giaouoc.command.bloc.BlocRejection.NOT_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.NOT_PLACED;
import static vn.giaouoc.command.bloc.BlocRejection.NO_SUCH_BLOC_TO_MERGE_INTO;
import static vn.giaouoc.command.bloc.BlocRejection.NO_SUCH_MATTER;
import static vn.giaouoc.command.bloc.BlocRejection.RECIPIENT_DOES_NOT_FIT;
import static vn.giaouoc.command.bloc.BlocRejection.STILL_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.SUPERVISOR_NOT_NAMED;
import static vn.giaouoc.command.bloc.BlocRejection.UNIT_NO_LONGER_EXISTS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.RequestRejection;
import vn.giaouoc.command.bloc.BlocCommand.AdmitMember;
import vn.giaouoc.command.bloc.BlocCommand.AssignSupervisor;
import vn.giaouoc.command.bloc.BlocCommand.EstablishBloc;
import vn.giaouoc.command.bloc.BlocCommand.MergeBlocs;
import vn.giaouoc.command.bloc.BlocCommand.PlaceMember;
import vn.giaouoc.command.bloc.BlocCommand.ReleaseMember;
import vn.giaouoc.command.bloc.BlocCommand.Transfer;
import vn.giaouoc.command.leadership.OfficeRejection;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.Affair;
import vn.giaouoc.shared.bloc.BlocEvent.Becomes;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.BlocMerged;
import vn.giaouoc.shared.bloc.BlocEvent.Matter;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAffairsTransferred;
import vn.giaouoc.shared.bloc.BlocEvent.MemberPlaced;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocEvent.SupervisorAssigned;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.LeadershipEvent.ActingAppointed;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitEvent.UnitMerged;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Blocs whose members come and go in the middle of a year, and which go up into each other. */
class BlocLifeTest {

  private static final String DAY = "2026-06-30";
  private static final BlocId KHOI_4 = BlocId.of("kien-giang.khoi-4");
  private static final BlocId KHOI_5 = BlocId.of("kien-giang.khoi-5");
  private static final CycleId YEAR = CycleId.of("kien-giang.khoi-4.2026");
  private static final UnitId HEALTH = UnitId.of("kien-giang.so-y-te");
  private static final UnitId CULTURE = UnitId.of("kien-giang.so-van-hoa");
  private static final UnitId TOURISM = UnitId.of("kien-giang.so-du-lich");
  private static final Envelope BOARD = Living.byTheBoard(DAY);

  private final Living living =
      Living.on(DAY)
          .givenOn(
              "2026-01-01",
              new UnitRegistered(HEALTH, "Sở Y tế", UnitKind.DEPARTMENT, null),
              new UnitRegistered(CULTURE, "Sở Văn hóa", UnitKind.DEPARTMENT, null),
              new UnitRegistered(TOURISM, "Sở Du lịch", UnitKind.DEPARTMENT, null),
              new BlocEstablished(KHOI_4, "Khối 4", "khối", null),
              new BlocEstablished(KHOI_5, "Khối 5", "khối", null),
              new MemberAdmitted(KHOI_4, HEALTH),
              new MemberAdmitted(KHOI_4, CULTURE));

  @Test
  void only_the_board_establishes_and_admits_and_releases() {
    Envelope member = Living.by(HEALTH, DAY);
    living
        .when(new EstablishBloc(BlocId.of("kien-giang.khoi-6"), "Khối 6", "khối", null, member))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new AdmitMember(KHOI_4, TOURISM, member))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new ReleaseMember(KHOI_4, HEALTH, member))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new PlaceMember(KHOI_4, HEALTH, "Nhóm 1", null, member))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new AssignSupervisor(KHOI_4, HEALTH, null, member))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new MergeBlocs(KHOI_4, KHOI_5, member))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new AdmitMember(KHOI_4, TOURISM, BOARD))
        .then(new MemberAdmitted(KHOI_4, TOURISM))
        .when(new ReleaseMember(KHOI_4, TOURISM, Living.byTheBoard("2026-07-01")))
        .then(new MemberReleased(KHOI_4, TOURISM));
  }

  @Test
  void a_member_is_admitted_into_a_group_where_one_is_named_and_moved_to_another() {
    living
        .when(new AdmitMember(KHOI_4, TOURISM, "Nhóm 1", "thành viên chính thức", BOARD))
        .then(
            new MemberAdmitted(KHOI_4, TOURISM),
            new MemberPlaced(KHOI_4, TOURISM, "Nhóm 1", "thành viên chính thức"))
        .when(new PlaceMember(KHOI_4, TOURISM, "Nhóm 2", null, BOARD))
        .then(new MemberPlaced(KHOI_4, TOURISM, "Nhóm 2", null))
        .when(new PlaceMember(KHOI_4, TOURISM, null, null, BOARD))
        .refused(NOT_PLACED)
        .when(new PlaceMember(KHOI_5, TOURISM, "Nhóm 1", null, BOARD))
        .refused(NOT_A_MEMBER);
  }

  @Test
  void a_unit_may_be_in_several_blocs() {
    living
        .when(new AdmitMember(KHOI_5, HEALTH, BOARD))
        .then(new MemberAdmitted(KHOI_5, HEALTH))
        .when(new AdmitMember(KHOI_5, HEALTH, BOARD))
        .refused(ALREADY_A_MEMBER);
  }

  @Test
  void a_unit_that_has_merged_by_then_is_not_admitted() {
    living
        .givenOn("2026-07-01", new UnitMerged(TOURISM, CULTURE, null))
        .when(new AdmitMember(KHOI_4, TOURISM, Living.byTheBoard("2026-07-01")))
        .refused(UNIT_NO_LONGER_EXISTS)
        .when(new AdmitMember(KHOI_4, TOURISM, BOARD))
        .then(new MemberAdmitted(KHOI_4, TOURISM));
  }

  @Test
  void the_roll_of_any_day_is_that_of_the_day_whatever_was_told_first() {
    living
        .givenOn("2026-05-01", new MemberReleased(KHOI_4, CULTURE))
        .givenOn("2026-03-01", new MemberAdmitted(KHOI_4, TOURISM));
    Roll roll = living.streams().peek(Roll.class, KHOI_4.stream());
    assertThat(roll.membersOn(LocalDate.parse("2025-12-31"))).isEmpty();
    assertThat(roll.membersOn(LocalDate.parse("2026-02-28")))
        .containsExactlyInAnyOrder(HEALTH, CULTURE);
    assertThat(roll.membersOn(LocalDate.parse("2026-04-30")))
        .containsExactlyInAnyOrder(HEALTH, CULTURE, TOURISM);
    assertThat(roll.membersOn(LocalDate.parse("2026-05-01")))
        .containsExactlyInAnyOrder(HEALTH, TOURISM);
    assertThat(roll.hasLeft(CULTURE, LocalDate.parse("2026-05-01"))).isTrue();
    assertThat(roll.hasLeft(CULTURE, LocalDate.parse("2026-04-30"))).isFalse();
    assertThat(roll.hasLeft(UnitId.of("khac"), LocalDate.parse("2026-05-01"))).isFalse();
  }

  @Test
  void the_leader_in_office_is_not_released_unless_another_unit_acts() {
    living
        .givenOn("2026-01-01", new LeadershipInstalled(KHOI_4, Term.year(2026), HEALTH, List.of()))
        .when(new ReleaseMember(KHOI_4, HEALTH, BOARD))
        .refused(LEADER_IN_OFFICE)
        .when(new ReleaseMember(KHOI_4, CULTURE, BOARD))
        .then(new MemberReleased(KHOI_4, CULTURE))
        .givenOn("2026-07-01", new ActingAppointed(KHOI_4, TOURISM, null, Living.words("sáp nhập")))
        .when(new ReleaseMember(KHOI_4, HEALTH, BOARD))
        .refused(LEADER_IN_OFFICE)
        .when(new ReleaseMember(KHOI_4, HEALTH, Living.byTheBoard("2026-07-01")))
        .then(new MemberReleased(KHOI_4, HEALTH));
  }

  @Test
  void a_unit_or_a_person_of_the_board_supervises() {
    PersonId person = new PersonId(new UUID(1, 2));
    living
        .when(new AssignSupervisor(KHOI_4, null, null, BOARD))
        .refused(SUPERVISOR_NOT_NAMED)
        .when(new AssignSupervisor(KHOI_4, UnitId.of("khong-co"), null, BOARD))
        .refused(BlocRejection.UNIT_NOT_REGISTERED)
        .when(new AssignSupervisor(KHOI_4, null, person, BOARD))
        .then(new SupervisorAssigned(KHOI_4, null, person))
        .when(new AssignSupervisor(KHOI_4, TOURISM, person, BOARD))
        .then(new SupervisorAssigned(KHOI_4, TOURISM, person));
  }

  @Test
  void a_bloc_goes_up_into_another_which_its_members_join() {
    living
        .given(new MemberAdmitted(KHOI_5, CULTURE), new MemberAdmitted(KHOI_5, TOURISM))
        .when(new MergeBlocs(KHOI_4, KHOI_5, BOARD))
        .then(new BlocMerged(KHOI_4, KHOI_5), new MemberAdmitted(KHOI_5, HEALTH));
    Roll roll = living.streams().peek(Roll.class, KHOI_4.stream());
    assertThat(roll.membersOn(LocalDate.parse(DAY))).isEmpty();
    assertThat(roll.membersOn(LocalDate.parse("2026-06-29"))).hasSize(2);
    living
        .when(new MergeBlocs(KHOI_4, KHOI_5, BOARD))
        .refused(BLOC_HAS_MERGED)
        .when(new AdmitMember(KHOI_4, TOURISM, BOARD))
        .refused(BLOC_HAS_MERGED)
        .when(new MergeBlocs(KHOI_5, KHOI_4, BOARD))
        .refused(NO_SUCH_BLOC_TO_MERGE_INTO);
  }

  @Test
  void a_bloc_does_not_merge_into_itself_nor_into_one_that_is_not_there() {
    living
        .when(new MergeBlocs(KHOI_4, KHOI_4, BOARD))
        .refused(MERGES_INTO_ITSELF)
        .when(new MergeBlocs(KHOI_4, BlocId.of("khong-co"), BOARD))
        .refused(NO_SUCH_BLOC_TO_MERGE_INTO)
        .when(new MergeBlocs(BlocId.of("khong-co"), KHOI_4, BOARD))
        .refused(BLOC_NOT_ESTABLISHED);
  }

  @Test
  void a_merger_asked_for_twice_under_one_key_happens_once() {
    Map<String, ?> keyed = Map.of(Commands.REQUEST, "mot-khoa mot-yeu-cau", Commands.SEEN, 2L);
    living
        .when(new MergeBlocs(KHOI_4, KHOI_5, BOARD), keyed)
        .then(
            new BlocMerged(KHOI_4, KHOI_5),
            new MemberAdmitted(KHOI_5, HEALTH),
            new MemberAdmitted(KHOI_5, CULTURE));
    Long version = living.version();
    living.when(new MergeBlocs(KHOI_4, KHOI_5, BOARD), keyed).then();
    assertThat(living.version()).isEqualTo(version);
  }

  @Test
  void a_merger_is_refused_to_who_has_seen_an_older_bloc() {
    living
        .when(new MergeBlocs(KHOI_4, KHOI_5, BOARD), Map.of(Commands.SEEN, 1L))
        .refused(RequestRejection.STALE_VERSION);
  }

  @Test
  void what_a_merged_member_left_open_is_settled_once_and_by_the_board() {
    Affair pledge = new Affair(Matter.PLEDGE, YEAR, null, Becomes.TRANSFERRED, HEALTH);
    Affair sheet = new Affair(Matter.SCORE_SHEET, YEAR, null, Becomes.ENDED, null);
    Affair office = new Affair(Matter.OFFICE, null, null, Becomes.STAYS, null);
    living
        .given(new CycleOpened(YEAR, KHOI_4, 2026), new UnitMerged(CULTURE, HEALTH, null))
        .when(new Transfer(KHOI_4, CULTURE, List.of(pledge), "Sáp nhập", Living.by(HEALTH, DAY)))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(transfer(CULTURE, pledge, sheet))
        .then(
            new MemberAffairsTransferred(
                KHOI_4, CULTURE, List.of(pledge, sheet), Living.words("Sáp nhập")))
        .when(transfer(CULTURE, office, pledge))
        .refused(ALREADY_TRANSFERRED)
        .when(transfer(CULTURE, office))
        .then(
            new MemberAffairsTransferred(
                KHOI_4, CULTURE, List.of(office), Living.words("Sáp nhập")));
  }

  @Test
  void a_member_that_is_still_there_keeps_its_affairs_and_one_that_left_does_not() {
    Affair office = new Affair(Matter.OFFICE, null, null, Becomes.ENDED, null);
    living
        .when(transfer(TOURISM, office))
        .refused(NEVER_A_MEMBER)
        .when(transfer(CULTURE, office))
        .refused(STILL_A_MEMBER)
        .given(new MemberReleased(KHOI_4, CULTURE))
        .when(transfer(CULTURE, office))
        .then(
            new MemberAffairsTransferred(
                KHOI_4, CULTURE, List.of(office), Living.words("Sáp nhập")));
  }

  @Test
  void a_transfer_names_what_goes_to_whom() {
    living
        .given(new MemberReleased(KHOI_4, CULTURE), new UnitMerged(TOURISM, HEALTH, null))
        .when(transfer(CULTURE))
        .refused(NOTHING_TO_TRANSFER)
        .when(transfer(CULTURE, new Affair(Matter.PLEDGE, null, null, Becomes.ENDED, null)))
        .refused(MATTER_NOT_NAMED)
        .when(transfer(CULTURE, new Affair(Matter.AWARD_PROPOSAL, null, null, Becomes.ENDED, null)))
        .refused(MATTER_NOT_NAMED)
        .when(transfer(CULTURE, new Affair(Matter.PLEDGE, YEAR, null, Becomes.ENDED, null)))
        .refused(NO_SUCH_MATTER)
        .when(transfer(CULTURE, new Affair(Matter.OFFICE, null, null, Becomes.TRANSFERRED, null)))
        .refused(RECIPIENT_DOES_NOT_FIT)
        .when(transfer(CULTURE, new Affair(Matter.OFFICE, null, null, Becomes.ENDED, HEALTH)))
        .refused(RECIPIENT_DOES_NOT_FIT)
        .when(
            transfer(CULTURE, new Affair(Matter.OFFICE, null, null, Becomes.TRANSFERRED, TOURISM)))
        .refused(UNIT_NO_LONGER_EXISTS);
  }

  private static Transfer transfer(UnitId unit, Affair... affairs) {
    return new Transfer(KHOI_4, unit, List.of(affairs), "Sáp nhập", BOARD);
  }
}
