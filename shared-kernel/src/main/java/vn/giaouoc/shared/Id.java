package vn.giaouoc.shared;

/**
 * Names one stream, and with it one thing of the domain. A slug is chosen once, readable, never
 * parsed and never changed; the stream's identifier in the log is {@code <stream>:<slug>}, because
 * the log is sourced by identifier without a type.
 */
public interface Id {

  /** The readable name, unique among the ids of its kind. */
  String slug();

  /** The kind of stream, as it is written in front of the slug: {@code unit}, {@code bloc}, … */
  String kind();

  /** The stream's identifier in the log. */
  default String stream() {
    return kind() + ":" + slug();
  }
}
