package vn.giaouoc.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of this side.
 *
 * @param database where the log and the read models are
 * @param journal how the log is followed
 * @param feed how listeners are told
 * @param rebuild how documents are built anew
 */
@ConfigurationProperties("giaouoc.query")
public record QuerySettings(
    Database database,
    @DefaultValue Journal journal,
    @DefaultValue Feed feed,
    @DefaultValue Rebuild rebuild) {

  /** The connections of the role that reads the log and owns the read models. */
  public record Database(String url, String user, String password) {}

  /**
   * How the log is followed.
   *
   * @param poll how long to wait for news before looking again
   * @param patience how long news may take on its way, and a node be behind the others, before
   *     health says so
   * @param page how many events are copied, and how many folded, in one transaction
   */
  public record Journal(
      @DefaultValue("20ms") Duration poll,
      @DefaultValue("30s") Duration patience,
      @DefaultValue("1000") int page) {}

  /**
   * How listeners are told.
   *
   * @param heartbeat after how long without news they are told that there is none
   */
  public record Feed(@DefaultValue("15s") Duration heartbeat) {}

  /**
   * How documents are built anew.
   *
   * @param page how many events are read at once
   * @param checkpoint how many may have to be read again after an interruption
   * @param facts how many facts the documents in memory may be made of; some hundred bytes each
   */
  public record Rebuild(
      @DefaultValue("5000") int page,
      @DefaultValue("1000000") long checkpoint,
      @DefaultValue("600000") int facts) {}
}
