package vn.giaouoc.query.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.journal.Reader;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** The folder when not all goes well, and when somebody rebuilds meanwhile. */
class FolderIT {

  private final TestDatabase database = TestDatabase.create();
  private final Log log = new Log(database);
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private Running running = Running.withoutWeb(database, Picky.class);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void what_cannot_be_folded_is_parked_and_the_rest_goes_on() {
    register("good");
    register("bad");
    log.happened("2020", new UnitRenamed(UnitId.of("bad"), "boom"));
    log.happened("2020", new UnitRenamed(UnitId.of("good"), "fine"));
    log.happened("2021", new UnitRenamed(UnitId.of("bad"), "later"));
    running.caughtUp();

    Fold<?> picky = running.bean(Folds.class).named("picky").orElseThrow();
    Projections projections = running.bean(Projections.class);
    assertThat(projections.parked(picky))
        .singleElement()
        .satisfies(
            parked -> {
              assertThat(parked.key()).isEqualTo("unit:bad");
              assertThat(parked.position()).isEqualTo(3);
              assertThat(parked.cause())
                  .startsWith(
                      "java.lang.IllegalStateException at vn.giaouoc.query.fold.FolderIT$Picky");
            });
    assertThat(document("picky", "unit:good")).contains("fine");
    assertThat(document("unit", "unit:bad")).contains("boom", "later");
    // it is not told as it was before
    assertThatThrownBy(() -> reconstructed(picky, "bad", 4))
        .isInstanceOf(Reconstruction.Parked.class);
    assertThatThrownBy(() -> atHead(picky, "bad")).isInstanceOf(Reconstruction.Parked.class);
    assertThat(reconstructed(picky, "bad", 2)).contains("\"name\":\"\"");
    List<String> missing = new ArrayList<>();
    assertThat(running.bean(Reconstruction.class).all(picky, head(), missing::add)).hasSize(1);
    assertThat(missing).containsExactly("unit:bad");

    running.bean(Folder.class).tryAgain(picky);
    assertThat(projections.parked(picky)).hasSize(1);
    Picky.mended = true;
    try {
      running.bean(Folder.class).tryAgain(picky);
    } finally {
      Picky.mended = false;
    }
    assertThat(projections.parked(picky)).isEmpty();
    assertThat(document("picky", "unit:bad")).contains("later");
  }

  @Test
  void who_may_not_see_the_event_that_cannot_be_taken_learns_nothing_of_it() {
    register("bad");
    log.happened("2020", Audience.BOARD, new UnitRenamed(UnitId.of("bad"), "boom"));
    log.happened("2020", Audience.BOARD, new UnitRenamed(UnitId.of("hidden"), "boom"));
    running.caughtUp();
    Fold<?> picky = running.bean(Folds.class).named("picky").orElseThrow();
    assertThat(running.bean(Projections.class).parked(picky)).hasSize(2);
    Reconstruction reconstruction = running.bean(Reconstruction.class);
    Cut asPublic = new Cut(head().position(), true, null, Instant.now(), Reader.PUBLIC);
    assertThat(reconstruction.find(picky, "bad", asPublic)).isPresent();
    assertThat(reconstruction.find(picky, "hidden", asPublic)).isEmpty();
    List<String> missing = new ArrayList<>();
    assertThat(reconstruction.all(picky, asPublic, missing::add)).hasSize(1);
    assertThat(missing).isEmpty();
  }

  @Test
  void what_is_told_of_a_stream_with_an_event_that_cannot_be_read_says_that_it_lacks_it()
      throws Exception {
    register("known");
    try (Connection connection = log.open()) {
      log.append(connection, "unit:known", 1, "unit.UnitRenamed", "not json", "{}");
      connection.commit();
    }
    register("other");
    running.caughtUp();
    Reconstruction reconstruction = running.bean(Reconstruction.class);
    assertThat(running.bean(Projections.class).unreadable())
        .extracting(Projections.Unread::stream, Projections.Unread::position)
        .containsExactly(tuple("unit:known", 2L));
    assertThat(reconstruction.lacking("unit:known", head())).isTrue();
    assertThat(reconstruction.lacking("unit:other", head())).isFalse();
    // whom it is for cannot be read either: nobody but who sees everything learns of it
    Cut asPublic = new Cut(head().position(), true, null, Instant.now(), Reader.PUBLIC);
    assertThat(reconstruction.lacking("unit:known", asPublic)).isFalse();
    Cut before = new Cut(1, false, null, Instant.now(), Reader.EVERYTHING);
    assertThat(reconstruction.lacking("unit:known", before)).isFalse();

    running.bean(Folder.class).readAgain();
    assertThat(reconstruction.lacking("unit:known", head())).isTrue();
    readable(2, new UnitRenamed(UnitId.of("known"), "read"));
    running.bean(Folder.class).readAgain();
    assertThat(reconstruction.lacking("unit:known", head())).isFalse();
    assertThat(document("unit", "unit:known")).contains("read");
    assertThat(running.bean(Projections.class).unreadable()).isEmpty();
  }

  @Test
  void a_document_of_another_version_of_its_fold_is_made_anew() {
    register("good");
    running.caughtUp();
    // every fold has noted its version, or it would be built at the next start as well
    int folds = running.bean(Folds.class).all().size();
    while (owner.sql("SELECT count(*) FROM read_model.fold").query(Integer.class).single()
        < folds) {
      Thread.onSpinWait();
    }
    running.close();
    owner.sql("UPDATE read_model.fold SET version = 7 WHERE name = 'unit'").update();
    owner
        .sql(
            "UPDATE read_model.document SET fold_version = 7, document = '{\"old\":1}' WHERE fold ="
                + " 'unit'")
        .update();

    running = Running.withoutWeb(database, Picky.class);
    running.caughtUp();
    // read meanwhile as this version makes it
    assertThat(atHead(running.bean(Folds.class).named("unit").orElseThrow(), "good"))
        .contains("Tên good");
    while (running
        .bean(Rebuilds.class)
        .of("unit")
        .filter(rebuild -> rebuild.stage() == Rebuilds.Stage.SWITCHED)
        .isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(document("unit", "unit:good")).contains("Tên good");
    assertThat(running.bean(Rebuilds.class).of("bloc")).isEmpty();
  }

  @Test
  void what_an_older_program_could_not_read_is_read_by_a_newer_one() throws Exception {
    try (Connection connection = log.open()) {
      log.append(connection, "unit:late", 0, "unit.NotKnownYet", "{}", "{}");
      connection.commit();
    }
    running.caughtUp();
    running.close();
    readable(1, registered("late"));
    running = Running.withoutWeb(database, Picky.class);
    register("other");
    running.caughtUp();
    assertThat(document("unit", "unit:late")).contains("Tên late");
    assertThat(owner.sql("SELECT count(*) FROM read_model.unreadable").query(Long.class).single())
        .isZero();
  }

  @Test
  void a_rebuild_while_events_arrive_changes_nothing_and_loses_nothing() {
    for (int i = 0; i < 30; i++) {
      register("u" + i);
    }
    running.caughtUp();
    Rebuilds rebuilds = running.bean(Rebuilds.class);
    for (int i = 0; i < 200; i++) {
      log.happened("2020-01-01", new UnitRenamed(UnitId.of("u" + i % 30), "Tên " + i));
      if (i % 5 == 0) {
        rebuilds.begin(List.of(running.bean(Folds.class).named("unit").orElseThrow()), true);
      }
    }
    while (rebuilds.of("unit").orElseThrow().stage().running()) {
      Thread.onSpinWait();
    }
    assertThat(rebuilds.of("unit").orElseThrow().stage()).isEqualTo(Rebuilds.Stage.SWITCHED);
    assertThat(rebuilds.of("unit").orElseThrow().differing()).isZero();
    running.caughtUp();
    long head = running.bean(Head.class).position();
    Fold<?> unit = running.bean(Folds.class).named("unit").orElseThrow();
    for (int i = 0; i < 30; i++) {
      assertThat(reconstructed(unit, "u" + i, head)).isEqualTo(document("unit", "unit:u" + i));
    }
  }

  private <S extends Record> String reconstructed(Fold<S> fold, String slug, long position) {
    Cut cut = new Cut(position, false, Instant.MAX, Instant.MAX, Reader.EVERYTHING);
    return running.bean(Reconstruction.class).find(fold, slug, cut).orElseThrow().document().json();
  }

  private Cut head() {
    long position = running.bean(Head.class).position();
    return new Cut(position, true, null, Instant.now(), Reader.EVERYTHING);
  }

  private <S extends Record> String atHead(Fold<S> fold, String slug) {
    return running
        .bean(Reconstruction.class)
        .find(fold, slug, head())
        .orElseThrow()
        .document()
        .json();
  }

  /** As if the program had learnt to read an event since. */
  private void readable(long position, UnitEvent event) {
    String type = "unit." + event.getClass().getSimpleName();
    owner
        .sql("UPDATE read_model.journal_key SET type = hashtext(?) WHERE position = ?")
        .params(type, position)
        .update();
    owner
        .sql(
            "UPDATE read_model.journal SET type = ?, payload = ?, metadata = ?, audience = 'public' WHERE"
                + " position = ?")
        .params(
            type,
            Wire.mapper().writeValueAsString(event),
            "{\"occurredOn\":{\"on\":\"2019\"},\"appliesFrom\":\"2019\",\"manner\":\"happened\",\"actor\":{\"person\":"
                + "\"p\",\"office\":\"o\"},\"audience\":\"public\"}",
            position)
        .update();
  }

  private void register(String slug) {
    log.happened("2019", registered(slug));
  }

  private static UnitEvent registered(String slug) {
    return new UnitEvent.UnitRegistered(UnitId.of(slug), "Tên " + slug, UnitKind.OTHER, null);
  }

  private String document(String fold, String key) {
    return owner
        .sql(
            "SELECT document FROM read_model.document d JOIN read_model.fold f ON f.name = d.fold"
                + " AND f.serving = d.generation WHERE fold = ? AND key = ?")
        .params(fold, key)
        .query(String.class)
        .single();
  }

  record Last(String name) {}

  static class Picky {

    private static volatile boolean mended;

    @Bean
    Fold<Last> picky() {
      return new Fold<>() {
        @Override
        public String name() {
          return "picky";
        }

        @Override
        public int version() {
          return 1;
        }

        @Override
        public String kind() {
          return "unit";
        }

        @Override
        public Class<Last> answer() {
          return Last.class;
        }

        @Override
        public Last empty(String slug) {
          return new Last("");
        }

        @Override
        public Set<Class<? extends Event>> restsOn() {
          return Set.of(UnitEvent.class);
        }

        @Override
        public Last apply(Last state, Fact fact) {
          if (fact.event() instanceof UnitRenamed renamed) {
            if (renamed.name().equals("boom") && !mended) {
              throw new IllegalStateException("boom");
            }
            return new Last(renamed.name());
          }
          return state;
        }
      };
    }
  }
}
