package vn.giaouoc.shared.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;

/**
 * The names under which events are stored: the domain's own, never those of Java classes. They are
 * in the checked-in table {@code event-types.txt}, a line for each event: name, present revision,
 * class. A name is never changed and never used for anything else, also when it is retired: then
 * there is no class by which it could be written, and the table says as which event it is read.
 */
public final class EventTypes {

  private static final EventTypes CHECKED_IN = read();

  private final Map<String, Type> byName = new LinkedHashMap<>();
  private final Map<Class<?>, Type> byClass = new LinkedHashMap<>();
  private final Map<String, String> retired = new LinkedHashMap<>();

  /**
   * One kind of event.
   *
   * @param name its name in the log: {@code pledge.PledgeSigned}
   * @param revision its present form, counted from 1
   * @param event the record that it is read into
   */
  public record Type(String name, String revision, Class<? extends Event> event) {}

  EventTypes(String table) {
    table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    retired.forEach(
        (name, successor) -> {
          if (byName.containsKey(name)) {
            throw new IllegalStateException("A retired name is never used again: " + name);
          }
          if (!byName.containsKey(successor)) {
            throw new IllegalStateException(name + " would be read as what is not there");
          }
        });
  }

  /** The table of this program. */
  public static EventTypes checkedIn() {
    return CHECKED_IN;
  }

  /** The kind of event that is stored under a name, if it is known. */
  public @Nullable Type named(String name) {
    return byName.get(name);
  }

  /** The names that are not written any more, and the names of the events that they are read as. */
  public Map<String, String> retired() {
    return Collections.unmodifiableMap(retired);
  }

  /** The kind of event that a record is, if it is in the table. */
  public @Nullable Type of(Class<?> event) {
    return byClass.get(event);
  }

  /**
   * The names under which events of these classes are stored, also those that are retired and read
   * as one of them.
   *
   * @param events classes of events, or what they have in common
   */
  public Set<String> names(Collection<Class<? extends Event>> events) {
    Set<String> names = new LinkedHashSet<>();
    byClass.forEach(
        (event, type) -> {
          if (events.stream().anyMatch(any -> any.isAssignableFrom(event))) {
            names.add(type.name());
          }
        });
    retired.forEach(
        (name, successor) -> {
          if (names.contains(successor)) {
            names.add(name);
          }
        });
    return names;
  }

  /** All classes in the table. */
  public Set<Class<?>> classes() {
    return byClass.keySet();
  }

  private void add(String line) {
    String[] cells = line.strip().split("\\s+");
    if (cells[1].equals("->")) {
      if (retired.put(cells[0], cells[2]) != null) {
        throw new IllegalStateException("The table of event types names something twice: " + line);
      }
      return;
    }
    try {
      Class<? extends Event> event =
          Class.forName("vn.giaouoc.shared." + cells[2]).asSubclass(Event.class);
      Type type = new Type(cells[0], cells[1], event);
      if (byName.put(type.name(), type) != null || byClass.put(event, type) != null) {
        throw new IllegalStateException("The table of event types names something twice: " + line);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "The table of event types names a class that is not there: " + line, e);
    }
  }

  private static EventTypes read() {
    try (InputStream table = EventTypes.class.getResourceAsStream("event-types.txt")) {
      if (table == null) {
        throw new IllegalStateException("The table of event types is missing");
      }
      return new EventTypes(new String(table.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
