package vn.giaouoc.command.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.unit.UnitRejection.ALREADY_REPRESENTS_IT;
import static vn.giaouoc.command.unit.UnitRejection.ALREADY_UNDER_THIS_AUTHORITY;
import static vn.giaouoc.command.unit.UnitRejection.AUTHORITY_IS_BELOW_IT;
import static vn.giaouoc.command.unit.UnitRejection.AUTHORITY_NOT_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.DOES_NOT_REPRESENT_IT;
import static vn.giaouoc.command.unit.UnitRejection.ENDS_BEFORE_IT_BEGINS;
import static vn.giaouoc.command.unit.UnitRejection.NOT_A_DIGEST;
import static vn.giaouoc.command.unit.UnitRejection.SUCCEEDS_ITSELF;
import static vn.giaouoc.command.unit.UnitRejection.SUCCESSOR_DOES_NOT_EXIST;
import static vn.giaouoc.command.unit.UnitRejection.SUCCESSOR_NAMED_TWICE;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_NO_LONGER_EXISTS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.leadership.OfficeRejection;
import vn.giaouoc.command.unit.UnitCommand.AddAlias;
import vn.giaouoc.command.unit.UnitCommand.AppointRepresentative;
import vn.giaouoc.command.unit.UnitCommand.DissolveUnit;
import vn.giaouoc.command.unit.UnitCommand.EndRepresentation;
import vn.giaouoc.command.unit.UnitCommand.MergeUnits;
import vn.giaouoc.command.unit.UnitCommand.MoveUnit;
import vn.giaouoc.command.unit.UnitCommand.RegisterUnit;
import vn.giaouoc.command.unit.UnitCommand.RenameUnit;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.AliasAdded;
import vn.giaouoc.shared.unit.UnitEvent.RepresentationEnded;
import vn.giaouoc.shared.unit.UnitEvent.RepresentativeAppointed;
import vn.giaouoc.shared.unit.UnitEvent.UnitDissolved;
import vn.giaouoc.shared.unit.UnitEvent.UnitMerged;
import vn.giaouoc.shared.unit.UnitEvent.UnitMoved;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Units from their registration to their end, and who acts for them. */
class UnitLifeTest {

  private static final String DAY = "2026-06-30";
  private static final UnitId PROVINCE = UnitId.of("kien-giang");
  private static final UnitId CULTURE = UnitId.of("kien-giang.so-van-hoa");
  private static final UnitId TOURISM = UnitId.of("kien-giang.so-du-lich");
  private static final PersonId PERSON = new PersonId(new UUID(1, 2));
  private static final PersonId OTHER = new PersonId(new UUID(3, 4));
  private static final String LETTER = "ab".repeat(32);
  private static final Envelope BOARD = Living.byTheBoard(DAY);

  private final Living living =
      Living.on(DAY)
          .given(
              new UnitRegistered(PROVINCE, "UBND tỉnh", UnitKind.PEOPLES_COMMITTEE, null),
              new UnitRegistered(CULTURE, "Sở Văn hóa", UnitKind.DEPARTMENT, PROVINCE),
              new UnitRegistered(TOURISM, "Sở Du lịch", UnitKind.DEPARTMENT, PROVINCE));

  @Test
  void only_the_board_registers_renames_moves_merges_and_dissolves() {
    UnitId fresh = UnitId.of("kien-giang.so-moi");
    Envelope itself = Living.by(CULTURE, DAY);
    living
        .when(new RegisterUnit(fresh, "Sở mới", UnitKind.DEPARTMENT, null, itself))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new RenameUnit(CULTURE, "Sở khác", itself))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new MoveUnit(CULTURE, null, itself))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new MergeUnits(CULTURE, TOURISM, null, itself))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new DissolveUnit(CULTURE, List.of(), null, itself))
        .refused(OfficeRejection.NOT_THE_BOARD)
        .when(new RegisterUnit(fresh, "Sở mới", UnitKind.DEPARTMENT, null, BOARD))
        .then(new UnitRegistered(fresh, "Sở mới", UnitKind.DEPARTMENT, null))
        .when(new RenameUnit(CULTURE, "Sở khác", BOARD))
        .then(new UnitRenamed(CULTURE, "Sở khác"));
  }

  @Test
  void a_unit_or_the_board_notes_how_papers_write_it_and_no_other_unit_does() {
    living
        .when(new AddAlias(CULTURE, "Văn hóa", Living.by(TOURISM, DAY)))
        .refused(OfficeRejection.NOT_YOUR_UNIT)
        .when(new AddAlias(CULTURE, "Văn hóa", Living.by(CULTURE, DAY)))
        .then(new AliasAdded(CULTURE, "Văn hóa"))
        .when(new AddAlias(CULTURE, "Sở VH", BOARD))
        .then(new AliasAdded(CULTURE, "Sở VH"));
  }

  @Test
  void a_unit_comes_under_another_authority_but_never_under_itself() {
    living
        .when(new MoveUnit(CULTURE, PROVINCE, BOARD))
        .refused(ALREADY_UNDER_THIS_AUTHORITY)
        .when(new MoveUnit(CULTURE, UnitId.of("khong-co"), BOARD))
        .refused(AUTHORITY_NOT_REGISTERED)
        .when(new MoveUnit(PROVINCE, CULTURE, BOARD))
        .refused(AUTHORITY_IS_BELOW_IT)
        .when(new MoveUnit(CULTURE, TOURISM, BOARD))
        .then(new UnitMoved(CULTURE, TOURISM))
        .when(new MoveUnit(TOURISM, CULTURE, BOARD))
        .refused(AUTHORITY_IS_BELOW_IT)
        .when(new MoveUnit(CULTURE, null, BOARD))
        .then(new UnitMoved(CULTURE, null));
  }

  @Test
  void a_unit_goes_up_into_one_that_is_there_and_only_once() {
    living
        .when(new MergeUnits(CULTURE, CULTURE, null, BOARD))
        .refused(SUCCEEDS_ITSELF)
        .when(new MergeUnits(CULTURE, UnitId.of("khong-co"), null, BOARD))
        .refused(SUCCESSOR_DOES_NOT_EXIST)
        .when(new MergeUnits(CULTURE, TOURISM, "12/QĐ-UBND", BOARD))
        .then(new UnitMerged(CULTURE, TOURISM, "12/QĐ-UBND"))
        .when(new MergeUnits(CULTURE, TOURISM, "12/QĐ-UBND", BOARD))
        .refused(UNIT_NO_LONGER_EXISTS)
        .when(new MergeUnits(TOURISM, CULTURE, null, BOARD))
        .refused(SUCCESSOR_DOES_NOT_EXIST);
  }

  @Test
  void a_unit_is_dissolved_with_or_without_successors() {
    living
        .when(new DissolveUnit(CULTURE, List.of(TOURISM, TOURISM), null, BOARD))
        .refused(SUCCESSOR_NAMED_TWICE)
        .when(new DissolveUnit(CULTURE, List.of(CULTURE), null, BOARD))
        .refused(SUCCEEDS_ITSELF)
        .when(new DissolveUnit(CULTURE, List.of(TOURISM), null, BOARD))
        .then(new UnitDissolved(CULTURE, List.of(TOURISM), null))
        .when(new DissolveUnit(TOURISM, List.of(), "13/QĐ-UBND", BOARD))
        .then(new UnitDissolved(TOURISM, List.of(), "13/QĐ-UBND"));
  }

  @Test
  void a_unit_exists_until_the_day_on_which_it_has_merged() {
    living.givenOn("2026-07-01", new UnitMerged(CULTURE, TOURISM, null));
    Body culture = living.streams().peek(Body.class, CULTURE.stream());
    assertThat(culture.existsOn(LocalDate.parse("2026-06-30"))).isTrue();
    assertThat(culture.existsOn(LocalDate.parse("2026-07-01"))).isFalse();
    living
        .when(new RenameUnit(CULTURE, "Sở khác", BOARD))
        .then(new UnitRenamed(CULTURE, "Sở khác"))
        .when(new RenameUnit(CULTURE, "Sở khác nữa", Living.byTheBoard("2026-07-01")))
        .refused(UNIT_NO_LONGER_EXISTS);
  }

  @Test
  void a_unit_that_is_gone_gets_no_representative_but_papers_may_still_write_of_it() {
    living
        .given(new UnitMerged(CULTURE, TOURISM, null))
        .when(appoint(PERSON, null, null, BOARD))
        .refused(UNIT_NO_LONGER_EXISTS)
        .when(new AddAlias(CULTURE, "Sở Văn hóa cũ", BOARD))
        .then(new AliasAdded(CULTURE, "Sở Văn hóa cũ"));
  }

  @Test
  void a_representative_is_appointed_by_the_unit_itself_or_the_board() {
    living
        .when(appoint(PERSON, null, LETTER, Living.by(TOURISM, DAY)))
        .refused(OfficeRejection.NOT_YOUR_UNIT)
        .when(appoint(PERSON, null, LETTER, Living.by(CULTURE, DAY)))
        .then(new RepresentativeAppointed(CULTURE, PERSON, "Phó Giám đốc", null, LETTER))
        .when(appoint(OTHER, "2026-12-31", null, BOARD))
        .then(
            new RepresentativeAppointed(
                CULTURE, OTHER, "Phó Giám đốc", LocalDate.parse("2026-12-31"), null));
  }

  @Test
  void a_representative_needs_a_digest_that_is_one_and_an_end_after_the_beginning() {
    living
        .when(appoint(PERSON, null, "giấy giới thiệu", BOARD))
        .refused(NOT_A_DIGEST)
        .when(appoint(PERSON, "2026-06-29", null, BOARD))
        .refused(ENDS_BEFORE_IT_BEGINS)
        .when(appoint(PERSON, "2026-06-30", null, BOARD))
        .then(
            new RepresentativeAppointed(
                CULTURE, PERSON, "Phó Giám đốc", LocalDate.parse("2026-06-30"), null))
        .when(appoint(PERSON, null, null, BOARD))
        .refused(ALREADY_REPRESENTS_IT);
  }

  @Test
  void a_representation_is_ended_once() {
    living
        .when(new EndRepresentation(CULTURE, PERSON, BOARD))
        .refused(DOES_NOT_REPRESENT_IT)
        .given(new RepresentativeAppointed(CULTURE, PERSON, "Phó Giám đốc", null, null))
        .when(new EndRepresentation(CULTURE, PERSON, BOARD))
        .then(new RepresentationEnded(CULTURE, PERSON))
        .when(new EndRepresentation(CULTURE, PERSON, BOARD))
        .refused(DOES_NOT_REPRESENT_IT);
  }

  @Test
  void whoever_claims_to_may_act_for_a_unit_until_somebody_was_appointed() {
    living
        .when(new AddAlias(CULTURE, "a", Living.by(CULTURE, DAY)))
        .then(new AliasAdded(CULTURE, "a"))
        .given(new RepresentativeAppointed(CULTURE, PERSON, "Giám đốc", LocalDate.parse(DAY), null))
        .when(new AddAlias(CULTURE, "b", Living.by(CULTURE, DAY)))
        .refused(OfficeRejection.NOT_YOUR_UNIT)
        .when(new AddAlias(CULTURE, "b", as(PERSON)))
        .then(new AliasAdded(CULTURE, "b"))
        .when(new AddAlias(CULTURE, "c", as(OTHER)))
        .refused(OfficeRejection.NOT_YOUR_UNIT);
  }

  @Test
  void a_representative_may_act_from_the_first_day_to_the_last() {
    living.givenOn(
        "2026-03-01",
        new RepresentativeAppointed(CULTURE, PERSON, "Giám đốc", LocalDate.parse(DAY), null));
    assertThat(mayOn("2026-02-28")).isFalse();
    assertThat(mayOn("2026-03-01")).isTrue();
    assertThat(mayOn("2026-06-30")).isTrue();
    assertThat(mayOn("2026-07-01")).isFalse();
    living.givenOn("2026-04-15", new RepresentationEnded(CULTURE, PERSON));
    assertThat(mayOn("2026-04-14")).isTrue();
    assertThat(mayOn("2026-04-15")).isFalse();
  }

  private boolean mayOn(String day) {
    return living
        .streams()
        .peek(Body.class, CULTURE.stream())
        .mayBeRepresentedBy(PERSON.id().toString(), LocalDate.parse(day));
  }

  private static Envelope as(PersonId person) {
    return Envelope.firstHand(When.of(DAY), new Actor(person.id().toString(), CULTURE, "member"));
  }

  private static AppointRepresentative appoint(
      PersonId person, String until, String letter, Envelope envelope) {
    return new AppointRepresentative(
        CULTURE,
        person,
        "Phó Giám đốc",
        until == null ? null : LocalDate.parse(until),
        letter,
        envelope);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void units_that_corrections_put_above_each_other_keep_nobody_waiting() {
    Living living =
        Living.on(DAY)
            .given(
                new UnitRegistered(CULTURE, "Sở Văn hóa", UnitKind.DEPARTMENT, TOURISM),
                new UnitRegistered(TOURISM, "Sở Du lịch", UnitKind.DEPARTMENT, CULTURE),
                new UnitRegistered(PROVINCE, "UBND tỉnh", UnitKind.PEOPLES_COMMITTEE, null));
    living.when(new MoveUnit(PROVINCE, CULTURE, BOARD)).then(new UnitMoved(PROVINCE, CULTURE));
    living.when(new MoveUnit(CULTURE, null, BOARD)).then(new UnitMoved(CULTURE, null));
  }
}
