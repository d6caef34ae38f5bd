package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts and dashboard name what the running program tells; and nobody who votes is in it. */
class MonitoringIT {

  private static final Path FILES = Here.sources().resolve("deploy/monitoring");

  /** What Prometheus itself says of a scrape. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  private static final Set<String> FUNCTIONS = Set.of("group_right", "group_left");

  @Test
  void every_figure_of_the_alerts_and_the_dashboard_is_in_a_scrape() throws Exception {
    Set<String> named = new TreeSet<>();
    List<String> expressions = new ArrayList<>(dashboard());
    alerts().forEach(alert -> expressions.add(String.valueOf(alert.get("expr"))));
    expressions.forEach(
        expression -> {
          Set<String> ofOne = figures(expression);
          assertThat(ofOne).as(expression).isNotEmpty();
          named.addAll(ofOne);
        });
    named.removeAll(OF_PROMETHEUS);
    try (Installation installation =
        Installation.start(EmbeddedDatabase.open(Here.directory()), 0)) {
      new Api(installation.url()).record("002");
      String scrape = LifeCycleIT.get(installation.url() + "/actuator/prometheus");
      Set<String> told =
          scrape
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.replaceAll("[{ ].*", ""))
              .collect(Collectors.toSet());
      assertThat(told).containsAll(named);
      assertThat(scrape.lines().filter(line -> line.startsWith("giaouoc_")))
          .as("what would grow with the record, or tell of whom it is")
          .noneMatch(line -> line.matches(".*(unit|bloc|cycle|poll|account|stream)=.*"));
    }
  }

  @Test
  void every_alert_says_what_to_do_and_where_that_is_told() throws IOException {
    Set<String> headings =
        Files.readString(Here.sources().resolve("docs/operations.md"))
            .lines()
            .filter(line -> line.startsWith("#"))
            .map(MonitoringIT::anchor)
            .collect(Collectors.toSet());
    for (Map<String, Object> alert : alerts()) {
      Map<?, ?> annotations = (Map<?, ?>) alert.get("annotations");
      assertThat(annotations.get("summary")).as("%s", alert).isNotNull();
      assertThat(annotations.get("action")).as("%s", alert).isNotNull();
      String[] told = String.valueOf(annotations.get("runbook_url")).split("#");
      assertThat(told[0]).isEqualTo("docs/operations.md");
      assertThat(headings).contains(told[1]);
    }
  }

  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }

  private static Set<String> figures(String expression) {
    String bare = expression.replaceAll("\"[^\"]*\"", "").replaceAll("\\bby \\([^)]*\\)", "");
    return Pattern.compile("\\bup\\b|\\b[a-z]+(_[a-z]+)+\\b(?!\\s*\\()")
        .matcher(bare)
        .results()
        .map(MatchResult::group)
        .filter(name -> !FUNCTIONS.contains(name))
        .collect(Collectors.toSet());
  }

  private static List<String> dashboard() throws IOException {
    JsonNode panels =
        new JsonMapper()
            .readTree(Files.readString(FILES.resolve("dashboard.json")))
            .required("panels");
    return StreamSupport.stream(panels.spliterator(), false)
        .flatMap(panel -> StreamSupport.stream(panel.required("targets").spliterator(), false))
        .map(target -> target.required("expr").asString())
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> alerts() throws IOException {
    Map<String, List<Map<String, Object>>> file =
        new Yaml().load(Files.readString(FILES.resolve("alerts.yml")));
    return (List<Map<String, Object>>) file.get("groups").getFirst().get("rules");
  }
}
