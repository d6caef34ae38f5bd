package vn.giaouoc.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The built program, with the settings of the start script: from the start of its process until its
 * first answer, and its memory at rest.
 */
final class Start {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path program;
  private final Path data;
  private final Report report;

  Start(Path program, Path data, Report report) {
    this.program = program;
    this.data = data;
    this.report = report;
  }

  /** Starts it once on an empty directory, then several times on the same. */
  void measure(int rounds, Duration rest) throws IOException, InterruptedException {
    once("start, empty directory", 1, Duration.ZERO);
    for (int round = 1; round <= rounds; round++) {
      once("start", round, round == rounds ? rest : Duration.ZERO);
    }
  }

  private void once(String what, int round, Duration rest)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command =
        List.of(program.toString(), "start", "--data", data.toString(), "--port", "" + port);
    Path log = data.resolveSibling(data.getFileName() + ".log");
    Machine machine = new Machine(0);
    long start = System.nanoTime();
    Machine.Moment before = machine.now();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    try {
      String answered = firstAnswer(process, port, start);
      double took = (System.nanoTime() - start) / 1e6;
      List<Long> postgres = postgres();
      double java = Processes.seconds(List.of(process.pid()));
      double database = Processes.seconds(postgres);
      double others = Math.max(0, machine.since(before).others() - (java + database) / took * 1e3);
      Map<String, Double> more =
          Map.of("java µs", java * 1e6, "postgres µs", database * 1e6, "others", others);
      report.add(
          new Report.Sample(
              what + " to first answer (" + answered + ")", 0, round, took, "ms", more));
      if (!rest.isZero()) {
        TimeUnit.NANOSECONDS.sleep(rest.toNanos());
        memory("Java at rest, resident", round, Processes.mebibytes(process.pid(), "VmRSS"));
        memory(
            "PostgreSQL at rest, shared pages once",
            round,
            postgres().stream().mapToDouble(each -> Processes.mebibytes(each, "Pss")).sum());
        memory(
            "PostgreSQL at rest, resident of its processes added up",
            round,
            postgres().stream().mapToDouble(each -> Processes.mebibytes(each, "VmRSS")).sum());
      }
    } finally {
      process.destroy();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private void memory(String what, int round, double mebibytes) {
    report.add(new Report.Sample(what, 0, round, mebibytes, "MiB", Map.of()));
  }

  /**
   * Asks for what a person would look at first; as long as there is no such page, for the state of
   * health.
   */
  private static String firstAnswer(Process process, int port, long start)
      throws InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build()) {
      while (process.isAlive() && System.nanoTime() - start < PATIENCE.toNanos()) {
        for (String path : List.of("/api/blocs", "/actuator/health")) {
          if (status(client, URI.create("http://127.0.0.1:" + port + path)) == 200) {
            return "GET " + path;
          }
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
    throw new IllegalStateException("The program does not answer");
  }

  private static int status(HttpClient client, URI uri) throws InterruptedException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).GET().build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private List<Long> postgres() throws IOException {
    Path file = data.resolve("postgresql").resolve("postmaster.pid");
    return Files.exists(file)
        ? Processes.family(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
        : List.of();
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
