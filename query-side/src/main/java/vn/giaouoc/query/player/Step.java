package vn.giaouoc.query.player;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * One act, and the moment at which it stands.
 *
 * @param number its place among the steps, from 1
 * @param position the position of its last event: as of it, the step has been taken
 * @param recordedAt when that was recorded
 * @param by the unit for which somebody acted, if any
 * @param happened what happened in it
 * @param state where the state at this step is read
 * @param changed where it is read with what the step changed; absent at the first
 */
record Step(
    int number,
    long position,
    String recordedAt,
    @Nullable UnitId by,
    List<Happened> happened,
    Map<String, String> state,
    @Nullable String changed) {

  /**
   * An event in a sentence.
   *
   * @param position its place in the journal
   * @param stream the stream that it belongs to
   * @param type the name of its type
   * @param label what the type is called in Vietnamese
   * @param vietnamese what happened
   * @param english the same in English
   * @param occurredOn when it occurred
   * @param appliesFrom from when it applies
   * @param sources who told it, as it was recorded
   */
  record Happened(
      long position,
      String stream,
      String type,
      String label,
      String vietnamese,
      String english,
      @Nullable Dated occurredOn,
      @Nullable When appliesFrom,
      List<Source> sources) {}
}
