package vn.giaouoc.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an outcome rests on.
 *
 * @param versions by stream, the number of its last event that it rests on
 */
record Basis(Map<String, Long> versions) {

  /** Reads {@code <stream>@<version>}. */
  static Basis of(List<String> named) {
    Map<String, Long> versions = new HashMap<>();
    for (String each : named) {
      int at = each.lastIndexOf('@');
      versions.put(each.substring(0, at), Long.valueOf(each.substring(at + 1)));
    }
    return new Basis(versions);
  }

  /** The number of the last event of a stream; -1 where it rests on none. */
  long version(String stream) {
    return versions.getOrDefault(stream, -1L);
  }

  /** What counts of a stream, up to there. */
  List<Told> of(String stream, Past past) {
    return past.standing(stream, each -> each.entry().version() <= version(stream));
  }
}
