package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.giaouoc.shared.TestAxonServer;

/** The year of a bloc in two processes of each side behind one address, on either engine. */
class LivedYearApartIT {

  @TempDir Path directory;

  @Test
  void a_year_is_lived_in_two_and_two_processes_on_postgres() {
    live();
  }

  @Test
  void a_year_is_lived_in_two_and_two_processes_on_axon_server() {
    try (TestAxonServer server = TestAxonServer.emptyOrSkip()) {
      live(
          "giaouoc.engine=axon-server", "giaouoc.axon-server.servers=" + server.engine().servers());
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
      year.live();
      assertThat(year.story()).doesNotHaveDuplicates().containsAll(desk.acknowledged());
    }
  }
}
