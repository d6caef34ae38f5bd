package vn.giaouoc.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

class MentionsTest {

  private static final UnitId UNIT = UnitId.of("an-giang.so-noi-vu");
  private static final BlocId BLOC = BlocId.of("an-giang.khoi-1");
  private static final Words WORDS = new Words("sha256:abc");
  private static final PersonId PERSON = new PersonId(new UUID(1, 2));

  private sealed interface Said {}

  private record Silent(String text, BigDecimal points, LocalDate on, int number) implements Said {}

  private record Named(List<Map<String, UnitId>> units) implements Said {}

  private record Tree(@Nullable Tree below, Object any, Id id) {}

  private record Whole<T>(
      T generic, Said said, List<? extends Said> several, @Nullable Tree tree, List<Silent> none) {}

  private static final Silent SILENT = new Silent("", BigDecimal.ONE, LocalDate.EPOCH, 1);

  @Test
  void whatever_is_mentioned_is_found_however_deep_it_is() {
    Mentions mentions =
        new Mentions()
            .in(
                new Whole<>(
                    PERSON,
                    new Named(List.of(Map.of("", UNIT))),
                    List.of(SILENT),
                    new Tree(new Tree(null, WORDS, BLOC), "", UNIT),
                    List.of(SILENT)));

    assertThat(mentions.streams).containsExactly(BLOC.stream(), UNIT.stream());
    assertThat(mentions.digests).containsExactly(WORDS.words());
    assertThat(mentions.persons).containsExactly(PERSON.id());
  }

  @Test
  void nothing_is_found_where_nothing_is() {
    Mentions mentions =
        new Mentions().in(new Whole<>("", SILENT, List.of(SILENT), null, List.of()));

    assertThat(mentions.streams).isEmpty();
    assertThat(mentions.digests).isEmpty();
    assertThat(mentions.persons).isEmpty();
  }
}
