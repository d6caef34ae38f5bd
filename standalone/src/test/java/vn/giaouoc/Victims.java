package vn.giaouoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.Kills.Victim;
import vn.giaouoc.shared.TestAxonServer;

/** All that can be killed where both sides run twice behind one address. */
final class Victims {

  private Victims() {}

  /**
   * Every process of an installation.
   *
   * @param server the second engine, where it is the log
   * @param seed which of its processes PostgreSQL loses
   */
  static List<Victim> of(
      Topology topology, FallibleDatabase database, @Nullable TestAxonServer server, long seed) {
    List<Victim> victims = new ArrayList<>();
    topology.names().forEach(name -> victims.add(new Node(topology, name)));
    victims.add(new Lone("proxy", "proxy", topology::killProxy, topology::restartProxy));
    victims.add(new Lone("postgres", "postgres", database::kill, database::start));
    Random which = new Random(seed);
    victims.add(
        new Lone(
            "a process of postgres",
            "postgres",
            () -> database.killOne(which),
            database::awaitAnswer));
    if (server != null) {
      victims.add(new Lone("axon-server", "axon-server", server::kill, server::start));
    }
    return victims;
  }

  /** One of two that take each other's place. */
  private record Node(Topology topology, String name) implements Victim {
    @Override
    public String side() {
      return name.substring(0, name.lastIndexOf('-'));
    }

    @Override
    public boolean alive() {
      return topology.process(name).isAlive();
    }

    @Override
    public void kill() {
      topology.kill(name);
    }

    @Override
    public void start() {
      topology.restart(name);
    }
  }

  /** One without which nothing goes. */
  private record Lone(String name, String side, Runnable killing, Runnable starting)
      implements Victim {
    @Override
    public boolean alive() {
      return false;
    }

    @Override
    public void kill() {
      killing.run();
    }

    @Override
    public void start() {
      starting.run();
    }
  }
}
