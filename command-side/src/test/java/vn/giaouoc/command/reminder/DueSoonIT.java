package vn.giaouoc.command.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.command.References;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestAxonServer;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReminded;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReported;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineExtended;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineSet;
import vn.giaouoc.shared.cycle.CycleEvent.ReminderSent;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Reminders that nobody gives, by one and by several nodes. */
class DueSoonIT {

  private static final LocalDate TODAY = LocalDate.now(When.ZONE);
  private static final LocalDate DUE = TODAY.plusDays(5);
  private static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2026.mid-year");
  private static final DaysBefore WEEK = new DaysBefore(List.of(7));

  @Nested
  class OnPostgres extends Contract {
    @Override
    List<String> engine() {
      return List.of();
    }
  }

  @Nested
  class OnAxonServer extends Contract {
    private TestAxonServer server;

    @Override
    List<String> engine() {
      server = TestAxonServer.emptyOrSkip();
      return List.of(
          "--giaouoc.engine=axon-server",
          "--giaouoc.axon-server.servers=" + server.engine().servers());
    }

    @AfterEach
    void stopServer() {
      if (server != null) {
        server.close();
      }
    }
  }

  abstract static class Contract {

    private final TestDatabase database = TestDatabase.create();
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private List<String> engine = List.of();

    abstract List<String> engine();

    @AfterEach
    void stop() {
      nodes.forEach(ConfigurableApplicationContext::close);
    }

    /** One life, in one test: on either engine a start takes its time. */
    @Test
    void what_is_due_soon_is_reminded_of_once_whoever_looks_and_however_often() throws Exception {
      engine = engine();
      ConfigurableApplicationContext one = node();
      ConfigurableApplicationContext two = node();
      found(one);
      together(one, two);
      together(one, two);
      assertThat(reminders(one, CYCLE.stream()))
          .containsExactly(new ReminderSent(CYCLE, Step.PLEDGE, DUE, List.of(DEPUTY, MEMBER)));
      assertThat(reminders(one, HALL.stream()))
          .containsExactly(new FollowUpReminded(HALL, new Words("aa"), DUE, List.of(MEMBER)));
      for (String stream : List.of(CYCLE.stream(), HALL.stream())) {
        Envelope envelope = Envelopes.of(events(one, stream).getLast().getMetaData());
        assertThat(envelope.actor()).isEqualTo(Actor.SYSTEM);
        assertThat(envelope.audience()).isEqualTo(Audience.bloc(BLOC));
      }

      // nearer to the day there is another, to those who have not done it by then
      happened(one, new PledgeSigned(PledgeEvent.idOf(CYCLE, MEMBER), CYCLE, MEMBER, null, null));
      happened(one, new FollowUpReported(HALL, new Words("aa"), MEMBER, true, new Words("bb")));
      remind(two, new DaysBefore(List.of(6, 7)));
      assertThat(reminders(one, CYCLE.stream()).getLast())
          .isEqualTo(new ReminderSent(CYCLE, Step.PLEDGE, DUE, List.of(DEPUTY)));
      assertThat(reminders(one, CYCLE.stream())).hasSize(2);
      assertThat(reminders(one, HALL.stream())).hasSize(1);

      // a deadline that is put off is a new one
      happened(
          one, new DeadlineExtended(CYCLE, Step.PLEDGE, DUE, DUE.plusDays(1), new Words("cc")));
      together(one, two);
      assertThat(reminders(one, CYCLE.stream())).hasSize(3);

      // where all have done it, or the year is over, nobody is
      happened(one, new PledgeSigned(PledgeEvent.idOf(CYCLE, DEPUTY), CYCLE, DEPUTY, null, null));
      remind(one, new DaysBefore(List.of(6)));
      happened(one, new DeadlineSet(CYCLE, Step.MID_YEAR_REVIEW, DUE));
      happened(one, new CycleClosed(CYCLE, List.of()));
      remind(one, WEEK);
      assertThat(reminders(one, CYCLE.stream())).hasSize(3);
    }

    @Test
    void a_node_looks_by_itself_if_it_is_set_to_and_else_it_does_not() {
      engine = engine();
      ConfigurableApplicationContext off = node();
      found(off);
      assertThat(off.getBean(EveryMorning.class).isRunning()).isFalse();
      assertThat(reminders(off, CYCLE.stream())).isEmpty();
      node("--giaouoc.reminders.days-before=7,1", "--giaouoc.reminders.at=00:00");
      eventually(() -> !reminders(off, CYCLE.stream()).isEmpty());
    }

    private static void eventually(BooleanSupplier condition) {
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!condition.getAsBoolean()) {
        assertThat(System.nanoTime()).as("in time").isLessThan(end);
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }

    private static void remind(ConfigurableApplicationContext node, DaysBefore ahead) {
      assertThat(node.getBean(EveryMorning.class).remind(TODAY, ahead)).isTrue();
    }

    private static void together(ConfigurableApplicationContext... nodes) throws Exception {
      CyclicBarrier start = new CyclicBarrier(nodes.length);
      try (ExecutorService threads = Executors.newFixedThreadPool(nodes.length)) {
        List<Callable<Void>> all = new ArrayList<>();
        for (ConfigurableApplicationContext node : nodes) {
          all.add(
              () -> {
                start.await();
                remind(node, WEEK);
                return null;
              });
        }
        for (Future<Void> each : threads.invokeAll(all)) {
          each.get();
        }
      }
    }

    private void found(ConfigurableApplicationContext node) {
      for (UnitId unit : List.of(LEADER, DEPUTY, MEMBER)) {
        happened(node, new UnitRegistered(unit, "Sở", UnitKind.DEPARTMENT, null));
      }
      happened(node, new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null));
      for (UnitId unit : List.of(LEADER, DEPUTY, MEMBER)) {
        happened(node, new MemberAdmitted(BLOC, unit));
      }
      happened(node, new CycleOpened(CYCLE, BLOC, 2026));
      happened(node, new DeadlineSet(CYCLE, Step.PLEDGE, DUE));
      // far away, and of what only the leader does
      happened(node, new DeadlineSet(CYCLE, Step.YEAR_END_REVIEW, TODAY.plusDays(30)));
      happened(node, new DeadlineSet(CYCLE, Step.RANKING, DUE));
      happened(node, new PledgeSigned(PledgeEvent.idOf(CYCLE, LEADER), CYCLE, LEADER, null, null));
      happened(
          node,
          new ConferenceConvened(
              HALL,
              BLOC,
              List.of(CYCLE),
              ConferenceKind.MID_YEAR,
              "Hội nghị sơ kết",
              When.of("2026-07-10"),
              null));
      happened(node, assigned("aa", DUE.toString()));
      happened(node, assigned("dd", TODAY.plusDays(30).toString()));
      happened(node, assigned("ee", "quý IV"));
      // on Axon Server what speaks of what is noted afterwards
      eventually(() -> !node.getBean(References.class).speaking("conference").isEmpty());
    }

    private static EntryRecorded assigned(String text, String due) {
      return new EntryRecorded(
          HALL,
          EntryKind.ASSIGNMENT,
          LEADER,
          null,
          List.of(MEMBER),
          List.of(),
          new Words(text),
          due,
          null);
    }

    private void happened(ConfigurableApplicationContext node, Event event) {
      long version = events(node, event.stream()).size();
      node.getBean(Configuration.class)
          .eventStore()
          .publish(
              new GenericDomainEventMessage<>(
                  event.stream().substring(0, event.stream().indexOf(':')),
                  event.stream(),
                  version,
                  event,
                  Envelopes.metaData(
                      Envelope.firstHand(
                          When.of("2026-07-01"), new Actor("somebody", null, "administrator")))));
    }

    private static List<? extends DomainEventMessage<?>> events(
        ConfigurableApplicationContext node, String stream) {
      return node.getBean(Configuration.class).eventStore().readEvents(stream).asStream().toList();
    }

    private static List<Event> reminders(ConfigurableApplicationContext node, String stream) {
      return events(node, stream).stream()
          .map(message -> (Event) message.getPayload())
          .filter(event -> event instanceof ReminderSent || event instanceof FollowUpReminded)
          .toList();
    }

    private ConfigurableApplicationContext node(String... settings) {
      List<String> all =
          new ArrayList<>(
              List.of(
                  "--spring.config.name=command-side",
                  "--server.port=0",
                  "--server.shutdown=immediate",
                  "--giaouoc.command.database.url=" + database.url(),
                  "--giaouoc.command.database.user=" + DatabaseSetup.COMMAND_ROLE,
                  "--giaouoc.command.database.password=test"));
      all.addAll(engine);
      all.addAll(Arrays.asList(settings));
      ConfigurableApplicationContext node =
          new SpringApplicationBuilder(CommandSide.class).run(all.toArray(String[]::new));
      nodes.add(node);
      return node;
    }
  }
}
