package vn.giaouoc.command.leadership;

import static vn.giaouoc.command.Expected.refused;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_DESIGNATED;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_IN_OFFICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.leadership.LeadershipRejection.DEPUTY_NAMED_TWICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.LEADER_CANNOT_BE_DEPUTY;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_DESIGNATED;
import static vn.giaouoc.command.leadership.LeadershipRejection.UNIT_NOT_REGISTERED;

import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Rejection;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.TestStreams;
import vn.giaouoc.command.leadership.LeadershipCommand.DesignateLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.InstallLeadership;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

class LeadershipTest {

  private static final BlocId KHOI_4 = BlocId.of("kien-giang.khoi-4");
  private static final UnitId TOURISM = UnitId.of("kien-giang.so-du-lich");
  private static final UnitId SCIENCE = UnitId.of("kien-giang.so-khoa-hoc-va-cong-nghe");
  private static final UnitId UNKNOWN = UnitId.of("kien-giang.so-nao-do");
  private static final Term YEAR_2020 = Term.year(2020);
  private static final List<Deputy> DEPUTY = List.of(new Deputy(SCIENCE, null));
  private static final Envelope TODAY =
      Envelope.firstHand(When.of("2026-11-22"), new Actor("somebody", null, "administrator"));
  private static final LeadershipDesignated DESIGNATED =
      new LeadershipDesignated(KHOI_4, YEAR_2020, TOURISM, DEPUTY, Mode.AGREED);
  private static final LeadershipInstalled INSTALLED =
      new LeadershipInstalled(KHOI_4, YEAR_2020, TOURISM, DEPUTY);

  private final FixtureConfiguration<Leadership> leadership =
      new AggregateTestFixture<>(Leadership.class);

  @BeforeEach
  void knownStreams() {
    Streams streams = TestStreams.where(Set.of(KHOI_4, TOURISM, SCIENCE));
    leadership.registerInjectableResource(streams);
    leadership.registerInjectableResource(TestStreams.offices(streams, "2026-11-22"));
    leadership.registerInjectableResource((Keeper) Living::words);
  }

  @Test
  void a_leadership_is_designated_for_a_term() {
    leadership
        .givenNoPriorActivity()
        .when(new DesignateLeadership(KHOI_4, YEAR_2020, TOURISM, DEPUTY, Mode.AGREED, null, TODAY))
        .expectEvents(DESIGNATED);
  }

  @Test
  void a_term_has_one_designated_leadership() {
    leadership
        .given(DESIGNATED)
        .when(
            new DesignateLeadership(
                KHOI_4, YEAR_2020, SCIENCE, List.of(), Mode.AGREED, null, TODAY))
        .expectNoEvents()
        .expectException(refused(ALREADY_DESIGNATED));
  }

  @Test
  void the_leader_cannot_be_a_deputy() {
    refuse(KHOI_4, SCIENCE, DEPUTY, LEADER_CANNOT_BE_DEPUTY);
  }

  @Test
  void a_deputy_is_named_once() {
    refuse(
        KHOI_4,
        TOURISM,
        List.of(new Deputy(SCIENCE, 1), new Deputy(SCIENCE, 2)),
        DEPUTY_NAMED_TWICE);
  }

  @Test
  void a_leader_that_is_not_known_is_not_designated() {
    refuse(KHOI_4, UNKNOWN, DEPUTY, UNIT_NOT_REGISTERED);
  }

  @Test
  void a_deputy_that_is_not_known_is_not_designated() {
    refuse(KHOI_4, TOURISM, List.of(new Deputy(UNKNOWN, null)), UNIT_NOT_REGISTERED);
  }

  @Test
  void a_bloc_that_is_not_known_has_no_leadership() {
    refuse(BlocId.of("kien-giang.khoi-5"), TOURISM, DEPUTY, BLOC_NOT_ESTABLISHED);
  }

  @Test
  void the_designated_leadership_takes_office() {
    leadership
        .given(DESIGNATED)
        .when(new InstallLeadership(KHOI_4, YEAR_2020, TODAY))
        .expectEvents(INSTALLED);
  }

  @Test
  void nobody_takes_office_without_being_designated_for_that_term() {
    leadership
        .given(DESIGNATED)
        .when(new InstallLeadership(KHOI_4, Term.year(2021), TODAY))
        .expectNoEvents()
        .expectException(refused(NOT_DESIGNATED));
  }

  @Test
  void a_leadership_takes_office_once() {
    leadership
        .given(DESIGNATED, INSTALLED)
        .when(new InstallLeadership(KHOI_4, YEAR_2020, TODAY))
        .expectNoEvents()
        .expectException(refused(ALREADY_IN_OFFICE));
  }

  private void refuse(BlocId bloc, UnitId leader, List<Deputy> deputies, Rejection reason) {
    leadership
        .givenNoPriorActivity()
        .when(new DesignateLeadership(bloc, YEAR_2020, leader, deputies, Mode.AGREED, null, TODAY))
        .expectNoEvents()
        .expectException(refused(reason));
  }
}
