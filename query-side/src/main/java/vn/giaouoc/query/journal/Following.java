package vn.giaouoc.query.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.giaouoc.shared.eventstore.StoredEvent;

/**
 * How the journal comes to know what is in the log: the part of it that depends on the engine. Used
 * by the one thread that writes.
 */
interface Following extends AutoCloseable {

  /** What a log is refused with. */
  String ANOTHER_LOG =
      "The journal was written from another log: its last event is not in this one";

  /** What takes the events of a pass into the journal. */
  interface Journaling {

    /**
     * Gives each of these events the next position, all of them or none.
     *
     * @param alongside what is to be written in the same transaction
     */
    void append(List<StoredEvent> events, Runnable alongside);
  }

  /**
   * Refuses a log that is not the one which the journal is a copy of: another server, or an older
   * state of it, would give new events to positions that are taken.
   *
   * @param session a connection that nobody else uses meanwhile
   * @throws IllegalStateException if the last event of the journal is not in the log, or the log is
   *     a part of one
   */
  void sameLog(Connection session) throws SQLException;

  /**
   * Hands over what is in the log and not in the journal: each event once, of two in a stream the
   * earlier first. Does not wait for more.
   *
   * @param session a connection that nobody else uses meanwhile
   */
  void pass(Connection session, Journaling journal) throws SQLException;

  /** Has something done when the log has news; an engine that cannot tell is asked again. */
  default void onNews(Runnable then) {}

  /**
   * Asks the log for an answer, on any thread.
   *
   * @throws IllegalStateException if there is none
   */
  default void reach() {}

  /**
   * Counts what is in the log and not in the journal, on any thread.
   *
   * @throws RuntimeException if the log does not answer
   */
  Waiting waiting();

  /** Lets go of what is held between two passes. */
  default void letGo() {}

  /** Lets go of everything. */
  @Override
  default void close() {}
}
