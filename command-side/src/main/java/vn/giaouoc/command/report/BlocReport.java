package vn.giaouoc.command.report;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.report.ReportRejection.CONFERENCE_NOT_KNOWN;
import static vn.giaouoc.command.report.ReportRejection.COUNT_NOT_PLAUSIBLE;
import static vn.giaouoc.command.report.ReportRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.report.ReportRejection.PRESENTER_NOT_IN_OFFICE;
import static vn.giaouoc.command.report.ReportRejection.REPORT_ALREADY_DRAFTED;
import static vn.giaouoc.command.report.ReportRejection.REPORT_ALREADY_FINALISED;
import static vn.giaouoc.command.report.ReportRejection.REPORT_ALREADY_PRESENTED;
import static vn.giaouoc.command.report.ReportRejection.REPORT_NOT_DRAFTED;
import static vn.giaouoc.command.report.ReportRejection.REPORT_NOT_PRESENTED;
import static vn.giaouoc.command.report.ReportRejection.REPORT_SAYS_NOTHING;
import static vn.giaouoc.command.report.ReportRejection.STATEMENT_SAYS_NOTHING;
import static vn.giaouoc.command.report.ReportRejection.STEP_SKIPPED;
import static vn.giaouoc.command.report.ReportRejection.SUBJECT_NOT_A_MEMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.InOffice;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.report.ReportCommand.AmendReport;
import vn.giaouoc.command.report.ReportCommand.DraftReport;
import vn.giaouoc.command.report.ReportCommand.FinaliseReport;
import vn.giaouoc.command.report.ReportCommand.MakeStatement;
import vn.giaouoc.command.report.ReportCommand.PresentReport;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.report.ReportEvent.Count;
import vn.giaouoc.shared.report.ReportEvent.CountStated;
import vn.giaouoc.shared.report.ReportEvent.Counted;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.ReportAmended;
import vn.giaouoc.shared.report.ReportEvent.ReportDrafted;
import vn.giaouoc.shared.report.ReportEvent.ReportFinalised;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.ReportTabled;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportEvent.Statement;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;
import vn.giaouoc.shared.report.ReportEvent.UnitFigure;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A bloc's report at one stage of a cycle: drafted by its leadership, presented as a draft by the
 * leader or a deputy, amended, finalised. A draft is for the leadership; what is presented comes
 * before the members as a whole.
 */
@AggregateRoot(type = "report")
class BlocReport extends Recordable<ReportEvent> {

  private boolean drafted;
  private boolean presented;
  private boolean finalised;
  private final List<Statement> statements = new ArrayList<>();
  private final List<UnitFigure> figures = new ArrayList<>();
  private final List<Counted> counts = new ArrayList<>();
  private final List<Words> amendments = new ArrayList<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(DraftReport command, Streams streams, Offices offices) {
    BlocId bloc = mustLeadOrDeputise(command, streams, offices);
    STEP_SKIPPED.unless(
        !skipped(streams.peek(Year.class, command.cycle().stream()), command.stage()),
        command.report().slug());
    REPORT_ALREADY_PRESENTED.unless(!presented, command.report().slug());
    REPORT_ALREADY_DRAFTED.unless(!drafted, command.report().slug());
    append(
        new ReportDrafted(command.report(), command.cycle(), command.stage()),
        forLeadership(command, bloc));
    return version();
  }

  @CommandHandler
  long handle(MakeStatement command, Streams streams, Offices offices, Keeper keeper) {
    BlocId bloc = mustLeadOrDeputise(command, streams, offices);
    REPORT_ALREADY_PRESENTED.unless(!presented, command.report().slug());
    REPORT_NOT_DRAFTED.unless(drafted, command.report().slug());
    STATEMENT_SAYS_NOTHING.unless(
        command.text() != null || !command.figures().isEmpty() || !command.counts().isEmpty());
    Set<UnitId> members = offices.roll(bloc).membersOn(offices.today());
    Stream.concat(command.units().stream(), command.figures().stream().map(figure -> figure.unit()))
        .forEach(unit -> SUBJECT_NOT_A_MEMBER.unless(members.contains(unit), unit.slug()));
    command.counts().forEach(BlocReport::mustBePlausible);
    Envelope envelope = forLeadership(command, bloc);
    if (command.text() != null) {
      append(
          new StatementMade(
              command.report(),
              command.cycle(),
              command.statementKind(),
              command.units(),
              command.content(),
              keeper.words(command.text())),
          envelope);
    }
    for (UnitFigure each : command.figures()) {
      append(
          new FigureReported(
              command.report(), command.cycle(), each.unit(), each.content(), each.figure()),
          envelope);
    }
    for (Count count : command.counts()) {
      append(
          new CountStated(
              command.report(), command.cycle(), command.units(), command.content(), count),
          envelope);
    }
    return version();
  }

  @CommandHandler
  long handle(PresentReport command, Streams streams, Offices offices, Files files) {
    BlocId bloc = mustLeadOrDeputise(command, streams, offices);
    REPORT_ALREADY_PRESENTED.unless(!presented, command.report().slug());
    REPORT_NOT_DRAFTED.unless(drafted, command.report().slug());
    REPORT_SAYS_NOTHING.unless(
        command.file() != null || !statements.isEmpty() || !figures.isEmpty() || !counts.isEmpty());
    Capacity capacity = capacity(command.by(), bloc, offices);
    CONFERENCE_NOT_KNOWN.unless(
        command.conference() == null || streams.exists(command.conference()),
        command.conference() == null ? null : command.conference().slug());
    mustBeKept(command.file(), files);
    tell(
        new ReportPresented(
            command.report(),
            command.cycle(),
            command.stage(),
            true,
            command.by(),
            capacity,
            command.conference()),
        command);
    append(tabled(command, false, command.file()), forBloc(command, bloc));
    return version();
  }

  @CommandHandler
  long handle(AmendReport command, Streams streams, Offices offices, Keeper keeper) {
    BlocId bloc = mustLeadOrDeputise(command, streams, offices);
    REPORT_NOT_PRESENTED.unless(presented, command.report().slug());
    REPORT_ALREADY_FINALISED.unless(!finalised, command.report().slug());
    append(
        new ReportAmended(
            command.report(), command.cycle(), command.content(), keeper.words(command.text())),
        forBloc(command, bloc));
    return version();
  }

  @CommandHandler
  long handle(FinaliseReport command, Streams streams, Offices offices, Files files) {
    BlocId bloc = mustLeadOrDeputise(command, streams, offices);
    REPORT_NOT_PRESENTED.unless(presented, command.report().slug());
    REPORT_ALREADY_FINALISED.unless(!finalised, command.report().slug());
    Capacity capacity = capacity(command.by(), bloc, offices);
    mustBeKept(command.file(), files);
    tell(
        new ReportFinalised(
            command.report(), command.cycle(), command.stage(), command.by(), capacity),
        command);
    append(tabled(command, true, command.file()), forBloc(command, bloc));
    return version();
  }

  private ReportTabled tabled(ReportCommand command, boolean last, @Nullable FileId file) {
    return new ReportTabled(
        command.report(),
        command.cycle(),
        command.stage(),
        last,
        List.copyOf(statements),
        List.copyOf(figures),
        List.copyOf(counts),
        List.copyOf(amendments),
        file);
  }

  private static BlocId mustLeadOrDeputise(
      ReportCommand command, Streams streams, Offices offices) {
    Year year = streams.peek(Year.class, command.cycle().stream());
    CYCLE_NOT_OPEN.unless(year.bloc() != null && year.isOpen(), command.cycle().slug());
    BlocId bloc = requireNonNull(year.bloc());
    offices.mustLeadOrDeputise(command.envelope().actor(), bloc);
    return bloc;
  }

  /** As what a unit presents: it holds that office today. */
  private static Capacity capacity(UnitId by, BlocId bloc, Offices offices) {
    InOffice inOffice = offices.inOffice(bloc);
    boolean leads = by.equals(inOffice.leaderOn(offices.today()));
    boolean deputises =
        inOffice.deputiesOn(offices.today()).stream().map(Deputy::unit).anyMatch(by::equals);
    PRESENTER_NOT_IN_OFFICE.unless(leads || deputises, by.slug());
    return leads ? Capacity.LEADER : Capacity.DEPUTY;
  }

  private static boolean skipped(Year year, Stage stage) {
    return switch (stage) {
      case MID_YEAR -> year.stateOf(Step.MID_YEAR_REVIEW) == StepState.SKIPPED;
      case YEAR_END -> year.stateOf(Step.YEAR_END_REVIEW) == StepState.SKIPPED;
      case NINE_MONTH -> false;
    };
  }

  private static void mustBePlausible(Count count) {
    COUNT_NOT_PLAUSIBLE.unless(
        count.number() >= 0
            && count.ofWhich().stream()
                .allMatch(part -> part.number() >= 0 && part.number() <= count.number()),
        count.what());
  }

  private static void mustBeKept(@Nullable FileId file, Files files) {
    FILE_NOT_KEPT.unless(file == null || files.has(file), file == null ? null : file.slug());
  }

  private static Envelope forLeadership(ReportCommand command, BlocId bloc) {
    return command.envelope().forAudience(Audience.leadership(bloc));
  }

  private static Envelope forBloc(ReportCommand command, BlocId bloc) {
    return command.envelope().forAudience(Audience.bloc(bloc));
  }

  @Override
  protected AskedFor asked(ReportEvent event, Stored stored) {
    return ReportAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    drafted = false;
    presented = false;
    finalised = false;
    statements.clear();
    figures.clear();
    counts.clear();
    amendments.clear();
  }

  @Override
  protected void evolve(ReportEvent event, Since since) {
    switch (event) {
      case ReportDrafted _ -> drafted = true;
      case StatementMade(_, _, var kind, var units, var content, var text) ->
          statements.add(new Statement(kind, units, content, text));
      case FigureReported(_, _, var unit, var content, var figure) ->
          figures.add(new UnitFigure(unit, content, figure));
      case CountStated(_, _, var units, var content, var count) ->
          counts.add(new Counted(units, content, count));
      case ReportPresented _ -> presented = true;
      case ReportAmended amended -> amendments.add(amended.text());
      case ReportFinalised _ -> finalised = true;
      case ReportTabled _ -> {}
    }
  }
}
