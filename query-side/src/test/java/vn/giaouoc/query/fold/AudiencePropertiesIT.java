package vn.giaouoc.query.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Recorder.Told;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Vocabulary;
import vn.giaouoc.query.journal.Reader;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent.DoubtRaised;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.When;

/**
 * What a reader is answered is what anybody would be answered by a system in which nothing was ever
 * recorded but what this reader may see. So two systems are asked: one with everything, by the
 * reader, and one with what they may see, by who sees all of it.
 */
class AudiencePropertiesIT {

  private static final TestDatabase ALL = TestDatabase.create();
  private static final TestDatabase VISIBLE = TestDatabase.create();
  private static final Actor ACTOR = new Actor("somebody", null, "administrator");

  private static final List<Told> EVERYTHING = Vocabulary.everything(0);

  private static final List<Audience> AUDIENCES =
      List.of(
          Audience.PUBLIC,
          Audience.PUBLIC,
          Audience.PUBLIC,
          Audience.BOARD,
          Audience.bloc(Vocabulary.BLOC),
          Audience.leadership(Vocabulary.BLOC),
          Audience.unit(Vocabulary.HEALTH),
          Audience.tellers(Vocabulary.POLL));

  private static final List<Reader> READERS =
      List.of(
          Reader.PUBLIC,
          Reader.PUBLIC.andBoard(),
          Reader.PUBLIC.and(
              List.of(Audience.unit(Vocabulary.HEALTH), Audience.bloc(Vocabulary.BLOC))),
          Reader.PUBLIC.and(List.of(Audience.leadership(Vocabulary.BLOC))),
          Reader.EVERYTHING);

  private static final List<Instant> MOMENTS =
      List.of(Instant.parse("2019-06-01T00:00:00Z"), Instant.parse("2020-02-05T01:00:00Z"));

  private static Running all;
  private static Running visible;

  private record Recorded(Event event, Envelope envelope) {}

  @BeforeContainer
  static void start() {
    all = Running.withoutWeb(ALL);
    visible = Running.withoutWeb(VISIBLE);
  }

  @AfterContainer
  static void stop() {
    all.close();
    visible.close();
  }

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void a_reader_is_answered_by_what_they_may_see_and_by_nothing_else(@ForAll Random random) {
    List<Recorded> events = events(random);
    record(all, ALL, events, random);
    long head = events.size();
    long before = random.nextLong(head) + 1;
    for (Reader reader : READERS) {
      List<Recorded> seen = events.stream().filter(event -> sees(reader, event)).toList();
      record(visible, VISIBLE, seen, random);
      long seenBefore =
          events.subList(0, (int) before).stream().filter(event -> sees(reader, event)).count();
      assertSame(
          reader + " now",
          answers(all, new Cut(head, true, null, Instant.now(), reader)),
          answers(visible, everything(seen.size(), null)));
      assertSame(
          reader + " as of " + before,
          answers(all, new Cut(before, false, null, Instant.now(), reader)),
          answers(visible, everything(seenBefore, null)));
      for (Instant moment : MOMENTS) {
        assertSame(
            reader + " of " + moment,
            answers(all, new Cut(head, true, moment, moment, reader)),
            answers(visible, everything(seen.size(), moment)));
      }
    }
  }

  private static void assertSame(
      String of, Map<String, String> answered, Map<String, String> expected) {
    assertThat(answered.keySet()).as(of).isEqualTo(expected.keySet());
    answered.forEach(
        (name, document) -> assertThat(document).as(of + " " + name).isEqualTo(expected.get(name)));
  }

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void rebuilt_is_live_also_in_whom_it_is_for(@ForAll Random random) {
    record(all, ALL, events(random), random);
    Map<String, String> live = stored();
    Rebuilds rebuilds = all.bean(Rebuilds.class);
    rebuilds.begin(all.bean(Folds.class).all(), true);
    while (rebuilds.all().values().stream().anyMatch(each -> each.stage().running())) {
      LockSupport.parkNanos(1_000_000);
    }
    // compared in whom it is for, too
    assertThat(rebuilds.all().values())
        .allMatch(each -> each.stage() == Rebuilds.Stage.SWITCHED && each.differing() == 0);
    assertThat(stored()).isEqualTo(live);
  }

  /** That a record was withdrawn counts for everybody. */
  private static boolean sees(Reader reader, Recorded recorded) {
    return recorded.event() instanceof RecordWithdrawn
        || reader.sees(recorded.envelope().audience());
  }

  private static Cut everything(long position, Instant effective) {
    return new Cut(
        position,
        false,
        effective,
        effective == null ? Instant.now() : effective,
        Reader.EVERYTHING);
  }

  /** First-hand and told, told again and by others, doubted and withdrawn, each for somebody. */
  private static List<Recorded> events(Random random) {
    List<Recorded> events = new ArrayList<>();
    List<Recorded> told = new ArrayList<>();
    Map<Batch, Set<String>> standing = new HashMap<>();
    int[] recordings = {1, 1, 1};
    for (int i = 0; i < 60; i++) {
      Told fact = EVERYTHING.get(random.nextInt(EVERYTHING.size()));
      Audience audience = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
      int paper = random.nextInt(recordings.length);
      Source source = Log.source("paper-" + paper, recordings[paper], "2021", i + 1);
      Recorded earlier = told.isEmpty() ? null : told.get(random.nextInt(told.size()));
      // whoever may see what is said of a fact may see the fact
      Audience further =
          earlier == null || earlier.envelope().audience().isPublic()
              ? audience
              : earlier.envelope().audience();
      int what = random.nextInt(earlier == null ? 6 : 10);
      if (what < 4) {
        add(events, fact.event(), firstHand(fact.on()), audience);
      } else if (what < 6) {
        Envelope history = Log.history(source, fact.on(), fact.event());
        add(events, fact.event(), history, audience);
        told.add(events.getLast());
        tells(standing, source, fact.event().stream());
      } else if (what < 8) {
        String digest = earlier.envelope().told().fact();
        add(
            events,
            new SourceAdded(earlier.event().stream(), digest, source, fact.remarks()),
            firstHand(fact.on()),
            further);
        tells(standing, source, earlier.event().stream());
      } else if (what < 9) {
        String digest = earlier.envelope().told().fact();
        add(
            events,
            new DoubtRaised(earlier.event().stream(), digest, Vocabulary.doubt("" + i)),
            firstHand("2026"),
            further);
      } else {
        Batch batch = source.batch();
        for (String stream : standing.getOrDefault(batch, Set.of())) {
          add(events, new RecordWithdrawn(stream, batch), firstHand("2026"), audience);
        }
        if (standing.remove(batch) != null) {
          add(
              events,
              new ProceedingsWithdrawn(batch.proceedings(), batch.recording(), new Words("00")),
              firstHand("2026"),
              Audience.PUBLIC);
          recordings[paper]++; // what is recorded again is another recording
        }
      }
    }
    return events;
  }

  private static void tells(Map<Batch, Set<String>> standing, Source source, String stream) {
    standing.computeIfAbsent(source.batch(), batch -> new TreeSet<>()).add(stream);
  }

  private static Envelope firstHand(String on) {
    return Envelope.firstHand(When.of(on), ACTOR);
  }

  private static void add(
      List<Recorded> events, Event event, Envelope envelope, Audience audience) {
    events.add(new Recorded(event, envelope.forAudience(audience)));
  }

  private static void record(
      Running running, TestDatabase database, List<Recorded> events, Random random) {
    running.reset();
    Log log = new Log(database);
    for (Recorded recorded : events) {
      log.append(recorded.event(), recorded.envelope());
      if (random.nextInt(10) == 0) {
        running.caughtUp();
      }
    }
    running.caughtUp();
  }

  /**
   * All documents, one by one and in lists: both ways must agree, but that lists leave out what is
   * only named.
   */
  private static Map<String, String> answers(Running running, Cut cut) {
    Map<String, String> documents = new TreeMap<>();
    for (Fold<?> fold : running.bean(Folds.class).all()) {
      documents.putAll(answers(running, fold, cut));
    }
    return documents;
  }

  private static <S extends Record> Map<String, String> answers(
      Running running, Fold<S> fold, Cut cut) {
    Reconstruction reconstruction = running.bean(Reconstruction.class);
    Map<String, String> documents = new TreeMap<>();
    List<String> listed = new ArrayList<>();
    for (String key : running.bean(KeyIndex.class).ofKind(fold.kind(), "", Long.MAX_VALUE, 1000)) {
      reconstruction
          .find(fold, Keys.slug(key), cut)
          .map(found -> found.document().json())
          .ifPresent(
              found -> {
                documents.put(fold.name() + " " + key, found);
                if (!found.equals(Document.empty(fold, Keys.slug(key)).json())
                    || !reconstruction.facts(key, fold.restsOn(), cut).isEmpty()) {
                  listed.add(found);
                }
              });
    }
    assertThat(
            reconstruction.all(fold, cut, parked -> {}).stream()
                .map(each -> each.document().json())
                .toList())
        .containsExactlyInAnyOrderElementsOf(listed);
    return documents;
  }

  private static Map<String, String> stored() {
    Map<String, String> rows = new TreeMap<>();
    all.owner()
        .sql(
            "SELECT fold || ' ' || key, concat_ws('|', made_of, known_to, whole_from, last_fact,"
                + " document) FROM read_model.document")
        .query((row, number) -> rows.put(row.getString(1), row.getString(2)))
        .list();
    return rows;
  }
}
