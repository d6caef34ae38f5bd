package vn.giaouoc.query.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.fold.Rebuilds.Progress;
import vn.giaouoc.query.fold.Rebuilds.Stage;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Documents are built beside those that are read, compared, switched to, and taken back. */
class RebuildIT {

  private static final List<String> SMALL =
      List.of(
          "--giaouoc.query.rebuild.page=10",
          "--giaouoc.query.rebuild.checkpoint=40",
          "--giaouoc.query.rebuild.facts=20");

  private final TestDatabase database = TestDatabase.create();
  private final Log log = new Log(database);
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private Running running = Running.withoutWeb(database, SMALL, Counting.class);

  @AfterEach
  void stop() {
    Counting.version = 1;
    Counting.breaksAt = Integer.MAX_VALUE;
    running.close();
  }

  @Test
  void it_is_the_same_however_little_fits_into_memory() {
    write(30, 300);
    Map<String, String> before = documents();

    begin("counting", true);
    Progress done = until("counting", progress -> !progress.stage().running());

    assertThat(done.stage()).isEqualTo(Stage.SWITCHED);
    assertThat(done.equal()).isEqualTo(30);
    assertThat(done.differing()).isZero();
    assertThat(done.done()).isEqualTo(done.total()).isEqualTo(30);
    assertThat(documents()).isEqualTo(before);
    assertThat(serving("counting")).isEqualTo(1);
  }

  @Test
  void an_interrupted_rebuild_goes_on_from_its_checkpoint_at_the_next_start() {
    write(5, 200);
    Map<String, String> before = documents();
    Counting.seen.clear();
    Counting.breaksAt = 150;
    begin("counting", true);
    long checkpoint;
    do {
      LockSupport.parkNanos(1_000_000);
      checkpoint = position("counting");
    } while (checkpoint < 120);
    until("counting", progress -> progress.done() >= 140);
    assertThat(running.bean(Rebuilds.class).of("counting").orElseThrow().stage())
        .isEqualTo(Stage.BUILDING);
    assertThat(documents()).as("what is read meanwhile").isEqualTo(before);
    running.close();

    checkpoint = position("counting");
    assertThat(checkpoint).isBetween(120L, 150L);
    Counting.breaksAt = Integer.MAX_VALUE;
    Counting.seen.clear();
    running = Running.withoutWeb(database, SMALL, Counting.class);
    Progress done = until("counting", progress -> !progress.stage().running());

    assertThat(done.stage()).isEqualTo(Stage.SWITCHED);
    assertThat(done.differing()).isZero();
    assertThat(documents()).isEqualTo(before);
    assertThat(Counting.seen).allMatch(position -> position > 120);
  }

  @Test
  void a_cancelled_rebuild_keeps_what_is_built_and_goes_on_when_asked_again() {
    write(5, 200);
    Map<String, String> before = documents();
    Counting.breaksAt = 150;
    begin("counting", true);
    while (position("counting") < 120) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(running.bean(Rebuilds.class).cancel(fold("counting"))).isTrue();
    assertThat(running.bean(Rebuilds.class).cancel(fold("counting"))).isFalse();
    Counting.breaksAt = Integer.MAX_VALUE;
    write(5, 10);
    assertThat(running.bean(Rebuilds.class).of("counting").orElseThrow().stage())
        .isEqualTo(Stage.CANCELLED);
    before = documents();
    Counting.seen.clear();

    begin("counting", true);
    Progress done = until("counting", progress -> !progress.stage().running());

    assertThat(done.stage()).isEqualTo(Stage.SWITCHED);
    assertThat(done.differing()).isZero();
    assertThat(documents()).isEqualTo(before);
    assertThat(Counting.seen).allMatch(position -> position > 120);
  }

  @Test
  void what_differs_without_a_reason_is_not_switched_to_until_somebody_says_so() {
    write(5, 50);
    Map<String, String> right = documents();
    owner
        .sql(
            "UPDATE read_model.document SET document = replace(document, '\"count\":', '\"count\":9')"
                + " WHERE fold = 'counting' AND key = 'unit:u3'")
        .update();
    owner
        .sql("DELETE FROM read_model.document WHERE fold = 'counting' AND key = 'unit:u4'")
        .update();
    Map<String, String> wrong = documents();

    begin("counting", true);
    Progress ready = until("counting", progress -> !progress.stage().running());

    assertThat(ready.stage()).isEqualTo(Stage.READY);
    assertThat(ready.equal()).isEqualTo(3);
    assertThat(ready.differing()).isEqualTo(2);
    assertThat(ready.unexplained()).isEqualTo(2);
    assertThat(documents()).isEqualTo(wrong);
    List<Comparison.OtherDocument> differences =
        running.bean(Rebuilds.class).differences(fold("counting"));
    assertThat(differences)
        .extracting(Comparison.OtherDocument::key, Comparison.OtherDocument::pointer)
        .containsExactly(Tuple.tuple("unit:u3", "/count"), Tuple.tuple("unit:u4", ""));
    assertThat(differences.get(0).before()).isEqualTo("910");
    assertThat(differences.get(0).after()).isEqualTo("10");
    assertThat(differences.get(1).before()).isNull();

    // it stays right while it waits
    write(5, 10);
    assertThat(running.bean(Rebuilds.class).switchTo(fold("counting"))).isTrue();
    until("counting", progress -> progress.stage() == Stage.SWITCHED);
    Map<String, String> switched = documents();
    assertThat(switched.get("counting unit:u3")).contains("\"count\":12");
    assertThat(switched.keySet()).isEqualTo(right.keySet());
    assertThat(running.bean(Rebuilds.class).switchTo(fold("counting"))).isFalse();
  }

  @Test
  void a_switch_can_be_taken_back_and_what_came_since_is_in_it() {
    write(5, 50);
    assertThat(running.bean(Rebuilds.class).takeBack(fold("counting"))).isFalse();
    begin("counting", true);
    until("counting", progress -> progress.stage() == Stage.SWITCHED);
    int switched = serving("counting");
    write(5, 33);
    Map<String, String> before = documents();

    assertThat(running.bean(Rebuilds.class).takeBack(fold("counting"))).isTrue();
    until("counting", progress -> serving("counting") != switched);

    assertThat(documents()).isEqualTo(before);
    write(5, 3);
    // and back again
    assertThat(running.bean(Rebuilds.class).takeBack(fold("counting"))).isTrue();
    until("counting", progress -> serving("counting") == switched);
    assertThat(documents().get("counting unit:u0")).contains("\"count\":18");
  }

  @Test
  void another_version_explains_what_differs_and_the_former_program_finds_its_own_again() {
    write(5, 50);
    running.close();
    Counting.version = 2;
    running = Running.withoutWeb(database, SMALL, Counting.class);
    Progress done = until("counting", progress -> !progress.stage().running());
    assertThat(done.stage()).isEqualTo(Stage.SWITCHED);
    assertThat(done.differing()).isEqualTo(5);
    assertThat(done.unexplained()).isZero();
    assertThat(documents().get("counting unit:u0")).contains("\"count\":1010");
    write(5, 5);
    running.close();

    Counting.version = 1;
    Counting.seen.clear();
    running = Running.withoutWeb(database, SMALL, Counting.class);
    until("counting", progress -> documents().get("counting unit:u0").contains("\"count\":11"));
    assertThat(Counting.seen).as("only what came since").allMatch(position -> position > 55);
  }

  @Test
  void a_fold_that_a_program_has_for_the_first_time_is_built_and_read_by_itself() {
    write(5, 50);
    Map<String, String> right = documents();
    running.close();
    for (String table : List.of("document WHERE fold", "rebuild WHERE fold", "fold WHERE name")) {
      owner.sql("DELETE FROM read_model." + table + " = 'counting'").update();
    }
    running = Running.withoutWeb(database, SMALL, Counting.class);
    Progress done = until("counting", progress -> !progress.stage().running());
    assertThat(done.stage()).isEqualTo(Stage.SWITCHED);
    assertThat(done.differing()).isEqualTo(5);
    assertThat(done.unexplained()).isZero();
    assertThat(documents()).isEqualTo(right);
  }

  @Test
  void while_events_arrive_and_somebody_reads_both_see_one_or_the_other_whole() {
    write(10, 100);
    Thread writing =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 150; i++) {
                    log.happened("2020", new UnitRenamed(UnitId.of("u" + i % 10), "Tên " + i));
                  }
                });
    List<Integer> sizes = new ArrayList<>();
    do {
      begin("counting", true);
      until(
          "counting",
          progress -> {
            sizes.add(documents().size());
            return !progress.stage().running();
          });
      assertThat(running.bean(Rebuilds.class).of("counting").orElseThrow().stage())
          .isEqualTo(Stage.SWITCHED);
    } while (writing.isAlive());
    running.caughtUp();
    assertThat(sizes).allMatch(size -> size == documents().size());
    for (int i = 0; i < 10; i++) {
      assertThat(documents().get("counting unit:u" + i)).contains("\"count\":25");
    }
  }

  private void write(int units, int events) {
    if (running.bean(Head.class).position() == 0) {
      for (int i = 0; i < units; i++) {
        UnitId unit = UnitId.of("u" + i);
        log.happened("2019", new UnitRegistered(unit, "Tên " + i, UnitKind.OTHER, null));
      }
    }
    for (int i = 0; i < events; i++) {
      log.happened("2020", new UnitRenamed(UnitId.of("u" + i % units), "Tên " + i));
    }
    running.caughtUp();
  }

  private Fold<?> fold(String name) {
    return running.bean(Folds.class).named(name).orElseThrow();
  }

  private void begin(String name, boolean byItself) {
    running.bean(Rebuilds.class).begin(List.of(fold(name)), byItself);
  }

  private Progress until(String name, Predicate<Progress> condition) {
    Rebuilds rebuilds = running.bean(Rebuilds.class);
    for (int i = 0; i < 20_000; i++) {
      Progress progress = rebuilds.of(name).orElse(null);
      if (progress != null && condition.test(progress)) {
        return progress;
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError(rebuilds.of(name).toString());
  }

  private long position(String fold) {
    return owner
        .sql("SELECT position FROM read_model.rebuild WHERE fold = ?")
        .param(fold)
        .query(Long.class)
        .single();
  }

  private int serving(String fold) {
    return owner
        .sql("SELECT serving FROM read_model.fold WHERE name = ?")
        .param(fold)
        .query(Integer.class)
        .single();
  }

  private Map<String, String> documents() {
    Map<String, String> documents = new TreeMap<>();
    owner
        .sql(
            "SELECT d.fold || ' ' || key AS name, document FROM read_model.document d JOIN"
                + " read_model.fold f ON f.name = d.fold AND f.serving = d.generation WHERE d.fold"
                + " = 'counting'")
        .query((row, number) -> documents.put(row.getString(1), row.getString(2)))
        .list();
    return documents;
  }

  record Count(int count) {}

  static class Counting {

    private static final List<Long> seen = new CopyOnWriteArrayList<>();
    private static volatile int version = 1;

    /** From this position on, an event ends the attempt like a lost process. */
    private static volatile long breaksAt = Integer.MAX_VALUE;

    @Bean
    Fold<Count> counting() {
      return new Fold<>() {
        @Override
        public String name() {
          return "counting";
        }

        @Override
        public int version() {
          return version;
        }

        @Override
        public String kind() {
          return "unit";
        }

        @Override
        public Class<Count> answer() {
          return Count.class;
        }

        @Override
        public Count empty(String slug) {
          return new Count(version == 1 ? 0 : 1000);
        }

        @Override
        public Set<Class<? extends Event>> restsOn() {
          return Set.of(UnitEvent.class);
        }

        @Override
        public Count apply(Count state, Fact fact) {
          if (fact.position() >= breaksAt) {
            throw new InternalError("as if the process ended here");
          }
          seen.add(fact.position());
          return fact.event() instanceof UnitRenamed ? new Count(state.count() + 1) : state;
        }
      };
    }
  }
}
