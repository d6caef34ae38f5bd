package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.EventTypes;

/** The event model that is committed is what the compiled classes say. */
class EventModelTest {

  private static final String NONE = "–";

  private final Map<Class<?>, Set<String>> commands = new TreeMap<>(byName());
  private final Map<Class<?>, Set<String>> folds = new TreeMap<>(byName());

  @Test
  void the_committed_model_is_the_present_one() throws Exception {
    findCommands();
    findFolds();
    Documents.check("docs/event-model.md", document());
  }

  @Test
  void every_event_has_a_name_in_the_log() {
    Set<Class<?>> named = EventTypes.checkedIn().classes();
    assertThat(
            ArchitectureTest.PROGRAM.stream()
                .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
                .map(JavaClass::reflect))
        .isNotEmpty()
        .allMatch(named::contains);
  }

  private String document() {
    StringBuilder text = new StringBuilder();
    text.append("# The event model\n\n");
    text.append("Generated from the compiled classes and compared with them in every build; ");
    text.append("`./mvnw verify -Dwrite-docs` writes it anew.\n\n");
    text.append("*Command* is what somebody asks for today; ");
    text.append("an event without one is only recorded from the papers of the past. ");
    text.append("*Read by* are the folds that read a field of the event. ");
    text.append("A `?` after a type: it may be unknown.\n");
    Map<String, Map<String, EventTypes.Type>> contexts = new TreeMap<>();
    for (Class<?> event : EventTypes.checkedIn().classes()) {
      EventTypes.Type type = EventTypes.checkedIn().of(event);
      String context = event.getPackageName().substring("vn.giaouoc.shared.".length());
      contexts.computeIfAbsent(context, key -> new TreeMap<>()).put(type.name(), type);
    }
    contexts.forEach(
        (context, types) -> {
          text.append("\n## ").append(context).append("\n");
          text.append("\n| Command | Aggregate | Event | Fields | Read by |\n");
          text.append("|---|---|---|---|---|\n");
          types.values().forEach(type -> text.append(line(type)));
        });
    text.append("\n## Retired\n\n");
    text.append("Written no more, and read for ever as what tells the same.\n\n");
    EventTypes.checkedIn()
        .retired()
        .forEach(
            (name, successor) ->
                text.append("* `%s` is read as `%s`\n".formatted(name, successor)));
    return text.toString();
  }

  private String line(EventTypes.Type type) {
    Set<String> asked = commands.getOrDefault(type.event(), Set.of());
    return "| "
        + cell(asked.stream().map(one -> one.substring(one.indexOf('#') + 1)).toList())
        + " | "
        + cell(asked.stream().map(one -> one.substring(0, one.indexOf('#'))).toList())
        + " | `"
        + type.name()
        + "` "
        + type.revision()
        + " | "
        + Arrays.stream(type.event().getRecordComponents())
            .map(EventModelTest::field)
            .collect(Collectors.joining(", "))
        + " | "
        + cell(folds.getOrDefault(type.event(), Set.of()))
        + " |\n";
  }

  private static String cell(Collection<String> words) {
    return words.isEmpty()
        ? NONE
        : words.stream().distinct().sorted().collect(Collectors.joining(", "));
  }

  private static String field(RecordComponent component) {
    boolean unknown =
        component.getAnnotatedType().isAnnotationPresent(Nullable.class)
            || component.isAnnotationPresent(Nullable.class);
    return component.getName() + ": " + name(component.getGenericType()) + (unknown ? "?" : "");
  }

  private static String name(Type type) {
    return switch (type) {
      case Class<?> plain -> plain.getSimpleName();
      case ParameterizedType generic ->
          name(generic.getRawType())
              + " of "
              + Arrays.stream(generic.getActualTypeArguments())
                  .map(EventModelTest::name)
                  .collect(Collectors.joining(", "));
      default -> type.getTypeName();
    };
  }

  /**
   * A command leads to the events that its handler makes, itself or through methods of its class.
   */
  private void findCommands() {
    for (JavaClass aggregate : ArchitectureTest.PROGRAM) {
      if (!aggregate.isAnnotatedWith(AggregateRoot.class)) {
        continue;
      }
      for (JavaMethod handler : aggregate.getMethods()) {
        if (handler.isAnnotatedWith(CommandHandler.class)
            && !handler.getRawParameterTypes().isEmpty()) {
          String command = handler.getRawParameterTypes().getFirst().getSimpleName();
          for (JavaClass made : madeBy(handler)) {
            if (made.isAssignableTo(Event.class)) {
              commands
                  .computeIfAbsent(made.reflect(), key -> new TreeSet<>())
                  .add(aggregate.getSimpleName() + "#" + command);
            }
          }
        }
      }
    }
  }

  private static Set<JavaClass> madeBy(JavaCodeUnit start) {
    Set<JavaClass> made = new HashSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.pop();
      if (seen.add(unit)) {
        unit.getConstructorCallsFromSelf().forEach(call -> made.add(call.getTargetOwner()));
        unit.getConstructorReferencesFromSelf()
            .forEach(reference -> made.add(reference.getTargetOwner()));
        Stream.concat(
                unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
            .filter(call -> call.getTargetOwner().equals(start.getOwner()))
            .flatMap(call -> call.getTarget().resolveMember().stream())
            .filter(JavaCodeUnit.class::isInstance)
            .map(JavaCodeUnit.class::cast)
            .forEach(next::push);
      }
    }
    return made;
  }

  /**
   * A fold reads an event if it, or a class of its package that it uses, asks for a field of it.
   */
  private void findFolds() {
    for (JavaClass fold : ArchitectureTest.PROGRAM) {
      if (fold.isInterface()
          || !fold.getPackageName().startsWith("vn.giaouoc.query.")
          || fold.getAllRawInterfaces().stream()
              .noneMatch(type -> type.getSimpleName().equals("Fold"))) {
        continue;
      }
      for (JavaClass part : partsOf(fold)) {
        part.getMethodCallsFromSelf().stream()
            .map(call -> call.getTargetOwner())
            .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
            .forEach(
                type ->
                    folds
                        .computeIfAbsent(type.reflect(), key -> new TreeSet<>())
                        .add(fold.getSimpleName()));
      }
    }
  }

  private static Set<JavaClass> partsOf(JavaClass fold) {
    Set<JavaClass> parts = new HashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>(List.of(fold));
    while (!next.isEmpty()) {
      JavaClass part = next.pop();
      if (parts.add(part)) {
        part.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass())
            .filter(type -> type.getPackageName().equals(fold.getPackageName()))
            .filter(
                type ->
                    type.equals(fold)
                        || type.getAllRawInterfaces().stream()
                            .noneMatch(one -> one.getSimpleName().equals("Fold")))
            .forEach(next::push);
      }
    }
    return parts;
  }

  private static Comparator<Class<?>> byName() {
    return Comparator.comparing(Class::getName);
  }
}
