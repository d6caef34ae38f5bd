package vn.giaouoc.command.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaouoc.command.proceedings.SourceFiles.Seen;
import vn.giaouoc.command.proceedings.SourceFiles.Told;
import vn.giaouoc.shared.Envelope.Manner;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.bloc.BlocEvent.RollAttested;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipAttested;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.movement.MovementEvent.ThematicMovementsCounted;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.proceedings.Remark.About;
import vn.giaouoc.shared.proceedings.Remark.Kind;
import vn.giaouoc.shared.report.Figure.Agreement;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;

/** What is told of a file, shown on small changes of the example of the manual. */
class TellingTest {

  private static final String FIGURE = "actual: 45\n      target: 50\n      percent: 90";

  @ParameterizedTest(name = "{0}/{1} printed {2}: {3} {4}")
  @CsvSource({
    "17893, 35000, 51.12, agrees, 51.12",
    "8, 12, 66.7, agrees, 66.7",
    "8, 12, 67, agrees, 67",
    "8, 12, 66.67, agrees, 66.67",
    "8, 12, 66.6, differs, 66.7",
    "949, 957, 99.16, agrees, 99.16",
    "949, 957, 99.17, differs, 99.16",
    "13.1, 13.1, 100, agrees, 100",
    "5, 4, 125, agrees, 125",
    "45, 50, 95, differs, 90",
    "'\"> 45\"', 50, 90, not-verifiable, ",
    "45, '\"< 50\"', 90, not-verifiable, ",
    "45, 0, 90, not-verifiable, "
  })
  void a_percentage_is_recomputed_to_the_digits_that_are_printed(
      String actual, String target, String percent, String agreement, String recomputed) {
    Told told =
        changed(
            FIGURE,
            "actual: %s\n      target: %s\n      percent: %s".formatted(actual, target, percent));
    FigureReported reported = told.events(FigureReported.class).getFirst();

    assertThat(reported.figure().agreement().code()).isEqualTo(agreement);
    if (recomputed == null) {
      assertThat(reported.figure().recomputedPercent()).isNull();
    } else {
      assertThat(reported.figure().recomputedPercent()).isEqualTo(recomputed);
    }
    assertThat(
            told.factOf(reported).remarks().stream()
                .anyMatch(remark -> remark.about() == About.PERCENTAGE_DIFFERS))
        .isEqualTo(reported.figure().agreement() == Agreement.DIFFERS);
  }

  @Test
  void a_percentage_that_differs_is_told_with_both_numbers() {
    assertThat(
            doubts(
                changed("percent: 90", "percent: 95"),
                FigureReported.class,
                About.PERCENTAGE_DIFFERS))
        .isEqualTo("Nguồn ghi 95 %, tính lại được 90 %. ");
  }

  @Test
  void an_implied_target_is_a_note_and_no_target() {
    Told told = SourceFiles.tell(SourceFiles.example());
    FigureReported export = told.events(FigureReported.class).getLast();

    assertThat(export.figure().target()).isNull();
    assertThat(told.factOf(export).remarks())
        .extracting(remark -> remark.about())
        .containsExactly(About.PERCENTAGE_WITHOUT_FIGURES, About.TARGET_IMPLIED);
  }

  @Test
  void a_list_of_things_that_is_shorter_than_stated_is_doubted() {
    Told told =
        changed(FIGURE, "actual: 5\n      items-stated: 5\n      items: [{name: A}, {name: B}]");

    assertThat(doubts(told, FigureReported.class, About.COUNT_DIFFERS_FROM_LIST))
        .startsWith("Nêu 5 nhưng liệt kê 2");
  }

  @Test
  void a_conference_after_its_own_publication_is_doubted_and_not_repaired() {
    Told told = changed("is: 2025-01-08 afternoon", "is: 2025-02-08 afternoon");

    assertThat(doubts(told, ConferenceHeld.class, About.DATE_AFTER_PUBLICATION))
        .contains("2025-02-08 afternoon");
    assertThat(told.factOf(told.only(ConferenceHeld.class)).occurredOn().on().text())
        .isEqualTo("2025-02-08 afternoon");
  }

  @Test
  void a_conference_on_the_day_of_its_publication_is_not_doubted() {
    Told told = changed("is: 2025-01-08 afternoon", "is: 2025-01-10");

    assertThat(abouts(told, ConferenceHeld.class)).doesNotContain(About.DATE_AFTER_PUBLICATION);
  }

  @Test
  void a_printed_date_after_publication_is_doubted_beside_the_one_that_is_taken() {
    Told told = changed("written: chiều 08/01\n", "written: chiều 01/08/2025\n");

    assertThat(abouts(told, ConferenceHeld.class))
        .contains(About.DATE_CORRECTED, About.DATE_AFTER_PUBLICATION);
    assertThat(doubts(told, ConferenceHeld.class, About.DATE_AFTER_PUBLICATION))
        .contains("2025-08-01");
  }

  @Test
  void a_date_without_its_year_is_inferred() {
    assertThat(abouts(SourceFiles.tell(SourceFiles.example()), ConferenceHeld.class))
        .contains(About.DATE_INFERRED)
        .doesNotContain(About.DATE_CORRECTED, About.DATE_AFTER_PUBLICATION);
  }

  @Test
  void a_year_far_from_the_conference_is_doubted() {
    Told told =
        changed(
            "id: tinh-mau.khoi-2.2025\n    year: 2025", "id: tinh-mau.khoi-2.2035\n    year: 2035");

    assertThat(doubts(told, CycleOpened.class, About.YEAR_IMPLAUSIBLE)).contains("2035");
  }

  @Test
  void a_regulation_dated_after_the_pledge_is_doubted() {
    Told late = changed("dated: 2024-02-20", "dated: 2024-04-01");

    assertThat(doubts(late, RegulationCited.class, About.REGULATION_AFTER_PLEDGE))
        .contains("2024-04-01", "2024-03");
    assertThat(abouts(changed("dated: 2024-02-20", "dated: 2024-03-15"), RegulationCited.class))
        .isEmpty();
  }

  @Test
  void an_inferred_member_is_a_doubt_on_the_roll_and_on_its_signature_only() {
    Told told = SourceFiles.tell(SourceFiles.example());

    assertThat(doubts(told, RollAttested.class, About.MEMBER_INFERRED)).contains("Khối trưởng");
    assertThat(told.only(RollAttested.class).complete()).isTrue();
    assertThat(told.events(PledgeSigned.class))
        .filteredOn(pledge -> !told.factOf(pledge).remarks().isEmpty())
        .extracting(pledge -> pledge.party().slug())
        .containsExactly("tinh-mau.so-cong-thuong");
  }

  @Test
  void a_roll_without_a_stated_number_is_not_complete() {
    Told told = changed("    stated: 3\n", "");

    assertThat(told.only(RollAttested.class).complete()).isFalse();
    assertThat(abouts(told, RollAttested.class)).contains(About.NOT_STATED);
  }

  @Test
  void a_leader_a_ranked_unit_and_a_recipient_from_outside_are_doubted() {
    Told told =
        SourceFiles.tell(
            SourceFiles.example()
                .replace("leader: tinh-mau.so-cong-thuong", "leader: tinh-mau")
                .replace("- unit: tinh-mau.so-tu-phap\n      rank", "- unit: tinh-mau\n      rank")
                .replace("recipient: tinh-mau.so-tu-phap", "recipient: tinh-mau"));

    assertThat(abouts(told, LeadershipAttested.class)).contains(About.LEADER_NOT_A_MEMBER);
    assertThat(abouts(told, RankingDecided.class)).contains(About.NOT_A_MEMBER);
    assertThat(abouts(told, AwardProposed.class)).contains(About.NOT_A_MEMBER);
  }

  @Test
  void what_a_ballot_does_not_say_is_noted_and_nothing_is_counted() {
    Told told =
        changed("      issued: 3\n      returned: 3\n      valid: 2\n      invalid: 1\n", "");

    assertThat(told.remarksOn(PollRecorded.class).map(Seen::text))
        .anyMatch(text -> text.contains("số phiếu phát ra"))
        .anyMatch(text -> text.contains("số phiếu hợp lệ"));
    assertThat(told.only(PollRecorded.class).counts()).hasAllNullFieldsOrProperties();
  }

  @Test
  void a_mode_that_is_not_stated_is_noted() {
    assertThat(abouts(changed("      mode: elected\n", ""), LeadershipDesignated.class))
        .contains(About.NOT_STATED);
    assertThat(abouts(SourceFiles.tell(SourceFiles.example()), LeadershipDesignated.class))
        .isEmpty();
  }

  @Test
  void a_number_of_movements_of_several_units_can_be_read_either_way() {
    assertThat(abouts(SourceFiles.tell(SourceFiles.example()), ThematicMovementsCounted.class))
        .containsExactly(About.AMBIGUOUS);
    assertThat(
            abouts(
                changed("count: 2", "count: 2\n    per-unit: false"),
                ThematicMovementsCounted.class))
        .isEmpty();
  }

  @Test
  void what_the_source_shows_is_attested_and_what_it_tells_has_happened() {
    Told told = SourceFiles.tell(SourceFiles.example());

    assertThat(told.factOf(told.only(LeadershipAttested.class)).manner())
        .isEqualTo(Manner.ATTESTED);
    assertThat(told.factOf(told.only(LeadershipAttested.class)).appliesFrom().text())
        .isEqualTo("2024-01-01");
    assertThat(told.factOf(told.only(RankingDecided.class)).manner()).isEqualTo(Manner.HAPPENED);
  }

  @Test
  void a_leader_without_a_term_is_attested_from_the_day_of_the_conference() {
    Told told = changed("attested:\n      term: 2024\n", "attested:\n");

    assertThat(told.factOf(told.only(LeadershipAttested.class)).appliesFrom().text())
        .isEqualTo("2025-01-08 afternoon");
  }

  @Test
  void a_year_alone_is_a_moment() {
    Told told = changed("published: 2025-01-10T09:30", "published: 2025");

    assertThat(told.file().source().published().text()).isEqualTo("2025");
  }

  private static Told changed(String written, String instead) {
    assertThat(SourceFiles.example()).contains(written);
    return SourceFiles.tell(SourceFiles.example().replace(written, instead));
  }

  private static Iterable<About> abouts(Told told, Class<? extends Event> type) {
    return told.remarksOn(type).map(Seen::about).toList();
  }

  private static String doubts(Told told, Class<? extends Event> type, About about) {
    return told.remarksOn(type)
        .filter(seen -> seen.kind() == Kind.DOUBT && seen.about() == about)
        .map(Seen::text)
        .findFirst()
        .orElse("");
  }
}
