package vn.giaouoc.command.unit;

import static vn.giaouoc.command.Expected.refused;
import static vn.giaouoc.command.Expected.withdrawn;
import static vn.giaouoc.command.unit.UnitRejection.AUTHORITY_NOT_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_ALREADY_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_ALREADY_SO_NAMED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_NOT_REGISTERED;

import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.TestStreams;
import vn.giaouoc.command.unit.UnitCommand.AddAlias;
import vn.giaouoc.command.unit.UnitCommand.RegisterUnit;
import vn.giaouoc.command.unit.UnitCommand.RenameUnit;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.AliasAdded;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

class UnitTest {

  private static final UnitId CULTURE = UnitId.of("kien-giang.so-van-hoa-va-the-thao");
  private static final UnitId PROVINCE = UnitId.of("kien-giang");
  private static final String NAME = "Sở Văn hóa và Thể thao";
  private static final Envelope TODAY =
      Envelope.firstHand(When.of("2026-11-22"), new Actor("somebody", null, "administrator"));
  private static final UnitRegistered REGISTERED =
      new UnitRegistered(CULTURE, NAME, UnitKind.DEPARTMENT, null);

  private final FixtureConfiguration<Unit> unit = new AggregateTestFixture<>(Unit.class);

  @BeforeEach
  void knownAuthority() {
    Streams streams = TestStreams.where(Set.of(PROVINCE));
    unit.registerInjectableResource(streams);
    unit.registerInjectableResource(TestStreams.offices(streams, "2026-11-22"));
    unit.registerInjectableResource((Keeper) Living::words);
  }

  @Test
  void a_unit_is_registered_under_an_authority_that_is_known() {
    unit.givenNoPriorActivity()
        .when(new RegisterUnit(CULTURE, NAME, UnitKind.DEPARTMENT, PROVINCE, TODAY))
        .expectEvents(new UnitRegistered(CULTURE, NAME, UnitKind.DEPARTMENT, PROVINCE));
  }

  @Test
  void a_unit_is_not_registered_under_an_authority_that_is_not_known_nor_under_itself() {
    for (UnitId authority : List.of(UnitId.of("kien-giang.khong-co"), CULTURE)) {
      unit.givenNoPriorActivity()
          .when(new RegisterUnit(CULTURE, NAME, UnitKind.DEPARTMENT, authority, TODAY))
          .expectNoEvents()
          .expectException(refused(AUTHORITY_NOT_REGISTERED));
    }
  }

  @Test
  void a_unit_is_registered() {
    unit.givenNoPriorActivity()
        .when(new RegisterUnit(CULTURE, NAME, UnitKind.DEPARTMENT, null, TODAY))
        .expectEvents(REGISTERED);
  }

  @Test
  void a_unit_is_not_registered_twice() {
    unit.given(REGISTERED)
        .when(new RegisterUnit(CULTURE, NAME, UnitKind.DEPARTMENT, null, TODAY))
        .expectNoEvents()
        .expectException(refused(UNIT_ALREADY_REGISTERED));
  }

  @Test
  void a_unit_takes_another_name() {
    unit.given(REGISTERED)
        .when(new RenameUnit(CULTURE, "Sở Văn hóa, Thể thao và Du lịch", TODAY))
        .expectEvents(new UnitRenamed(CULTURE, "Sở Văn hóa, Thể thao và Du lịch"));
  }

  @Test
  void a_unit_does_not_take_the_name_that_it_bears() {
    unit.given(REGISTERED)
        .when(new RenameUnit(CULTURE, NAME, TODAY))
        .expectNoEvents()
        .expectException(refused(UNIT_ALREADY_SO_NAMED));
  }

  @Test
  void an_alias_is_noted_once() {
    AliasAdded alias = new AliasAdded(CULTURE, "Sở Văn hóa – Thể thao");
    AddAlias command = new AddAlias(CULTURE, "Sở Văn hóa – Thể thao", TODAY);
    unit.given(REGISTERED).when(command).expectEvents(alias);
    new AggregateTestFixture<>(Unit.class)
        .registerInjectableResource(TestStreams.offices(TestStreams.with(), "2026-11-22"))
        .given(REGISTERED, alias)
        .when(command)
        .expectNoEvents();
  }

  @Test
  void nothing_is_said_of_a_unit_whose_only_record_was_withdrawn() {
    List<?> history = withdrawn(REGISTERED);
    unit.given(history)
        .when(new RenameUnit(CULTURE, "Sở Văn hóa", TODAY))
        .expectNoEvents()
        .expectException(refused(UNIT_NOT_REGISTERED));
  }

  @Test
  void a_unit_whose_only_record_was_withdrawn_is_registered_anew() {
    List<?> history = withdrawn(REGISTERED);
    unit.given(history)
        .when(new RegisterUnit(CULTURE, NAME, UnitKind.DEPARTMENT, null, TODAY))
        .expectEvents(REGISTERED);
  }
}
