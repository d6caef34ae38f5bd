package vn.giaouoc.command;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineSet;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** A bloc of three in an open year: led by Health, with Tourism as deputy, and Science. */
public final class Lived {

  public static final BlocId BLOC = BlocId.of("kien-giang.khoi-4");
  public static final CycleId CYCLE = CycleId.of("kien-giang.khoi-4.2026");
  public static final UnitId LEADER = UnitId.of("kien-giang.so-y-te");
  public static final UnitId DEPUTY = UnitId.of("kien-giang.so-du-lich");
  public static final UnitId MEMBER = UnitId.of("kien-giang.so-khoa-hoc-va-cong-nghe");
  public static final UnitId STRANGER = UnitId.of("kien-giang.so-tai-chinh");
  public static final ConferenceId SIGNING = ConferenceId.of("kien-giang.khoi-4.2026.signing");
  public static final String TODAY = "2026-07-10";

  private Lived() {}

  /** The year without a regulation, on {@link #TODAY}. */
  public static Living year() {
    Living living = Living.on(TODAY);
    for (UnitId unit : List.of(LEADER, DEPUTY, MEMBER, STRANGER)) {
      living.givenOn(
          "2020-01-01", new UnitRegistered(unit, unit.slug(), UnitKind.DEPARTMENT, null));
    }
    living.givenOn("2020-01-02", new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null));
    for (UnitId unit : List.of(LEADER, DEPUTY, MEMBER)) {
      living.givenOn("2020-01-03", new MemberAdmitted(BLOC, unit));
    }
    return living
        .givenOn(
            "2026-01-01",
            new LeadershipInstalled(
                BLOC, Term.year(2026), LEADER, List.of(new Deputy(DEPUTY, null))))
        .givenOn("2026-01-02", new CycleOpened(CYCLE, BLOC, 2026))
        .givenOn(
            "2026-01-03",
            new ConferenceHeld(
                SIGNING,
                BLOC,
                List.of(CYCLE),
                ConferenceKind.PLEDGE,
                "Hội nghị ký kết giao ước",
                null));
  }

  /** The year under a regulation with these steps, in their order, each with its clause. */
  public static Living year(Step... steps) {
    List<StepRule> rules =
        Arrays.stream(steps)
            .map(step -> new StepRule(step, "Điều " + step.code(), null, true))
            .toList();
    return year()
        .givenOn(
            "2026-01-05",
            new RegulationAdopted(
                CYCLE,
                new Regulation(
                    "01/QĐ-KTĐ4",
                    "Quy chế hoạt động",
                    null,
                    LocalDate.of(2026, 1, 5),
                    rules,
                    List.of(),
                    null)));
  }

  /** A deadline of a step. */
  public static DeadlineSet due(Step step, String day) {
    return new DeadlineSet(CYCLE, step, LocalDate.parse(day));
  }

  /** An act of a unit today. */
  public static Envelope by(UnitId unit) {
    return Living.by(unit, TODAY);
  }

  /** An act of an administrator on some day. */
  public static Envelope byAdministrator(String day) {
    return Envelope.firstHand(When.of(day), new Actor("somebody", null, "administrator"));
  }
}
