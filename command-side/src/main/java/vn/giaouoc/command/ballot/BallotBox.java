package vn.giaouoc.command.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.command.Digests;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.StampingKey;

/**
 * The boxes in the database. Each transaction here is one of its own and touches nothing else, but
 * where a box is kept open. All that put papers in or issue some share a lock, and whoever seals
 * the box takes it alone; it is an advisory one, because a lock on a row leaves on disk who held
 * it.
 */
final class BallotBox {

  /** What everybody may know of a box. */
  record Label(StampingKey stamping, String boxKey, int paperLength, State state) {}

  /** From one to the next, and never back. */
  enum State {
    OPEN,
    SEALED,
    DESTROYED,
    /** The record tells that it is destroyed. */
    TOLD;

    private boolean isGone() {
      return this == DESTROYED || this == TOLD;
    }
  }

  /** What became of a paper. */
  enum Cast {
    TAKEN,
    ANOTHER_IS_IN,
    TOO_LATE
  }

  private final JdbcClient database;
  private final TransactionTemplate alone;

  BallotBox(JdbcClient database, PlatformTransactionManager transactions) {
    this.database = database;
    alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    // what is read after the lock is what was committed before it
    alone.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
  }

  /**
   * Which settings of the database make it write down when a paper came, or what was sent to it; of
   * the settings that a role can see.
   */
  List<String> indiscretions() {
    return database
        .sql(
            """
            SELECT name || ' = ' || setting FROM pg_settings
            WHERE name = 'track_commit_timestamp' AND setting = 'on'
               OR (SELECT setting FROM pg_settings WHERE name = 'log_parameter_max_length') <> '0'
                  AND (name = 'log_statement' AND setting IN ('mod', 'all')
                    OR name IN ('log_min_duration_statement', 'log_min_duration_sample')
                       AND setting <> '-1'
                    OR name = 'log_transaction_sample_rate' AND setting <> '0')
               OR name = 'log_parameter_max_length_on_error' AND setting <> '0'
            ORDER BY name
            """)
        .query(String.class)
        .list();
  }

  /** The label of a box; nothing if there is none. */
  Optional<Label> label(PollId poll) {
    return database
        .sql(
            "SELECT stamping_key, box_key, paper_length, state FROM command_side.ballot_box WHERE"
                + " poll = ?")
        .param(poll.slug())
        .query(
            (row, _) ->
                new Label(
                    new StampingKey(row.getString("stamping_key")),
                    row.getString("box_key"),
                    row.getInt("paper_length"),
                    State.valueOf(row.getString("state").toUpperCase(Locale.ROOT))))
        .optional();
  }

  /** Puts an empty box there, unless there is one. */
  void set(PollId poll, StampingKey stamping, String boxKey, int paperLength) {
    alone.executeWithoutResult(
        _ -> {
          lockAlone(poll);
          int made =
              database
                  .sql(
                      "INSERT INTO command_side.ballot_box (poll, stamping_key, box_key,"
                          + " paper_length) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                  .params(poll.slug(), stamping.encoded(), boxKey, paperLength)
                  .update();
          if (made == 1) {
            table(inside(poll));
          }
        });
  }

  /**
   * A table that keeps nothing of its rows but the rows: no statistics, which are samples of them;
   * nothing stored aside, which would be numbered as it comes.
   */
  private void table(String name) {
    execute(
        "CREATE TABLE "
            + name
            + " (token bytea PRIMARY KEY, stamp bytea NOT NULL, sealed bytea NOT NULL) WITH"
            + " (autovacuum_enabled = false)");
    for (String column : List.of("token", "stamp", "sealed")) {
      execute("ALTER TABLE " + name + " ALTER COLUMN " + column + " SET STORAGE PLAIN");
      execute("ALTER TABLE " + name + " ALTER COLUMN " + column + " SET STATISTICS 0");
    }
  }

  /** Puts a paper in. */
  Cast put(PollId poll, StampedPaper paper) {
    return Objects.requireNonNull(
        alone.execute(
            _ -> {
              lockShared(poll);
              State state = state(poll);
              // an error would have the database write the token to its log: so there is none
              if (state == State.OPEN
                  && database
                          .sql(
                              "INSERT INTO "
                                  + inside(poll)
                                  + " (token, stamp, sealed) VALUES (?, ?, ?) ON CONFLICT DO"
                                  + " NOTHING")
                          .params(paper.token(), paper.stamp(), paper.sealed())
                          .update()
                      == 1) {
                return Cast.TAKEN;
              }
              byte[] present = state.isGone() ? null : sealed(poll, paper.token());
              if (present == null) {
                return Cast.TOO_LATE;
              }
              return MessageDigest.isEqual(present, paper.sealed())
                  ? Cast.TAKEN
                  : Cast.ANOTHER_IS_IN;
            }));
  }

  private byte @Nullable [] sealed(PollId poll, byte[] token) {
    return database
        .sql("SELECT sealed FROM " + inside(poll) + " WHERE token = ?")
        .param(token)
        .query((row, _) -> row.getBytes("sealed"))
        .optional()
        .orElse(null);
  }

  /**
   * Takes no further paper, and lays those that are in anew, in the order of their tokens: so
   * nothing in the table tells any more when or after which other one a paper came.
   */
  void seal(PollId poll) {
    alone.executeWithoutResult(
        _ -> {
          lockAlone(poll);
          if (state(poll) == State.OPEN) {
            String anew = inside(poll) + "_anew";
            table(anew);
            execute("INSERT INTO " + anew + " SELECT * FROM " + inside(poll) + " ORDER BY token");
            execute("DROP TABLE " + inside(poll));
            execute("ALTER TABLE " + anew + " RENAME TO " + name(poll));
            become(poll, State.SEALED);
          }
        });
  }

  /**
   * What is in a sealed box.
   *
   * @throws IllegalStateException if it is not sealed, or destroyed
   */
  List<StampedPaper> inIt(PollId poll) {
    return Objects.requireNonNull(
        alone.execute(
            _ -> {
              lockAlone(poll);
              mustBe(poll, State.SEALED);
              return database
                  .sql("SELECT token, stamp, sealed FROM " + inside(poll) + " ORDER BY token")
                  .query(
                      (row, _) ->
                          new StampedPaper(
                              row.getBytes("token"), row.getBytes("stamp"), row.getBytes("sealed")))
                  .list();
            }));
  }

  /**
   * Drops what is in a sealed box.
   *
   * @throws IllegalStateException if it is open
   */
  void destroy(PollId poll) {
    alone.executeWithoutResult(
        _ -> {
          lockAlone(poll);
          if (!state(poll).isGone()) {
            mustBe(poll, State.SEALED);
            execute("DROP TABLE " + inside(poll));
            become(poll, State.DESTROYED);
          }
        });
  }

  /** Notes that the record tells of the destruction. */
  void told(PollId poll) {
    alone.executeWithoutResult(
        _ -> {
          lockAlone(poll);
          if (state(poll) == State.DESTROYED) {
            become(poll, State.TOLD);
          }
        });
  }

  /** The polls whose boxes are not destroyed, or not yet told to be. */
  List<PollId> standing() {
    return database
        .sql("SELECT poll FROM command_side.ballot_box WHERE state <> 'told' ORDER BY poll")
        .query(String.class)
        .list()
        .stream()
        .map(PollId::of)
        .toList();
  }

  private void mustBe(PollId poll, State state) {
    State is = state(poll);
    if (is != state) {
      throw new IllegalStateException("The box of " + poll.slug() + " is " + is);
    }
  }

  private State state(PollId poll) {
    return label(poll)
        .map(Label::state)
        .orElseThrow(() -> new IllegalStateException("There is no box of " + poll.slug()));
  }

  private void become(PollId poll, State state) {
    database
        .sql("UPDATE command_side.ballot_box SET state = ? WHERE poll = ?")
        .params(state.name().toLowerCase(Locale.ROOT), poll.slug())
        .update();
  }

  /**
   * Has whoever seals the box wait until the transaction ends; that of the caller, if it has one.
   */
  void lockShared(PollId poll) {
    lock("SELECT pg_advisory_xact_lock_shared(?)", poll);
  }

  private void lockAlone(PollId poll) {
    lock("SELECT pg_advisory_xact_lock(?)", poll);
  }

  private void lock(String sql, PollId poll) {
    database.sql(sql).param(lock(poll)).query((row, _) -> row.wasNull()).list();
  }

  private void execute(String sql) {
    database.sql(sql).update();
  }

  private static long lock(PollId poll) {
    return Long.parseUnsignedLong(digest(poll).substring(0, 16), 16);
  }

  private static String inside(PollId poll) {
    return "command_side." + name(poll);
  }

  /** An id may be longer than the name of a table. */
  private static String name(PollId poll) {
    return "in_box_" + digest(poll).substring(0, 40);
  }

  private static String digest(PollId poll) {
    return Digests.sha256(("ballot box " + poll.slug()).getBytes(StandardCharsets.US_ASCII));
  }
}
