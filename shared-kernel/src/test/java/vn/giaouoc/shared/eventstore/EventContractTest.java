package vn.giaouoc.shared.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContent;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.StampingKey;
import vn.giaouoc.shared.time.When;

/**
 * What is in the log can be read for ever: a golden file for every event and revision that was ever
 * written, in {@code src/test/resources/events/<name>@<revision>.json}. A new event gets its file
 * by {@code -Dwrite-docs}; a file that is there is never changed.
 */
class EventContractTest {

  private static final Path GOLDEN = Path.of("src/test/resources/events");
  private static final boolean WRITE = System.getProperty("write-docs") != null;

  @Test
  void every_event_is_in_the_table_and_nothing_else_is() {
    assertThat(EventTypes.checkedIn().classes()).isEqualTo(events());
  }

  @Test
  void a_name_or_a_class_cannot_be_in_the_table_twice_nor_a_class_that_is_not_there() {
    String line = "unit.UnitRenamed 1 unit.UnitEvent$UnitRenamed\n";
    assertThatIllegalStateException()
        .isThrownBy(() -> new EventTypes(line + line))
        .withMessageContaining("twice");
    assertThatIllegalStateException()
        .isThrownBy(() -> new EventTypes(line + "unit.Other 1 unit.UnitEvent$UnitRenamed\n"))
        .withMessageContaining("twice");
    assertThatIllegalStateException()
        .isThrownBy(() -> new EventTypes("unit.Gone 1 unit.UnitEvent$Gone\n"))
        .withMessageContaining("not there");
  }

  @Test
  void every_event_is_written_as_its_golden_file_says() throws Exception {
    for (Class<?> event : events()) {
      EventTypes.Type type = EventTypes.checkedIn().of(event);
      Path golden = GOLDEN.resolve(type.name() + "@" + type.revision() + ".json");
      String written =
          Wire.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(Samples.of(event))
              + "\n";
      if (WRITE && Files.notExists(golden)) {
        Files.createDirectories(GOLDEN);
        Files.writeString(golden, written);
      }
      assertThat(golden).as("no golden file; -Dwrite-docs writes it").exists();
      assertThat(written).as(golden.toString()).isEqualTo(Files.readString(golden));
    }
  }

  @Test
  void every_golden_file_that_ever_was_is_read_as_the_present_event() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      for (Path file : files.sorted().toList()) {
        String[] name = file.getFileName().toString().replace(".json", "").split("@");
        Event event = Envelopes.read(name[0], name[1], Files.readString(file));
        assertThat(event).as(file.toString()).isNotNull();
        assertThat(EventTypes.checkedIn().of(event.getClass()).name())
            .isEqualTo(EventTypes.checkedIn().retired().getOrDefault(name[0], name[0]));
      }
    }
  }

  @Test
  void what_is_written_is_read_back_the_same() throws Exception {
    EventSerializer serializer = EventSerializer.create();
    for (Class<?> event : events()) {
      Object sample = Samples.of(event);
      SerializedObject<String> stored = serializer.serialize(sample, String.class);
      assertThat(stored.getType().getName()).doesNotContain("vn.giaouoc");
      assertThat((Object) serializer.deserialize(stored)).isEqualTo(sample);
    }
  }

  @Test
  void an_envelope_is_read_back_the_same_from_metadata() throws Exception {
    Envelope envelope = (Envelope) Samples.of(Envelope.class);
    assertThat(Envelopes.of(Envelopes.metaData(envelope))).isEqualTo(envelope);
    assertThat(Envelopes.read(Wire.mapper().writeValueAsString(envelope))).isEqualTo(envelope);
  }

  @Test
  void a_replay_token_can_be_read_back() {
    EventSerializer serializer = EventSerializer.create();
    TrackingToken token =
        ReplayToken.createReplayToken(
            GapAwareTrackingToken.newInstance(9, Set.of(7L)), null, "rebuild");
    TrackingToken read = serializer.deserialize(serializer.serialize(token, byte[].class));
    assertThat(read).isEqualTo(token);
  }

  @Test
  void an_event_of_an_unknown_type_is_nothing_this_program_can_read() {
    assertThat(Envelopes.read("unit.Unheard", "1", "{}")).isNull();
  }

  @Test
  void an_event_in_an_older_form_is_brought_into_the_present_one_step_by_step() {
    Upcasters upcasters =
        new Upcasters(
            List.of(
                new Upcasters.Upcast("a.B", "1", "2", json -> json.put("two", "2")),
                new Upcasters.Upcast("a.C", "1", "2", json -> json.put("other", "x")),
                new Upcasters.Upcast(
                    "a.B", "2", "3", json -> json.put("three", json.get("two").asString() + "3"))));
    ObjectNode stored = Wire.mapper().createObjectNode().put("one", "1");
    assertThat(upcasters.upcast(new Upcasters.Form("a.B", "1", stored)).event().toString())
        .isEqualTo("{\"one\":\"1\",\"two\":\"2\",\"three\":\"23\"}");
  }

  /** The golden files are the list of all names that there ever were. */
  @Test
  void no_name_is_ever_forgotten_and_a_retired_one_is_never_used_again() throws IOException {
    Set<String> ever;
    try (Stream<Path> files = Files.list(GOLDEN)) {
      ever =
          files
              .map(file -> file.getFileName().toString().replaceFirst("@.*", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    Set<String> now = new TreeSet<>(EventTypes.checkedIn().retired().keySet());
    events().forEach(event -> now.add(EventTypes.checkedIn().of(event).name()));
    assertThat(now).isEqualTo(ever);

    String stated = "cycle.PledgeContentsStated 1 cycle.CycleEvent$PledgeContentsStated\n";
    String retired = "cycle.Gone -> cycle.PledgeContentsStated\n";
    assertThat(new EventTypes(stated + retired).named("cycle.Gone")).isNull();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> new EventTypes(stated + retired + "cycle.Gone 1 unit.UnitEvent$UnitRenamed\n"))
        .withMessageContaining("never used again");
    assertThatIllegalStateException()
        .isThrownBy(() -> new EventTypes(retired))
        .withMessageContaining("not there");
  }

  @Test
  void a_retired_event_cannot_be_written_and_is_read_as_what_tells_the_same() throws Exception {
    // as it was before it was retired
    record PledgeContentsAdopted(CycleId cycle, List<PledgeContent> contents) implements Event {
      @Override
      public String stream() {
        return cycle.stream();
      }
    }
    EventSerializer serializer = EventSerializer.create();
    PledgeContentsAdopted written =
        new PledgeContentsAdopted(
            CycleId.of("bloc.2020"), List.of(new PledgeContent(1, new Words("what"))));
    assertThatIllegalStateException()
        .isThrownBy(() -> serializer.serialize(written, String.class))
        .withMessageContaining("not in the table");
    for (Class<?> event : events()) {
      assertThat(EventTypes.checkedIn().retired())
          .doesNotContainKey(serializer.typeForClass(event).getName());
    }

    String stored = Wire.mapper().writeValueAsString(written);
    Event present = new PledgeContentsStated(written.cycle(), null, written.contents());
    assertThat(Envelopes.read("cycle.PledgeContentsAdopted", "1", stored)).isEqualTo(present);
    // and by the side that sources aggregates
    EventData<?> old =
        new GenericDomainEventEntry<>(
            "cycle",
            written.stream(),
            0,
            "id",
            Instant.EPOCH,
            "cycle.PledgeContentsAdopted",
            "1",
            stored,
            "{}");
    assertThat(
            Upcasters.all()
                .chain()
                .upcast(Stream.of(new InitialEventRepresentation(old, serializer)))
                .map(each -> (Object) serializer.deserialize(each.getData())))
        .containsExactly(present);
  }

  private static Set<Class<?>> events() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Event.class));
    Set<Class<?>> events = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
    scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*EventContractTest.*")));
    scanner
        .findCandidateComponents("vn.giaouoc.shared")
        .forEach(
            found -> {
              try {
                events.add(Class.forName(found.getBeanClassName()));
              } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
              }
            });
    return events;
  }

  /** Makes a sample of any event: every component filled, the same every time. */
  private static final class Samples {

    /** Of a key whose private half nobody has. */
    private static final String STAMPING_KEY =
        "MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAmir-53sNve3yMWIw-ysQJ5u2mImB7jex"
            + "9T2L-ntPiFak3bkEADY99GgQ30NIqfYDHJRNDM5iseHcVYzWsukMwIXApboQNBvyKRrTVpjR85cd"
            + "0KkDuhOEjTNi-N8l2k6VqxdzU3AsX06G6vKYXu4MCO9GzHppmNbBFvhVsJrfnUqzQf1Ey4pjVezd"
            + "IMeZ-6gXBZNcrEVn4YWiqnb6FoXWZ2N6zOsozdVCNg_azc6W4U0VG6321vaUT4OnpFYe1_1ikbLw"
            + "5HewMnPCH2iCigCRBwLE0rtaZjLgNiSy56730EyBgZBH9iMyJGHVcQeIFkwBDHciGGYjGnNlm6QN"
            + "cc04sJtkcsHXNrSnOybPY7shjythOhrF5J2Nce6D2Iiq1Dhs7GSRzWnyvOgQUiXUk8ceo20hcVoM"
            + "KEecxAT7HLZCtIUivYMttch7IOh1TeU3xnfmNZz5E-k87TL250UYWBzMWFwSFzG1unkRBRCxsDg1"
            + "hJxsvdzxDYwNOB_EVdGxQOYxAgMBAAE";

    static Object of(Class<?> type) throws ReflectiveOperationException {
      return value(type, type, type.getSimpleName());
    }

    private static Object value(Class<?> raw, Type type, String name)
        throws ReflectiveOperationException {
      if (Id.class.isAssignableFrom(raw)) {
        return raw.getMethod("of", String.class)
            .invoke(null, "kien-giang." + raw.getSimpleName().toLowerCase(Locale.ROOT));
      }
      if (raw == Audience.class) {
        return Audience.BOARD;
      }
      if (raw == StampingKey.class) {
        return new StampingKey(STAMPING_KEY);
      }
      if (raw == When.class) {
        return When.of("2019-08-02T14:00");
      }
      if (raw.isEnum()) {
        return raw.getEnumConstants()[0];
      }
      if (raw == String.class) {
        return name.toLowerCase(Locale.ROOT);
      }
      if (raw == int.class || raw == Integer.class) {
        return 7;
      }
      if (raw == long.class || raw == Long.class) {
        return 7L;
      }
      if (raw == boolean.class || raw == Boolean.class) {
        return true;
      }
      if (raw == BigDecimal.class) {
        return new BigDecimal("13.10");
      }
      if (raw == LocalDate.class) {
        return LocalDate.of(2020, 1, 1);
      }
      if (raw == UUID.class) {
        return new UUID(1, 2);
      }
      if (raw == List.class) {
        Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
        return List.of(value((Class<?>) element, element, name));
      }
      if (raw == Map.class) {
        Type element = ((ParameterizedType) type).getActualTypeArguments()[1];
        return new TreeMap<>(Map.of("name", value((Class<?>) element, element, "value")));
      }
      if (raw.isSealed() && raw.isInterface()) { // the others have a test of their own
        Class<?> first = raw.getPermittedSubclasses()[0];
        return value(first, first, name);
      }
      if (raw.isRecord()) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
          values.add(value(component.getType(), component.getGenericType(), component.getName()));
        }
        Constructor<?> constructor =
            raw.getDeclaredConstructor(
                Arrays.stream(raw.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values.toArray());
      }
      throw new IllegalArgumentException("No sample for " + raw);
    }
  }
}
