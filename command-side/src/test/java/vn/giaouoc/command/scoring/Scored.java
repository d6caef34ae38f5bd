package vn.giaouoc.command.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Living;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.regulation.AwardRule;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** A bloc of four at the end of its year, for tests of scores, ranks and awards. */
public final class Scored {

  public static final String DAY = "2026-12-10";
  public static final BlocId BLOC = BlocId.of("kien-giang.khoi-4");
  public static final CycleId CYCLE = CycleId.of("kien-giang.khoi-4.2026");
  public static final UnitId PROVINCE = UnitId.of("kien-giang.ubnd");
  public static final UnitId LEADER = UnitId.of("kien-giang.so-du-lich");
  public static final UnitId DEPUTY = UnitId.of("kien-giang.so-khcn");
  public static final UnitId HEALTH = UnitId.of("kien-giang.so-y-te");
  public static final UnitId LABOUR = UnitId.of("kien-giang.so-ldtbxh");
  public static final UnitId STRANGER = UnitId.of("kien-giang.so-noi-vu");
  public static final List<UnitId> MEMBERS = List.of(LEADER, DEPUTY, HEALTH, LABOUR);
  public static final String SCALE = "Điều 9 khoản 1";
  public static final String QUOTA = "Điều 12 khoản 2";
  public static final Envelope BY_LEADER = Living.by(LEADER, DAY);
  public static final Envelope BY_BOARD = Living.byTheBoard(DAY);

  private Scored() {}

  /** The bloc under a regulation in which nobody shares a rank and three flags can be proposed. */
  public static Living bloc() {
    return bloc(regulation(false));
  }

  /** The bloc under another regulation, or under none. */
  public static Living bloc(@Nullable Regulation regulation) {
    Living living = Living.on(DAY);
    founding().forEach((from, events) -> living.givenOn(from, (Object[]) events));
    living.givenOn("2026-01-10", new CycleOpened(CYCLE, BLOC, 2026));
    return regulation == null
        ? living
        : living.givenOn("2026-01-15", new RegulationAdopted(CYCLE, regulation));
  }

  /** The bloc with its members and its leader, without a year, by the day from which it applies. */
  public static SortedMap<String, Event[]> founding() {
    List<Event> founding = new ArrayList<>();
    for (UnitId unit : List.of(PROVINCE, LEADER, DEPUTY, HEALTH, LABOUR, STRANGER)) {
      founding.add(new UnitRegistered(unit, unit.slug(), UnitKind.DEPARTMENT, null));
    }
    founding.add(new BlocEstablished(BLOC, "Khối thi đua 4", "khối", PROVINCE));
    MEMBERS.forEach(unit -> founding.add(new MemberAdmitted(BLOC, unit)));
    Term term = Term.year(2026);
    List<Deputy> deputies = List.of(new Deputy(DEPUTY, null));
    return new TreeMap<>(
        Map.of(
            "2025-01-01",
            founding.toArray(Event[]::new),
            "2026-01-10",
            new Event[] {
              new LeadershipDesignated(BLOC, term, LEADER, deputies, Mode.AGREED),
              new LeadershipInstalled(BLOC, term, LEADER, deputies)
            }));
  }

  /** A regulation with a scale of 1,000 points. */
  public static Regulation regulation(boolean equalRanks) {
    return new Regulation(
        "3387/QĐ-KTĐ4",
        "Quy chế hoạt động",
        LocalDate.of(2026, 1, 15),
        LocalDate.of(2026, 1, 15),
        List.of(new StepRule(Step.SCORING, "Điều 8", LocalDate.of(2026, 12, 5), true)),
        List.of(AwardRule.fixed(Title.FLAG, Track.ANNUAL, 3, QUOTA)),
        new ScoringRule(new BigDecimal("1000"), equalRanks, SCALE));
  }

  /** The sheet of a unit. */
  public static ScoreSheetId sheet(UnitId unit) {
    return ScoreSheetId.of(CYCLE, unit);
  }

  /** That a unit scored itself. */
  public static SelfScoreEntered self(UnitId unit, String points) {
    return new SelfScoreEntered(sheet(unit), CYCLE, unit, List.of(), new BigDecimal(points), false);
  }

  /** That every member scored itself, in the order in which they are told here. */
  public static Event[] scores(String leader, String deputy, String health, String labour) {
    return new Event[] {
      self(LEADER, leader), self(DEPUTY, deputy), self(HEALTH, health), self(LABOUR, labour)
    };
  }

  /** That a sheet is frozen by the ranking of the whole bloc. */
  public static SheetFrozen frozen(UnitId unit) {
    return new SheetFrozen(sheet(unit), CYCLE, unit, Contest.WHOLE_BLOC);
  }

  /** A total in a layer. */
  static ScoreSheetCommand.Enter enter(
      UnitId unit, Layer layer, @Nullable UnitId by, String total, Envelope envelope) {
    return new ScoreSheetCommand.Enter(
        CYCLE,
        unit,
        layer,
        by,
        new ScoreSheetCommand.Scores(List.of(), new BigDecimal(total)),
        envelope);
  }
}
