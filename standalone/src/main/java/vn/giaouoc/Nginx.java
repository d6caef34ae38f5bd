package vn.giaouoc;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An nginx of this machine as proxy, with the same rules as in docker-compose. */
public final class Nginx implements Proxy {

  private static final String TEMPLATE = "proxy.conf.template";

  private final Path program;

  private Nginx(Path program) {
    this.program = program;
  }

  /** The nginx of this machine, if there is one. */
  public static Optional<Nginx> installed() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.concat(
            Stream.of(path.split(File.pathSeparator)),
            Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Nginx::new);
  }

  @Override
  public Running start(
      Path directory, int port, List<Integer> commandSides, List<Integer> querySides)
      throws IOException {
    Path log = directory.resolve("proxy.log");
    Files.writeString(
        directory.resolve("proxy.conf"),
        template()
            .replace("${COMMAND_SIDES}", servers(commandSides))
            .replace("${QUERY_SIDES}", servers(querySides))
            .replace("${PROXY_LISTEN}", Installation.LOOPBACK + ":" + port));

    Path configuration = directory.resolve("nginx.conf");
    Files.writeString(configuration, around(directory));
    Process process =
        new ProcessBuilder(program.toString(), "-e", log.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new Running() {
      @Override
      public boolean isAlive() {
        return process.isAlive();
      }

      @Override
      public void kill() {
        // asked before: workers that have lost their master are nobody's children, and go on
        List<ProcessHandle> workers = process.descendants().toList();
        process.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
        Stream.concat(Stream.of(process.toHandle()), workers.stream())
            .forEach(each -> each.onExit().join());
      }

      @Override
      public void close() {
        process.destroy();
        try {
          if (!process.waitFor(10, TimeUnit.SECONDS)) {
            kill();
          }
        } catch (InterruptedException e) {
          process.destroyForcibly();
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  private static String servers(List<Integer> ports) {
    return ports.stream()
        .map(
            port ->
                "server %s:%d max_fails=1 fail_timeout=1s;".formatted(Installation.LOOPBACK, port))
        .collect(Collectors.joining("\n  "));
  }

  private static String template() throws IOException {
    try (InputStream template =
        Objects.requireNonNull(Nginx.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
      return new String(template.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What nginx's image brings around the rules: here without a right to anything but a folder. */
  private static String around(Path directory) {
    String user = System.getProperty("user.name", "");
    return """
        daemon off;
        %2$s
        worker_processes 1;
        pid "%1$s/nginx.pid";
        error_log "%1$s/proxy.log" warn;
        # two for each listener of the feed
        worker_rlimit_nofile 16384;
        events { worker_connections 16384; }
        http {
          client_body_temp_path "%1$s/nginx-body";
          proxy_temp_path "%1$s/nginx-proxy";
          fastcgi_temp_path "%1$s/nginx-fastcgi";
          uwsgi_temp_path "%1$s/nginx-uwsgi";
          scgi_temp_path "%1$s/nginx-scgi";
          include "%1$s/proxy.conf";
        }
        """
        .formatted(directory, "root".equals(user) ? "user root;" : "");
  }
}
