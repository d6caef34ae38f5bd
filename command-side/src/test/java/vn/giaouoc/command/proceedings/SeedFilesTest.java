package vn.giaouoc.command.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.giaouoc.shared.proceedings.Remark.Kind.DOUBT;
import static vn.giaouoc.shared.proceedings.Remark.Kind.NORMALISATION;
import static vn.giaouoc.shared.proceedings.Remark.Kind.NOTE;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaouoc.command.proceedings.SourceFiles.Told;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.RollAttested;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperTabled;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipAttested;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipHandedOver;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.movement.MovementEvent.ThematicMovementsCounted;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Remark.About;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.Figure.Agreement;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;

/** The five articles as files: what they tell, and how each of their traps stays visible. */
class SeedFilesTest {

  @Test
  void the_files_are_recorded_in_the_order_of_their_years() {
    assertThat(SourceFiles.index())
        .extracting(name -> name.substring(0, 3))
        .containsExactly("002", "001", "000", "003", "004");
  }

  @ParameterizedTest
  @CsvSource({
    "002, kien-giang.khoi-4.2018.pledge, 2018-03-20T08:00",
    "001, kien-giang.khoi-4.2019.mid-year, 2019-08-02T14:00",
    "000, kien-giang.khoi-4.2019.year-end, 2020-02-05T08:00",
    "003, bac-kan.khoi-van-hoa-xa-hoi.2019.year-end, 2020-01-08 afternoon",
    "004, an-giang.khoi-3.2020.year-end, 2021-01-29"
  })
  void a_file_is_named_after_its_conference_and_knows_its_moment(
      String seed, String conference, String moment) {
    Told told = SourceFiles.seed(seed);
    ConferenceHeld held = told.only(ConferenceHeld.class);

    assertThat(held.conference().slug())
        .isEqualTo(conference)
        .isEqualTo(told.file().proceedings().slug());
    assertThat(told.factOf(held).occurredOn().on().text()).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"002", "001", "000", "003", "004"})
  void a_file_is_consistent_and_every_fact_has_a_sentence(String seed) {
    Told told = SourceFiles.seed(seed);
    Sentences sentences = new Sentences(told.file());

    assertThat(SourceFiles.errors(told.text().getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(told.facts())
        .allSatisfy(fact -> assertThat(sentences.of(fact.event())).isNotBlank());
  }

  @Test
  void a_unit_is_declared_alike_in_every_file() {
    Map<String, UnitRegistered> known = new HashMap<>();
    for (String seed : List.of("002", "001", "000", "003", "004")) {
      for (UnitRegistered unit : SourceFiles.seed(seed).events(UnitRegistered.class)) {
        UnitRegistered before = known.putIfAbsent(unit.unit().slug(), unit);
        assertThat(unit).isEqualTo(before == null ? unit : before);
      }
    }
    assertThat(
            Stream.of("002", "001", "000")
                .map(seed -> SourceFiles.seed(seed).only(BlocEstablished.class)))
        .containsOnly(SourceFiles.seed("002").only(BlocEstablished.class));
  }

  @Test
  void the_seven_of_2018_signed_six_contents_and_agreed_on_drafts() {
    Told told = SourceFiles.seed("002");

    RollAttested roll = told.only(RollAttested.class);
    assertThat(roll.named()).hasSize(6);
    assertThat(slugs(roll.inferred())).containsExactly("kien-giang.so-van-hoa-va-the-thao");
    assertThat(roll.complete()).isTrue();
    assertThat(told.only(LeadershipAttested.class).leader().slug())
        .isEqualTo("kien-giang.so-van-hoa-va-the-thao");
    assertThat(told.only(LeadershipAttested.class).term().from()).hasToString("2018-01-01");
    assertThat(told.only(PledgeContentsStated.class).contents()).hasSize(6);
    assertThat(told.events(PledgeSigned.class)).hasSize(7);
    assertThat(told.events(PaperTabled.class)).hasSize(3).allMatch(PaperTabled::draft);
    assertThat(told.only(RegulationCited.class).draft()).isTrue();
    assertThat(told.only(PollRecorded.class).methods())
        .containsExactly(Method.DELIBERATION, Method.CONSENSUS);
    assertThat(told.events(RankingDecided.class)).isEmpty();
    assertThat(told.events(AwardProposed.class)).isEmpty();
  }

  @Test
  void the_half_year_of_2019_reports_fifteen_figures() {
    List<FigureReported> figures = SourceFiles.seed("001").events(FigureReported.class);

    assertThat(figures)
        .extracting(
            each -> each.unit().slug().substring("kien-giang.".length()),
            each -> amount(each.figure().actual()),
            each -> amount(each.figure().target()),
            each -> text(each.figure().reportedPercent()),
            each -> text(each.figure().recomputedPercent()),
            each -> each.figure().direction())
        .containsExactly(
            tuple(
                "so-lao-dong-thuong-binh-va-xa-hoi",
                "17893",
                "35000",
                "51.12",
                "51.12",
                Direction.HIGHER),
            tuple("so-lao-dong-thuong-binh-va-xa-hoi", "50460", "-", "-", "-", Direction.COUNT),
            tuple("so-lao-dong-thuong-binh-va-xa-hoi", "5", "-", "-", "-", Direction.COUNT),
            tuple("so-du-lich", "405509", "-", "63.4", "-", Direction.HIGHER),
            tuple("so-du-lich", "over 4268", "-", "62.4", "-", Direction.HIGHER),
            tuple("so-khoa-hoc-va-cong-nghe", "8", "10", "80", "80", Direction.HIGHER),
            tuple("so-khoa-hoc-va-cong-nghe", "8", "12", "66.7", "66.7", Direction.HIGHER),
            tuple("so-khoa-hoc-va-cong-nghe", "2", "-", "-", "-", Direction.COUNT),
            tuple("so-giao-duc-va-dao-tao", "-", "-", "104.09", "-", Direction.HIGHER),
            tuple("so-giao-duc-va-dao-tao", "770", "-", "154", "-", Direction.HIGHER),
            tuple("so-van-hoa-va-the-thao", "949", "957", "99.16", "99.16", Direction.HIGHER),
            tuple("so-van-hoa-va-the-thao", "1783", "1818", "98.07", "98.07", Direction.HIGHER),
            tuple("so-y-te", "-", "-", "100", "-", Direction.MIXED),
            tuple("so-y-te", "13.1", "13.1", "100", "100", Direction.LOWER),
            tuple("ban-dan-toc", "5", "4", "125", "125", Direction.HIGHER));
    assertThat(figures)
        .filteredOn(each -> each.figure().agreement() == Agreement.AGREES)
        .hasSize(7);
    assertThat(figures).noneMatch(each -> each.figure().agreement() == Agreement.DIFFERS);
  }

  @Test
  void the_draft_of_the_half_year_is_presented_and_finalised_by_the_deputy() {
    Told told = SourceFiles.seed("001");

    ReportPresented report = told.only(ReportPresented.class);
    assertThat(report.draft()).isTrue();
    assertThat(report.presentedBy().slug()).isEqualTo("kien-giang.so-du-lich");
    assertThat(report.capacity()).isEqualTo(Capacity.DEPUTY);
    assertThat(told.events(EntryRecorded.class))
        .filteredOn(entry -> entry.entryKind() == EntryKind.ASSIGNMENT)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(slugs(entry.to())).containsExactly("kien-giang.so-du-lich");
              assertThat(entry.due()).isEqualTo("trong thời gian sớm nhất");
            });
    assertThat(told.events(EntryRecorded.class))
        .filteredOn(entry -> !entry.with().isEmpty())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(slugs(entry.to())).containsExactly("kien-giang.so-khoa-hoc-va-cong-nghe");
              assertThat(slugs(entry.with())).containsExactly("kien-giang.so-tu-phap");
            });
    LeadershipAttested leadership = told.only(LeadershipAttested.class);
    assertThat(leadership.term()).isNull();
    assertThat(leadership.leader().slug())
        .isEqualTo("kien-giang.so-lao-dong-thuong-binh-va-xa-hoi");
    assertThat(leadership.deputies())
        .extracting(deputy -> deputy.unit().slug())
        .containsExactly("kien-giang.so-du-lich");
    assertThat(told.only(RollAttested.class).stated()).isNull();
  }

  @Test
  void the_year_2019_is_ranked_by_consensus_and_2020_begins_at_the_same_conference() {
    Told told = SourceFiles.seed("000");

    assertThat(told.only(RankingDecided.class).places())
        .extracting(place -> place.unit().slug(), place -> place.rank())
        .containsExactly(
            tuple("kien-giang.so-khoa-hoc-va-cong-nghe", 1),
            tuple("kien-giang.so-giao-duc-va-dao-tao", 2));
    assertThat(told.events(PollRecorded.class).getFirst().methods())
        .containsExactly(Method.DELIBERATION, Method.CONSENSUS);
    assertThat(awards(told))
        .containsExactly(
            tuple(
                Title.FLAG, "kien-giang.so-khoa-hoc-va-cong-nghe", "UBND tỉnh", Track.ANNUAL, true),
            tuple(
                Title.CERTIFICATE_OF_MERIT,
                "kien-giang.so-giao-duc-va-dao-tao",
                "UBND tỉnh",
                Track.ANNUAL,
                true));
    LeadershipDesignated designated = told.only(LeadershipDesignated.class);
    assertThat(designated.leader().slug()).isEqualTo("kien-giang.so-du-lich");
    assertThat(designated.mode()).isEqualTo(Mode.AGREED);
    assertThat(told.only(LeadershipHandedOver.class).incoming().slug())
        .isEqualTo("kien-giang.so-du-lich");
    assertThat(told.events(CycleOpened.class))
        .extracting(CycleOpened::year)
        .containsExactly(2019, 2020);
    assertThat(told.events(PledgeSigned.class))
        .hasSize(7)
        .allMatch(pledge -> pledge.cycle().slug().equals("kien-giang.khoi-4.2020"));
    assertThat(told.only(RegulationCited.class).number()).isEqualTo("3387/QĐ-KTĐ4");
    assertThat(told.events(MovementLaunched.class)).hasSize(4);
    assertThat(told.events(StatementMade.class))
        .filteredOn(statement -> !statement.units().isEmpty())
        .singleElement()
        .satisfies(statement -> assertThat(statement.units()).hasSize(3));
  }

  @Test
  void the_ballot_of_bac_kan_has_no_counts_and_decides_the_first_place_only() {
    Told told = SourceFiles.seed("003");

    PollRecorded poll = told.only(PollRecorded.class);
    assertThat(poll.methods()).containsExactly(Method.BALLOT);
    assertThat(poll.secrecy()).isNull();
    assertThat(poll.electorate()).isNull();
    assertThat(poll.electorateAsWritten()).isEqualTo("các đại biểu tham dự");
    assertThat(poll.counts()).hasAllNullFieldsOrProperties();
    assertThat(told.only(RankingDecided.class).places()).hasSize(1);
    assertThat(awards(told))
        .containsExactly(
            tuple(
                Title.FLAG,
                "bac-kan.so-thong-tin-va-truyen-thong",
                "UBND tỉnh",
                Track.ANNUAL,
                true),
            tuple(Title.CERTIFICATE_OF_MERIT, "bac-kan.so-y-te", "UBND tỉnh", Track.ANNUAL, false),
            tuple(
                Title.CERTIFICATE_OF_MERIT,
                "bac-kan.so-giao-duc-va-dao-tao",
                "UBND tỉnh",
                Track.ANNUAL,
                false),
            tuple(
                Title.CERTIFICATE_OF_MERIT,
                "bac-kan.truong-cao-dang-nghe-dan-toc-noi-tru",
                "UBND tỉnh",
                Track.ANNUAL,
                false));
    assertThat(told.only(LeadershipDesignated.class).mode()).isNull();
    assertThat(told.only(LeadershipHandedOver.class).outgoing().slug())
        .isEqualTo("bac-kan.bao-hiem-xa-hoi");
    ExemplaryCasesCommended cases = told.only(ExemplaryCasesCommended.class);
    assertThat(List.of(cases.collectives(), cases.individuals())).containsExactly(8, 27);
    assertThat(cases.ofWhich())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.collectives()).isEqualTo(5);
              assertThat(part.individuals()).isEqualTo(14);
            });
    assertThat(told.only(ThematicMovementsCounted.class).perUnit()).isNull();
    assertThat(told.events(PledgeSigned.class)).hasSize(11);
    assertThat(told.events(EntryRecorded.class))
        .filteredOn(entry -> entry.entryKind() == EntryKind.INSTRUCTION)
        .hasSize(4)
        .allMatch(entry -> "Phó Chủ tịch UBND tỉnh".equals(entry.byAsWritten()));
  }

  @Test
  void an_giang_proposes_five_awards_without_ranks_and_designates_ranked_deputies() {
    Told told = SourceFiles.seed("004");

    assertThat(told.events(RankingDecided.class)).isEmpty();
    assertThat(awards(told))
        .extracting(
            award -> award.toList().get(0),
            award -> award.toList().get(1),
            award -> award.toList().get(3))
        .containsExactly(
            tuple(Title.FLAG, "an-giang.truong-cao-dang-y-te", Track.ANNUAL),
            tuple(Title.CERTIFICATE_OF_MERIT, "an-giang.so-giao-duc-va-dao-tao", Track.ANNUAL),
            tuple(Title.CERTIFICATE_OF_MERIT, "an-giang.bao-hiem-xa-hoi", Track.ANNUAL),
            tuple(Title.CERTIFICATE_OF_MERIT, "an-giang.dai-phat-thanh-truyen-hinh", Track.ANNUAL),
            tuple(Title.CERTIFICATE_OF_MERIT, "an-giang.so-y-te", Track.THEMATIC));
    LeadershipDesignated designated = told.only(LeadershipDesignated.class);
    assertThat(designated.leader().slug()).isEqualTo("an-giang.so-y-te");
    assertThat(designated.mode()).isEqualTo(Mode.AGREED);
    assertThat(designated.deputies())
        .extracting(deputy -> deputy.unit().slug(), Deputy::rank)
        .containsExactly(
            tuple("an-giang.so-van-hoa-the-thao-va-du-lich", 1),
            tuple("an-giang.bao-hiem-xa-hoi", 2));
    assertThat(told.events(CycleOpened.class)).extracting(CycleOpened::year).containsExactly(2020);
    assertThat(told.events(LeadershipAttested.class)).isEmpty();
    assertThat(told.only(RollAttested.class).named()).hasSize(12);
  }

  static Stream<Arguments> traps() {
    return Stream.of(
        trap(1, "000", ConferenceHeld.class, DOUBT, About.DATE_AFTER_PUBLICATION, "2020-05-02"),
        trap(
            1,
            "000",
            ConferenceHeld.class,
            NORMALISATION,
            About.DATE_CORRECTED,
            "ngày và tháng bị đảo"),
        trap(2, "000", RegulationCited.class, DOUBT, About.REGULATION_AFTER_PLEDGE, "2019-05-02"),
        trap(2, "000", RegulationCited.class, NOTE, About.OTHER, "cùng ngày và tháng"),
        trap(3, "000", PledgeContentsStated.class, NOTE, About.OTHER, "có 3 nội dung"),
        trap(4, "000", StatementMade.class, NOTE, About.OTHER, "không nằm trong ba đơn vị"),
        trap(5, "000", PledgeContentsStated.class, NOTE, About.OTHER, "ngay tại hội nghị tổng kết"),
        trap(
            6,
            "000",
            UnitEvent.AliasAdded.class,
            NORMALISATION,
            About.NAME_VARIES,
            "Sở Văn hóa – Thể thao"),
        trap(
            6,
            "000",
            UnitEvent.AliasAdded.class,
            NORMALISATION,
            About.NAME_VARIES,
            "Sở Lao động – TB&XH"),
        trap(
            6,
            "001",
            UnitEvent.AliasAdded.class,
            NORMALISATION,
            About.NAME_VARIES,
            "Sở Lao Động- Thương Binh"),
        trap(7, "001", PaperTabled.class, DOUBT, About.MISPRINT, "6 tháng cuối năm"),
        trap(8, "001", ConferenceHeld.class, NOTE, About.AMBIGUOUS, "phối hợp tổ chức"),
        trap(
            9,
            "001",
            FigureReported.class,
            DOUBT,
            About.OTHER,
            "do Hội đồng nhân dân tỉnh thông qua"),
        trap(10, "001", FigureReported.class, DOUBT, About.INDICATORS_MERGED, "chung một kết quả"),
        trap(10, "001", FigureReported.class, NORMALISATION, About.FIGURE_NORMALISED, "0,2 ‰"),
        trap(11, "001", FigureReported.class, NOTE, About.PERCENTAGE_WITHOUT_FIGURES, "104.09"),
        trap(11, "001", FigureReported.class, NOTE, About.PERCENTAGE_WITHOUT_FIGURES, "63.4"),
        trap(11, "001", FigureReported.class, NOTE, About.PERCENTAGE_WITHOUT_FIGURES, "62.4"),
        trap(11, "001", FigureReported.class, NOTE, About.PERCENTAGE_WITHOUT_FIGURES, "154"),
        trap(11, "001", FigureReported.class, NOTE, About.TARGET_IMPLIED, "640000"),
        trap(11, "001", FigureReported.class, NOTE, About.TARGET_IMPLIED, "6840"),
        trap(11, "001", FigureReported.class, NOTE, About.TARGET_IMPLIED, "500"),
        trap(12, "001", StatementMade.class, DOUBT, About.AMBIGUOUS, "số cộng dồn sau nửa năm"),
        trap(
            13,
            "002",
            RollAttested.class,
            DOUBT,
            About.COUNT_DIFFERS_FROM_LIST,
            "Nêu 7 nhưng liệt kê 6"),
        trap(13, "002", RollAttested.class, DOUBT, About.MEMBER_INFERRED, "so-van-hoa-va-the-thao"),
        trap(13, "002", PledgeSigned.class, DOUBT, About.MEMBER_INFERRED, "so-van-hoa-va-the-thao"),
        trap(14, "002", BlocEstablished.class, DOUBT, About.NAME_MISMATCH, "Nội chính"),
        trap(
            15,
            "002",
            BlocEvent.AliasAdded.class,
            NORMALISATION,
            About.NAME_VARIES,
            "Khối thi đua số 4"),
        trap(16, "003", ConferenceHeld.class, NORMALISATION, About.DATE_INFERRED, "không ghi năm"),
        trap(17, "003", PollRecorded.class, DOUBT, About.AMBIGUOUS, "các đại biểu tham dự"),
        trap(17, "003", PollRecorded.class, NOTE, About.NOT_STATED, "bỏ phiếu kín hay công khai"),
        trap(17, "003", PollRecorded.class, NOTE, About.NOT_STATED, "ai được bỏ phiếu"),
        trap(17, "003", PollRecorded.class, NOTE, About.NOT_STATED, "số phiếu hợp lệ"),
        trap(18, "003", RankingDecided.class, NOTE, About.NOT_STATED, "không có thứ hạng"),
        trap(18, "003", AwardProposed.class, NOTE, About.NOT_STATED, "thứ hạng"),
        trap(
            19,
            "003",
            LeadershipDesignated.class,
            NOTE,
            About.OTHER,
            "cũng là một trong ba đơn vị"),
        trap(
            19,
            "003",
            BlocEvent.AliasAdded.class,
            NORMALISATION,
            About.NAME_VARIES,
            "Khối Thi đua văn hóa xã hội"),
        trap(
            19,
            "003",
            UnitEvent.AliasAdded.class,
            NORMALISATION,
            About.NAME_VARIES,
            "Cao đẳng nghề Dân tộc Nội trú"),
        trap(
            20,
            "003",
            ThematicMovementsCounted.class,
            DOUBT,
            About.AMBIGUOUS,
            "hai đơn vị cộng lại"),
        trap(21, "004", RollAttested.class, NOTE, About.NOT_STATED, "số đơn vị thành viên"),
        trap(21, "004", ConferenceHeld.class, NOTE, About.NOT_STATED, "địa điểm"),
        trap(21, "004", ConferenceHeld.class, NOTE, About.NOT_STATED, "người chủ trì"),
        trap(
            21,
            "004",
            CycleOpened.class,
            NOTE,
            About.NOT_STATED,
            "Khối trưởng, Khối phó đương nhiệm"),
        trap(
            22, "004", AwardProposed.class, NORMALISATION, About.NAME_VARIES, "Chủ tịch UBND tỉnh"),
        trap(22, "004", AwardProposed.class, NOTE, About.AMBIGUOUS, "Cờ là của UBND tỉnh"),
        trap(23, "004", AwardProposed.class, NOTE, About.OTHER, "chuyên đề được kể cùng câu"),
        trap(24, "004", BlocEstablished.class, NOTE, About.OTHER, "Thông tin liên hệ"),
        trap(25, "004", BlocEstablished.class, NOTE, About.MISPRINT, "đđổi mới"),
        trap(25, "000", BlocEstablished.class, NOTE, About.MISPRINT, "phấn đẫu"),
        trap(25, "002", BlocEstablished.class, NOTE, About.MISPRINT, "p[hòng"),
        trap(
            26, "000", AwardProposed.class, NOTE, About.PROPOSAL_NOT_AWARD, "chưa phải quyết định"),
        trap(
            26, "003", AwardProposed.class, NOTE, About.PROPOSAL_NOT_AWARD, "chưa phải quyết định"),
        trap(
            26,
            "004",
            AwardProposed.class,
            NOTE,
            About.PROPOSAL_NOT_AWARD,
            "chưa phải quyết định"));
  }

  @ParameterizedTest(name = "trap {0}: {1} {4}, “{5}”")
  @MethodSource("traps")
  void a_trap_stays_visible(
      int number,
      String seed,
      Class<? extends Event> on,
      Remark.Kind kind,
      About about,
      String part) {
    assertThat(SourceFiles.seed(seed).remarksOn(on))
        .as("trap %d", number)
        .anySatisfy(
            seen -> {
              assertThat(seen.kind()).isEqualTo(kind);
              assertThat(seen.about()).isEqualTo(about);
              assertThat(seen.text()).contains(part);
            });
  }

  @Test
  void no_trap_is_forgotten() {
    assertThat(traps().map(trap -> trap.get()[0]).distinct().toList())
        .isEqualTo(IntStream.rangeClosed(1, 26).boxed().toList());
  }

  @Test
  void every_proposal_says_that_it_is_none_but_a_proposal() {
    for (String seed : List.of("000", "003", "004")) {
      Told told = SourceFiles.seed(seed);
      assertThat(told.events(AwardProposed.class))
          .allSatisfy(
              award ->
                  assertThat(told.factOf(award).remarks())
                      .extracting(Remark::about)
                      .contains(About.PROPOSAL_NOT_AWARD));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"002", "001", "000", "003", "004"})
  void no_file_holds_an_address_or_a_telephone_number(String seed) {
    String text = SourceFiles.seed(seed).text();

    assertThat(text).doesNotContain("@").doesNotContain("http");
    assertThat(text).doesNotContainPattern("0[0-9]{2,3}[ .]?[0-9]{3}[ .]?[0-9]{3}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"002", "001", "000", "003", "004"})
  void no_name_of_a_person_is_in_a_fact(String seed) {
    Told told = SourceFiles.seed(seed);
    List<String> persons =
        told.text()
            .lines()
            .filter(line -> line.contains("person:"))
            .map(line -> line.split("person: ")[1])
            .toList();

    assertThat(told.facts())
        .allSatisfy(
            fact ->
                assertThat(persons).noneMatch(person -> fact.event().toString().contains(person)));
  }

  /** What other sources know of this bloc: numbers of decisions, dates, who was first in 2018. */
  @ParameterizedTest
  @ValueSource(strings = {"002", "001", "000"})
  void what_no_article_tells_is_not_recorded(String seed) {
    Told told = SourceFiles.seed(seed);

    assertThat(told.text())
        .doesNotContain(
            "809", "QĐ 489", "QĐ 584", "2019-03-11", "11/3/2019", "2019-01-21", "1.000");
    assertThat(told.events(RankingDecided.class))
        .allMatch(ranking -> ranking.cycle().slug().endsWith(".2019"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"002", "001", "000", "003", "004"})
  void a_file_tells_nothing_twice_and_no_alias_is_the_name_itself(String seed) {
    Told told = SourceFiles.seed(seed);

    assertThat(told.facts())
        .extracting(fact -> List.of(fact.event(), fact.appliesFrom()))
        .doesNotHaveDuplicates();
    for (UnitRegistered unit : told.events(UnitRegistered.class)) {
      assertThat(told.events(UnitEvent.AliasAdded.class))
          .filteredOn(alias -> alias.unit().equals(unit.unit()))
          .noneMatch(alias -> alias.alias().equals(unit.name()));
    }
  }

  @Test
  void the_example_of_the_manual_is_a_file() {
    Told told = SourceFiles.tell(SourceFiles.example());

    assertThat(SourceFiles.errors(told.text().getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(told.facts()).isNotEmpty();
  }

  @Test
  void the_manual_explains_every_section_kind_of_remark_and_word() {
    String manual = SourceFiles.page("proceedings-file.md");

    assertThat(Stream.of(About.values()).map(About::code))
        .allSatisfy(code -> assertThat(manual).contains("`" + code + "`"));
    assertThat(
            SourceFiles.example()
                .lines()
                .filter(line -> line.matches("[a-z-]+:.*"))
                .map(line -> line.split(":")[0]))
        .hasSize(13)
        .allSatisfy(section -> assertThat(manual).contains("`" + section + "`"));
  }

  @Test
  void the_manual_shows_a_beginning_that_is_a_file() {
    String manual = SourceFiles.page("proceedings-file.md");
    int begin = manual.indexOf("```yaml\n") + "```yaml\n".length();
    String shown = manual.substring(begin, manual.indexOf("```", begin));

    assertThat(SourceFiles.errors(shown.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static Arguments trap(
      int number,
      String seed,
      Class<? extends Event> on,
      Remark.Kind kind,
      About about,
      String part) {
    return arguments(number, seed, on, kind, about, part);
  }

  private static List<Tuple> awards(Told told) {
    return told.events(AwardProposed.class).stream()
        .map(
            award ->
                tuple(
                    award.title(),
                    award.recipient().slug(),
                    award.authority().asWritten(),
                    award.track(),
                    award.decidedBy() != null))
        .toList();
  }

  private static List<String> slugs(List<? extends Id> ids) {
    return ids.stream().map(Id::slug).toList();
  }

  private static String amount(Figure.Amount amount) {
    if (amount == null) {
      return "-";
    }
    return (amount.bound() == Figure.Bound.OVER ? "over " : "") + amount.value().toPlainString();
  }

  private static String text(BigDecimal number) {
    return number == null ? "-" : number.toPlainString();
  }
}
