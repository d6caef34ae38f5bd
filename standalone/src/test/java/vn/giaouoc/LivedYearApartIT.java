package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestAxonServer;

/** The year of a bloc in two processes of each side behind one address, on either engine. */
class LivedYearApartIT {

  private static final Who AUDITOR = new Who(LivedYear.account("auditor"), null, "auditor");

  @TempDir Path directory;

  @Test
  void a_year_is_lived_in_two_and_two_processes_on_postgres() {
    live();
  }

  @Test
  void a_year_is_lived_in_two_and_two_processes_on_axon_server() {
    try (TestAxonServer server = TestAxonServer.emptyOrSkip()) {
      live(Apart.engine(server).toArray(String[]::new));
    }
  }

  private void live(String... engine) {
    TokenKey key = TokenKey.atOrNew(directory);
    String[] settings = new String[engine.length + 1];
    settings[0] = "giaouoc.identity.keys=" + key.keys();
    System.arraycopy(engine, 0, settings, 1, engine.length);
    try (Topology topology = Apart.start(settings)) {
      Desk desk = new Desk(topology::url, who -> LivedYearIT.token(key, who), true);
      LivedYear year = new LivedYear(desk);
      try (Ear ofBloc = ear(topology, "bloc=" + year.bloc(), key, AUDITOR);
          Ear ofCycle = ear(topology, "cycle=" + year.cycle(), key, year.member())) {
        year.live();
        List<String> story = year.story();
        assertThat(story).doesNotHaveDuplicates().containsAll(desk.acknowledged());
        Origins origins = new Origins(entries(desk, AUDITOR));
        heard(ofBloc, origins.within(year.bloc(), entries(desk, AUDITOR)));
        heard(ofCycle, origins.within(year.cycle(), entries(desk, year.member())));
        Replayed replayed =
            Replayed.of(topology.url(), LivedYearIT.token(key, AUDITOR), year.cycle());
        assertThat(replayed.findings()).isEmpty();
        assertThat(replayed.checked("decided") + replayed.checked("comingWith"))
            .isEqualTo(replayed.total());
      }
    }
  }

  /** One who hangs up now and again, and comes back to one node or the other. */
  private static Ear ear(Topology topology, String within, TokenKey key, Who who) {
    Random random = new Random(within.hashCode());
    return new Ear(
        () -> topology.url("query-side-" + (1 + random.nextInt(2))) + "/api/journal?" + within,
        () -> LivedYearIT.token(key, who),
        () -> 1 + random.nextInt(60));
  }

  private static void heard(Ear ear, List<Ear.Heard> expected) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (ear.heard().size() < expected.size() && System.nanoTime() < end) {
      LockSupport.parkNanos(50_000_000);
    }
    assertThat(ear.heard()).hasSizeGreaterThan(50).isEqualTo(expected);
    assertThat(ear.cutOff()).isGreaterThan(5);
  }

  private static List<JsonNode> entries(Desk desk, Who who) {
    List<JsonNode> entries = new ArrayList<>();
    String after = "0";
    while (after != null) {
      JsonNode page = desk.page(who, "/api/journal?limit=1000&after=" + after).at("/answer");
      page.path("entries").forEach(entries::add);
      after = page.hasNonNull("next") ? page.path("next").asString() : null;
    }
    return entries;
  }

  /**
   * To what each event belongs, found otherwise than the program does: by every identifier in its
   * text, and in that of the first event of its stream.
   */
  private static final class Origins {

    private static final Set<String> LEAD_NOWHERE = Set.of("unit", "person", "file");

    private final Map<String, Set<String>> named = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private Origins(List<JsonNode> story) {
      for (JsonNode entry : story) {
        String[] stream = entry.path("stream").asString().split(":");
        if (!LEAD_NOWHERE.contains(stream[0])) {
          known.add(stream[1]);
        }
      }
      for (JsonNode entry : story) {
        if (entry.path("version").asLong() == 0) {
          String slug = entry.path("stream").asString().split(":")[1];
          named.computeIfAbsent(slug, any -> new HashSet<>()).addAll(slugs(entry));
        }
      }
    }

    private List<Ear.Heard> within(String slug, List<JsonNode> entries) {
      return entries.stream()
          .filter(entry -> reaches(slugs(entry), slug, new HashSet<>()))
          .map(
              entry ->
                  new Ear.Heard(
                      entry.path("position").asLong(),
                      entry.path("eventId").asString(),
                      entry.path("stream").asString() + "@" + entry.path("version").asLong()))
          .toList();
    }

    private boolean reaches(Set<String> from, String slug, Set<String> seen) {
      return from.contains(slug)
          || from.stream()
              .filter(seen::add)
              .anyMatch(each -> reaches(named.getOrDefault(each, Set.of()), slug, seen));
    }

    private Set<String> slugs(JsonNode entry) {
      Set<String> slugs = new HashSet<>();
      texts(entry.path("payload"), slugs);
      String[] stream = entry.path("stream").asString().split(":");
      slugs.add(stream[1]);
      slugs.retainAll(known);
      return slugs;
    }

    private static void texts(JsonNode node, Set<String> texts) {
      if (node.isString()) {
        texts.add(node.asString());
      }
      node.forEach(each -> texts(each, texts));
    }
  }
}
