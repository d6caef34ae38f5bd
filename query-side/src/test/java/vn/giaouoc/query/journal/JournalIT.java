package vn.giaouoc.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.shared.TestDatabase;

/**
 * The journal beside a log that is written as logs are: at once, slowly, and not always to an end.
 */
class JournalIT {

  private static final String METADATA =
      "{\"occurredOn\":{\"on\":\"2019\"},\"appliesFrom\":\"2019\",\"manner\":\"happened\",\"actor\":{\"person\":\"p\","
          + "\"office\":\"o\"},\"audience\":\"public\"}";

  private final TestDatabase database = TestDatabase.create();
  private final Log log = new Log(database);
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private Running running = Running.withoutWeb(database);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void every_event_comes_once_and_densely_whatever_commits_when() throws Exception {
    List<String> seen = new ArrayList<>();
    try (Running other = Running.withoutWeb(database);
        ExecutorService writers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int w = 0; w < 8; w++) {
        int writer = w;
        all.add(writers.submit(() -> write(writer)));
      }
      while (!all.stream().allMatch(Future::isDone)) {
        assertOnlyGrows(seen);
        if (seen.size() > 100 && running.bean(JournalWriter.class).isRunning()) {
          // the active writer goes away in the middle of it, and the other takes over
          running.bean(JournalWriter.class).stop();
        }
        Thread.onSpinWait();
      }
      for (Future<?> each : all) {
        each.get();
      }
      other.caughtUp();
      assertOnlyGrows(seen);
      assertThat(seen).hasSizeGreaterThan(300);
      assertComplete();
      assertThat(other.bean(JournalWriter.class).active()).isTrue();
    }
  }

  @Test
  void who_commits_late_gets_the_next_position() throws Exception {
    try (Connection slow = log.open();
        Connection quick = log.open()) {
      append(slow, "a", 0);
      append(quick, "b", 0);
      quick.commit();
      running.caughtUp();
      assertThat(streams()).containsExactly("b");

      slow.commit();
      running.caughtUp();
      assertThat(streams()).containsExactly("b", "a");
    }
    assertComplete();
  }

  @Test
  void a_transaction_that_stays_open_holds_nobody_back() throws Exception {
    try (Connection open = database.owner().getConnection();
        Connection writer = log.open()) {
      open.setAutoCommit(false);
      open.createStatement().execute("SELECT pg_current_xact_id()");
      for (int i = 0; i < 20; i++) {
        append(writer, "a", i);
        writer.commit();
        running.caughtUp();
      }
      assertThat(streams()).hasSize(20);
      open.rollback();
    }
    assertComplete();
  }

  @Test
  void a_stream_keeps_its_order_even_if_the_later_version_has_the_older_transaction()
      throws Exception {
    running.bean(JournalWriter.class).stop();
    try (Connection older = log.open();
        Connection younger = log.open()) {
      older.createStatement().execute("SELECT pg_current_xact_id()");
      append(younger, "a", 0);
      younger.commit();
      append(older, "a", 1);
      older.commit();
    }
    running.bean(JournalWriter.class).start();
    running.caughtUp();
    assertThat(
            owner
                .sql("SELECT version FROM read_model.journal ORDER BY position")
                .query(Long.class)
                .list())
        .containsExactly(0L, 1L);
  }

  @Test
  void after_a_restart_nothing_comes_twice_and_nothing_is_missing() throws Exception {
    try (Connection slow = log.open();
        Connection quick = log.open()) {
      appendLateAndMany(slow, quick);
      running.caughtUp();
      running.close();
      append(quick, "b", 0);
      quick.commit();
      slow.commit();
    }
    running = Running.withoutWeb(database);
    running.caughtUp();
    assertComplete();
    assertThat(streams()).hasSize(2502).contains("late", "b");
  }

  @Test
  void what_waits_in_the_middle_of_a_pass_is_all_that_is_not_in_the_journal() throws Exception {
    JournalWriter writer = running.bean(JournalWriter.class);
    writer.stop();
    owner
        .sql(
            """
            CREATE FUNCTION read_model.no_room() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$;
            CREATE TRIGGER no_room BEFORE INSERT ON read_model.journal FOR EACH ROW
            WHEN (NEW.position > 1000) EXECUTE FUNCTION read_model.no_room()
            """)
        .update();
    try (Connection slow = log.open();
        Connection quick = log.open()) {
      appendLateAndMany(slow, quick);
      writer.start();
      while (streams().isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(streams()).hasSize(1000);
      assertThat(writer.waiting().events()).isEqualTo(1500);
      slow.commit();
      assertThat(writer.waiting().events()).as("one with a lower index, too").isEqualTo(1501);
      append(quick, "b", 0);
      quick.commit();
      assertThat(writer.waiting().events()).isEqualTo(1502);
    }
    owner.sql("DROP TRIGGER no_room ON read_model.journal").update();
    running.caughtUp();
    assertThat(writer.waiting().events()).isZero();
    assertComplete();
    assertThat(owner.sql("SELECT count(*) FROM read_model.journal_pass").query(Long.class).single())
        .as("passes under way")
        .isZero();
  }

  @Test
  void a_log_from_another_cluster_is_read_from_its_beginning() throws Exception {
    try (Connection writer = log.open()) {
      append(writer, "a", 0);
      writer.commit();
      running.caughtUp();
      running.bean(JournalWriter.class).stop();
      // as if restored: rows with transaction ids that this cluster gave out long ago, or never
      owner.sql("UPDATE read_model.journal_watermark SET system_identifier = 1").update();
      foreign("old", "1");
      foreign("far", "99999999999");
      running.bean(JournalWriter.class).start();
      running.caughtUp();
      assertThat(streams()).containsExactlyInAnyOrder("a", "old", "far");

      append(writer, "a", 1);
      writer.commit();
      running.caughtUp();
    }
    assertComplete();
  }

  @Test
  void recorded_at_never_goes_back() throws Exception {
    try (Connection slow = log.open()) {
      append(slow, "slow", 0);
      try (Connection quick = log.open()) {
        append(quick, "a", 0);
        quick.commit();
      }
      running.caughtUp();
      slow.commit();
    }
    running.caughtUp();
    assertThat(
            owner
                .sql(
                    "SELECT count(*) FROM read_model.journal a JOIN read_model.journal b ON"
                        + " b.position > a.position AND b.recorded_at < a.recorded_at")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void it_goes_on_after_its_connections_were_cut() throws Exception {
    try (Connection writer = log.open()) {
      append(writer, "a", 0);
      writer.commit();
      running.caughtUp();
      owner
          .sql(
              "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename ="
                  + " 'giaouoc_query' AND datname = current_database()")
          .query(Long.class)
          .single();
      append(writer, "a", 1);
      writer.commit();
    }
    running.caughtUp();
    assertComplete();
  }

  private void foreign(String stream, String transaction) {
    owner
        .sql(
            "INSERT INTO event_store.domain_event_entry (event_identifier, aggregate_identifier,"
                + " sequence_number, payload_type, payload_revision, payload, meta_data,"
                + " time_stamp, transaction_id) VALUES (?, ?, 0, 'test.Nothing', '1', '{}', ?,"
                + " '2020-01-01T00:00:00Z', ?::xid8)")
        .params(stream, stream, METADATA, transaction)
        .update();
  }

  private Void write(int writer) throws Exception {
    Random random = new Random(writer);
    int version = 0;
    try (Connection connection = log.open()) {
      for (int i = 0; i < 30; i++) {
        int events = 1 + random.nextInt(3);
        for (int e = 0; e < events; e++) {
          append(connection, "w" + writer, version + e);
          if (random.nextInt(4) == 0) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(30));
          }
        }
        if (random.nextInt(5) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          version += events;
        }
      }
    }
    return null;
  }

  /** The first of 2,501 is not committed yet, the others are. */
  private void appendLateAndMany(Connection slow, Connection quick) throws Exception {
    append(slow, "late", 0);
    for (int i = 0; i < 2500; i++) {
      append(quick, "a", i);
    }
    quick.commit();
  }

  private void append(Connection connection, String stream, long version) throws Exception {
    log.append(connection, "test:" + stream, version, "test.Nothing", "{}", METADATA);
  }

  private List<String> streams() {
    return owner
        .sql("SELECT replace(stream, 'test:', '') FROM read_model.journal ORDER BY position")
        .query(String.class)
        .list();
  }

  private void assertOnlyGrows(List<String> seen) {
    List<String> now =
        owner
            .sql("SELECT event_id FROM read_model.journal ORDER BY position")
            .query(String.class)
            .list();
    assertThat(now.subList(0, seen.size())).isEqualTo(seen);
    seen.addAll(now.subList(seen.size(), now.size()));
  }

  private void assertComplete() {
    assertThat(
            owner
                .sql(
                    "SELECT count(*) = max(position) AND min(position) = 1 AND count(*) = (SELECT"
                        + " count(*) FROM event_store.domain_event_entry) AND count(DISTINCT"
                        + " event_id) = count(*) FROM read_model.journal")
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(
            owner
                .sql(
                    "SELECT count(*) FROM read_model.journal a JOIN read_model.journal b USING"
                        + " (stream) WHERE a.version < b.version AND a.position > b.position")
                .query(Long.class)
                .single())
        .isZero();
  }
}
