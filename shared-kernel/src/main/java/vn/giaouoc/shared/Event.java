package vn.giaouoc.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened, as it stands in the log. Every kind of event is a record in the sealed
 * interface of its stream, and carries the fact and the outcome: whoever reads it copies, and
 * computes nothing again. When it occurred, from when it applies, who told it and who may read it
 * stand beside it, in its {@link Envelope}.
 */
public interface Event {

  /** The stream that it belongs to. */
  @JsonIgnore
  String stream();
}
