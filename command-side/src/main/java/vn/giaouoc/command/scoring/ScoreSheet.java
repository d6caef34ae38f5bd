package vn.giaouoc.command.scoring;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_A_DEPUTY;
import static vn.giaouoc.command.scoring.ScoringRejection.APPEAL_ALREADY_LODGED;
import static vn.giaouoc.command.scoring.ScoringRejection.APPEAL_WINDOW_CLOSED;
import static vn.giaouoc.command.scoring.ScoringRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.scoring.ScoringRejection.EXPLAIN_WINDOW_CLOSED;
import static vn.giaouoc.command.scoring.ScoringRejection.LAYER_NOT_PROVIDED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOTHING_TO_CHECK;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_AN_ASSESSOR;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_A_MEMBER_TODAY;
import static vn.giaouoc.command.scoring.ScoringRejection.NO_APPEAL;
import static vn.giaouoc.command.scoring.ScoringRejection.NO_SCORE_YET;
import static vn.giaouoc.command.scoring.ScoringRejection.OWN_SHEET;
import static vn.giaouoc.command.scoring.ScoringRejection.SCORING_SKIPPED;
import static vn.giaouoc.command.scoring.ScoringRejection.SHEET_FROZEN;
import static vn.giaouoc.command.scoring.ScoringRejection.SHEET_NOT_FROZEN;
import static vn.giaouoc.command.scoring.ScoringRejection.SHEET_RETURNED;
import static vn.giaouoc.command.scoring.ScoringRejection.STEP_NOT_BEGUN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.cycle.Duties;
import vn.giaouoc.command.cycle.Duty;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.InOffice;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.scoring.ScoreSheetCommand.DecideAppeal;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Enter;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Explain;
import vn.giaouoc.command.scoring.ScoreSheetCommand.LodgeAppeal;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Reopen;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Return;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.regulation.Proposals.Known;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.Window;
import vn.giaouoc.shared.regulation.Regulation.WindowRule.Act;
import vn.giaouoc.shared.regulation.Scale.LayerRule;
import vn.giaouoc.shared.regulation.Scale.Scorer;
import vn.giaouoc.shared.regulation.Scale.Who;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealDecided;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealLodged;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.BlocScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.CrossChecked;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Explained;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Marks;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReopened;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReturned;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Verified;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The score sheet of one unit in one cycle. Whoever scores does so in a layer of its own, and
 * nobody scores what is its own twice: the unit, another member, the leader or a deputy for the
 * bloc, the board. A later score of the same layer replaces the earlier one there, until a ranking
 * freezes the sheet.
 */
@AggregateRoot(type = "sheet")
class ScoreSheet extends Recordable<ScoreSheetEvent> implements Duty, Frozen {

  private record Entered(List<Line> lines, @Nullable BigDecimal total) {}

  private final NavigableMap<Layer, Entered> layers = new TreeMap<>();
  private final Map<Contest, Optional<Marks>> frozenBy = new HashMap<>();
  private boolean returned;
  private Known selfInTime = Known.UNKNOWN;
  private boolean appealed;
  private @Nullable Fulfilled handedIn;
  private @Nullable Window explaining;
  private @Nullable Window appealing;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Enter command, Streams streams, Offices offices, Keeper keeper, Files files) {
    Year year = streams.peek(Year.class, command.cycle().stream());
    BlocId bloc = blocOf(year, command);
    Regulation regulation = year.regulationOn(offices.today());
    mayScore(command, bloc, year, offices, layerRule(regulation));
    CYCLE_NOT_OPEN.unless(year.isOpen(), command.cycle().slug());
    SCORING_SKIPPED.unless(
        year.stateOf(Step.SCORING) != StepState.SKIPPED,
        command.cycle().slug(),
        clauseOf(regulation));
    LocalDate from = year.firstDayOf(Step.SCORING);
    STEP_NOT_BEGUN.unless(
        from == null || !offices.today().isBefore(from), "" + from, clauseOf(regulation));
    NOT_A_MEMBER_TODAY.unless(
        offices.roll(bloc).membersOn(offices.today()).contains(command.unit()),
        command.unit().slug());
    SHEET_FROZEN.unless(!isFrozen(), command.stream(), clauseOf(regulation));
    NOTHING_TO_CHECK.unless(
        command.layer() != Layer.CROSS_CHECK || layers.containsKey(Layer.SELF), command.stream());
    LayerScore score =
        LayerScore.of(command, regulation, onRecord(command, year, regulation, streams, offices));
    score.lines().stream()
        .flatMap(line -> line.evidence().stream())
        .forEach(file -> FILE_NOT_KEPT.unless(files.has(file), file.slug()));
    append(
        entered(
            command,
            lines(score, keeper),
            score.total(),
            year.deadlineOf(Step.SCORING),
            offices.today(),
            regulation == null ? null : regulation.window(Act.EXPLAIN, offices.today())),
        seenBy(bloc, command));
    return version();
  }

  private List<Line> onRecord(
      Enter command, Year year, @Nullable Regulation regulation, Streams streams, Offices offices) {
    LocalDate today = offices.today();
    return new OnRecord(command.cycle(), year, today)
        .of(
            command.unit(),
            regulation == null ? null : regulation.scale(),
            step -> {
              if (step == Step.SCORING) {
                return handedIn == null && command.layer() == Layer.SELF
                    ? new Fulfilled(When.on(today), version() + 1)
                    : handedIn;
              }
              return streams
                  .peek(Duty.class, Duties.where(step, command.cycle(), command.unit()))
                  .fulfilled(step);
            });
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Return command, Streams streams, Offices offices, Keeper keeper) {
    Actor actor = command.envelope().actor();
    Year year = streams.peek(Year.class, command.cycle().stream());
    BlocId bloc = blocOf(year, command);
    if (!offices.isTheBoard(actor)) {
      offices.mustLeadOrDeputise(actor, bloc);
    }
    CYCLE_NOT_OPEN.unless(year.isOpen(), command.cycle().slug());
    SHEET_FROZEN.unless(!isFrozen(), command.stream());
    NO_SCORE_YET.unless(layers.containsKey(Layer.SELF), command.stream());
    SHEET_RETURNED.unless(!returned, command.stream());
    append(
        new SheetReturned(
            command.sheet(), command.cycle(), command.unit(), keeper.words(command.reason())),
        seenBy(bloc, command));
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Explain command, Streams streams, Offices offices, Keeper keeper) {
    Year year = streams.peek(Year.class, command.cycle().stream());
    BlocId bloc = blocOf(year, command);
    offices.mustActFor(command.envelope().actor(), command.unit());
    CYCLE_NOT_OPEN.unless(year.isOpen(), command.cycle().slug());
    SHEET_FROZEN.unless(!isFrozen(), command.stream());
    NO_SCORE_YET.unless(!layers.isEmpty(), command.stream());
    mustBeWithin(explaining, EXPLAIN_WINDOW_CLOSED, offices);
    append(
        new Explained(
            command.sheet(), command.cycle(), command.unit(), keeper.words(command.explanation())),
        seenBy(bloc, command));
    return version();
  }

  /** Also of a frozen sheet, and by a unit that has left the bloc since: its points stand. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(LodgeAppeal command, Streams streams, Offices offices, Keeper keeper) {
    BlocId bloc = blocOf(streams.peek(Year.class, command.cycle().stream()), command);
    offices.mustActFor(command.envelope().actor(), command.unit());
    NO_SCORE_YET.unless(
        isFrozen() || layers.keySet().stream().anyMatch(layer -> layer != Layer.SELF),
        command.stream());
    APPEAL_ALREADY_LODGED.unless(!appealed, command.stream());
    mustBeWithin(appealing, APPEAL_WINDOW_CLOSED, offices);
    append(
        new AppealLodged(
            command.sheet(), command.cycle(), command.unit(), keeper.words(command.grounds())),
        seenBy(bloc, command));
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(DecideAppeal command, Streams streams, Offices offices, Keeper keeper) {
    BlocId bloc = blocOf(streams.peek(Year.class, command.cycle().stream()), command);
    offices.mustBeTheBoard(command.envelope().actor());
    NO_APPEAL.unless(appealed, command.stream());
    append(
        new AppealDecided(
            command.sheet(),
            command.cycle(),
            command.unit(),
            command.upheld(),
            keeper.words(command.reason())),
        seenBy(bloc, command));
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Reopen command, Streams streams, Offices offices, Keeper keeper) {
    Actor actor = command.envelope().actor();
    Year year = streams.peek(Year.class, command.cycle().stream());
    BlocId bloc = blocOf(year, command);
    if (!offices.isTheBoard(actor)) {
      offices.mustLead(actor, bloc);
    }
    CYCLE_NOT_OPEN.unless(year.isOpen(), command.cycle().slug());
    SHEET_NOT_FROZEN.unless(isFrozen(), command.stream());
    append(
        new SheetReopened(
            command.sheet(), command.cycle(), command.unit(), keeper.words(command.reason())),
        seenBy(bloc, command));
    return version();
  }

  /** The layers that have a score. */
  Set<Layer> entered() {
    return layers.keySet();
  }

  /** The points of a layer; nothing where it has none, or they cannot be told yet. */
  @Nullable BigDecimal points(@Nullable Layer layer) {
    Entered entered = layer == null ? null : layers.get(layer);
    return entered == null ? null : entered.total();
  }

  /** The lines of a layer. */
  List<Line> lines(@Nullable Layer layer) {
    Entered entered = layer == null ? null : layers.get(layer);
    return entered == null ? List.of() : entered.lines();
  }

  private static @Nullable LayerRule layerRule(@Nullable Regulation regulation) {
    return regulation == null || regulation.scale() == null ? null : regulation.scale().layers();
  }

  /** Whether a ranking of any contest rests on it. */
  boolean isFrozen() {
    return !frozenBy.isEmpty();
  }

  @Override
  public boolean isFrozenBy(Contest contest) {
    return frozenBy.containsKey(contest);
  }

  @Override
  public @Nullable Marks marksIn(Contest contest) {
    return frozenBy.getOrDefault(contest, Optional.empty()).orElse(null);
  }

  /** Whether it was sent back, and the unit has not scored itself since. */
  boolean isReturned() {
    return returned;
  }

  private static BlocId blocOf(Year year, ScoreSheetCommand command) {
    BlocId bloc = year.bloc();
    CYCLE_NOT_OPEN.unless(bloc != null, command.cycle().slug());
    return requireNonNull(bloc);
  }

  /** The law asks that members see each other's scores; others do not. */
  private static Envelope seenBy(BlocId bloc, ScoreSheetCommand command) {
    return command.envelope().forAudience(Audience.bloc(bloc));
  }

  private static void mustBeWithin(
      @Nullable Window window, ScoringRejection reason, Offices offices) {
    if (window != null) {
      reason.unless(
          !offices.today().isAfter(window.until()), window.until().toString(), window.clause());
    }
  }

  private static void mayScore(
      Enter command, BlocId bloc, Year year, Offices offices, @Nullable LayerRule rule) {
    Actor actor = command.envelope().actor();
    UnitId by = command.by();
    Set<Who> scorers =
        rule == null
            ? Set.of()
            : rule.scores().stream()
                .filter(each -> each.layer() == command.layer())
                .map(Scorer::by)
                .collect(Collectors.toSet());
    LAYER_NOT_PROVIDED.unless(
        rule == null || rule.scores().isEmpty() || !scorers.isEmpty(),
        command.unit().slug(),
        rule == null ? null : rule.clause());
    if (by != null
        && rule != null
        && scorers.contains(Who.ASSESSORS)
        && !offices.roll(bloc).membersOn(offices.today()).contains(by)) {
      offices.mustActFor(actor, by);
      NOT_AN_ASSESSOR.unless(
          rule.assessors().isEmpty()
              ? year.assessors().contains(by)
              : rule.assessors().contains(by),
          by.slug(),
          rule.clause());
      return;
    }
    boolean anybody = rule == null || rule.scores().isEmpty();
    String clause = rule == null ? null : rule.clause();
    switch (command.layer()) {
      case SELF -> offices.mustActFor(actor, command.unit());
      case CROSS_CHECK -> {
        offices.mustActFor(actor, requireNonNull(by));
        NOT_A_MEMBER_TODAY.unless(
            offices.roll(bloc).membersOn(offices.today()).contains(by), by.slug());
        OWN_SHEET.unless(!by.equals(command.unit()), by.slug());
        LAYER_NOT_PROVIDED.unless(anybody || scorers.contains(Who.OTHER_MEMBER), by.slug(), clause);
      }
      case BLOC -> {
        offices.mustActFor(actor, requireNonNull(by));
        InOffice inOffice = offices.inOffice(bloc);
        UnitId leader = inOffice.leaderOn(offices.today());
        NOT_THE_LEADER_OR_A_DEPUTY.unless(
            by.equals(leader)
                || inOffice.deputiesOn(offices.today()).stream()
                    .map(Deputy::unit)
                    .anyMatch(by::equals),
            by.slug());
        OWN_SHEET.unless(!by.equals(command.unit()), by.slug());
        // whom the regulation lets score; a deputy that scores for the leader does so for its sheet
        Who who =
            by.equals(leader) || command.unit().equals(leader) && !scorers.contains(Who.DEPUTY)
                ? Who.LEADER
                : Who.DEPUTY;
        LAYER_NOT_PROVIDED.unless(anybody || scorers.contains(who), by.slug(), clause);
      }
      case VERIFIED -> {
        offices.mustBeTheBoard(actor);
        LAYER_NOT_PROVIDED.unless(
            anybody || scorers.contains(Who.BOARD), command.unit().slug(), clause);
      }
    }
  }

  private static ScoreSheetEvent entered(
      Enter command,
      List<Line> lines,
      @Nullable BigDecimal total,
      @Nullable LocalDate due,
      LocalDate today,
      @Nullable Window explain) {
    UnitId by = command.by();
    boolean late = due != null && today.isAfter(due);
    return switch (command.layer()) {
      case SELF ->
          new SelfScoreEntered(
              command.sheet(),
              command.cycle(),
              command.unit(),
              lines,
              total,
              late,
              late ? due : null);
      case CROSS_CHECK ->
          new CrossChecked(
              command.sheet(),
              command.cycle(),
              command.unit(),
              requireNonNull(by),
              lines,
              total,
              late,
              explain);
      case BLOC ->
          new BlocScoreEntered(
              command.sheet(),
              command.cycle(),
              command.unit(),
              requireNonNull(by),
              lines,
              total,
              late,
              explain);
      case VERIFIED ->
          new Verified(
              command.sheet(), command.cycle(), command.unit(), lines, total, late, explain);
    };
  }

  private static List<Line> lines(LayerScore score, Keeper keeper) {
    return Stream.concat(
            score.lines().stream()
                .map(
                    each ->
                        new Line(
                            each.criterion(),
                            each.points(),
                            each.note() == null ? null : keeper.words(each.note()),
                            each.figure(),
                            each.evidence())),
            score.recorded().stream())
        .toList();
  }

  private static @Nullable String clauseOf(@Nullable Regulation regulation) {
    return regulation == null || regulation.scoring() == null
        ? null
        : regulation.scoring().clause();
  }

  @Override
  protected AskedFor asked(ScoreSheetEvent event, Stored stored) {
    return SheetAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    layers.clear();
    frozenBy.clear();
    returned = false;
    selfInTime = Known.UNKNOWN;
    appealed = false;
    handedIn = null;
    explaining = null;
    appealing = null;
  }

  @Override
  public boolean done(Step step) {
    return step == Step.SCORING && layers.containsKey(Layer.SELF) && !returned;
  }

  @Override
  public Known inTime(Step step) {
    return step == Step.SCORING ? selfInTime : Known.UNKNOWN;
  }

  @Override
  public @Nullable Fulfilled fulfilled(Step step) {
    return step == Step.SCORING ? handedIn : null;
  }

  @Override
  public boolean isOpen() {
    return !layers.isEmpty() && !isFrozen();
  }

  @Override
  protected void evolve(ScoreSheetEvent event, Since since) {
    switch (event) {
      case SelfScoreEntered score -> {
        layers.put(Layer.SELF, new Entered(score.lines(), score.total()));
        returned = false;
        // once in time is in time, also where it is sent back and entered anew
        selfInTime = score.late() && selfInTime != Known.YES ? Known.NO : Known.YES;
        if (handedIn == null) {
          handedIn = new Fulfilled(since.from(), since.version());
        }
      }
      case CrossChecked score -> {
        layers.put(Layer.CROSS_CHECK, new Entered(score.lines(), score.total()));
        explaining = score.explain();
      }
      case BlocScoreEntered score -> {
        layers.put(Layer.BLOC, new Entered(score.lines(), score.total()));
        explaining = score.explain();
      }
      case Verified score -> {
        layers.put(Layer.VERIFIED, new Entered(score.lines(), score.total()));
        explaining = score.explain();
      }
      case SheetReturned _ -> returned = true;
      case Explained _ -> {}
      case AppealLodged _ -> appealed = true;
      case AppealDecided _ -> appealed = false;
      case SheetFrozen froze -> {
        frozenBy.put(froze.contest(), Optional.ofNullable(froze.marks()));
        appealing = froze.appeal();
      }
      case SheetReopened _ -> {
        frozenBy.clear();
        appealing = null; // until it is ranked anew
      }
    }
  }
}
