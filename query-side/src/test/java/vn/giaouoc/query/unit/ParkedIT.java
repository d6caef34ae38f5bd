package vn.giaouoc.query.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** What readers are told while the program cannot take an event of one unit. */
class ParkedIT {

  private final TestDatabase database = TestDatabase.create();
  private final Log log = new Log(database);
  private final Running running = Running.withWeb(database, Failing.class);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void a_unit_that_cannot_be_told_says_so_and_all_others_are_told() throws Exception {
    register("good");
    register("bad");
    log.happened("2020", new UnitRenamed(UnitId.of("bad"), "boom"));
    running.caughtUp();

    HttpResponse<String> bad = running.get("/api/units/bad");
    assertThat(bad.statusCode()).isEqualTo(503);
    assertThat(Wire.mapper().readTree(bad.body()).at("/type").asString())
        .isEqualTo("/problems/parked");
    assertThat(bad.headers().firstValue("Retry-After")).as("it does not pass by itself").isEmpty();
    assertThat(running.get("/api/units/bad?asOf=3").statusCode()).isEqualTo(503);
    assertThat(running.answer("/api/units/bad?asOf=2").at("/answer/name").asString())
        .isEqualTo("Tên bad");
    JsonNode good = running.answer("/api/units/good");
    assertThat(good.at("/answer/name").asString()).isEqualTo("Tên good");
    assertThat(good.has("parked")).isFalse();
    JsonNode all = running.answer("/api/units");
    assertThat(all.at("/answer/units").size()).isEqualTo(1);
    assertThat(all.at("/parked")).isEqualTo(Wire.mapper().readTree("[\"unit:bad\"]"));

    running
        .answer("/api/projections")
        .at("/folds")
        .forEach(
            fold ->
                assertThat(fold.at("/parked").asLong())
                    .isEqualTo(fold.at("/name").asString().equals("unit") ? 1 : 0));
    JsonNode parked = running.answer("/api/projections/unit/parked").at("/parked");
    assertThat(parked.size()).isEqualTo(1);
    assertThat(parked.at("/0/key").asString()).isEqualTo("unit:bad");
    assertThat(parked.at("/0/position").asLong()).isEqualTo(3);
    assertThat(parked.at("/0/cause").asString())
        .startsWith("java.lang.IllegalStateException at vn.giaouoc.query.unit.ParkedIT")
        .doesNotContain("boom");

    Failing.mended = true;
    try {
      // what is mended is told at once, and is stored when somebody asks
      assertThat(running.answer("/api/units/bad").at("/answer/name").asString()).isEqualTo("boom");
      assertThat(
              running
                  .send(
                      HttpRequest.newBuilder(
                              URI.create(running.url("/api/query/projections/all/parked")))
                          .POST(HttpRequest.BodyPublishers.noBody()))
                  .statusCode())
          .isEqualTo(202);
    } finally {
      Failing.mended = false;
    }
    assertThat(running.answer("/api/projections/unit/parked").at("/parked").size()).isZero();
    assertThat(running.answer("/api/units").at("/answer/units").size()).isEqualTo(2);
  }

  @Test
  void a_unit_of_which_an_event_cannot_be_read_says_so() throws Exception {
    register("known");
    try (Connection connection = log.open()) {
      log.append(connection, "unit:known", 1, "unit.UnitRenamed", "not json", "{}");
      connection.commit();
    }
    running.caughtUp();
    JsonNode known = running.answer("/api/units/known");
    assertThat(known.at("/answer/name").asString()).isEqualTo("Tên known");
    assertThat(known.at("/parked/0").asString()).isEqualTo("unit:known");
    assertThat(running.answer("/api/projections/unreadable").at("/unreadable/0/position").asLong())
        .isEqualTo(2);
  }

  private void register(String slug) {
    log.happened("2019", new UnitRegistered(UnitId.of(slug), "Tên " + slug, UnitKind.OTHER, null));
  }

  /** In place of the fold of units: one with a mistake in it. */
  static class Failing {

    private static volatile boolean mended;

    @Bean("vn.giaouoc.query.unit.UnitFold")
    UnitFold unitFold() {
      return new UnitFold() {
        @Override
        public Unit apply(Unit state, Fact fact) {
          if (!mended
              && fact.event() instanceof UnitRenamed renamed
              && renamed.name().equals("boom")) {
            throw new IllegalStateException(renamed.name());
          }
          return super.apply(state, fact);
        }
      };
    }
  }
}
