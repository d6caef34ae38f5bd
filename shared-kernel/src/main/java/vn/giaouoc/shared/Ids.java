package vn.giaouoc.shared;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ids in an event: all that it is about, and so the keys of the documents it belongs to.
 */
public final class Ids {

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private Ids() {}

  /** The streams of all ids in the event, sorted. */
  public static SortedSet<String> in(Event event) {
    SortedSet<String> found = new TreeSet<>();
    collect(event, found);
    return found;
  }

  private static void collect(@Nullable Object value, SortedSet<String> found) {
    switch (value) {
      case null -> {}
      case Id id -> found.add(id.stream());
      case Collection<?> values -> values.forEach(each -> collect(each, found));
      case Record entry -> {
        for (RecordComponent component : COMPONENTS.get(entry.getClass())) {
          if (!component.getType().isPrimitive()) {
            collect(read(component, entry), found);
          }
        }
      }
      default -> {}
    }
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component + " of " + record.getClass(), e);
    }
  }
}
