package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.shared.eventstore.EventTypes;

/**
 * Years that went as they may go, one after the other in one installation: whatever the rules let
 * be done in them, all that is read of them agrees.
 *
 * <p>The last year is another one every time; {@code -Dyear=<seed>} lives it again.
 */
@Tag("endurance")
class YearsIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
  private static final long LAST = Long.getLong("year", new Random().nextInt(1_000_000));
  private static final int CUTS = 5;
  private static final int READS = 60;

  @TempDir static Path directory;

  private static Almanac almanac;
  private static final List<String> CYCLES = new ArrayList<>();

  @BeforeAll
  static void live() {
    System.out.println("Years " + SEEDS + " and " + LAST + " are lived; again by -Dyear=" + LAST);
    almanac = new Almanac(directory);
    Stream.concat(SEEDS.stream(), Stream.of(LAST))
        .forEach(
            seed -> {
              RandomYear year = new RandomYear(almanac, "tinh-" + seed, seed);
              year.live();
              CYCLES.addAll(year.cycles());
              almanac.await(LocalDate.of(almanac.today().getYear() + 1, 1, 3));
            });
    almanac.readable();
  }

  @AfterAll
  static void stop() {
    almanac.close();
  }

  @Test
  void every_command_was_accepted_and_every_event_told() {
    Set<String> commands =
        ArchitectureTest.PROGRAM.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(CommandHandler.class))
            .map(method -> method.getRawParameterTypes().getFirst())
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(commands).hasSizeGreaterThan(100);
    almanac.accepted().forEach(each -> commands.remove(each.getSimpleName()));
    Set<String> types =
        EventTypes.checkedIn().classes().stream()
            .map(event -> EventTypes.checkedIn().of(event).name())
            .collect(Collectors.toCollection(TreeSet::new));
    almanac
        .owner()
        .sql("SELECT DISTINCT type FROM read_model.journal")
        .query(String.class)
        .list()
        .forEach(types::remove);
    assertThat(commands)
        .as(
            "commands that nobody gave, or that were always refused: let RandomYear give them. %s",
            almanac.refused())
        .isEmpty();
    assertThat(types).as("events that nothing told: let RandomYear tell them").isEmpty();
  }

  @Test
  void what_is_read_as_of_a_moment_is_what_was_read_then_and_twice_told_is_once_told() {
    Random random = new Random(LAST);
    long head = almanac.position();
    try (Cropped cropped = new Cropped(almanac.database())) {
      Set<Long> cuts = new TreeSet<>(Set.of(head));
      while (cuts.size() < CUTS) {
        cuts.add(1 + random.nextLong(head));
      }
      for (long cut : cuts) {
        cropped.upTo(cut);
        for (String path : reads(random, cut)) {
          same(path, cut, "", cropped);
          same(path, cut, "effective=" + someDay(random), cropped);
        }
      }
      Map<String, String> live = Cropped.documents(almanac.owner());
      assertThat(cropped.documents()).as("folded in other pieces").isEqualTo(live);
      cropped.again(random.nextLong(head));
      assertThat(cropped.documents()).as("each event delivered twice").isEqualTo(live);
    }
  }

  @Test
  void what_was_folded_as_it_happened_is_what_is_made_anew() {
    Map<String, String> live = Cropped.documents(almanac.owner());
    assertThat(live).isNotEmpty();
    JsonNode folds = JSON.readTree(almanac.read("/api/projections").body()).path("folds");
    folds.forEach(fold -> rebuild(fold.path("name").asString()));
    for (boolean running = true; running; ) {
      running = false;
      for (JsonNode fold : JSON.readTree(almanac.read("/api/projections").body()).path("folds")) {
        assertThat(fold.path("parked").asLong()).as(fold.toString()).isZero();
        running |= !fold.at("/rebuild/stage").asString().equals("switched");
        assertThat(fold.at("/rebuild/differing").asLong()).as(fold.toString()).isZero();
      }
    }
    assertThat(Cropped.documents(almanac.owner())).isEqualTo(live);
  }

  @Test
  void the_rules_of_its_time_find_nothing_in_it() {
    for (String cycle : CYCLES) {
      if (almanac.read("/api/cycles/" + cycle).statusCode() == 200) {
        assertThat(Replayed.of(almanac.url(), null, cycle).findings()).as(cycle).isEmpty();
      }
    }
  }

  private static void rebuild(String fold) {
    HttpResponse<String> answer =
        Api.send(
            HttpRequest.newBuilder(
                    URI.create(almanac.url() + "/api/query/projections/" + fold + "/rebuild"))
                .POST(BodyPublishers.noBody())
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static void same(String path, long cut, String moment, Cropped cropped) {
    String joined = path + (path.contains("?") ? "&" : "?") + moment;
    HttpResponse<String> asOf =
        almanac.read(joined + (moment.isEmpty() ? "" : "&") + "asOf=" + cut);
    HttpResponse<String> then = cropped.read(joined);
    assertThat(asOf.statusCode()).as(joined + " as of " + cut).isEqualTo(then.statusCode());
    if (then.statusCode() == 200) {
      assertThat(answer(asOf)).as(joined + " as of " + cut).isEqualTo(answer(then));
    } else {
      assertThat(then.statusCode()).as(then.body()).isLessThan(500);
    }
  }

  /** An answer, without which moment was asked for. */
  private static JsonNode answer(HttpResponse<String> response) {
    ObjectNode answer = (ObjectNode) JSON.readTree(response.body());
    answer.remove("asked");
    if (answer.path("answer") instanceof ObjectNode told) {
      told.remove("links"); // they lead on within the moment that was asked for
    }
    return answer;
  }

  private static String someDay(Random random) {
    return LocalDate.of(2019, 6, 1).plusDays(random.nextInt(365 * (SEEDS.size() + 3))).toString();
  }

  /** Some of all that can be read of what was begun by then. */
  private static List<String> reads(Random random, long cut) {
    List<String> streams =
        almanac
            .owner()
            .sql("SELECT DISTINCT stream FROM read_model.journal WHERE position <= ? ORDER BY 1")
            .param(cut)
            .query(String.class)
            .list();
    Map<String, List<String>> kinds = new TreeMap<>();
    for (String stream : streams) {
      String slug = stream.substring(stream.indexOf(':') + 1);
      kinds
          .computeIfAbsent(stream.substring(0, stream.indexOf(':')), _ -> new ArrayList<>())
          .addAll(readsOf(stream.substring(0, stream.indexOf(':')), slug));
    }
    kinds.put(
        "",
        new ArrayList<>(
            List.of(
                "/api/units?q=don",
                "/api/blocs",
                "/api/awards?authority=tinh-" + LAST,
                "/api/conferences",
                "/api/movements",
                "/api/proceedings")));
    kinds.values().removeIf(List::isEmpty);
    List<String> reads = new ArrayList<>();
    List<List<String>> each = List.copyOf(kinds.values());
    for (int i = 0; i < READS; i++) {
      List<String> all = each.get(i % each.size());
      reads.add(all.get(random.nextInt(all.size())));
    }
    return reads;
  }

  private static List<String> readsOf(String kind, String slug) {
    return switch (kind) {
      case "unit" -> all("/api/units/" + slug, "", "/due", "/notices");
      case "bloc" -> all("/api/blocs/" + slug, "", "/leadership", "/papers");
      case "cycle" ->
          all(
              "/api/cycles/" + slug,
              "",
              "/standing",
              "/progress",
              "/sheets",
              "/due",
              "/missing",
              "/regulation",
              "/regulations",
              "/exemplary-cases",
              "/moments?limit=20",
              "/timeline?limit=50",
              "/reports/mid-year",
              "/reports/year-end");
      case "conference" -> all("/api/conferences/" + slug, "", "/minutes", "/moments?limit=20");
      case "poll" -> all("/api/polls/" + slug, "", "/record");
      case "award" -> all("/api/awards/" + slug, "");
      case "paper" -> all("/api/papers/" + slug, "");
      case "complaint" -> all("/api/complaints/" + slug, "");
      case "movement" -> all("/api/movements/" + slug, "");
      case "proceedings" -> all("/api/proceedings/" + slug, "");
      case "pledge" -> {
        int end = slug.indexOf(".tinh-", 1);
        yield end < 0
            ? List.of()
            : all(
                "/api/cycles/" + slug.substring(0, end) + "/pledges/" + slug.substring(end + 1),
                "");
      }
      default -> List.of();
    };
  }

  private static List<String> all(String path, String... parts) {
    return Stream.of(parts).map(part -> path + part).toList();
  }
}
