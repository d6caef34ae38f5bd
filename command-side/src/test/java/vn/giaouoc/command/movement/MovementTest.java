package vn.giaouoc.command.movement;

import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.STRANGER;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.Living.words;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_A_DEPUTY;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;
import static vn.giaouoc.command.movement.MovementRejection.ALREADY_JOINED;
import static vn.giaouoc.command.movement.MovementRejection.CASE_NAMED_TWICE;
import static vn.giaouoc.command.movement.MovementRejection.COUNT_NOT_PLAUSIBLE;
import static vn.giaouoc.command.movement.MovementRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.movement.MovementRejection.LAUNCHER_NOT_KNOWN;
import static vn.giaouoc.command.movement.MovementRejection.MOVEMENT_ALREADY_LAUNCHED;
import static vn.giaouoc.command.movement.MovementRejection.MOVEMENT_CLOSED;
import static vn.giaouoc.command.movement.MovementRejection.NOBODY_COMMENDED;
import static vn.giaouoc.command.movement.MovementRejection.NOT_JOINED;
import static vn.giaouoc.command.movement.MovementRejection.NOT_THE_LAUNCHER;
import static vn.giaouoc.command.movement.MovementRejection.UNIT_NOT_A_MEMBER;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.movement.ExemplaryCasesCommand.CommendExemplaryCases;
import vn.giaouoc.command.movement.MovementCommand.CloseMovement;
import vn.giaouoc.command.movement.MovementCommand.JoinMovement;
import vn.giaouoc.command.movement.MovementCommand.LaunchMovement;
import vn.giaouoc.command.movement.MovementCommand.ReportMovementResult;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesNamed;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.OfWhich;
import vn.giaouoc.shared.movement.ExemplaryCasesId;
import vn.giaouoc.shared.movement.MovementEvent.MovementClosed;
import vn.giaouoc.shared.movement.MovementEvent.MovementJoined;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.movement.MovementEvent.MovementResultReported;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

class MovementTest {

  private static final MovementId MOVEMENT = MovementId.of("nong-thon-moi");
  private static final String THEME = "Chung sức xây dựng nông thôn mới";
  private static final MovementLaunched LAUNCHED =
      new MovementLaunched(MOVEMENT, THEME, LEADER, null, "2026-2030");
  private static final MovementJoined JOINED = new MovementJoined(MOVEMENT, BLOC, CYCLE);
  private static final MovementClosed CLOSED = new MovementClosed(MOVEMENT, null);
  private static final ExemplaryCasesId CASES = ExemplaryCasesId.of(CYCLE.slug());
  private static final PersonId PERSON = new PersonId(new UUID(1, 2));

  @Test
  void a_movement_is_launched_once_by_a_unit_that_is_known() {
    Living year = Lived.year();
    year.when(launch(UnitId.of("khong-co"), LEADER)).refused(LAUNCHER_NOT_KNOWN);
    year.when(launch(LEADER, MEMBER)).refused(NOT_YOUR_UNIT);
    year.when(launch(LEADER, LEADER)).then(LAUNCHED);
    year.when(launch(LEADER, LEADER)).refused(MOVEMENT_ALREADY_LAUNCHED);
  }

  @Test
  void the_leader_lets_its_bloc_join_once_in_an_open_year() {
    Living year = Lived.year().given(LAUNCHED);
    year.when(join(CYCLE, DEPUTY)).refused(NOT_THE_LEADER);
    year.when(join(CycleId.of("kien-giang.khoi-4.2030"), LEADER)).refused(CYCLE_NOT_OPEN);
    year.when(join(CYCLE, LEADER)).then(JOINED);
    year.when(join(CYCLE, LEADER)).refused(ALREADY_JOINED);
  }

  @Test
  void a_member_tells_its_own_result_and_the_leadership_that_of_the_bloc() {
    Living year = Lived.year().given(LAUNCHED);
    year.when(result(null, LEADER)).refused(NOT_JOINED);
    year.given(JOINED);
    year.when(result(MEMBER, DEPUTY)).refused(NOT_YOUR_UNIT);
    year.when(result(STRANGER, STRANGER)).refused(UNIT_NOT_A_MEMBER);
    year.when(result(null, MEMBER)).refused(NOT_THE_LEADER_OR_A_DEPUTY);
    year.when(result(MEMBER, MEMBER)).then(reported(MEMBER));
    year.when(result(null, DEPUTY)).then(reported(null));
  }

  @Test
  void who_launched_it_ends_it_and_then_nothing_more_comes() {
    Living year = Lived.year().given(LAUNCHED, JOINED);
    year.when(new CloseMovement(MOVEMENT, null, by(MEMBER))).refused(NOT_THE_LAUNCHER);
    year.when(new CloseMovement(MOVEMENT, null, by(LEADER))).then(CLOSED);
    year.when(new CloseMovement(MOVEMENT, null, by(LEADER))).refused(MOVEMENT_CLOSED);
    year.when(join(CYCLE, LEADER)).refused(MOVEMENT_CLOSED);
    year.when(result(null, LEADER)).refused(MOVEMENT_CLOSED);
  }

  @Test
  void the_board_ends_any_movement() {
    Lived.year()
        .given(LAUNCHED)
        .when(new CloseMovement(MOVEMENT, "Hết giai đoạn", Living.byTheBoard(Lived.TODAY)))
        .then(new MovementClosed(MOVEMENT, words("Hết giai đoạn")));
  }

  @Test
  void cases_are_told_as_numbers_to_all_and_by_name_to_the_members() {
    List<OfWhich> parts = List.of(new OfWhich("nông thôn mới", null, 3));
    Lived.year()
        .when(commend(null, 12, parts, List.of(MEMBER), List.of(PERSON), LEADER))
        .then(
            new ExemplaryCasesCommended(CASES, BLOC, CYCLE, 1, 12, parts),
            new ExemplaryCasesNamed(CASES, BLOC, CYCLE, List.of(MEMBER), List.of(PERSON)));
  }

  @Test
  void numbers_alone_will_do_and_what_is_not_stated_is_not_zero() {
    Lived.year()
        .when(commend(5, null, List.of(), List.of(), List.of(), DEPUTY))
        .then(new ExemplaryCasesCommended(CASES, BLOC, CYCLE, 5, null, List.of()));
  }

  @Test
  void cases_are_some_are_named_once_are_members_and_no_part_exceeds_the_whole() {
    Living year = Lived.year();
    year.when(commend(null, null, List.of(), List.of(), List.of(), LEADER))
        .refused(NOBODY_COMMENDED);
    year.when(commend(null, null, List.of(), List.of(), List.of(PERSON, PERSON), LEADER))
        .refused(CASE_NAMED_TWICE);
    year.when(commend(null, null, List.of(), List.of(STRANGER), List.of(), LEADER))
        .refused(UNIT_NOT_A_MEMBER);
    year.when(commend(0, null, List.of(), List.of(MEMBER), List.of(), LEADER))
        .refused(COUNT_NOT_PLAUSIBLE);
    year.when(commend(-1, null, List.of(), List.of(), List.of(), LEADER))
        .refused(COUNT_NOT_PLAUSIBLE);
    year.when(commend(2, null, List.of(new OfWhich("x", 3, null)), List.of(), List.of(), LEADER))
        .refused(COUNT_NOT_PLAUSIBLE);
    year.when(commend(2, null, List.of(), List.of(), List.of(), MEMBER))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
  }

  private static LaunchMovement launch(UnitId unit, UnitId actor) {
    return new LaunchMovement(MOVEMENT, THEME, unit, "2026-2030", by(actor));
  }

  private static JoinMovement join(CycleId cycle, UnitId actor) {
    return new JoinMovement(MOVEMENT, cycle, by(actor));
  }

  private static ReportMovementResult result(UnitId unit, UnitId actor) {
    return new ReportMovementResult(MOVEMENT, CYCLE, unit, "Đạt", List.of(), by(actor));
  }

  private static MovementResultReported reported(UnitId unit) {
    return new MovementResultReported(MOVEMENT, BLOC, CYCLE, unit, words("Đạt"), List.of());
  }

  private static CommendExemplaryCases commend(
      Integer collectives,
      Integer individuals,
      List<OfWhich> parts,
      List<UnitId> units,
      List<PersonId> persons,
      UnitId actor) {
    return new CommendExemplaryCases(
        CYCLE, collectives, individuals, parts, units, persons, by(actor));
  }
}
