package vn.giaouoc.shared.eventstore;

/**
 * A command was sent and no answer came: no node could take it, the node that had it is gone, or
 * its database is, or the log did not confirm in time. It may have been recorded or not; the same
 * command under the same key finds out.
 */
public final class OutcomeUnknownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What was noticed instead of an answer. */
  public OutcomeUnknownException(Throwable cause) {
    super("No answer to a command: " + cause.getMessage(), cause);
  }
}
