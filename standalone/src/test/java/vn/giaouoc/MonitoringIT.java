package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts and dashboard name what the running program tells; and nobody who votes is in it. */
class MonitoringIT {

  private static final Path FILES = Here.sources().resolve("deploy/monitoring");

  /** What Prometheus itself says of a scrape. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  private static final Set<String> FUNCTIONS = Set.of("group_right", "group_left");

  private static Installation installation;

  @TempDir private Path directory;

  @BeforeAll
  static void start() {
    installation = Installation.start(EmbeddedDatabase.open(Here.directory()), 0);
    new Api(installation.url()).record("002");
  }

  @AfterAll
  static void end() {
    installation.close();
  }

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

  @Test
  void each_alert_calls_when_it_should_and_not_otherwise() throws Exception {
    String promtool = installed("promtool");
    assertThat(said(promtool, "check", "rules", FILES.resolve("alerts.yml").toString()))
        .contains(alerts().size() + " rules found");
    String tests = FILES.resolve("alerts-test.yml").toString();
    said(promtool, "test", "rules", tests);
    assertThat(Files.readString(Path.of(tests)))
        .contains(alerts().stream().map(alert -> String.valueOf(alert.get("alert"))).toList());
  }

  @Test
  void prometheus_sees_the_running_program_is_content_and_draws_every_panel() throws Exception {
    String prometheus = installed("prometheus");
    int port = Ports.free(1).getFirst();
    Files.writeString(
        directory.resolve("prometheus.yml"),
        Files.readString(FILES.resolve("prometheus.yml"))
            .replaceAll("targets: \\[.*]", "targets: ['127.0.0.1:" + installation.port() + "']")
            .replace("alerts.yml", FILES.resolve("alerts.yml").toString())
            .replace("scrape_interval: 15s", "scrape_interval: 1s\n  evaluation_interval: 1s"));
    Process process =
        new ProcessBuilder(
                prometheus,
                "--config.file=" + directory.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + directory.resolve("figures"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("prometheus.log").toFile())
            .start();
    try {
      String api = "http://127.0.0.1:" + port + "/api/v1/";
      // twice by then: what has a rate has one
      await(api, "min(count_over_time(up[1m])) >= 3");
      JsonNode targets = asked(api + "targets").path("activeTargets");
      assertThat(targets.size()).isEqualTo(2);
      assertThat(targets).allMatch(each -> each.path("health").asString().equals("up"));
      JsonNode rules = asked(api + "rules").at("/groups/0/rules");
      assertThat(rules.size()).isEqualTo(alerts().size());
      assertThat(rules)
          .allMatch(each -> each.path("health").asString().equals("ok"))
          .allMatch(each -> each.path("state").asString().equals("inactive"));
      for (String expression : dashboard()) {
        // what is wrong is shown where it is
        assertThat(query(api, expression).isEmpty())
            .as(expression)
            .isEqualTo(expression.endsWith("> 0"));
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** Where a program of Prometheus is; without it the test is left out, and says so. */
  private static String installed(String program) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, program))
            .filter(Files::isExecutable)
            .findFirst();
    assumeThat(found)
        .as("Alerts and dashboard are not loaded: there is no %s on the PATH", program)
        .isPresent();
    return found.orElseThrow().toString();
  }

  private static String said(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static JsonNode asked(String address) throws Exception {
    return new JsonMapper().readTree(LifeCycleIT.get(address)).path("data");
  }

  private static JsonNode query(String api, String expression) throws Exception {
    return asked(api + "query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
        .path("result");
  }

  private static void await(String api, String expression) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (true) {
      try {
        if (!query(api, expression).isEmpty()) {
          return;
        }
      } catch (IOException e) {
        // it does not listen yet
      }
      assertThat(System.nanoTime()).as("it never came: %s", expression).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(200);
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
