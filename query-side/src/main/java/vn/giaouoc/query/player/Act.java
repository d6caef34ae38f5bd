package vn.giaouoc.query.player;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.answer.Occurrence;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The events of one act, one after the other: what came of one request, or of one paper that was
 * recorded.
 *
 * @param entries its events, in order; at least one
 */
record Act(List<Entry> entries) {

  /** As they were recorded. */
  static List<Act> asRecorded(List<Entry> entries) {
    return grouped(entries, Act::unit);
  }

  /**
   * As they held. What a paper tells is not one act, but as many as it tells of; and of one request
   * only what holds from the same moment is one step.
   */
  static List<Act> asHeld(List<Entry> entries) {
    return grouped(
        entries,
        entry -> {
          Occurrence shown = Occurrence.of(entry);
          String request = request(entry);
          return request == null || !shown.sources().isEmpty()
              ? null
              : request + " " + shown.appliesFrom();
        });
  }

  private interface Unit {
    @Nullable String of(Entry entry);
  }

  private static List<Act> grouped(List<Entry> entries, Unit unit) {
    List<Act> acts = new ArrayList<>();
    String present = null;
    for (Entry entry : entries) {
      String of = unit.of(entry);
      if (of == null || !of.equals(present)) {
        acts.add(new Act(new ArrayList<>()));
      }
      acts.getLast().entries.add(entry);
      present = of;
    }
    return acts;
  }

  private static @Nullable String unit(Entry entry) {
    String request = request(entry);
    if (request != null) {
      return request;
    }
    List<Source> sources = Occurrence.of(entry).sources();
    return sources.isEmpty() ? null : "" + sources.getFirst().batch();
  }

  /** What stands for the request that it came of, beside the event. */
  private static @Nullable String request(Entry entry) {
    JsonNode request = metadata(entry).path("request");
    return request.isString() ? request.asString() : null;
  }

  private static JsonNode metadata(Entry entry) {
    try {
      return Wire.mapper().readTree(entry.metadata());
    } catch (JacksonException e) {
      return Wire.mapper().createObjectNode();
    }
  }

  /** The position at which it has been done. */
  long position() {
    return entries.getLast().position();
  }

  Instant recordedAt() {
    return entries.getLast().recordedAt();
  }

  boolean has(long position) {
    return entries.stream().anyMatch(entry -> entry.position() == position);
  }

  /** From when it holds; always, if that is unknown. */
  Instant holdsFrom() {
    When from = Occurrence.of(entries.getFirst()).appliesFrom();
    return from == null ? Instant.MIN : from.earliest();
  }

  /** The unit for which somebody acted; absent where nobody did, or a paper tells it. */
  @Nullable UnitId by() {
    Entry first = entries.getFirst();
    try {
      return Occurrence.of(first).sources().isEmpty() ? first.envelope().actor().unit() : null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** The events that can be read, for the names in them. */
  List<Object> events() {
    return entries.stream()
        .map(Occurrence::event)
        .filter(Objects::nonNull)
        .map(Object.class::cast)
        .toList();
  }
}
