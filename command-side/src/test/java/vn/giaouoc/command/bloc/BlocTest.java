package vn.giaouoc.command.bloc;

import static vn.giaouoc.command.Expected.refused;
import static vn.giaouoc.command.Expected.told;
import static vn.giaouoc.command.bloc.BlocRejection.ALREADY_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.BLOC_ALREADY_ESTABLISHED;
import static vn.giaouoc.command.bloc.BlocRejection.NOT_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.UNIT_NOT_REGISTERED;

import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.TestStreams;
import vn.giaouoc.command.bloc.BlocCommand.AdmitMember;
import vn.giaouoc.command.bloc.BlocCommand.EstablishBloc;
import vn.giaouoc.command.bloc.BlocCommand.ReleaseMember;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocEvent.RollAttested;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

class BlocTest {

  private static final BlocId KHOI_4 = BlocId.of("kien-giang.khoi-4");
  private static final UnitId PROVINCE = UnitId.of("kien-giang");
  private static final UnitId HEALTH = UnitId.of("kien-giang.so-y-te");
  private static final UnitId TOURISM = UnitId.of("kien-giang.so-du-lich");
  private static final UnitId UNKNOWN = UnitId.of("kien-giang.so-nao-do");
  private static final Envelope TODAY =
      Envelope.firstHand(When.of("2026-11-22"), new Actor("somebody", null, "administrator"));
  private static final BlocEstablished ESTABLISHED =
      new BlocEstablished(KHOI_4, "Khối thi đua 4", "khối", PROVINCE);

  private final FixtureConfiguration<Bloc> bloc = new AggregateTestFixture<>(Bloc.class);

  @BeforeEach
  void knownUnits() {
    Streams streams = TestStreams.where(Set.of(PROVINCE, HEALTH, TOURISM));
    bloc.registerInjectableResource(streams);
    bloc.registerInjectableResource(TestStreams.offices(streams, "2026-11-22"));
    bloc.registerInjectableResource((Keeper) Living::words);
  }

  @Test
  void a_bloc_is_established_by_an_authority() {
    bloc.givenNoPriorActivity()
        .when(new EstablishBloc(KHOI_4, "Khối thi đua 4", "khối", PROVINCE, TODAY))
        .expectEvents(ESTABLISHED);
  }

  @Test
  void a_bloc_is_not_established_by_an_authority_that_is_not_known() {
    bloc.givenNoPriorActivity()
        .when(new EstablishBloc(KHOI_4, "Khối thi đua 4", "khối", UNKNOWN, TODAY))
        .expectNoEvents()
        .expectException(refused(UNIT_NOT_REGISTERED));
  }

  @Test
  void a_bloc_is_not_established_twice() {
    bloc.given(ESTABLISHED)
        .when(new EstablishBloc(KHOI_4, "Khối thi đua 4", "khối", PROVINCE, TODAY))
        .expectNoEvents()
        .expectException(refused(BLOC_ALREADY_ESTABLISHED));
  }

  @Test
  void a_unit_becomes_a_member() {
    bloc.given(ESTABLISHED)
        .when(new AdmitMember(KHOI_4, HEALTH, TODAY))
        .expectEvents(new MemberAdmitted(KHOI_4, HEALTH));
  }

  @Test
  void a_unit_that_is_not_known_does_not_become_a_member() {
    bloc.given(ESTABLISHED)
        .when(new AdmitMember(KHOI_4, UNKNOWN, TODAY))
        .expectNoEvents()
        .expectException(refused(UNIT_NOT_REGISTERED));
  }

  @Test
  void a_member_does_not_become_one_again() {
    bloc.given(ESTABLISHED, new MemberAdmitted(KHOI_4, HEALTH))
        .when(new AdmitMember(KHOI_4, HEALTH, TODAY))
        .expectNoEvents()
        .expectException(refused(ALREADY_A_MEMBER));
  }

  @Test
  void a_member_is_released() {
    bloc.given(ESTABLISHED, new MemberAdmitted(KHOI_4, HEALTH))
        .when(new ReleaseMember(KHOI_4, HEALTH, TODAY))
        .expectEvents(new MemberReleased(KHOI_4, HEALTH));
  }

  @Test
  void a_unit_that_is_no_member_is_not_released() {
    bloc.given(ESTABLISHED)
        .when(new ReleaseMember(KHOI_4, HEALTH, TODAY))
        .expectNoEvents()
        .expectException(refused(NOT_A_MEMBER));
  }

  @Test
  void a_complete_roll_ends_the_membership_of_whoever_is_not_in_it_whatever_was_recorded_first() {
    RollAttested both = new RollAttested(KHOI_4, List.of(HEALTH, TOURISM), List.of(), 2, true);
    RollAttested one = new RollAttested(KHOI_4, List.of(HEALTH), List.of(), 1, true);
    bloc.given(
            told(ESTABLISHED, "a", "2018-01-01"),
            told(one, "b", "2020-02-05"),
            told(both, "a", "2018-03-20"))
        .when(new ReleaseMember(KHOI_4, TOURISM, TODAY))
        .expectNoEvents()
        .expectException(refused(NOT_A_MEMBER));
  }
}
