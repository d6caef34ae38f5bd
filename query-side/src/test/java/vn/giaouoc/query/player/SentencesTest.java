package vn.giaouoc.query.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.giaouoc.query.answer.Labels;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent.CycleReopened;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.leadership.LeadershipEvent.DesignationDeclined;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.unit.UnitEvent.UnitMerged;
import vn.giaouoc.shared.unit.UnitId;

class SentencesTest {

  private static final UnitId HEALTH = UnitId.of("kien-giang.so-y-te");
  private static final UnitId TOURISM = UnitId.of("kien-giang.so-du-lich");

  @Test
  void every_type_of_event_has_a_sentence_of_its_own_in_both_languages() throws IOException {
    Map<String, String> types = new TreeMap<>();
    for (Class<?> type : EventTypes.checkedIn().classes()) {
      Event event = golden(type);
      String name = EventTypes.checkedIn().of(type).name();
      Sentence sentence = new Sentences(Map.of(), Map.of()).of(event);
      assertThat(sentence.vietnamese()).as(name).endsWith(".").doesNotContain("null");
      assertThat(sentence.english())
          .as(name)
          .endsWith(".")
          .doesNotContain("null")
          .isNotEqualTo(sentence.vietnamese());
      assertThat(types.put(sentence.english(), name)).as(name).isNull();
      assertThat(Labels.of(name)).isNotBlank();
    }
  }

  @Test
  void a_sentence_says_who_did_what_with_names_and_words() {
    Sentences sentences =
        new Sentences(
            Map.of(HEALTH.stream(), "Sở Y tế", TOURISM.stream(), "Sở Du lịch"),
            Map.of("aa", "Vì khối lượng việc."));
    Sentence merged = sentences.of(new UnitMerged(TOURISM, HEALTH, null));
    assertThat(merged.vietnamese()).isEqualTo("Sở Du lịch sáp nhập vào Sở Y tế.");
    assertThat(merged.english()).isEqualTo("Sở Du lịch was merged into Sở Y tế.");
    assertThat(
            sentences
                .of(
                    new DesignationDeclined(
                        BlocId.of("kien-giang.khoi-4"), Term.year(2020), HEALTH, new Words("aa")))
                .vietnamese())
        .isEqualTo("Sở Y tế từ chối làm khối trưởng kien-giang.khoi-4 2020: Vì khối lượng việc.");
    // what is redacted, or for others, is not said
    assertThat(
            sentences
                .of(new CycleReopened(CycleId.of("kien-giang.khoi-4.2019"), new Words("bb")))
                .english())
        .isEqualTo("The emulation year was reopened.");
  }

  private static Event golden(Class<?> type) throws IOException {
    EventTypes.Type named = EventTypes.checkedIn().of(type);
    String file = "/events/" + named.name() + "@" + named.revision() + ".json";
    try (InputStream golden = SentencesTest.class.getResourceAsStream(file)) {
      return Envelopes.read(
          named.name(),
          named.revision(),
          new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
