package vn.giaouoc.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaouoc.shared.bloc.BlocEvent.RollAttested;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sở Lao động - Thương binh và Xã hội | so-lao-dong-thuong-binh-va-xa-hoi
          Đài Phát thanh – Truyền hình        | dai-phat-thanh-truyen-hinh
          Khối 4                              | khoi-4
          """)
  void a_part_of_an_id_is_the_name_without_diacritics(String name, String slug) {
    assertThat(Slug.of(name)).isEqualTo(slug);
    assertThat(Slug.checked(slug)).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Sở", "so--y-te", "-so", "so.", "so y te", "so_y_te", "SO", "a/b", "a:b"})
  void what_has_not_the_form_of_an_id_is_refused(String slug) {
    assertThatIllegalArgumentException().isThrownBy(() -> UnitId.of(slug));
  }

  /** The form is read by hand, and printed as a pattern. */
  @Test
  void whatever_the_printed_form_takes_is_an_id_and_nothing_else() {
    Pattern form = Pattern.compile(Slug.FORM);
    int taken = 0;
    for (String text : texts(6)) {
      assertThat(Slug.isChosen(text)).as(text).isEqualTo(form.matcher(text).matches());
      taken += Slug.isChosen(text) ? 1 : 0;
    }
    assertThat(taken).isPositive();
  }

  /** All texts of up to so many of five characters. */
  private static List<String> texts(int longest) {
    List<String> texts = new ArrayList<>();
    List<String> ofOneLength = List.of("");
    for (int length = 0; length <= longest; length++) {
      texts.addAll(ofOneLength);
      ofOneLength =
          ofOneLength.stream()
              .flatMap(text -> Stream.of("a", "7", "-", ".", "A").map(text::concat))
              .toList();
    }
    return texts;
  }

  @Test
  void an_event_belongs_to_every_stream_that_it_names() {
    RollAttested roll =
        new RollAttested(
            BlocId.of("kg.khoi-4"),
            List.of(UnitId.of("kg.b")),
            List.of(UnitId.of("kg.a")),
            2,
            true);
    assertThat(Ids.in(roll)).containsExactly("bloc:kg.khoi-4", "unit:kg.a", "unit:kg.b");
  }

  @Test
  void of_the_longest_ids_of_cycle_and_unit_those_of_their_sheet_and_pledge_can_be_made() {
    CycleId cycle = CycleId.of("k".repeat(150));
    UnitId unit = UnitId.of("u".repeat(150));
    assertThat(ScoreSheetId.of(cycle, unit).slug()).hasSize(301);
    assertThatIllegalArgumentException().isThrownBy(() -> UnitId.of("u".repeat(151)));
    assertThatIllegalArgumentException().isThrownBy(() -> CycleId.of("k".repeat(151)));
  }
}
