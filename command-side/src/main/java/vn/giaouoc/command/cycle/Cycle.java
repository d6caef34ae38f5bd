package vn.giaouoc.command.cycle;

import static vn.giaouoc.command.cycle.CycleRejection.ALREADY_EXCLUDED;
import static vn.giaouoc.command.cycle.CycleRejection.ASSESSOR_IS_A_MEMBER;
import static vn.giaouoc.command.cycle.CycleRejection.ASSESSOR_NAMED_TWICE;
import static vn.giaouoc.command.cycle.CycleRejection.ASSESSOR_NOT_KNOWN;
import static vn.giaouoc.command.cycle.CycleRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.cycle.CycleRejection.CONFERENCE_NOT_KNOWN;
import static vn.giaouoc.command.cycle.CycleRejection.CYCLE_ALREADY_OPENED;
import static vn.giaouoc.command.cycle.CycleRejection.CYCLE_CLOSED;
import static vn.giaouoc.command.cycle.CycleRejection.CYCLE_MISNAMED;
import static vn.giaouoc.command.cycle.CycleRejection.CYCLE_NOT_CLOSED;
import static vn.giaouoc.command.cycle.CycleRejection.CYCLE_NOT_OPENED;
import static vn.giaouoc.command.cycle.CycleRejection.DAY_HAS_NOT_COME;
import static vn.giaouoc.command.cycle.CycleRejection.DAY_NOT_EXACT;
import static vn.giaouoc.command.cycle.CycleRejection.DEADLINE_ALREADY_SET;
import static vn.giaouoc.command.cycle.CycleRejection.DEADLINE_CANNOT_BE;
import static vn.giaouoc.command.cycle.CycleRejection.DEADLINE_NOT_LATER;
import static vn.giaouoc.command.cycle.CycleRejection.DEADLINE_PASSED;
import static vn.giaouoc.command.cycle.CycleRejection.INTO_ITSELF;
import static vn.giaouoc.command.cycle.CycleRejection.NOTHING_ASKED_OF_MEMBERS;
import static vn.giaouoc.command.cycle.CycleRejection.NOTHING_OPEN;
import static vn.giaouoc.command.cycle.CycleRejection.NOT_A_GROUND_FOR_EXCLUSION;
import static vn.giaouoc.command.cycle.CycleRejection.NOT_A_MEMBER;
import static vn.giaouoc.command.cycle.CycleRejection.NOT_EXCLUDED;
import static vn.giaouoc.command.cycle.CycleRejection.NO_CONTENTS;
import static vn.giaouoc.command.cycle.CycleRejection.NO_DEADLINE;
import static vn.giaouoc.command.cycle.CycleRejection.NO_RULE_YET;
import static vn.giaouoc.command.cycle.CycleRejection.PERIOD_CANNOT_BE;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_NUMBER_USED;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_OVERLAPS;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_REACHES_BACK;
import static vn.giaouoc.command.cycle.CycleRejection.STEPS_OPEN;
import static vn.giaouoc.command.cycle.CycleRejection.STEP_NOT_BEGUN;
import static vn.giaouoc.command.cycle.CycleRejection.STEP_NOT_OPTIONAL;
import static vn.giaouoc.command.cycle.CycleRejection.STEP_OUT_OF_ORDER;
import static vn.giaouoc.command.cycle.CycleRejection.STILL_OPEN;
import static vn.giaouoc.command.cycle.CycleRejection.TOO_MANY_ASSESSORS;
import static vn.giaouoc.command.cycle.CycleRejection.YEAR_CANNOT_BE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.cycle.CycleCommand.AdoptPledgeContents;
import vn.giaouoc.command.cycle.CycleCommand.AdoptRegulation;
import vn.giaouoc.command.cycle.CycleCommand.AdvanceStep;
import vn.giaouoc.command.cycle.CycleCommand.AppointAssessors;
import vn.giaouoc.command.cycle.CycleCommand.CloseCycle;
import vn.giaouoc.command.cycle.CycleCommand.EndEarly;
import vn.giaouoc.command.cycle.CycleCommand.ExcludeUnit;
import vn.giaouoc.command.cycle.CycleCommand.ExtendDeadline;
import vn.giaouoc.command.cycle.CycleCommand.OpenCycle;
import vn.giaouoc.command.cycle.CycleCommand.ReadmitUnit;
import vn.giaouoc.command.cycle.CycleCommand.Remind;
import vn.giaouoc.command.cycle.CycleCommand.ReopenCycle;
import vn.giaouoc.command.cycle.CycleCommand.SetDeadline;
import vn.giaouoc.command.cycle.CycleCommand.SkipStep;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AssessorsAppointed;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.CycleEndedEarly;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.CycleReopened;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineExtended;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineFollowed;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineSet;
import vn.giaouoc.shared.cycle.CycleEvent.ExclusionReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.Found;
import vn.giaouoc.shared.cycle.CycleEvent.MattersPutToVote;
import vn.giaouoc.shared.cycle.CycleEvent.PeriodSet;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContent;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.cycle.CycleEvent.ReminderSent;
import vn.giaouoc.shared.cycle.CycleEvent.Settlement;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepAdvanced;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.cycle.CycleEvent.StepSkipped;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.cycle.CycleEvent.UnitReadmitted;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.Matter;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.regulation.ExclusionRule;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.time.When.Precision;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The emulation year of a bloc. It is opened, taken through its steps in the order of the
 * regulation that is in force, and closed; or ended early, where the bloc is merged. History
 * recorded later may tell steps of it in any order.
 */
@AggregateRoot(type = "cycle")
class Cycle extends Recordable<CycleEvent> implements Year, Outcome {

  /** The year of the first call to patriotic emulation. */
  private static final int FIRST_YEAR = 1948;

  private static final int LONGEST_PERIOD_IN_MONTHS = 18;
  private static final int MOST_CONTENTS = 50;
  private static final int MOST_ASSESSORS = 100;

  private @Nullable BlocId bloc;
  private int year;
  private @Nullable PeriodSet period;
  private boolean closed;
  private boolean endedEarly;
  private final Set<Step> mayFollow = new HashSet<>();
  private final Set<UnitId> excluded = new HashSet<>();
  private final Set<UnitId> assessors = new HashSet<>();
  private final Agenda agenda = new Agenda();
  private final Map<UnitId, String> excludedBy = new HashMap<>();
  private final Map<Contest, BlocScored> rankings = new HashMap<>();
  private final Map<Matter, PollId> putToVote = new HashMap<>();
  private final List<AwardsProposed> proposals = new ArrayList<>();
  private final List<Found> findings = new ArrayList<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(OpenCycle command, Offices offices) {
    CYCLE_ALREADY_OPENED.unless(bloc == null, command.stream());
    BLOC_NOT_ESTABLISHED.unless(offices.roll(command.bloc()).established(), command.bloc().slug());
    mustDecide(command, command.bloc(), offices);
    YEAR_CANNOT_BE.unless(
        command.year() >= FIRST_YEAR && command.year() <= offices.today().getYear() + 1,
        String.valueOf(command.year()));
    String name = CycleEvent.idOf(command.bloc(), command.year()).slug();
    CYCLE_MISNAMED.unless(command.cycle().slug().equals(name), name);
    LocalDate from = command.from();
    LocalDate to = command.to();
    PERIOD_CANNOT_BE.unless(
        from == null ? to == null : to != null && canBe(command.year(), from, to));
    tell(new CycleOpened(command.cycle(), command.bloc(), command.year()), command);
    if (from != null && to != null) {
      tell(new PeriodSet(command.cycle(), from, to), command);
    }
    return version();
  }

  private static boolean canBe(int year, LocalDate from, LocalDate to) {
    return from.isBefore(to)
        && (from.getYear() == year || to.getYear() == year)
        && !to.isAfter(from.plusMonths(LONGEST_PERIOD_IN_MONTHS));
  }

  @CommandHandler
  long handle(AdoptRegulation command, Streams streams, Offices offices) {
    mustDecide(command, mustBeOpen(), offices);
    LocalDate day = day(command, offices);
    Regulation regulation = command.regulation();
    Soundness.check(regulation);
    LocalDate from = regulation.validFrom();
    REGULATION_REACHES_BACK.unless(
        !from.isBefore(day) && !agenda.lastTaken().isAfter(from), "validFrom");
    for (Regulation earlier : agenda.versions()) {
      REGULATION_NUMBER_USED.unless(
          !earlier.number().equals(regulation.number()), regulation.number());
      REGULATION_OVERLAPS.unless(earlier.validFrom().isBefore(from), earlier.number());
    }
    mustBeKnown(command.conference(), streams);
    tell(new RegulationAdopted(command.cycle(), regulation), command);
    for (Step step : Step.values()) {
      LocalDate done = agenda.doneOn(step);
      if (done != null) {
        follow(step, done, command);
      }
    }
    if (agenda.isToDo(Step.REGULATION)) {
      tell(taken(Step.REGULATION, command.conference(), null, day, regulation), command);
      follow(Step.REGULATION, day, command);
    }
    return version();
  }

  /** Tells the deadlines that follow from a step that was done. */
  private void follow(Step done, LocalDate day, CycleCommand command) {
    for (Agenda.Ruled each : agenda.following(done)) {
      StepRule rule = each.rule();
      tell(
          new DeadlineFollowed(
              command.cycle(),
              rule.step(),
              day.plusDays(Objects.requireNonNull(rule.within()).days()),
              done,
              each.regulation().number(),
              rule.clause()),
          command);
    }
  }

  @CommandHandler
  long handle(AppointAssessors command, Streams streams, Offices offices) {
    BlocId whose = mustBeOpen();
    mustDecide(command, whose, offices);
    TOO_MANY_ASSESSORS.unless(command.units().size() <= MOST_ASSESSORS);
    Set<UnitId> named = new HashSet<>();
    Set<UnitId> members = offices.roll(whose).membersOn(offices.today());
    for (UnitId unit : command.units()) {
      ASSESSOR_NAMED_TWICE.unless(named.add(unit), unit.slug());
      ASSESSOR_NOT_KNOWN.unless(streams.exists(unit), unit.slug());
      ASSESSOR_IS_A_MEMBER.unless(!members.contains(unit), unit.slug());
    }
    tell(new AssessorsAppointed(command.cycle(), List.copyOf(command.units())), command);
    return version();
  }

  @CommandHandler
  long handle(AdoptPledgeContents command, Offices offices, Keeper keeper) {
    mustDecide(command, mustBeOpen(), offices);
    agenda.mustBeToDo(Step.PLEDGE, offices.today());
    NO_CONTENTS.unless(!command.contents().isEmpty() && command.contents().size() <= MOST_CONTENTS);
    List<PledgeContent> contents = new ArrayList<>();
    for (String text : command.contents()) {
      contents.add(new PledgeContent(contents.size() + 1, keeper.words(text)));
    }
    tell(new PledgeContentsStated(command.cycle(), null, contents), command);
    return version();
  }

  @CommandHandler
  long handle(SetDeadline command, Offices offices) {
    mustRun(command, mustBeOpen(), offices);
    agenda.mustBeToDo(command.step(), offices.today());
    DEADLINE_ALREADY_SET.unless(
        deadlineOf(command.step()) == null,
        command.step().code(),
        agenda.clause(command.step(), offices.today()));
    mustBeToCome(command.due(), offices);
    tell(new DeadlineSet(command.cycle(), command.step(), command.due()), command);
    return version();
  }

  @CommandHandler
  long handle(ExtendDeadline command, Offices offices, Keeper keeper) {
    mustRun(command, mustBeOpen(), offices);
    agenda.mustBeToDo(command.step(), offices.today());
    LocalDate before = deadlineOf(command.step());
    NO_DEADLINE.unless(before != null, command.step().code());
    mustBeToCome(command.due(), offices);
    DEADLINE_NOT_LATER.unless(
        command.due().isAfter(Objects.requireNonNull(before)),
        "" + before,
        agenda.clause(command.step(), offices.today()));
    tell(
        new DeadlineExtended(
            command.cycle(), command.step(), before, command.due(), keeper.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(AdvanceStep command, Streams streams, Offices offices) {
    BlocId whose = mustBeOpened();
    CYCLE_CLOSED.unless(isOpen() || mayFollow.contains(command.step()), command.stream());
    mustRun(command, whose, offices);
    LocalDate day = day(command, offices);
    agenda.mustBeToDo(command.step(), offices.today());
    LocalDate from = agenda.firstDay(command.step());
    STEP_NOT_BEGUN.unless(
        from == null || !day.isBefore(from), "" + from, agenda.clause(command.step(), day));
    mustBeKnown(command.conference(), streams);
    Regulation regulation = regulationOn(day);
    NO_RULE_YET.unless(command.step() != Step.REGULATION || regulation != null, command.stream());
    String reorderedBy = null;
    if (regulation != null) {
      List<Step> first = agenda.toDoBefore(command.step(), regulation);
      STEP_OUT_OF_ORDER.unless(
          first.isEmpty() || command.reorderedBy() != null,
          codes(first),
          regulation.rule(command.step()).map(StepRule::clause).orElse(null));
      reorderedBy = first.isEmpty() ? null : command.reorderedBy();
    }
    tell(taken(command.step(), command.conference(), reorderedBy, day, regulation), command);
    follow(command.step(), day, command);
    return version();
  }

  private StepAdvanced taken(
      Step step,
      @Nullable ConferenceId conference,
      @Nullable String reorderedBy,
      LocalDate day,
      @Nullable Regulation regulation) {
    LocalDate due = deadlineOf(step);
    return new StepAdvanced(
        CycleId.of(stream().substring("cycle:".length())),
        step,
        conference,
        due,
        due != null && day.isAfter(due),
        regulation == null ? null : regulation.number(),
        regulation == null ? null : regulation.rule(step).map(StepRule::clause).orElse(null),
        reorderedBy);
  }

  @CommandHandler
  long handle(SkipStep command, Offices offices, Keeper keeper) {
    mustRun(command, mustBeOpen(), offices);
    agenda.mustBeToDo(command.step(), offices.today());
    Regulation regulation = regulationOn(offices.today());
    NO_RULE_YET.unless(regulation != null, command.stream());
    StepRule rule = Objects.requireNonNull(regulation).rule(command.step()).orElse(null);
    STEP_NOT_OPTIONAL.unless(
        rule != null && rule.optional(),
        command.step().code(),
        rule == null ? null : rule.clause());
    tell(
        new StepSkipped(
            command.cycle(),
            command.step(),
            regulation.number(),
            command.clause(),
            keeper.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(Remind command, Streams streams, Offices offices) {
    BlocId whose = mustBeOpen();
    if (!Offices.isTheSystem(command.envelope().actor())) {
      mustRun(command, whose, offices);
    }
    NOTHING_ASKED_OF_MEMBERS.unless(command.step().asksMembers(), command.step().code());
    agenda.mustBeToDo(command.step(), offices.today());
    List<UnitId> undone =
        Duties.undone(
            command.step(),
            command.cycle(),
            offices.roll(whose),
            excluded(),
            offices.today(),
            streams);
    if (!undone.isEmpty()) {
      append(
          new ReminderSent(command.cycle(), command.step(), deadlineOf(command.step()), undone),
          command.envelope().forAudience(Audience.bloc(whose)));
    }
    return version();
  }

  @CommandHandler
  long handle(ExcludeUnit command, Offices offices, Keeper keeper) {
    BlocId whose = mustBeOpen();
    mustDecide(command, whose, offices);
    mustBelong(command.unit(), whose, offices);
    ALREADY_EXCLUDED.unless(!excluded.contains(command.unit()), command.unit().slug());
    String clause = ground(command.clause(), regulationOn(offices.today()));
    tell(new UnitExcluded(command.cycle(), command.unit(), clause), command);
    append(
        new ExclusionReasoned(command.cycle(), command.unit(), keeper.words(command.finding())),
        command.envelope().forAudience(Audience.leadership(whose)));
    return version();
  }

  /** The clause of a ground, which may be named by its id; any, where none is listed. */
  private static String ground(String named, @Nullable Regulation regulation) {
    List<ExclusionRule> rules = regulation == null ? List.of() : regulation.exclusions();
    ExclusionRule rule =
        rules.stream()
            .filter(each -> each.id().equals(named) || each.clause().equals(named))
            .findFirst()
            .orElse(null);
    NOT_A_GROUND_FOR_EXCLUSION.unless(
        rules.isEmpty() || rule != null,
        rules.stream().map(ExclusionRule::id).collect(Collectors.joining(", ")),
        rules.stream().map(ExclusionRule::clause).findFirst().orElse(null));
    return rule == null ? named : rule.clause();
  }

  @CommandHandler
  long handle(ReadmitUnit command, Offices offices) {
    BlocId whose = mustBeOpen();
    mustDecide(command, whose, offices);
    NOT_EXCLUDED.unless(excluded.contains(command.unit()), command.unit().slug());
    mustBelong(command.unit(), whose, offices);
    tell(new UnitReadmitted(command.cycle(), command.unit(), command.clause()), command);
    return version();
  }

  @CommandHandler
  long handle(EndEarly command, Streams streams, Offices offices, Keeper keeper) {
    BlocId whose = mustBeOpen();
    offices.mustBeTheBoard(command.envelope().actor());
    INTO_ITSELF.unless(!command.into().equals(whose), whose.slug());
    BLOC_NOT_ESTABLISHED.unless(offices.roll(command.into()).established(), command.into().slug());
    SortedSet<String> open =
        Duties.open(command.cycle(), offices.roll(whose), daysUntil(offices.today()), streams);
    SortedSet<String> settled =
        command.settled().stream()
            .map(Settlement::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    NOTHING_OPEN.unless(open.containsAll(settled), rest(settled, open));
    STILL_OPEN.unless(settled.containsAll(open), rest(open, settled));
    tell(
        new CycleEndedEarly(
            command.cycle(), command.into(), keeper.words(command.reason()), command.settled()),
        command);
    return version();
  }

  private Stream<LocalDate> daysUntil(LocalDate today) {
    LocalDate first = firstDay();
    return today.isBefore(first) ? Stream.of(today) : first.datesUntil(today.plusDays(1));
  }

  private static String rest(Collection<String> all, Collection<String> but) {
    return all.stream().filter(each -> !but.contains(each)).collect(Collectors.joining(", "));
  }

  @CommandHandler
  long handle(CloseCycle command, Offices offices) {
    mustDecide(command, mustBeOpen(), offices);
    Regulation regulation = regulationOn(offices.today());
    NO_RULE_YET.unless(regulation != null, command.stream());
    Set<Step> open = agenda.toDo(Objects.requireNonNull(regulation), Set.of(Step.HANDOVER));
    STEPS_OPEN.unless(
        open.isEmpty(),
        codes(open),
        open.stream().findFirst().flatMap(regulation::rule).map(StepRule::clause).orElse(null));
    tell(
        new CycleClosed(
            command.cycle(), agenda.isToDo(Step.HANDOVER) ? List.of(Step.HANDOVER) : List.of()),
        command);
    return version();
  }

  @CommandHandler
  long handle(ReopenCycle command, Offices offices, Keeper keeper) {
    mustBeOpened();
    offices.mustBeTheBoard(command.envelope().actor());
    CYCLE_NOT_CLOSED.unless(closed, command.stream());
    tell(new CycleReopened(command.cycle(), keeper.words(command.reason())), command);
    return version();
  }

  private BlocId mustBeOpened() {
    CYCLE_NOT_OPENED.unless(bloc != null, stream());
    return Objects.requireNonNull(bloc);
  }

  private BlocId mustBeOpen() {
    BlocId whose = mustBeOpened();
    CYCLE_CLOSED.unless(isOpen(), stream());
    return whose;
  }

  /** What binds the bloc is for its leader in office, or the board. */
  private static void mustDecide(Command command, BlocId whose, Offices offices) {
    if (!offices.isTheBoard(command.envelope().actor())) {
      offices.mustLead(command.envelope().actor(), whose);
    }
  }

  /** What keeps the year going may be done by a deputy too. */
  private static void mustRun(Command command, BlocId whose, Offices offices) {
    if (!offices.isTheBoard(command.envelope().actor())) {
      offices.mustLeadOrDeputise(command.envelope().actor(), whose);
    }
  }

  private static void mustBelong(UnitId unit, BlocId whose, Offices offices) {
    NOT_A_MEMBER.unless(offices.roll(whose).membersOn(offices.today()).contains(unit), unit.slug());
  }

  private static void mustBeKnown(@Nullable ConferenceId conference, Streams streams) {
    CONFERENCE_NOT_KNOWN.unless(
        conference == null || streams.exists(conference),
        conference == null ? null : conference.slug());
  }

  private void mustBeToCome(LocalDate due, Offices offices) {
    DEADLINE_PASSED.unless(!due.isBefore(offices.today()), due.toString());
    DEADLINE_CANNOT_BE.unless(
        !due.isBefore(firstDay().minusYears(1)) && !due.isAfter(lastDay().plusYears(1)),
        due.toString());
  }

  /** The day of the act, which must be known and have come. */
  private static LocalDate day(Command command, Offices offices) {
    Precision precision = command.envelope().appliesFrom().precision();
    DAY_NOT_EXACT.unless(precision.compareTo(Precision.DAY) <= 0);
    LocalDate day = command.envelope().appliesFrom().firstDay();
    DAY_HAS_NOT_COME.unless(!day.isAfter(offices.today()), day.toString());
    return day;
  }

  private static String codes(Collection<Step> steps) {
    return steps.stream().map(Code::code).collect(Collectors.joining(", "));
  }

  private LocalDate firstDay() {
    return period == null ? LocalDate.of(year, 1, 1) : period.from();
  }

  private LocalDate lastDay() {
    return period == null ? LocalDate.of(year, 12, 31) : period.to();
  }

  @Override
  public @Nullable BlocId bloc() {
    return bloc;
  }

  @Override
  public boolean isOpen() {
    return bloc != null && !closed && !endedEarly;
  }

  @Override
  public @Nullable Regulation regulationOn(LocalDate day) {
    return agenda.on(day);
  }

  @Override
  public @Nullable StepState stateOf(Step step) {
    return agenda.state(step);
  }

  @Override
  public @Nullable LocalDate deadlineOf(Step step) {
    return agenda.deadline(step);
  }

  @Override
  public @Nullable LocalDate firstDayOf(Step step) {
    return agenda.firstDay(step);
  }

  @Override
  public Set<UnitId> assessors() {
    return Set.copyOf(assessors);
  }

  @Override
  public Set<UnitId> excluded() {
    return Set.copyOf(excluded);
  }

  @Override
  public int year() {
    return year;
  }

  @Override
  public @Nullable String clauseExcluding(UnitId unit) {
    return excludedBy.get(unit);
  }

  @Override
  public @Nullable BlocScored rankingOf(Contest contest) {
    return rankings.get(contest);
  }

  @Override
  public List<BlocScored> rankings() {
    return rankings.values().stream()
        .sorted(Comparator.comparing(each -> each.contest().name()))
        .toList();
  }

  @Override
  public List<AwardsProposed> proposals() {
    return List.copyOf(proposals);
  }

  @Override
  public List<Found> findings() {
    return List.copyOf(findings);
  }

  @Override
  protected AskedFor asked(CycleEvent event, Stored stored) {
    return CycleAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    bloc = null;
    year = 0;
    period = null;
    closed = false;
    endedEarly = false;
    mayFollow.clear();
    excluded.clear();
    assessors.clear();
    agenda.clear();
    excludedBy.clear();
    rankings.clear();
    putToVote.clear();
    proposals.clear();
    findings.clear();
  }

  @Override
  public @Nullable PollId lastPollOn(Matter matter) {
    return putToVote.get(matter);
  }

  @Override
  protected void evolve(CycleEvent event, Since since) {
    switch (event) {
      case CycleOpened(_, var whose, var called) -> {
        bloc = whose;
        year = called;
      }
      case PeriodSet set -> period = set;
      case RegulationAdopted(_, var regulation) -> agenda.adopted(regulation);
      case DeadlineSet(_, var step, var due) -> agenda.due(step, due);
      case DeadlineExtended(_, var step, _, var due, _) -> agenda.due(step, due);
      case DeadlineFollowed deadline -> agenda.followed(deadline);
      case AssessorsAppointed(_, var units) -> {
        assessors.clear();
        assessors.addAll(units);
      }
      case StepRecorded(_, var step, var state, _) -> agenda.told(step, state);
      case StepAdvanced advanced ->
          agenda.done(advanced.step(), since.from().firstDay(), advanced.due());
      case StepSkipped(_, var step, _, _, _) -> agenda.told(step, StepState.SKIPPED);
      case UnitExcluded(_, var unit, var clause) -> {
        excluded.add(unit);
        excludedBy.put(unit, clause);
      }
      case UnitReadmitted(_, var unit, _) -> {
        excluded.remove(unit);
        excludedBy.remove(unit);
      }
      case BlocScored scored -> rankings.put(scored.contest(), scored);
      case AwardsProposed proposed -> proposals.add(proposed);
      case ProposalsReasoned(_, _, _, var found) -> findings.addAll(found);
      case CycleEndedEarly _ -> endedEarly = true;
      case CycleClosed(_, var pending) -> {
        closed = true;
        mayFollow.clear();
        mayFollow.addAll(pending);
      }
      case CycleReopened _ -> closed = false;
      case MattersPutToVote(_, var poll, var matters) ->
          matters.forEach(matter -> putToVote.put(matter, poll));
      case RegulationCited _,
          PledgeContentsStated _,
          RankingDecided _,
          ExclusionReasoned _,
          ReminderSent _ -> {}
    }
  }
}
