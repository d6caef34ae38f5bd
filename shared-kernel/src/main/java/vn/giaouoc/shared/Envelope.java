package vn.giaouoc.shared;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;

/**
 * What stands beside every event, in its metadata.
 *
 * @param occurredOn when the act took place
 * @param appliesFrom when the fact begins to hold; usually when it occurred
 * @param manner whether the act took place then or the state is only attested then
 * @param actor who gave the command
 * @param audience who may read the event
 * @param told where a fact recorded later was told; absent where the event is first-hand
 * @param corrects the version of the event of the same stream in whose place this one stands
 * @param written in which spreadsheet it was handed in; absent where it was told otherwise
 */
public record Envelope(
    Dated occurredOn,
    When appliesFrom,
    Manner manner,
    Actor actor,
    Audience audience,
    @Nullable Told told,
    @Nullable Long corrects,
    @Nullable Written written) {

  /** What no spreadsheet told. */
  public Envelope(
      Dated occurredOn,
      When appliesFrom,
      Manner manner,
      Actor actor,
      Audience audience,
      @Nullable Told told,
      @Nullable Long corrects) {
    this(occurredOn, appliesFrom, manner, actor, audience, told, corrects, null);
  }

  /** Whether an act took place or a state is only known to have been so. */
  public enum Manner implements Code {
    HAPPENED,
    ATTESTED
  }

  /**
   * Where a fact recorded later was told.
   *
   * @param fact the digest of the fact, the same whoever tells it
   * @param source which source told it, and where in it
   * @param remarks what the recording doubts, notes or normalised in it
   */
  public record Told(String fact, Source source, List<Remark> remarks) {}

  /**
   * Where in a spreadsheet something was written. Neither the name of the file nor those of its
   * sheets are told: they are free text, and stand beside the log with its content.
   *
   * @param file the file, which is one batch
   * @param cells the cells, as {@code <number of the sheet>!<cells>} such as {@code 1!G5:H5}, by
   *     the target or criterion whose they are
   */
  public record Written(FileId file, Map<String, String> cells) {}

  /** The same, with the date as another source puts it. */
  public Envelope on(Dated otherwise) {
    return new Envelope(otherwise, appliesFrom, manner, actor, audience, told, corrects, written);
  }

  /** The same, for somebody else to read. */
  public Envelope forAudience(Audience otherwise) {
    return new Envelope(occurredOn, appliesFrom, manner, actor, otherwise, told, corrects, written);
  }

  /** The same act, by which something stands in the place of the event of this version. */
  public Envelope inPlaceOf(long version, When from) {
    return new Envelope(Dated.on(from), from, manner, actor, audience, told, version, null);
  }

  /** The same act, as a spreadsheet tells it. */
  public Envelope writtenIn(Written where) {
    return new Envelope(occurredOn, appliesFrom, manner, actor, audience, told, corrects, where);
  }

  /** An act that took place at a known moment, told by whoever did it. */
  public static Envelope firstHand(When on, Actor actor) {
    return new Envelope(Dated.on(on), on, Manner.HAPPENED, actor, Audience.PUBLIC, null, null);
  }
}
