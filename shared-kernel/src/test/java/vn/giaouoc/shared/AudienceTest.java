package vn.giaouoc.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

class AudienceTest {

  private static final Envelope FIRST_HAND =
      Envelope.firstHand(When.of("2026-03-01"), new Actor("somebody", null, "board"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public",
        "board",
        "bloc:kien-giang.khoi-4",
        "leadership:kien-giang.khoi-4",
        "unit:kien-giang.so-y-te",
        "tellers:kien-giang.khoi-4.2019.binh-xet"
      })
  void an_audience_is_written_as_its_name_and_read_back_the_same(String name) {
    Audience audience = Audience.of(name);
    String json = Wire.mapper().writeValueAsString(audience);
    assertThat(json).isEqualTo('"' + name + '"');
    assertThat(Wire.mapper().readValue(json, Audience.class)).isEqualTo(audience);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PUBLIC",
        "everybody",
        "bloc",
        "bloc:",
        "bloc:Khối 4",
        "public:a",
        "board:a",
        "unit",
        "person:a",
        "bloc:a:b"
      })
  void what_is_no_audience_is_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Audience.of(name));
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> Wire.mapper().readValue('"' + name + '"', Audience.class));
  }

  @Test
  void an_audience_says_whom_it_is_for() {
    BlocId bloc = BlocId.of("kien-giang.khoi-4");
    assertThat(Audience.bloc(bloc)).isEqualTo(Audience.of("bloc:kien-giang.khoi-4"));
    assertThat(Audience.leadership(bloc)).isEqualTo(Audience.of("leadership:kien-giang.khoi-4"));
    assertThat(Audience.unit(UnitId.of("kg.a"))).isEqualTo(Audience.of("unit:kg.a"));
    assertThat(Audience.tellers(PollId.of("kg.p"))).isEqualTo(Audience.of("tellers:kg.p"));
    assertThat(Audience.bloc(bloc).kind()).isEqualTo("bloc");
    assertThat(Audience.PUBLIC.isPublic()).isTrue();
    assertThat(Audience.BOARD.isPublic()).isFalse();
  }

  @Test
  void an_envelope_is_public_unless_it_is_made_for_somebody_else() {
    assertThat(Wire.mapper().writeValueAsString(FIRST_HAND)).contains("\"audience\":\"public\"");
    Envelope forBoard = FIRST_HAND.forAudience(Audience.BOARD);
    assertThat(forBoard.audience()).isEqualTo(Audience.BOARD);
    assertThat(forBoard.forAudience(Audience.PUBLIC)).isEqualTo(FIRST_HAND);
    assertThat(Envelopes.of(Envelopes.metaData(forBoard))).isEqualTo(forBoard);
  }
}
