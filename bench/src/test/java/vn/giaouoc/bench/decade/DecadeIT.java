package vn.giaouoc.bench.decade;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/** Years of a small nation, written as those of a large one are. */
class DecadeIT {

  private static final long SEED = 7;

  @Test
  void what_is_written_of_a_bloc_is_what_the_command_side_would_have_recorded() throws Exception {
    Decade decade = new Decade(2, 2, 1, 1, SEED);
    TestDatabase lived = TestDatabase.create();
    TestDatabase nation = TestDatabase.create();
    try (Connection log = lived.owner().getConnection();
        Connection owner = nation.owner().getConnection()) {
      List<Tape> tapes = decade.live(settings(lived), log);
      long written = decade.write(tapes, owner, so -> {});
      TestDatabase anew = TestDatabase.create();
      try (Connection again = anew.owner().getConnection()) {
        assertThat(decade.prove(settings(anew), again, owner, 1, 1)).isEqualTo((written - 2) / 4);
      }
    }
  }

  private static Map<String, Object> settings(TestDatabase database) {
    return Map.of(
        "giaouoc.command.database.url",
        database.url(),
        "giaouoc.command.database.user",
        DatabaseSetup.COMMAND_ROLE,
        "giaouoc.command.database.password",
        "test",
        "server.address",
        "127.0.0.1",
        "server.port",
        0);
  }
}
