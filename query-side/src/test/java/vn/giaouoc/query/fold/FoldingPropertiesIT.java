package vn.giaouoc.query.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Recorder;
import vn.giaouoc.query.Recorder.Paper;
import vn.giaouoc.query.Recorder.Told;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Vocabulary;
import vn.giaouoc.query.journal.Reader;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.Remark;

/** What must hold of every fold and key, whatever is recorded and taken back in whatever order. */
class FoldingPropertiesIT {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("2018-01-01T00:00:00Z"),
          Instant.parse("2019-06-01T00:00:00Z"),
          Instant.parse("2020-02-05T01:00:00Z"));
  private static final List<Told> EVERYTHING = Vocabulary.everything(0);
  private static Running running;

  private Log log;
  private Recorder recorder;

  @BeforeContainer
  static void start() {
    running = Running.withoutWeb(DATABASE);
  }

  @AfterContainer
  static void stop() {
    running.close();
  }

  @BeforeTry
  void empty() {
    running.reset();
    log = new Log(DATABASE);
    recorder = new Recorder(log);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void live_is_rebuilt_is_reconstructed_now_and_at_every_position_before(@ForAll Random random) {
    List<Paper> papers = papers(random, true);
    Map<Paper, Batch> standing = new LinkedHashMap<>();
    Map<Long, Map<String, String>> answered = new TreeMap<>();
    List<Numbered> firstHand = new ArrayList<>();
    for (int step = 0; step < 16; step++) {
      Paper paper = papers.get(random.nextInt(papers.size()));
      if (random.nextInt(3) == 0) {
        firstHand.add(happened(any(EVERYTHING, random)));
      } else if (!firstHand.isEmpty() && random.nextInt(3) == 0) {
        Numbered wrong = firstHand.remove(random.nextInt(firstHand.size()));
        correct(wrong, random.nextBoolean() ? another(wrong.told(), random) : null)
            .ifPresent(firstHand::add);
      } else if (standing.containsKey(paper)) {
        recorder.withdraw(standing.remove(paper));
      } else {
        standing.put(paper, recorder.record(resting(paper, standing, random)));
      }
      if (random.nextBoolean()) {
        running.caughtUp();
        answered.put(running.bean(Head.class).position(), documents());
      }
    }
    running.caughtUp();
    Map<String, String> live = documents();
    answered.put(running.bean(Head.class).position(), live);

    answered.forEach(
        (position, documents) -> assertThat(reconstructed(position)).isEqualTo(documents));

    assertThat(rebuild()).as("documents that a rebuild made other than they were").isZero();
    assertThat(documents()).isEqualTo(live);

    foldAgainFrom(random.nextLong(running.bean(Head.class).position()));
    assertThat(documents()).as("each event delivered twice").isEqualTo(live);
    assertThat(
            running
                .owner()
                .sql("SELECT count(*) FROM read_model.document WHERE fold_version <= 0")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void the_order_of_recording_and_what_was_taken_back_in_between_change_no_answer(
      @ForAll Random random) {
    List<Paper> papers = papers(random, false);
    papers.forEach(recorder::record);
    running.caughtUp();
    Map<String, String> expected = documents();
    assertThat(expected).isNotEmpty();
    List<Map<String, String>> expectedThen = new ArrayList<>();
    for (Instant then : MOMENTS) {
      expectedThen.add(
          withoutProceedings(reconstructed(running.bean(Head.class).position(), then)));
    }

    empty();
    List<Paper> shuffled = new ArrayList<>(papers);
    Collections.shuffle(shuffled, random);
    Map<Paper, Batch> standing = new LinkedHashMap<>();
    for (Paper paper : shuffled) {
      standing.put(paper, recorder.record(paper));
      if (random.nextInt(3) == 0) {
        Paper again = new ArrayList<>(standing.keySet()).get(random.nextInt(standing.size()));
        recorder.withdraw(standing.get(again));
        if (random.nextBoolean()) {
          running.caughtUp();
        }
        standing.put(again, recorder.record(again));
      }
    }
    running.caughtUp();
    assertThat(withoutProceedings(documents())).isEqualTo(withoutProceedings(expected));
    for (int i = 0; i < MOMENTS.size(); i++) {
      assertThat(
              withoutProceedings(
                  reconstructed(running.bean(Head.class).position(), MOMENTS.get(i))))
          .isEqualTo(expectedThen.get(i));
    }

    papers.forEach(paper -> recorder.withdraw(standing.get(paper)));
    running.caughtUp();
    assertThat(withoutProceedings(documents())).isEmpty();
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void what_was_told_wrongly_and_corrected_is_as_if_it_had_been_told_right(@ForAll Random random) {
    List<Told> facts = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      facts.add(any(EVERYTHING, random));
    }
    facts.forEach(this::happened);
    running.caughtUp();
    Map<String, String> right = documents();
    List<Map<String, String>> rightThen = new ArrayList<>();
    for (Instant then : MOMENTS) {
      rightThen.add(reconstructed(running.bean(Head.class).position(), then));
    }

    empty();
    Map<Numbered, Told> wrong = new LinkedHashMap<>();
    for (Told fact : facts) {
      switch (random.nextInt(4)) {
        case 0 -> wrong.put(happened(another(fact, random)), fact);
        case 1 -> {
          // what never was
          wrong.put(happened(any(EVERYTHING, random)), null);
          happened(fact);
        }
        default -> happened(fact);
      }
      if (random.nextInt(8) == 0) {
        running.caughtUp();
      }
    }
    List<Numbered> order = new ArrayList<>(wrong.keySet());
    Collections.shuffle(order, random);
    for (Numbered each : order) {
      Numbered present = each;
      if (wrong.get(each) != null && random.nextInt(3) == 0) {
        present = correct(each, another(wrong.get(each), random)).orElseThrow();
      }
      correct(present, wrong.get(each));
    }
    running.caughtUp();
    assertThat(documents()).isEqualTo(right);
    for (int i = 0; i < MOMENTS.size(); i++) {
      assertThat(reconstructed(running.bean(Head.class).position(), MOMENTS.get(i)))
          .isEqualTo(rightThen.get(i));
    }
  }

  /** A first-hand fact, and its number in its stream. */
  private record Numbered(Told told, long version) {}

  private Numbered happened(Told told) {
    log.happened(told.on(), told.event());
    return new Numbered(told, log.last(told.event().stream()));
  }

  private Optional<Numbered> correct(Numbered wrong, @Nullable Told right) {
    String stream = wrong.told().event().stream();
    log.correct(
        stream,
        wrong.version(),
        right == null ? "" : right.on(),
        Optional.ofNullable(right).map(Told::event));
    return Optional.ofNullable(right).map(told -> new Numbered(told, log.last(stream)));
  }

  private static Told any(List<Told> facts, Random random) {
    return facts.get(random.nextInt(facts.size()));
  }

  private static Told another(Told fact, Random random) {
    return any(
        EVERYTHING.stream()
            .filter(each -> each.event().stream().equals(fact.event().stream()))
            .toList(),
        random);
  }

  private static List<Paper> papers(Random random, boolean anyDoubts) {
    List<Paper> papers = new ArrayList<>();
    for (int p = 0; p < 3; p++) {
      List<Told> facts = new ArrayList<>();
      for (Told fact : EVERYTHING) {
        if (random.nextInt(4) == 0) {
          boolean doubted = anyDoubts && random.nextInt(5) == 0;
          facts.add(
              doubted
                  ? new Told(
                      fact.on(), fact.event(), List.of(Vocabulary.doubt("" + random.nextInt(5))))
                  : fact);
        }
      }
      Collections.shuffle(facts, random);
      // two papers of the same day: then the name of the paper decides
      papers.add(new Paper("paper-" + p, p == 0 ? "2021" : "2020-02-13", facts));
    }
    return papers;
  }

  /** Some of the paper's facts are doubted because of what another paper tells. */
  private static Paper resting(Paper paper, Map<Paper, Batch> standing, Random random) {
    if (standing.isEmpty()) {
      return paper;
    }
    Batch other = standing.values().iterator().next();
    List<Told> facts =
        paper.facts().stream()
            .map(
                fact ->
                    random.nextInt(4) > 0
                        ? fact
                        : new Told(
                            fact.on(),
                            fact.event(),
                            List.of(
                                new Remark(
                                    Remark.Kind.DOUBT,
                                    Remark.About.SOURCES_DIFFER,
                                    Map.of(),
                                    null,
                                    List.of(other),
                                    null))))
            .toList();
    return new Paper(paper.name(), paper.published(), facts);
  }

  private static Map<String, String> documents() {
    Map<String, String> documents = new TreeMap<>();
    running
        .owner()
        .sql(
            "SELECT d.fold || ' ' || key AS name, document FROM read_model.document d JOIN"
                + " read_model.fold f ON f.name = d.fold AND f.serving = d.generation")
        .query((row, number) -> documents.put(row.getString(1), row.getString(2)))
        .list();
    return documents;
  }

  private static Map<String, String> reconstructed(long position) {
    return reconstructed(position, Instant.MAX);
  }

  private static Map<String, String> reconstructed(long position, Instant effective) {
    Map<String, String> documents = new TreeMap<>();
    Cut cut = new Cut(position, false, effective, effective, Reader.EVERYTHING);
    for (Fold<?> fold : running.bean(Folds.class).all()) {
      add(documents, fold, cut);
    }
    return documents;
  }

  private static <S extends Record> void add(Map<String, String> documents, Fold<S> fold, Cut cut) {
    Reconstruction reconstruction = running.bean(Reconstruction.class);
    for (String key : running.bean(KeyIndex.class).ofKind(fold.kind(), "", cut.position(), 1000)) {
      reconstruction
          .find(fold, Keys.slug(key), cut)
          .map(found -> found.document().json())
          .filter(found -> saysSomething(fold, key, cut, found))
          .ifPresent(found -> documents.put(fold.name() + " " + key, found));
    }
  }

  /** Of what is only named there is an empty document, and none is stored. */
  private static <S extends Record> boolean saysSomething(
      Fold<S> fold, String key, Cut cut, String document) {
    return !document.equals(Document.empty(fold, Keys.slug(key)).json())
        || !running.bean(Reconstruction.class).facts(key, fold.restsOn(), cut).isEmpty();
  }

  private static Map<String, String> withoutProceedings(Map<String, String> documents) {
    Map<String, String> others = new TreeMap<>(documents);
    others.keySet().removeIf(name -> name.startsWith("proceedings "));
    return others;
  }

  /** As if a node had folded events and not come to note it. */
  private static void foldAgainFrom(long position) {
    running.bean(Folder.class).stop();
    running.owner().sql("UPDATE read_model.folded SET position = ?").param(position).update();
    running.bean(Folder.class).start();
    running.caughtUp();
  }

  private static long rebuild() {
    Rebuilds rebuilds = running.bean(Rebuilds.class);
    rebuilds.begin(running.bean(Folds.class).all(), true);
    while (rebuilds.all().values().stream().anyMatch(each -> each.stage().running())) {
      LockSupport.parkNanos(1_000_000);
    }
    return rebuilds.all().values().stream().mapToLong(Rebuilds.Progress::differing).sum();
  }
}
