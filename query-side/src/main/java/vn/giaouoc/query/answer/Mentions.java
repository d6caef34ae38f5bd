package vn.giaouoc.query.answer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.person.PersonId;

/** Finds in an answer what has a name or a text elsewhere. */
final class Mentions {

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

  final SortedSet<String> streams = new TreeSet<>();
  final SortedSet<String> digests = new TreeSet<>();
  final SortedSet<UUID> persons = new TreeSet<>();

  Mentions in(@Nullable Object value) {
    switch (value) {
      case null -> {}
      case Id id -> streams.add(id.stream());
      case Words words -> digests.add(words.words());
      case PersonId person -> persons.add(person.id());
      case Collection<?> values -> values.forEach(this::in);
      case Map<?, ?> values -> values.values().forEach(this::in);
      case Record parts -> {
        for (RecordComponent component : COMPONENTS.get(parts.getClass())) {
          if (!component.getType().isPrimitive()) {
            in(read(component, parts));
          }
        }
      }
      default -> {}
    }
    return this;
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component + " of " + record.getClass(), e);
    }
  }
}
