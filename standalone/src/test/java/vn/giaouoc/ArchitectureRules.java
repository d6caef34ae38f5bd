package vn.giaouoc;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Reconstruction;
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.EventStoreConfiguration;

/**
 * What may depend on what, and what must not be written where. Each rule has a name, and under
 * {@code violations.<name>} a sample that breaks it: a rule that nothing can break says nothing.
 */
final class ArchitectureRules {

  private static final String[] COMMAND = {"vn.giaouoc.command..", "violations.*.command.."};
  private static final String[] QUERY = {"vn.giaouoc.query..", "violations.*.query.."};
  private static final String[] SHARED_CONTEXT = {
    "vn.giaouoc.shared.*..", "violations.*.shared.*.."
  };
  private static final String[] SHARED = {"vn.giaouoc.shared..", "violations.*.shared.."};
  private static final String[] EVENT_STORE = {
    "vn.giaouoc.shared.eventstore..",
    "vn.giaouoc.shared.objectstore..",
    "violations.*.shared.eventstore.."
  };

  private static final Pattern NAMES_A_PERSON =
      Pattern.compile(
          ".*(person|fullname|surname|givenname|signatory|speaker|chair|presid|representative|teller"
              + "|secretary|delegate|attendee|author)(name)?$");

  private static final DescribedPredicate<JavaClass> AGGREGATES =
      describe("aggregates", type -> type.isAnnotatedWith(AggregateRoot.class));

  private static final DescribedPredicate<JavaClass> DECISIONS =
      describe(
          "aggregates and handlers of commands",
          type ->
              AGGREGATES.test(type)
                  || type.getMethods().stream()
                      .anyMatch(method -> method.isAnnotatedWith(CommandHandler.class)));

  private ArchitectureRules() {}

  /** All rules, by name. */
  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("sides", sides());
    rules.put("otherside", otherSide());
    rules.put("plainshared", plainShared());
    rules.put("commandreads", commandReads());
    rules.put("querywrites", queryWrites());
    rules.put("querysends", querySends());
    rules.put("queryappends", queryAppends());
    rules.put("unaskedreader", unaskedReader());
    rules.put("pastreading", pastReading());
    rules.put("logreaders", logReaders());
    rules.put("publicaggregate", publicAggregate());
    rules.put("publiccommand", publicCommand());
    rules.put("looseevent", looseEvent());
    rules.put("clockinaggregate", clockInAggregate());
    rules.put("millis", millis());
    rules.put("packagenames", packageNames());
    rules.put("unmarked", unmarked());
    rules.put("primary", primary());
    rules.put("persons", persons());
    return rules;
  }

  private static ArchRule sides() {
    return noClasses()
        .that()
        .resideInAnyPackage(COMMAND)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(QUERY)
        .as("the command side does not know the query side");
  }

  private static ArchRule otherSide() {
    return noClasses()
        .that()
        .resideInAnyPackage(QUERY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(COMMAND)
        .as("the query side does not know the command side");
  }

  private static ArchRule plainShared() {
    DescribedPredicate<JavaClass> plain =
        resideInAnyPackage(
                "java..",
                "com.fasterxml.jackson.annotation..",
                "org.jspecify..",
                "vn.giaouoc.shared..")
            .or(resideInAnyPackage(SHARED))
            .and(not(resideInAnyPackage(EVENT_STORE)));
    return classes()
        .that()
        .resideInAnyPackage(SHARED_CONTEXT)
        .and()
        .resideOutsideOfPackages(EVENT_STORE)
        .should()
        .onlyDependOnClassesThat(plain)
        .as("what both sides share needs the JDK and Jackson's annotations only");
  }

  private static ArchRule commandReads() {
    return classes()
        .that()
        .resideInAnyPackage(COMMAND)
        .should(
            eachMethod(
                "answer no GET",
                (method, complain) -> {
                  if (method.isAnnotatedWith(GetMapping.class)
                      || method.isAnnotatedWith(RequestMapping.class)) {
                    complain.add("reads over HTTP");
                  }
                }))
        .as("the command side answers no GET");
  }

  private static ArchRule queryWrites() {
    return classes()
        .that()
        .resideInAnyPackage(QUERY)
        .should(
            eachMethod(
                "answer only GET, except under /api/query",
                (method, complain) -> {
                  if (method.isAnnotatedWith(RequestMapping.class)) {
                    complain.add("does not say which HTTP method it answers");
                  }
                  for (Class<?> mapping :
                      List.of(
                          PostMapping.class,
                          PutMapping.class,
                          PatchMapping.class,
                          DeleteMapping.class)) {
                    method
                        .tryGetAnnotationOfType(mapping.getName())
                        .filter(annotation -> !isUnderApiQuery(method, annotation))
                        .ifPresent(annotation -> complain.add("answers more than GET"));
                  }
                }))
        .as("the query side answers only GET, except under /api/query");
  }

  private static boolean isUnderApiQuery(JavaMethod method, JavaAnnotation<?> mapping) {
    List<String> prefixes =
        method
            .getOwner()
            .tryGetAnnotationOfType(RequestMapping.class.getName())
            .map(ArchitectureRules::paths)
            .orElse(List.of(""));
    return prefixes.stream()
        .flatMap(prefix -> paths(mapping).stream().map(path -> prefix + path))
        .allMatch(path -> path.startsWith("/api/query/"));
  }

  private static List<String> paths(JavaAnnotation<?> mapping) {
    List<String> paths = new ArrayList<>();
    for (String property : List.of("value", "path")) {
      Optional<Object> value = mapping.get(property);
      value.ifPresent(
          found -> {
            if (found instanceof Object[] several) {
              Arrays.stream(several).map(String::valueOf).forEach(paths::add);
            }
          });
    }
    return paths.isEmpty() ? List.of("") : paths;
  }

  /** Reading is the one that asks who asks: an answer that did not go through it is for anybody. */
  private static ArchRule unaskedReader() {
    return classes()
        .that()
        .resideInAnyPackage(QUERY)
        .should(
            eachMethod(
                "read through Reading",
                (method, complain) -> {
                  if (method.isAnnotatedWith(GetMapping.class)
                      && method.getMethodCallsFromSelf().stream()
                          .noneMatch(call -> call.getTargetOwner().isEquivalentTo(Reading.class))) {
                    complain.add("answers without asking who asks");
                  }
                }))
        .as("every answer of the query side goes through Reading");
  }

  private static ArchRule pastReading() {
    return noClasses()
        .that()
        .resideInAnyPackage(QUERY)
        .and()
        .areAnnotatedWith(RestController.class)
        .should()
        .dependOnClassesThat(
            describe(
                "read past Reading",
                type ->
                    Set.of(
                            Journal.class.getName(),
                            Reconstruction.class.getName(),
                            JdbcClient.class.getName(),
                            DataSource.class.getName())
                        .contains(type.getName())))
        .as("what answers over HTTP reads nothing past Reading");
  }

  private static ArchRule querySends() {
    return noClasses()
        .that()
        .resideInAnyPackage(QUERY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.axonframework.commandhandling..",
            "org.axonframework.eventsourcing..",
            "org.axonframework.modelling..",
            "org.axonframework.eventhandling.gateway..",
            "org.axonframework.config..")
        .as("the query side sends no commands and holds no event store");
  }

  /** What it has of a server is {@code AxonServerLog}, which only reads. */
  private static ArchRule queryAppends() {
    return noClasses()
        .that()
        .resideInAnyPackage(QUERY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.axonframework.axonserver..", "io.axoniq..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(EventStoreConfiguration.class)
        .as("the query side has nothing by which it could append to a log");
  }

  /**
   * The log is one thing, what others read is the journal. SQL is text: the constants of a class
   * tell.
   */
  private static ArchRule logReaders() {
    return classes()
        .that()
        .resideInAnyPackage(QUERY)
        .and()
        .resideOutsideOfPackages("vn.giaouoc.query.journal..", "violations.*.query.journal..")
        .should(
            each(
                "not mention event_store",
                (type, complain) -> {
                  if (bytes(type).contains("event_store")) {
                    complain.add("mentions event_store");
                  }
                }))
        .as("on the query side only the journal reads the log")
        .allowEmptyShould(true);
  }

  private static String bytes(JavaClass type) {
    try (InputStream stream = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArchRule publicAggregate() {
    return classes()
        .that(AGGREGATES)
        .should()
        .notBePublic()
        .as("aggregates are seen by their package only")
        .allowEmptyShould(true);
  }

  private static ArchRule publicCommand() {
    return classes()
        .that()
        .resideInAnyPackage(COMMAND)
        .and()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameEndingWith("Command")
        .and()
        .doNotHaveSimpleName("Command") // what all of them are
        .should()
        .notBePublic()
        .as("commands are seen by their package only")
        .allowEmptyShould(true);
  }

  private static ArchRule looseEvent() {
    return classes()
        .that()
        .areAssignableTo(Event.class)
        .and()
        .doNotHaveFullyQualifiedName(Event.class.getName())
        .should(
            each(
                "be a record in a sealed interface called ...Event",
                (type, complain) -> {
                  Class<?> reflected = type.reflect();
                  if (reflected.isInterface()) {
                    if (!reflected.isSealed() || !reflected.getSimpleName().endsWith("Event")) {
                      complain.add("is an interface, but not sealed or not called ...Event");
                    }
                    return;
                  }
                  Class<?> around = reflected.getEnclosingClass();
                  if (!reflected.isRecord()
                      || around == null
                      || !around.isSealed()
                      || !around.getSimpleName().endsWith("Event")) {
                    complain.add("is not a record in a sealed interface called ...Event");
                  }
                }))
        .as("events are records in the sealed interface of their stream")
        .allowEmptyShould(true);
  }

  private static ArchRule clockInAggregate() {
    return classes()
        .that(DECISIONS)
        .should(
            each(
                "decide from what they are told",
                (type, complain) ->
                    type.getCodeUnitCallsFromSelf().stream()
                        .filter(
                            call ->
                                isChance(
                                    call.getTargetOwner().getName(), call.getTarget().getName()))
                        .forEach(call -> complain.add(call.getDescription()))))
        .as("no decision asks the clock or chance")
        .allowEmptyShould(true);
  }

  private static boolean isChance(String owner, String name) {
    return (owner.startsWith("java.time.") && name.equals("now"))
        || (owner.equals("java.time.Clock") && !name.equals("<init>"))
        || (owner.equals("java.lang.Math") && name.equals("random"))
        || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
        || ((owner.equals("java.util.Random")
                || owner.equals("java.util.Date")
                || owner.equals("java.security.SecureRandom"))
            && name.equals("<init>"))
        || owner.equals("java.util.concurrent.ThreadLocalRandom");
  }

  private static ArchRule millis() {
    return noClasses()
        .that()
        .resideInAnyPackage(COMMAND)
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .as("the command side asks its clock, not the machine's")
        .allowEmptyShould(true);
  }

  private static ArchRule packageNames() {
    return noClasses()
        .should()
        .resideInAnyPackage(
            "..controller..",
            "..controllers..",
            "..service..",
            "..services..",
            "..dto..",
            "..util..",
            "..utils..")
        .as("packages are called after the domain, not after layers");
  }

  private static ArchRule unmarked() {
    return classes()
        .should(
            each(
                "be in a package that says @NullMarked",
                (type, complain) -> {
                  boolean marked =
                      type.getPackage()
                          .tryGetPackageInfo()
                          .map(info -> info.isAnnotatedWith(NullMarked.class))
                          .orElse(false);
                  if (!marked) {
                    complain.add("is in a package without @NullMarked");
                  }
                }))
        .as("every package says what may be null");
  }

  private static ArchRule primary() {
    return classes()
        .should(
            each(
                "have no @Primary",
                (type, complain) -> {
                  if (type.isAnnotatedWith(Primary.class)
                      || type.getMethods().stream()
                          .anyMatch(method -> method.isAnnotatedWith(Primary.class))) {
                    complain.add("is primary, or makes something primary");
                  }
                }))
        .as("no side is the primary one");
  }

  private static ArchRule persons() {
    return classes()
        .that()
        .areAssignableTo(Event.class)
        .and()
        .areNotInterfaces()
        .should(
            each(
                "hold values of the domain and no names of persons",
                (type, complain) -> components(type.reflect(), complain, new HashSet<>())))
        .as("events hold values of the domain, and no names of persons")
        .allowEmptyShould(true);
  }

  private static void components(Class<?> type, Collection<String> complain, Set<Class<?>> seen) {
    if (!seen.add(type) || !type.isRecord()) {
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String place = type.getSimpleName() + "." + component.getName();
      if (component.getType() == String.class
          && NAMES_A_PERSON.matcher(component.getName().toLowerCase(Locale.ROOT)).matches()) {
        complain.add(place + " looks like the name of a person");
      }
      for (Class<?> value : raw(component.getGenericType())) {
        if (!isValue(value)) {
          complain.add(place + " is a " + value.getName());
        } else if (value != type) {
          components(value, complain, seen);
        }
      }
    }
  }

  private static List<Class<?>> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> List.of(plain);
      case ParameterizedType generic -> {
        List<Class<?>> all = new ArrayList<>(raw(generic.getRawType()));
        for (Type argument : generic.getActualTypeArguments()) {
          all.addAll(raw(argument));
        }
        yield all;
      }
      case WildcardType wildcard -> raw(wildcard.getUpperBounds()[0]);
      default -> List.of(Object.class);
    };
  }

  private static boolean isValue(Class<?> type) {
    return type.isPrimitive()
        || type.getName().startsWith("vn.giaouoc.shared.")
        || type.getName().startsWith("violations.")
        || Temporal.class.isAssignableFrom(type)
        || Set.of(
                String.class,
                Integer.class,
                Long.class,
                Boolean.class,
                BigDecimal.class,
                UUID.class,
                List.class,
                Set.class,
                Map.class)
            .contains(type);
  }

  private static ArchCondition<JavaClass> eachMethod(
      String description, BiConsumer<JavaMethod, Collection<String>> check) {
    return each(
        description,
        (type, complain) ->
            type.getMethods()
                .forEach(
                    method -> {
                      List<String> complaints = new ArrayList<>();
                      check.accept(method, complaints);
                      complaints.forEach(
                          complaint -> complain.add(method.getName() + " " + complaint));
                    }));
  }

  private static ArchCondition<JavaClass> each(
      String description, BiConsumer<JavaClass, Collection<String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        List<String> complaints = new ArrayList<>();
        check.accept(type, complaints);
        complaints.forEach(
            complaint ->
                events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + complaint)));
      }
    };
  }
}
