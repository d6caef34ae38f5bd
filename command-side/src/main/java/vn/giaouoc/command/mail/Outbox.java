package vn.giaouoc.command.mail;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Mails that wait to be sent, and what became of them. Several nodes may take from it at once: each
 * mail is taken by one.
 */
@Component
class Outbox {

  private final JdbcClient database;

  Outbox(@Qualifier("commandJdbcClient") JdbcClient database) {
    this.database = database;
  }

  /**
   * A mail that somebody has taken in order to send it.
   *
   * @param address to where; nothing where the unit has told none
   * @param tried how often it was taken, this time included
   * @param late whether it has waited too long to be sent
   */
  record Taken(Mail mail, @Nullable String address, int tried, boolean late) {}

  /** Puts a mail in, unless it was before. */
  void put(Mail mail) {
    database
        .sql(
            "INSERT INTO command_side.mail (key, unit, subject, body) VALUES (?, ?, ?, ?) ON"
                + " CONFLICT (key) DO NOTHING")
        .params(mail.key(), mail.unit().slug(), mail.subject(), mail.body())
        .update();
  }

  /**
   * Takes the mail that has waited longest, if there is one. It comes up again after a pause unless
   * something is said of it by then: whoever takes it may be gone before it can.
   *
   * @param pause how long after the first time; each further time after twice as long
   * @param longest after how long it is too late
   */
  Optional<Taken> take(Duration pause, Duration longest) {
    return database
        .sql(
            """
            WITH due AS MATERIALIZED (
              SELECT key FROM command_side.mail WHERE state = 'waiting' AND next_try <= now()
              ORDER BY next_try LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE command_side.mail m
            SET tries = tries + 1, next_try = now() + ? * interval '1 millisecond' * power(2, tries)
            FROM due WHERE m.key = due.key
            RETURNING m.key, m.unit, m.subject, m.body, m.tries,
              m.put_at < now() - ? * interval '1 millisecond' AS late,
              (SELECT c.address FROM command_side.contact c WHERE c.unit = m.unit) AS address
            """)
        .params(pause.toMillis(), longest.toMillis())
        .query(
            (row, _) ->
                new Taken(
                    new Mail(
                        row.getString("key"),
                        UnitId.of(row.getString("unit")),
                        row.getString("subject"),
                        row.getString("body")),
                    row.getString("address"),
                    row.getInt("tries"),
                    row.getBoolean("late")))
        .optional();
  }

  /** It was sent. */
  void sent(Mail mail) {
    become(mail, "sent", null);
  }

  /** It was not sent, and will be tried again. */
  void failed(Mail mail, String reason) {
    become(mail, "waiting", reason);
  }

  /** It was not sent, and will not be. */
  void givenUp(Mail mail, String reason) {
    become(mail, "given-up", reason);
  }

  private void become(Mail mail, String state, @Nullable String reason) {
    database
        .sql("UPDATE command_side.mail SET state = ?, reason = ? WHERE key = ?")
        .params(Arrays.asList(state, reason, mail.key()))
        .update();
  }
}
