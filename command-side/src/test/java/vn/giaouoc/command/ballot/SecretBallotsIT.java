package vn.giaouoc.command.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaouoc.command.ballot.Papers.asked;
import static vn.giaouoc.shared.poll.Question.Form.CHOOSE;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.command.Rejection;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.PollEvent.BoxAnswers;
import vn.giaouoc.shared.poll.PollEvent.SameAnswer;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Voter;

/** A secret poll outside the log: its keys, its box, and what everybody else finds there. */
class SecretBallotsIT {

  private static final PollId POLL = PollId.of("an-giang.khoi-3.2026.year-end.leader");
  private static final PollId OTHER = PollId.of("an-giang.khoi-3.2026.year-end.flag");
  private static final List<Question> QUESTIONS =
      List.of(asked("leader", CHOOSE, 1, "a", "b", "c"));

  private final TestDatabase database = TestDatabase.create();
  private final HikariDataSource connections = new HikariDataSource();
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private SecretBallots ballots;
  @TempDir private Path keys;

  @BeforeEach
  void given() throws Exception {
    connections.setDataSource(database.as(DatabaseSetup.COMMAND_ROLE));
    // one that is being opened in the background could have the settings of before
    connections.setMinimumIdle(0);
    connections.setMaximumPoolSize(12);
    Flyway.configure()
        .dataSource(connections)
        .schemas("command_side")
        .createSchemas(false)
        .locations("classpath:db/command")
        .load()
        .migrate();
    ballots = node();
    TestBallots.sameKeys(keys.resolve("keys"), POLL);
  }

  @AfterEach
  void end() {
    connections.close();
  }

  private SecretBallots node() {
    return node(keys.resolve("keys").toString());
  }

  private SecretBallots node(String directory) {
    return TestBallots.node(directory, connections);
  }

  private Voter unstamped(PollId poll, List<Question> questions) {
    SecretBallots.Prepared prepared = ballots.prepare(poll, questions);
    return new Voter(
        poll.slug(), prepared.stampingKey(), prepared.boxKey(), prepared.paperLength());
  }

  private Voter voter(PollId poll) {
    Voter voter = unstamped(poll, QUESTIONS);
    return voter.stamped(ballots.stamp(poll, voter.blinded()));
  }

  private static String paper(Voter voter, String choice) {
    return voter.sealed(
        new Paper(Map.of("leader", Answer.of("leader", choice)), false)
            .written(Paper.length(QUESTIONS)));
  }

  private void cast(PollId poll, Voter voter, String sealed) {
    ballots.cast(poll, voter.token(), voter.stamp(), sealed);
  }

  private static void refused(Rejection reason, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat((Object) refused.rejection()).isEqualTo(reason));
  }

  private String table() {
    return owner
        .sql(
            "SELECT relname FROM pg_class WHERE relname LIKE 'in\\_box\\_%' AND relkind = 'r' AND"
                + " relname NOT LIKE '%anew'")
        .query(String.class)
        .single();
  }

  @Test
  void papers_are_stamped_returned_and_counted() {
    for (String choice : List.of("b", "a", "b")) {
      Voter voter = voter(POLL);
      cast(POLL, voter, paper(voter, choice));
    }
    ballots.seal(POLL);
    Opened opened = ballots.open(POLL, QUESTIONS, null);
    assertThat(opened.papers()).hasSize(3);
    assertThat(opened.foreign()).isZero();
    assertThat(opened.questions())
        .containsExactly(
            new BoxAnswers(
                "leader",
                List.of(
                    new SameAnswer(List.of("a"), List.of(), 1),
                    new SameAnswer(List.of("b"), List.of(), 2)),
                List.of()));
    assertThat(opened.papers())
        .allSatisfy(
            paper ->
                assertThat(
                        ballots
                            .prepare(POLL, QUESTIONS)
                            .stampingKey()
                            .hasStamped(
                                Base64.getUrlDecoder().decode(paper.token()),
                                Base64.getUrlDecoder().decode(paper.stamp())))
                    .isTrue());
  }

  @Test
  void the_same_paper_again_is_acknowledged_and_another_is_refused() {
    Voter voter = voter(POLL);
    String sealed = paper(voter, "a");
    String changed = paper(voter, "b");
    cast(POLL, voter, sealed);
    cast(POLL, voter, sealed);
    refused(BallotRejection.ANOTHER_PAPER_RETURNED, () -> cast(POLL, voter, changed));
    ballots.seal(POLL);
    // its answer was lost, and meanwhile the box was sealed
    cast(POLL, voter, sealed);
    refused(BallotRejection.ANOTHER_PAPER_RETURNED, () -> cast(POLL, voter, changed));
    assertThat(ballots.open(POLL, QUESTIONS, null).questions().getFirst().valid())
        .containsExactly(new SameAnswer(List.of("a"), List.of(), 1));
    ballots.destroy(POLL);
    refused(BallotRejection.BOX_SEALED, () -> cast(POLL, voter, sealed));
  }

  @Test
  void a_paper_that_comes_late_is_refused() {
    Voter voter = voter(POLL);
    Voter unstamped = unstamped(POLL, QUESTIONS);
    ballots.seal(POLL);
    refused(BallotRejection.BOX_SEALED, () -> cast(POLL, voter, paper(voter, "a")));
    refused(BallotRejection.BOX_SEALED, () -> ballots.stamp(POLL, unstamped.blinded()));
    assertThat(ballots.open(POLL, QUESTIONS, null).papers()).isEmpty();
  }

  @Test
  void what_is_not_a_stamped_paper_of_this_poll_is_refused() {
    Voter voter = voter(POLL);
    Voter another = voter(POLL);
    Voter elsewhere = voter(OTHER);
    String sealed = paper(voter, "a");
    String stamp = voter.stamp();
    refused(
        BallotRejection.NOT_STAMPED,
        () -> ballots.cast(POLL, voter.token(), another.stamp(), sealed));
    refused(
        BallotRejection.NOT_STAMPED,
        () -> ballots.cast(POLL, elsewhere.token(), elsewhere.stamp(), sealed));
    refused(BallotRejection.NOT_STAMPED, () -> ballots.cast(OTHER, voter.token(), stamp, sealed));
    refused(
        BallotRejection.NOT_STAMPED,
        () -> ballots.cast(POLL, voter.token(), Voter.base64(new byte[384]), sealed));
    for (String token :
        List.of("", Voter.base64(new byte[63]), Voter.base64(new byte[65]), "###")) {
      refused(BallotRejection.PAPER_MALFORMED, () -> ballots.cast(POLL, token, stamp, sealed));
    }
    for (String wrong :
        List.of("", Voter.base64(new byte[383]), Voter.base64(new byte[385]), "=")) {
      refused(
          BallotRejection.PAPER_MALFORMED, () -> ballots.cast(POLL, voter.token(), wrong, sealed));
    }
    byte[] bytes = Base64.getUrlDecoder().decode(sealed);
    for (int length : new int[] {0, bytes.length - 1, bytes.length + 1, 100_000}) {
      String wrong = Voter.base64(Arrays.copyOf(bytes, length));
      refused(
          BallotRejection.PAPER_MALFORMED, () -> ballots.cast(POLL, voter.token(), stamp, wrong));
    }
    refused(
        BallotRejection.NO_BALLOT_BOX,
        () -> ballots.cast(PollId.of("none"), voter.token(), stamp, sealed));
    refused(
        BallotRejection.NOT_TO_BE_STAMPED, () -> ballots.stamp(POLL, Voter.base64(new byte[384])));
    refused(BallotRejection.NOT_TO_BE_STAMPED, () -> ballots.stamp(POLL, "###"));
    ballots.seal(POLL);
    assertThat(ballots.open(POLL, QUESTIONS, null).papers()).isEmpty();
  }

  @Test
  void the_same_token_gets_the_same_stamp_from_every_node() {
    Voter voter = unstamped(POLL, QUESTIONS);
    assertThat(node().stamp(POLL, voter.blinded())).isEqualTo(ballots.stamp(POLL, voter.blinded()));
  }

  @Test
  void an_interrupted_preparation_goes_on_with_the_same_keys() {
    PollKeys made = KeyDirectory.at(keys.resolve("keys")).atOrNew(POLL);
    SecretBallots.Prepared prepared = ballots.prepare(POLL, QUESTIONS);
    assertThat(prepared.stampingKey()).isEqualTo(made.stamper().publicHalf());
    assertThat(node().prepare(POLL, QUESTIONS)).isEqualTo(prepared);
  }

  @Test
  void keys_that_are_gone_are_never_made_anew() {
    Voter voter = voter(POLL);
    KeyDirectory.at(keys.resolve("keys")).destroy(POLL);
    ballots.prepare(POLL, QUESTIONS);
    assertThat(KeyDirectory.at(keys.resolve("keys")).at(POLL)).isEmpty();
    refused(BallotRejection.KEYS_MISSING, () -> ballots.stamp(POLL, voter.blinded()));
  }

  @Test
  void where_there_is_no_place_for_keys_there_is_no_secret_ballot() {
    refused(BallotRejection.NO_KEY_DIRECTORY, () -> node("").prepare(POLL, QUESTIONS));
  }

  @Test
  void more_than_fits_on_a_paper_is_not_asked() {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      options.add("x".repeat(100) + i);
    }
    refused(
        BallotRejection.PAPER_TOO_LONG,
        () ->
            ballots.prepare(
                POLL, List.of(asked("leader", CHOOSE, 1, options.toArray(String[]::new)))));
  }

  @Test
  void a_paper_as_long_as_one_may_be_fits_into_a_row() {
    List<Question> long6k = List.of(asked("x".repeat(Paper.LONGEST - 60), CHOOSE, 1, "a"));
    Voter voter = unstamped(POLL, long6k);
    voter.stamped(ballots.stamp(POLL, voter.blinded()));
    assertThat(ballots.prepare(POLL, long6k).paperLength()).isEqualTo(Paper.LONGEST);
    cast(POLL, voter, voter.sealed(new Paper(Map.of(), false).written(Paper.length(long6k))));
    ballots.seal(POLL);
    assertThat(ballots.open(POLL, long6k, null).papers()).hasSize(1);
  }

  @Test
  void each_step_of_closing_can_be_repeated_and_none_left_out() {
    Voter voter = voter(POLL);
    cast(POLL, voter, paper(voter, "c"));
    assertThatThrownBy(() -> ballots.open(POLL, QUESTIONS, null))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ballots.destroy(POLL)).isInstanceOf(IllegalStateException.class);
    ballots.seal(POLL);
    ballots.seal(POLL);
    assertThat(ballots.standing()).containsExactly(POLL);
    Opened opened = ballots.open(POLL, QUESTIONS, null);
    assertThat(node().open(POLL, QUESTIONS, null)).isEqualTo(opened);
    // killed between the keys and the rows
    KeyDirectory.at(keys.resolve("keys")).destroy(POLL);
    ballots.destroy(POLL);
    ballots.destroy(POLL);
    // killed before the record told of it
    assertThat(ballots.standing()).containsExactly(POLL);
    ballots.told(POLL);
    ballots.told(POLL);
    assertThat(ballots.standing()).isEmpty();
    ballots.seal(POLL);
    assertThatThrownBy(() -> ballots.open(POLL, QUESTIONS, null))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void killed_in_the_middle_of_sealing_the_box_is_open_and_whole() throws Exception {
    Voter voter = voter(POLL);
    cast(POLL, voter, paper(voter, "c"));
    // the same as the program does, up to the point at which it is killed
    try (Connection killed = connections.getConnection();
        Statement statement = killed.createStatement()) {
      killed.setAutoCommit(false);
      statement.execute("DROP TABLE command_side." + table());
      statement.execute("UPDATE command_side.ballot_box SET state = 'sealed'");
      killed.rollback();
    }
    Voter second = voter(POLL);
    cast(POLL, second, paper(second, "a"));
    ballots.seal(POLL);
    assertThat(ballots.open(POLL, QUESTIONS, null).papers()).hasSize(2);
  }

  @Test
  void whoever_seals_waits_for_what_is_decided_on_an_open_box() throws Exception {
    voter(POLL);
    TransactionTemplate deciding = new TransactionTemplate(new JdbcTransactionManager(connections));
    try (ExecutorService closing = Executors.newSingleThreadExecutor()) {
      Future<?> sealed =
          deciding.execute(
              _ -> {
                ballots.keepOpen(POLL);
                Future<?> seals = closing.submit(() -> ballots.seal(POLL));
                assertThatThrownBy(() -> seals.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
                return seals;
              });
      sealed.get(30, TimeUnit.SECONDS);
    }
    refused(
        BallotRejection.BOX_SEALED,
        () -> deciding.executeWithoutResult(_ -> ballots.keepOpen(POLL)));
    refused(
        BallotRejection.NO_BALLOT_BOX,
        () -> deciding.executeWithoutResult(_ -> ballots.keepOpen(OTHER)));
  }

  @Test
  void after_its_destruction_neither_rows_nor_keys_are_there() throws Exception {
    Voter voter = voter(POLL);
    cast(POLL, voter, paper(voter, "c"));
    ballots.seal(POLL);
    String file =
        owner
            .sql("SELECT pg_relation_filepath(?::regclass)")
            .param("command_side." + table())
            .query(String.class)
            .single();
    assertThat(fileIsThere(file)).isTrue();
    ballots.destroy(POLL);
    owner.sql("CHECKPOINT").update();
    try (var left = Files.list(keys.resolve("keys"))) {
      assertThat(left).isEmpty();
    }
    assertThat(fileIsThere(file)).isFalse();
    assertThat(
            owner
                .sql("SELECT count(*) FROM pg_class WHERE relname LIKE 'in\\_box\\_%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private boolean fileIsThere(String file) {
    return owner
        .sql("SELECT coalesce((pg_stat_file(?, true)).size, 0) > 0")
        .param(file)
        .query(Boolean.class)
        .single();
  }

  @Test
  void a_sealed_box_does_not_tell_in_what_order_papers_came() {
    Set<String> sorted = new TreeSet<>();
    for (int i = 0; i < 30; i++) {
      Voter voter = voter(POLL);
      cast(POLL, voter, paper(voter, "a"));
      sorted.add(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(voter.token())));
    }
    ballots.seal(POLL);
    assertThat(
            owner
                .sql("SELECT encode(token, 'hex') FROM command_side." + table() + " ORDER BY ctid")
                .query(String.class)
                .list())
        .containsExactlyElementsOf(sorted);
    assertThat(
            owner
                .sql("SELECT count(DISTINCT xmin::text) FROM command_side." + table())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_box_has_no_other_columns_no_statistics_and_nothing_beside_it() {
    voter(POLL);
    owner.sql("ANALYZE command_side." + table()).update();
    assertThat(
            owner
                .sql(
                    "SELECT attname || ' ' || attstorage::text FROM pg_attribute WHERE attrelid ="
                        + " ?::regclass AND attnum > 0 ORDER BY attnum")
                .param("command_side." + table())
                .query(String.class)
                .list())
        .containsExactly("token p", "stamp p", "sealed p");
    assertThat(
            owner
                .sql("SELECT count(*) FROM pg_stats WHERE tablename = ?")
                .param(table())
                .query(Integer.class)
                .single())
        .isZero();
    // a label says nothing that changes with a paper
    assertThat(
            owner
                .sql(
                    "SELECT attname FROM pg_attribute WHERE attrelid ="
                        + " 'command_side.ballot_box'::regclass AND attnum > 0 ORDER BY attnum")
                .query(String.class)
                .list())
        .containsExactly("poll", "stamping_key", "box_key", "paper_length", "state");
  }

  @Test
  void the_query_side_cannot_read_a_box() {
    Voter voter = voter(POLL);
    cast(POLL, voter, paper(voter, "a"));
    JdbcClient reader = JdbcClient.create(database.as(DatabaseSetup.QUERY_ROLE));
    for (String name : List.of(table(), "ballot_box")) {
      assertThatThrownBy(
              () -> reader.sql("SELECT * FROM command_side." + name).query().listOfRows())
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void a_database_that_notes_what_is_written_is_refused_by_name() {
    for (String setting :
        List.of(
            "log_statement = 'mod'",
            "log_min_duration_statement = 0",
            "log_parameter_max_length_on_error = -1")) {
      owner.sql("ALTER ROLE giaouoc_command SET " + setting).update();
      connections.getHikariPoolMXBean().softEvictConnections();
      try {
        assertThatThrownBy(() -> ballots.prepare(POLL, QUESTIONS))
            .isInstanceOfSatisfying(
                Rejected.class,
                refused -> {
                  assertThat((Object) refused.rejection())
                      .isEqualTo(BallotRejection.DATABASE_NOTES_TOO_MUCH);
                  assertThat(refused.subject()).contains(setting.substring(0, 10));
                });
      } finally {
        owner.sql("ALTER ROLE giaouoc_command RESET ALL").update();
        connections.getHikariPoolMXBean().softEvictConnections();
      }
    }
    assertThatCode(() -> ballots.prepare(POLL, QUESTIONS)).doesNotThrowAnyException();
  }

  @Test
  void of_papers_that_race_with_sealing_those_acknowledged_are_in_and_no_others() throws Exception {
    Random random = new Random(20_261_128);
    int papers = 0;
    int late = 0;
    // making keys and stamping takes longer than the race: so the same paper lies before every box
    List<Voter> voters = new ArrayList<>();
    Map<Voter, String> sealed = new HashMap<>();
    for (int i = 0; i < 14; i++) {
      Voter voter = voter(POLL);
      voters.add(voter);
      sealed.put(voter, paper(voter, "a"));
    }
    try (ExecutorService at = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 300; round++) {
        PollId poll = PollId.of("race-" + round);
        TestBallots.sameKeys(keys.resolve("keys"), poll);
        ballots.prepare(poll, QUESTIONS);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        CyclicBarrier start = new CyclicBarrier(8);
        List<Future<?>> all = new ArrayList<>();
        int sealer = random.nextInt(7);
        int pause = random.nextInt(3);
        for (int thread = 0; thread < 7; thread++) {
          List<Voter> mine = new ArrayList<>(voters.subList(thread * 2, thread * 2 + 2));
          // somebody's answer was lost, and it is sent twice at once
          mine.add(voters.get((thread * 2 + 3) % 14));
          Collections.shuffle(mine, random);
          all.add(
              at.submit(
                  () -> {
                    start.await();
                    for (Voter voter : mine) {
                      try {
                        cast(poll, voter, sealed.get(voter));
                        acknowledged.add(voter.token());
                      } catch (Rejected refused) {
                        assertThat((Object) refused.rejection())
                            .isEqualTo(BallotRejection.BOX_SEALED);
                      }
                    }
                    return null;
                  }));
        }
        all.add(
            at.submit(
                () -> {
                  start.await();
                  for (int i = 0; i < pause * (sealer + 1) * 200; i++) {
                    Thread.onSpinWait();
                  }
                  ballots.seal(poll);
                  return null;
                }));
        for (Future<?> each : all) {
          each.get();
        }
        Set<String> counted = new HashSet<>();
        ballots.open(poll, QUESTIONS, null).papers().forEach(paper -> counted.add(paper.token()));
        assertThat(counted).isEqualTo(acknowledged);
        papers += counted.size();
        late += 14 - counted.size();
        ballots.destroy(poll);
      }
    }
    // otherwise nothing raced
    assertThat(papers).isPositive();
    assertThat(late).isPositive();
  }
}
