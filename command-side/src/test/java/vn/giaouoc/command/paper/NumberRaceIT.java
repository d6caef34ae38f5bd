package vn.giaouoc.command.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.TODAY;
import static vn.giaouoc.command.Lived.by;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Node;
import vn.giaouoc.command.paper.PaperCommand.AssignNumber;
import vn.giaouoc.command.paper.PaperCommand.VoidNumber;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.paper.PaperEvent.NumberAssigned;
import vn.giaouoc.shared.paper.PaperEvent.PaperDrafted;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.paper.RegisterEvent.NumberAllotted;
import vn.giaouoc.shared.paper.RegisterId;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitKind;

/** Who wants the next number at once, on a real PostgreSQL: no number twice, and none lost. */
class NumberRaceIT {

  private static final int PAPERS = 40;
  private static final RegisterId REGISTER = RegisterId.of(BLOC, 2026, PaperKind.BC);

  private final TestDatabase database = TestDatabase.create();

  @Test
  void two_nodes_that_number_at_once_use_no_number_twice_and_lose_none() throws Exception {
    try (Node one = Node.on(database, TODAY);
        Node two = Node.on(database, TODAY);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      bloc(one);
      CyclicBarrier start = new CyclicBarrier(2);
      Future<Integer> odd = threads.submit(numbering(start, one, 1));
      Future<Integer> even = threads.submit(numbering(start, two, 0));
      odd.get();
      even.get();

      List<Integer> numbers =
          one.stream(REGISTER.stream()).stream()
              .map(event -> ((NumberAllotted) event).number())
              .toList();
      assertThat(numbers)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, PAPERS).boxed().toList());
      Set<Integer> onPapers = new TreeSet<>();
      for (int paper = 0; paper < PAPERS; paper++) {
        one.stream(paper(paper).stream()).stream()
            .filter(NumberAssigned.class::isInstance)
            .forEach(event -> onPapers.add(((NumberAssigned) event).number()));
      }
      assertThat(onPapers).containsExactlyElementsOf(numbers);
    }
  }

  @Test
  void a_number_taken_in_the_middle_of_another_decision_is_a_conflict_and_leaves_no_trace() {
    AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();
    try (Node other = Node.on(database, TODAY);
        Node voiding =
            Node.on(
                database,
                TODAY,
                text -> {
                  Runnable act = meanwhile.getAndSet(null);
                  if (act != null) {
                    act.run();
                  }
                  return Living.words(text);
                })) {
      bloc(other);
      other.send(new AssignNumber(paper(0), "KTĐ4", by(LEADER)));
      meanwhile.set(() -> other.send(new AssignNumber(paper(1), "KTĐ4", by(LEADER))));

      assertThatThrownBy(() -> voiding.send(new VoidNumber(paper(0), "nhầm", by(LEADER))))
          .isInstanceOf(ConcurrencyException.class);
      assertThat(other.stream(REGISTER.stream())).hasSize(2);
      assertThat(other.stream(paper(0).stream())).hasSize(2);
    }
  }

  private static Callable<Integer> numbering(CyclicBarrier start, Node node, int remainder) {
    return () -> {
      start.await();
      int races = 0;
      for (int paper = 0; paper < PAPERS; paper++) {
        while (paper % 2 == remainder) {
          try {
            node.send(new AssignNumber(paper(paper), "KTĐ4", by(LEADER)));
            break;
          } catch (ConcurrencyException | AggregateStreamCreationException race) {
            races++; // as the resource does: again
          }
        }
      }
      return races;
    };
  }

  private static void bloc(Node node) {
    node.given("2020-01-01", new UnitRegistered(LEADER, "Sở Y tế", UnitKind.DEPARTMENT, null));
    node.given(
        "2020-01-01",
        new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null),
        new MemberAdmitted(BLOC, LEADER));
    node.given("2026-01-01", new LeadershipInstalled(BLOC, Term.year(2026), LEADER, List.of()));
    for (int paper = 0; paper < PAPERS; paper++) {
      node.given(
          TODAY,
          new PaperDrafted(paper(paper), BLOC, 2026, PaperKind.BC, "Báo cáo", FileId.of("aa11")));
    }
  }

  private static PaperId paper(int number) {
    return PaperId.of("kien-giang.khoi-4.2026.bao-cao-" + number);
  }
}
