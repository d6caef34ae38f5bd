package vn.giaouoc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What gives both sides one address. */
@FunctionalInterface
public interface Proxy {

  /**
   * Starts it, all on loopback.
   *
   * @param directory where it may keep files; its log is {@code proxy.log}
   * @param port where it listens
   * @param commandSides the ports of the nodes that take commands
   * @param querySides the ports of the nodes that answer questions
   * @return its process
   */
  Running start(Path directory, int port, List<Integer> commandSides, List<Integer> querySides)
      throws IOException;

  /** A proxy at work. */
  interface Running extends AutoCloseable {

    /** Whether it has not ended by itself. */
    boolean isAlive();

    /** Ends all of it as {@code kill -9} does; another may then be started at its address. */
    void kill();

    @Override
    void close();
  }
}
