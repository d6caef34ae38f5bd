package vn.giaouoc.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.giaouoc.query.Recorder.Told;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;
import vn.giaouoc.shared.movement.ExemplaryCasesId;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.paper.RegisterId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** A small year of one bloc, for tests. */
public final class Vocabulary {

  public static final UnitId PROVINCE = UnitId.of("kien-giang.ubnd");
  public static final UnitId HEALTH = UnitId.of("kien-giang.so-y-te");
  public static final UnitId TOURISM = UnitId.of("kien-giang.so-du-lich");
  public static final UnitId SCIENCE = UnitId.of("kien-giang.so-khcn");
  public static final BlocId BLOC = BlocId.of("kien-giang.khoi-4");
  public static final CycleId CYCLE = CycleId.of("kien-giang.khoi-4.2019");
  public static final ConferenceId YEAR_END = ConferenceId.of("kien-giang.khoi-4.2019.year-end");
  public static final PollId POLL = PollId.of("kien-giang.khoi-4.2019.ranking");
  public static final AwardId FLAG = AwardId.of("kien-giang.khoi-4.2019.flag");
  public static final MovementId MOVEMENT = MovementId.of("nong-thon-moi");

  private static final BlocId NEIGHBOUR = BlocId.of("kien-giang.khoi-5");

  private static final Target TARGET =
      new Target(
          new TargetId("dao-tao"),
          1,
          "Lớp đào tạo",
          "lớp",
          Figure.Direction.HIGHER,
          Target.Kind.FLOW,
          new BigDecimal("10"),
          null,
          null,
          List.of(),
          null,
          List.of());

  private static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getName);

  private static final List<String> DATES =
      List.of("2018-06-01", "2019-03-11", "2019-08-02", "2020-02-05T08:00", "2020-06", "2021");

  /** What stands in the year for the ids in golden examples. */
  private static final Map<String, List<String>> IN_THE_YEAR =
      Map.ofEntries(
          Map.entry("unitid", List.of(HEALTH.slug(), SCIENCE.slug(), TOURISM.slug())),
          Map.entry("blocid", List.of(BLOC.slug(), NEIGHBOUR.slug())),
          Map.entry("cycleid", List.of(CYCLE.slug())),
          Map.entry("conferenceid", List.of(YEAR_END.slug())),
          Map.entry("pollid", List.of(POLL.slug())),
          Map.entry("awardid", List.of(FLAG.slug())),
          Map.entry("pledgeid", List.of(PledgeEvent.idOf(CYCLE, HEALTH).slug())),
          Map.entry("scoresheetid", List.of(ScoreSheetId.of(CYCLE, HEALTH).slug())),
          Map.entry(
              "reportid", List.of(ReportEvent.idOf(CYCLE, ReportEvent.Stage.MID_YEAR).slug())),
          Map.entry("exemplarycasesid", List.of(CYCLE.slug())),
          Map.entry("registerid", List.of(RegisterId.of(BLOC, 2019, PaperKind.BC).slug())),
          Map.entry("movementid", List.of("kien-giang.phong-trao")),
          Map.entry("paperid", List.of("kien-giang.bao-cao")),
          Map.entry("complaintid", List.of("kien-giang.khieu-nai")),
          Map.entry("fileid", List.of("kien-giang.minh-chung")));

  private Vocabulary() {}

  public static Remark doubt(String stated) {
    return new Remark(
        Remark.Kind.DOUBT,
        Remark.About.COUNT_DIFFERS_FROM_LIST,
        Map.of("stated", stated, "listed", "2"),
        null,
        List.of(),
        null);
  }

  /** Facts that papers tell of the year; some at the same moment, some contradicting each other. */
  public static List<Told> facts() {
    return List.of(
        told(
            "unknown",
            new UnitEvent.UnitRegistered(
                PROVINCE, "UBND tỉnh Kiên Giang", UnitKind.PEOPLES_COMMITTEE, null)),
        told(
            "unknown",
            new UnitEvent.UnitRegistered(HEALTH, "Sở Y tế", UnitKind.DEPARTMENT, PROVINCE)),
        told(
            "unknown",
            new UnitEvent.UnitRegistered(TOURISM, "Sở Du lịch", UnitKind.DEPARTMENT, PROVINCE)),
        told(
            "unknown",
            new UnitEvent.UnitRegistered(
                SCIENCE, "Sở Khoa học và Công nghệ", UnitKind.DEPARTMENT, PROVINCE)),
        told("2020", new UnitEvent.UnitRenamed(TOURISM, "Sở Văn hóa và Du lịch")),
        told("2019-08-02", new UnitEvent.AliasAdded(HEALTH, "Y tế")),
        told("2019-08-02", new UnitEvent.AliasAdded(HEALTH, "Sở Y-tế")),
        told("unknown", new BlocEvent.BlocEstablished(BLOC, "Khối thi đua 4", "khối", PROVINCE)),
        told("2019-08-02", new BlocEvent.AliasAdded(BLOC, "Khối thi đua số 4")),
        told(
            "2018-03-20",
            new BlocEvent.RollAttested(BLOC, List.of(HEALTH, TOURISM), List.of(SCIENCE), 3, true)),
        told(
            "2019-08-02",
            new BlocEvent.RollAttested(BLOC, List.of(HEALTH, SCIENCE), List.of(), 3, false)),
        told(
            "2020-02-05",
            new BlocEvent.RollAttested(BLOC, List.of(HEALTH, SCIENCE), List.of(), 2, true),
            doubt("7")),
        told("2019", new BlocEvent.MemberAdmitted(BLOC, TOURISM)),
        told("2021-01-29", new BlocEvent.MemberReleased(BLOC, HEALTH)),
        told(
            "2018-03-20",
            new LeadershipEvent.LeadershipAttested(BLOC, Term.year(2018), TOURISM, List.of())),
        told(
            "2019-08-02",
            new LeadershipEvent.LeadershipAttested(
                BLOC, Term.year(2019), HEALTH, List.of(new Deputy(TOURISM, null)))),
        told(
            "2020-02-05",
            new LeadershipEvent.LeadershipDesignated(
                BLOC,
                Term.year(2020),
                TOURISM,
                List.of(new Deputy(SCIENCE, 1)),
                LeadershipEvent.Mode.ELECTED)),
        told(
            "2020-02-05",
            new LeadershipEvent.LeadershipHandedOver(BLOC, Term.year(2020), HEALTH, TOURISM)),
        told("2019", new CycleEvent.CycleOpened(CYCLE, BLOC, 2019)),
        told(
            "2019-03-11",
            new CycleEvent.StepRecorded(
                CYCLE, CycleEvent.Step.PLEDGE, CycleEvent.StepState.DONE, null)),
        told(
            "2020-02-05",
            new CycleEvent.StepRecorded(
                CYCLE, CycleEvent.Step.RANKING, CycleEvent.StepState.DONE, YEAR_END)),
        told(
            "2019-05-02",
            new CycleEvent.RegulationCited(
                CYCLE, "3387/QĐ-KTĐ4", "Quy chế", Dated.on(When.of("2019-05-02")), false)),
        told(
            "2019-03-11",
            new CycleEvent.PledgeContentsStated(
                CYCLE, 3, List.of(new CycleEvent.PledgeContent(1, new Words("aa"))))),
        told(
            "2019-03-11",
            new PledgeEvent.PledgeSigned(
                PledgeEvent.idOf(CYCLE, HEALTH), CYCLE, HEALTH, null, null)),
        told(
            "2019-03-11",
            new PledgeEvent.PledgeSigned(
                PledgeEvent.idOf(CYCLE, SCIENCE), CYCLE, SCIENCE, null, null)),
        told(
            "2020-02-05T08:00",
            new ConferenceEvent.ConferenceHeld(
                YEAR_END,
                BLOC,
                List.of(CYCLE),
                ConferenceEvent.ConferenceKind.YEAR_END,
                "Hội nghị tổng kết",
                null)),
        told(
            "2020-02-05T08:00",
            new ConferenceEvent.EntryRecorded(
                YEAR_END,
                ConferenceEvent.EntryKind.COMMENT,
                HEALTH,
                null,
                List.of(),
                List.of(),
                new Words("bb"),
                null,
                null)),
        told(
            "2020-02-05",
            new PollEvent.PollRecorded(
                POLL,
                BLOC,
                CYCLE,
                YEAR_END,
                List.of(PollEvent.Subject.RANKING),
                Contest.WHOLE_BLOC,
                List.of(PollEvent.Method.DELIBERATION, PollEvent.Method.CONSENSUS),
                null,
                null,
                null,
                PollEvent.Counts.NOT_STATED,
                List.of(SCIENCE, HEALTH))),
        told(
            "2020-02-05",
            new CycleEvent.RankingDecided(
                CYCLE,
                Contest.WHOLE_BLOC,
                List.of(new CycleEvent.Place(HEALTH, 2), new CycleEvent.Place(SCIENCE, 1)),
                POLL)),
        told(
            "2020-02-05",
            new AwardProposed(
                FLAG,
                BLOC,
                CYCLE,
                AwardEvent.Title.FLAG,
                new AwardEvent.Authority(PROVINCE, "UBND tỉnh"),
                AwardEvent.Track.ANNUAL,
                Contest.WHOLE_BLOC,
                SCIENCE,
                2019,
                YEAR_END,
                POLL)),
        told(
            "2019-08-02",
            new ReportEvent.ReportPresented(
                ReportEvent.idOf(CYCLE, ReportEvent.Stage.MID_YEAR),
                CYCLE,
                ReportEvent.Stage.MID_YEAR,
                true,
                TOURISM,
                ReportEvent.Capacity.DEPUTY,
                null)),
        told(
            "2019-08-02",
            new ReportEvent.FigureReported(
                ReportEvent.idOf(CYCLE, ReportEvent.Stage.MID_YEAR),
                CYCLE,
                SCIENCE,
                1,
                Figure.checked(
                    "Lớp đào tạo",
                    "lớp",
                    Figure.Direction.HIGHER,
                    new Figure.Amount(new BigDecimal("8"), Figure.Bound.EXACTLY),
                    new Figure.Amount(new BigDecimal("10"), Figure.Bound.EXACTLY),
                    new BigDecimal("80"),
                    List.of(),
                    null))),
        told("2019", new MovementEvent.MovementJoined(MOVEMENT, BLOC, CYCLE)),
        told(
            "2019-03-11",
            new PledgeEvent.PromiseMade(
                PledgeEvent.idOf(CYCLE, HEALTH),
                CYCLE,
                HEALTH,
                null,
                null,
                null,
                null,
                List.of(TARGET),
                null)),
        told(
            "2019-07-01",
            new PledgeEvent.MidYearReviewSubmitted(
                PledgeEvent.idOf(CYCLE, HEALTH),
                CYCLE,
                HEALTH,
                List.of(
                    Result.of(
                        TARGET, ReportEvent.Stage.MID_YEAR, Result.Reported.nothing(TARGET.id()))),
                null)),
        told(
            "2019-12-01",
            new MovementEvent.MovementResultReported(
                MOVEMENT, BLOC, CYCLE, HEALTH, new Words("aa"), List.of())),
        told(
            "2019-12-12",
            new ExemplaryCasesEvent.ExemplaryCasesCommended(
                ExemplaryCasesId.of(CYCLE.slug()), BLOC, CYCLE, 5, null, List.of())));
  }

  /**
   * The facts, and of every type of event that they have none of, its golden example as something
   * that the same units did in the same year: so no type can be forgotten. What only says something
   * of other events is not in it.
   *
   * @param turn by how many the units change places with each other
   */
  public static List<Told> everything(int turn) {
    List<Told> all = new ArrayList<>(facts());
    Set<Class<?>> told = new HashSet<>();
    all.forEach(fact -> told.add(fact.event().getClass()));
    for (Class<?> event : EventTypes.checkedIn().classes().stream().sorted(BY_NAME).toList()) {
      if (turn > 0 || !told.contains(event)) {
        example(event, turn)
            .ifPresent(example -> all.add(told(DATES.get(all.size() % DATES.size()), example)));
      }
    }
    return all;
  }

  private static Optional<Event> example(Class<?> event, int turn) {
    if (HistoryEvent.class.isAssignableFrom(event)
        || ProceedingsEvent.class.isAssignableFrom(event)) {
      return Optional.empty();
    }
    EventTypes.Type type = EventTypes.checkedIn().of(event);
    String name = "/events/" + type.name() + "@" + type.revision() + ".json";
    try (InputStream golden = Vocabulary.class.getResourceAsStream(name)) {
      String json = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, List<String>> each : IN_THE_YEAR.entrySet()) {
        int[] next = {each.getKey().equals("unitid") ? turn : 0};
        json =
            Pattern.compile("\"kien-giang\\." + each.getKey() + "\"")
                .matcher(json)
                .replaceAll(
                    found -> '"' + each.getValue().get(next[0]++ % each.getValue().size()) + '"');
      }
      return Optional.of(Envelopes.read(type.name(), type.revision(), json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Told told(String on, Event event, Remark... remarks) {
    return new Told(on, event, List.of(remarks));
  }
}
