package vn.giaouoc.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;

/**
 * What came of a replay, or how far it is.
 *
 * @param of what is replayed: {@code cycle:…} or {@code bloc:…}
 * @param state how it stands
 * @param upTo up to which position of the journal
 * @param done how many events were looked at
 * @param total how many there are
 * @param startedAt when it began
 * @param endedAt when it ended; absent while it goes on
 * @param checked what was checked, by kind
 * @param findings what is not as it should be, the first {@value #MOST}; none if all is
 * @param more how many more there are
 * @param failure why it could not be done
 */
public record Report(
    String of,
    State state,
    long upTo,
    long done,
    long total,
    Instant startedAt,
    @Nullable Instant endedAt,
    Checked checked,
    List<Finding> findings,
    long more,
    @Nullable String failure) {

  /** So many findings are told one by one. */
  public static final int MOST = 1_000;

  /** How a replay stands. */
  public enum State implements Code {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /**
   * What was checked.
   *
   * @param decided events that came of acts which were decided again
   * @param comingWith events among them that came with another one
   * @param recordedLater events that a paper told later: nobody decided them, and only their
   *     digest, their place and their folds are checked
   * @param keptSecret events of which the record keeps what was asked, for the secrecy of a ballot
   * @param reckoned events whose figures were worked out again from their basis
   * @param papers stamped papers whose stamp was verified
   * @param inTheLog events compared with the log
   * @param documents documents made anew
   */
  public record Checked(
      long decided,
      long comingWith,
      long recordedLater,
      long keptSecret,
      long reckoned,
      long papers,
      long inTheLog,
      long documents) {}
}
