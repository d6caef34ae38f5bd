package vn.giaouoc.query.answer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.person.PersonId;

/** Finds in an answer what has a name or a text elsewhere. */
final class Mentions {

  /** Those components of a record in which something can be mentioned: others are not looked at. */
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> mayMention(component.getGenericType(), new HashSet<>()))
              .peek(component -> component.getAccessor().setAccessible(true))
              .toArray(RecordComponent[]::new);
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
          in(read(component, parts));
        }
      }
      default -> {}
    }
    return this;
  }

  /**
   * Whether a value of a type can mention something, as far as its type tells.
   *
   * @param asked the classes of which it is asked already
   */
  private static boolean mayMention(Type type, Set<Class<?>> asked) {
    return switch (type) {
      case Class<?> one when isMention(one) -> true;
      case Class<?> one when one.isRecord() ->
          asked.add(one)
              && Stream.of(one.getRecordComponents())
                  .anyMatch(component -> mayMention(component.getGenericType(), asked));
      case Class<?> one when one.isSealed() ->
          Stream.of(one.getPermittedSubclasses()).anyMatch(each -> mayMention(each, asked));
      // a text, a date, an enum, a primitive: nothing can extend it, and it is none of these
      case Class<?> one ->
          !Modifier.isFinal(one.getModifiers()) && !Number.class.isAssignableFrom(one);
      case ParameterizedType several
          when several.getRawType() instanceof Class<?> raw
              && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw)) ->
          Stream.of(several.getActualTypeArguments()).anyMatch(each -> mayMention(each, asked));
      default -> true;
    };
  }

  private static boolean isMention(Class<?> type) {
    return Id.class.isAssignableFrom(type) || type == Words.class || type == PersonId.class;
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot read " + component + " of " + record.getClass(), e);
    }
  }
}
