package vn.giaouoc.command.award;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.scoring.Scored.BLOC;
import static vn.giaouoc.command.scoring.Scored.BY_BOARD;
import static vn.giaouoc.command.scoring.Scored.DAY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.PROVINCE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Node;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.award.AwardCommand.Candidate;
import vn.giaouoc.command.award.AwardCommand.ProposeAwards;
import vn.giaouoc.command.scoring.Scored;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.award.AllotmentId;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.AwardRule;
import vn.giaouoc.shared.regulation.CountRule.Across;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.unit.UnitId;

/** The last flag of a number that two blocs have together, proposed in both at once: never two. */
class AllotmentRaceIT {

  private static final int ROUNDS = 60;
  private static final BlocId OTHER = BlocId.of("kien-giang.khoi-5");

  private final TestDatabase database = TestDatabase.create();

  @Test
  void two_nodes_that_propose_in_two_cycles_at_once_never_take_the_last_twice() throws Exception {
    try (Node one = Node.on(database, DAY);
        Node two = Node.on(database, DAY);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Scored.founding().forEach(one::given);
      one.given(
          "2025-01-01",
          new BlocEstablished(OTHER, "Khối thi đua 5", "khối", PROVINCE),
          new MemberAdmitted(OTHER, HEALTH));
      for (int round = 0; round < ROUNDS; round++) {
        CycleId first = open(one, BLOC, 1960 + round, LEADER);
        CycleId second = open(one, OTHER, 1960 + round, HEALTH);
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> here = threads.submit(attempt(start, one, flag(first, LEADER)));
        Future<Boolean> there = threads.submit(attempt(start, two, flag(second, HEALTH)));

        assertThat(here.get()).as("round " + round).isNotEqualTo(there.get());
        assertThat(one.stream(AllotmentId.of("chung." + (1960 + round)).stream())).hasSize(1);
        assertThat(proposals(one, first)).hasSize(here.get() ? 1 : 0);
        assertThat(proposals(one, second)).hasSize(there.get() ? 1 : 0);
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

  private static CycleId open(Node node, BlocId bloc, int year, UnitId leader) {
    CycleId cycle = CycleEvent.idOf(bloc, year);
    Across one = new Across("chung", List.of(BLOC, OTHER), 1, null, null);
    AwardRule flag =
        new AwardRule(Title.FLAG, Track.ANNUAL, "Điều 12", null, List.of(), one, List.of());
    node.given(
        "2026-01-10",
        new CycleOpened(cycle, bloc, year),
        new RegulationAdopted(
            cycle,
            new Regulation(
                "1/QĐ",
                "Quy chế",
                null,
                LocalDate.of(2026, 1, 10),
                List.of(),
                List.of(flag),
                null)),
        new BlocScored(
            cycle,
            Contest.WHOLE_BLOC,
            "1/QĐ",
            List.of(new Settled(leader, BigDecimal.TEN, 1, null)),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of()));
    return cycle;
  }

  private static ProposeAwards flag(CycleId cycle, UnitId unit) {
    return new ProposeAwards(
        cycle,
        Title.FLAG,
        new Authority(PROVINCE, "Chính phủ"),
        Track.ANNUAL,
        Contest.WHOLE_BLOC,
        List.of(new Candidate(unit, null, null)),
        null,
        null,
        BY_BOARD);
  }

  private static List<?> proposals(Node node, CycleId cycle) {
    return node.stream(cycle.stream()).stream().filter(AwardsProposed.class::isInstance).toList();
  }
}
