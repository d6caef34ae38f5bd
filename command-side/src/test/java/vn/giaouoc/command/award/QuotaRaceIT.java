package vn.giaouoc.command.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaouoc.command.scoring.Scored.BLOC;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.DAY;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LABOUR;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.PROVINCE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Node;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.award.AwardCommand.Candidate;
import vn.giaouoc.command.award.AwardCommand.ProposeAwards;
import vn.giaouoc.command.scoring.Scored;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.unit.UnitId;

/** The last flag of a quota, proposed by two at once: never a fourth. */
class QuotaRaceIT {

  private static final int ROUNDS = 60;

  private final TestDatabase database = TestDatabase.create();

  @Test
  void a_proposal_in_the_middle_of_another_is_a_conflict_and_no_award_begins_by_it() {
    CycleId cycle = CycleId.of("kien-giang.khoi-4.2026");
    AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();
    try (Node other = Node.on(database, DAY);
        Node proposing =
            Node.on(
                database,
                DAY,
                text -> {
                  Runnable act = meanwhile.getAndSet(null);
                  if (act != null) {
                    act.run();
                  }
                  return Living.words(text);
                })) {
      year(other, cycle);
      other.send(flags(cycle, LEADER, DEPUTY));
      meanwhile.set(() -> other.send(flags(cycle, HEALTH)));

      assertThatThrownBy(() -> proposing.send(flags(cycle, LABOUR)))
          .isInstanceOf(ConcurrencyException.class);
      assertThat(proposed(other, cycle)).containsExactly(LEADER, DEPUTY, HEALTH);
      assertThat(other.stream(flag(cycle, LABOUR).stream())).isEmpty();
      assertThat(other.stream(flag(cycle, HEALTH).stream())).hasSize(1);
      assertThatThrownBy(() -> proposing.send(flags(cycle, LABOUR))).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void two_nodes_that_propose_the_last_flag_at_once_never_propose_a_fourth() throws Exception {
    try (Node one = Node.on(database, DAY);
        Node two = Node.on(database, DAY);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Scored.founding().forEach(one::given);
      for (int round = 0; round < ROUNDS; round++) {
        CycleId cycle = CycleId.of("kien-giang.khoi-4.round-" + round);
        open(one, cycle);
        one.send(flags(cycle, LEADER, DEPUTY));
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> health = threads.submit(attempt(start, one, flags(cycle, HEALTH)));
        Future<Boolean> labour = threads.submit(attempt(start, two, flags(cycle, LABOUR)));

        assertThat(health.get()).isNotEqualTo(labour.get());
        assertThat(proposed(one, cycle)).hasSize(3);
        assertThat(one.stream(flag(cycle, HEALTH).stream())).hasSize(health.get() ? 1 : 0);
        assertThat(one.stream(flag(cycle, LABOUR).stream())).hasSize(labour.get() ? 1 : 0);
      }
    }
  }

  private static Callable<Boolean> attempt(CyclicBarrier start, Node node, ProposeAwards command) {
    return () -> {
      start.await();
      try {
        node.send(command);
        return true;
      } catch (ConcurrencyException | Rejected lost) {
        return false;
      }
    };
  }

  private static void year(Node node, CycleId cycle) {
    Scored.founding().forEach(node::given);
    open(node, cycle);
  }

  private static void open(Node node, CycleId cycle) {
    node.given(
        "2026-01-10",
        new CycleOpened(cycle, BLOC, 2026),
        new RegulationAdopted(cycle, Scored.regulation(false)));
  }

  private static ProposeAwards flags(CycleId cycle, UnitId... units) {
    return new ProposeAwards(
        cycle,
        Title.FLAG,
        new Authority(PROVINCE, "UBND tỉnh"),
        Track.ANNUAL,
        Contest.WHOLE_BLOC,
        List.of(units).stream()
            .map(unit -> new Candidate(unit, flag(cycle, unit), "thống nhất suy tôn"))
            .toList(),
        null,
        null,
        BY_LEADER);
  }

  private static AwardId flag(CycleId cycle, UnitId unit) {
    return AwardId.of(cycle.slug() + ".flag." + unit.slug());
  }

  private static List<UnitId> proposed(Node node, CycleId cycle) {
    List<UnitId> units = new ArrayList<>();
    node.stream(cycle.stream()).stream()
        .filter(AwardsProposed.class::isInstance)
        .map(AwardsProposed.class::cast)
        .forEach(each -> each.proposals().forEach(proposal -> units.add(proposal.unit())));
    return units;
  }
}
