package vn.giaouoc.command.conference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItem;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What goes on in the hall: which item of the agenda is under way, who has the floor, who waits for
 * it. One item at most is under way, one unit at most has the floor, and none waits twice.
 */
final class Hall {

  private List<AgendaItem> agenda = List.of();
  private final Set<String> begun = new LinkedHashSet<>();
  private @Nullable String underWay;
  private final Set<UnitId> waiting = new LinkedHashSet<>();
  private @Nullable UnitId speaking;

  List<AgendaItem> agenda() {
    return agenda;
  }

  boolean provides(String item) {
    return provides(agenda, item);
  }

  /** Whether an agenda has all that was taken up already. */
  boolean keepsWhatWasBegun(List<AgendaItem> other) {
    return begun.stream().allMatch(item -> provides(other, item));
  }

  @Nullable String underWay() {
    return underWay;
  }

  /** Those that wait for the floor, who asked first first. */
  List<UnitId> waiting() {
    return new ArrayList<>(waiting);
  }

  boolean waits(UnitId unit) {
    return waiting.contains(unit);
  }

  @Nullable UnitId speaking() {
    return speaking;
  }

  void set(List<AgendaItem> items) {
    agenda = items;
  }

  void begin(String item) {
    begun.add(item);
    underWay = item;
  }

  void endItem() {
    underWay = null;
  }

  void ask(UnitId unit) {
    waiting.add(unit);
  }

  void askNoMore(UnitId unit) {
    waiting.remove(unit);
  }

  void give(UnitId unit) {
    waiting.remove(unit);
    speaking = unit;
  }

  void endFloor() {
    speaking = null;
  }

  void clear() {
    agenda = List.of();
    begun.clear();
    underWay = null;
    waiting.clear();
    speaking = null;
  }

  private static boolean provides(List<AgendaItem> items, String key) {
    return items.stream().anyMatch(item -> item.key().equals(key));
  }
}
