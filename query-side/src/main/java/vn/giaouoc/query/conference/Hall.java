package vn.giaouoc.query.conference;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItem;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What goes on in the hall.
 *
 * @param agenda its items in their order
 * @param speaking which unit has the floor, if one has
 * @param waiting which units wait for it, who asked first first
 */
record Hall(List<Topic> agenda, @Nullable UnitId speaking, List<UnitId> waiting) {

  /** No agenda, and nobody speaks. */
  static final Hall EMPTY = new Hall(List.of(), null, List.of());

  /** How far an item is. */
  enum ItemState implements Code {
    PLANNED,
    UNDER_WAY,
    DONE
  }

  /**
   * An item of the agenda.
   *
   * @param presentedBy the unit that presents it, if one is to
   */
  record Topic(String key, String title, @Nullable UnitId presentedBy, ItemState state) {

    private Topic now(ItemState next) {
      return new Topic(key, title, presentedBy, next);
    }
  }

  /** Another agenda; an item of the same key is as far as it was. */
  Hall set(List<AgendaItem> items) {
    return new Hall(
        items.stream()
            .map(item -> new Topic(item.key(), item.title(), item.presentedBy(), state(item.key())))
            .toList(),
        speaking,
        waiting);
  }

  private ItemState state(String key) {
    return agenda.stream()
        .filter(item -> item.key().equals(key))
        .map(Topic::state)
        .findFirst()
        .orElse(ItemState.PLANNED);
  }

  Hall began(String key) {
    return new Hall(
        Lists.changed(
            ended().agenda, item -> item.key().equals(key), item -> item.now(ItemState.UNDER_WAY)),
        speaking,
        waiting);
  }

  Hall ended() {
    return new Hall(
        Lists.changed(
            agenda, item -> item.state() == ItemState.UNDER_WAY, item -> item.now(ItemState.DONE)),
        speaking,
        waiting);
  }

  Hall asked(UnitId unit) {
    return new Hall(agenda, speaking, Lists.withOnce(waiting, unit));
  }

  Hall askedNoMore(UnitId unit) {
    return new Hall(agenda, speaking, without(unit));
  }

  Hall gave(UnitId unit) {
    return new Hall(agenda, unit, without(unit));
  }

  Hall silent() {
    return new Hall(agenda, null, waiting);
  }

  /** Once the conference has ended, nobody speaks or waits, and nothing is under way. */
  Hall over() {
    return new Hall(ended().agenda, null, List.of());
  }

  private List<UnitId> without(UnitId unit) {
    return waiting.stream().filter(each -> !Objects.equals(each, unit)).toList();
  }
}
