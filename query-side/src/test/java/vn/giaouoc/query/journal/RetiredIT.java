package vn.giaouoc.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.shared.TestDatabase;

/** A log from before a type of event was retired is answered from as it was. */
class RetiredIT {

  private static final String METADATA =
      "{\"occurredOn\":{\"on\":\"2020\"},\"appliesFrom\":\"2020\",\"manner\":\"happened\",\"actor\":{\"person\":\"p\","
          + "\"office\":\"o\"},\"audience\":\"public\"}";

  private final TestDatabase database = TestDatabase.create();
  private final Log log = new Log(database);

  @Test
  void a_retired_event_gives_the_same_answer_as_the_one_that_tells_the_same() throws Exception {
    try (Running running = Running.withWeb(database);
        Connection connection = log.open()) {
      append(connection, "before", "cycle.PledgeContentsAdopted");
      append(connection, "after", "cycle.PledgeContentsStated");
      connection.commit();
      running.caughtUp();

      String after = document(running, "after");
      assertThat(after).contains("\"number\":7");
      assertThat(document(running, "before").replace("before", "after")).isEqualTo(after);
      // the timeline has it as it is stored
      assertThat(running.get("/api/cycles/before/timeline").body())
          .contains("cycle.PledgeContentsAdopted", "Thông qua nội dung giao ước");
    }
  }

  private void append(Connection connection, String cycle, String type) throws Exception {
    log.append(
        connection,
        "cycle:" + cycle,
        0,
        type,
        "{\"cycle\":\"%s\",\"contents\":[{\"number\":7,\"text\":{\"words\":\"w\"}}]}"
            .formatted(cycle),
        METADATA);
  }

  private static String document(Running running, String cycle) {
    return running
        .owner()
        .sql("SELECT document FROM read_model.document WHERE fold = 'cycle' AND key = ?")
        .param("cycle:" + cycle)
        .query(String.class)
        .single();
  }
}
