package vn.giaouoc.command.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaouoc.command.scoring.Scored.BLOC;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.DAY;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LABOUR;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.MEMBERS;

import java.math.BigDecimal;
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
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Node;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.scoring.RankingCommand.ScoreBloc;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Enter;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Scores;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

/** A score that is entered while the bloc is ranked: never a rank of points that were replaced. */
class RankingRaceIT {

  private static final int ROUNDS = 60;

  private final TestDatabase database = TestDatabase.create();

  @Test
  void a_score_that_comes_in_the_middle_of_a_ranking_is_a_conflict_and_nothing_of_it_stands() {
    CycleId cycle = CycleId.of("kien-giang.khoi-4.2026");
    AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();
    try (Node other = Node.on(database, DAY);
        Node ranking =
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
      bloc(other);
      year(other, cycle);
      meanwhile.set(() -> other.send(score(cycle, HEALTH, "999")));

      assertThatThrownBy(() -> ranking.send(rank(cycle))).isInstanceOf(ConcurrencyException.class);
      assertThat(other.stream(cycle.stream())).noneMatch(BlocScored.class::isInstance);
      for (UnitId unit : MEMBERS) {
        assertThat(sheet(other, cycle, unit)).noneMatch(SheetFrozen.class::isInstance);
      }

      ranking.send(rank(cycle));
      assertThat(settled(other, cycle, HEALTH).points()).isEqualTo("999");
      assertThat(settled(other, cycle, HEALTH).rank()).isEqualTo(1);
    }
  }

  @Test
  void two_nodes_that_score_and_rank_at_once_never_leave_a_stale_rank() throws Exception {
    try (Node one = Node.on(database, DAY);
        Node two = Node.on(database, DAY);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      bloc(one);
      for (int round = 0; round < ROUNDS; round++) {
        CycleId cycle = CycleId.of("kien-giang.khoi-4.round-" + round);
        year(one, cycle);
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> ranked = threads.submit(attempt(start, one, rank(cycle)));
        Future<Boolean> entered = threads.submit(attempt(start, two, score(cycle, HEALTH, "999")));
        boolean isRanked = ranked.get();
        boolean isEntered = entered.get();
        assertThat(isRanked || isEntered).isTrue();

        List<Event> sheet = sheet(one, cycle, HEALTH);
        assertThat(sheet.getLast() instanceof SheetFrozen).isEqualTo(isRanked);
        if (isRanked) {
          assertThat(settled(one, cycle, HEALTH).points())
              .isEqualTo(lastScore(sheet).toPlainString());
        }
      }
    }
  }

  private static Callable<Boolean> attempt(CyclicBarrier start, Node node, Command command) {
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

  private static void bloc(Node node) {
    Scored.founding().forEach(node::given);
  }

  private static void year(Node node, CycleId cycle) {
    node.given(
        "2026-01-10",
        new CycleOpened(cycle, BLOC, 2026),
        new RegulationAdopted(cycle, Scored.regulation(false)),
        selfScore(cycle, LEADER, "950"),
        selfScore(cycle, DEPUTY, "940"),
        selfScore(cycle, HEALTH, "930"),
        selfScore(cycle, LABOUR, "920"));
  }

  private static SelfScoreEntered selfScore(CycleId cycle, UnitId unit, String points) {
    return new SelfScoreEntered(
        ScoreSheetId.of(cycle, unit), cycle, unit, List.of(), new BigDecimal(points), false);
  }

  private static Enter score(CycleId cycle, UnitId unit, String points) {
    return new Enter(
        cycle,
        unit,
        Layer.SELF,
        null,
        new Scores(List.of(), new BigDecimal(points)),
        Living.by(unit, DAY));
  }

  private static ScoreBloc rank(CycleId cycle) {
    return new ScoreBloc(
        cycle, Contest.WHOLE_BLOC, List.of(), List.of(), null, "lần đầu", BY_LEADER);
  }

  private static List<Event> sheet(Node node, CycleId cycle, UnitId unit) {
    return node.stream(ScoreSheetId.of(cycle, unit).stream());
  }

  private static BigDecimal lastScore(List<Event> sheet) {
    List<BigDecimal> totals = new ArrayList<>();
    for (Event event : sheet) {
      if (event instanceof SelfScoreEntered score) {
        totals.add(score.total());
      }
    }
    return totals.getLast();
  }

  private static Settled settled(Node node, CycleId cycle, UnitId unit) {
    return node.stream(cycle.stream()).stream()
        .filter(BlocScored.class::isInstance)
        .map(BlocScored.class::cast)
        .flatMap(scored -> scored.settled().stream())
        .filter(each -> each.unit().equals(unit))
        .findFirst()
        .orElseThrow();
  }
}
