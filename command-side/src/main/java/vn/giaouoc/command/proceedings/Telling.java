package vn.giaouoc.command.proceedings;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.proceedings.ProceedingsFile.AttendeeText;
import vn.giaouoc.command.proceedings.ProceedingsFile.AwardText;
import vn.giaouoc.command.proceedings.ProceedingsFile.BlocText;
import vn.giaouoc.command.proceedings.ProceedingsFile.ConferenceText;
import vn.giaouoc.command.proceedings.ProceedingsFile.CycleText;
import vn.giaouoc.command.proceedings.ProceedingsFile.DateText;
import vn.giaouoc.command.proceedings.ProceedingsFile.DecisionText;
import vn.giaouoc.command.proceedings.ProceedingsFile.FigureText;
import vn.giaouoc.command.proceedings.ProceedingsFile.InferredText;
import vn.giaouoc.command.proceedings.ProceedingsFile.LeadershipText;
import vn.giaouoc.command.proceedings.ProceedingsFile.MembersText;
import vn.giaouoc.command.proceedings.ProceedingsFile.PledgeText;
import vn.giaouoc.command.proceedings.ProceedingsFile.RankingText;
import vn.giaouoc.command.proceedings.ProceedingsFile.RegulationText;
import vn.giaouoc.command.proceedings.ProceedingsFile.RemarkText;
import vn.giaouoc.command.proceedings.ProceedingsFile.ReportText;
import vn.giaouoc.command.proceedings.ProceedingsFile.Statement;
import vn.giaouoc.command.proceedings.ProceedingsFile.StepText;
import vn.giaouoc.command.proceedings.ProceedingsFile.UnitText;
import vn.giaouoc.shared.Envelope.Manner;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.RollAttested;
import vn.giaouoc.shared.conference.ConferenceEvent.AttendanceRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperTabled;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.Place;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContent;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipAttested;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipHandedOver;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.OfWhich;
import vn.giaouoc.shared.movement.ExemplaryCasesId;
import vn.giaouoc.shared.movement.MovementEvent.MovementJoined;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.movement.MovementEvent.ThematicMovementsCounted;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Remark.About;
import vn.giaouoc.shared.proceedings.Remark.Kind;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.Figure.Agreement;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.AliasAdded;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a proceedings file tells, as facts with their dates and remarks. Nothing is compared with
 * the record yet, and nothing is repaired: what cannot be as the source tells it is told so, with a
 * doubt beside it.
 */
final class Telling {

  private static final Pattern PRINTED_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern AMOUNT = Pattern.compile("([<>]?)\\s*(\\S+)");
  private static final int YEARS_AFTER_WHICH_A_DATE_IS_DOUBTED = 2;

  private final ProceedingsFile file;
  private final Keeper keeper;
  private final Dated moment;
  private final Set<UnitId> members = new LinkedHashSet<>();
  private final List<Fact> facts = new ArrayList<>();

  /** Keeps words and names beside the log. */
  interface Keeper {

    /** What stands for a text. */
    Words words(String text);

    /** What stands for a person's name. */
    PersonId person(String name);
  }

  /**
   * One fact, as one source tells it.
   *
   * @param event the fact
   * @param occurredOn when the act took place, or when the state was attested
   * @param appliesFrom from when it holds
   * @param line where in the file
   */
  record Fact(
      Event event,
      Dated occurredOn,
      When appliesFrom,
      Manner manner,
      int line,
      List<Remark> remarks) {}

  private Telling(ProceedingsFile file, Keeper keeper) {
    this.file = file;
    this.keeper = keeper;
    ConferenceText conference = file.conference();
    this.moment = conference == null ? Dated.on(file.source().published()) : dated(conference.on());
    MembersText told = file.bloc().members();
    if (told != null) {
      members.addAll(told.named());
      told.inferredOrNone().forEach(each -> members.add(each.unit()));
    }
  }

  /** The facts that a file tells, in its order. */
  static List<Fact> of(ProceedingsFile file, Keeper keeper) {
    Telling telling = new Telling(file, keeper);
    file.units().forEach((id, unit) -> telling.unit(UnitId.of(id), unit));
    telling.bloc(file.bloc());
    file.cycles().forEach(telling::cycle);
    file.leadershipOrNone().forEach(telling::leadership);
    if (file.conference() != null) {
      telling.conference(file.conference());
    }
    if (file.report() != null) {
      telling.report(file.report());
    }
    telling.movements();
    if (file.ranking() != null) {
      telling.ranking(file.ranking());
    }
    file.awardsOrNone().forEach(telling::award);
    return telling.facts;
  }

  private void unit(UnitId id, UnitText unit) {
    attested(
        new UnitRegistered(id, unit.name(), unit.kind(), unit.authority()), When.UNKNOWN, unit);
    for (String written : requireNonNullElse(unit.written(), List.<String>of())) {
      attested(
          new AliasAdded(id, written),
          When.UNKNOWN,
          unit.line(),
          List.of(
              machine(
                  Kind.NORMALISATION,
                  About.NAME_VARIES,
                  Map.of("written", written, "name", unit.name()))));
    }
  }

  private void bloc(BlocText bloc) {
    When since = since(file.cycles().getFirst().year());
    List<Remark> remarks = new ArrayList<>(remarks(bloc));
    remarks.addAll(remarks(file.source()));
    attested(
        new BlocEstablished(bloc.id(), bloc.name(), bloc.kind(), bloc.authority()),
        since,
        bloc.line(),
        remarks);
    for (String written : requireNonNullElse(bloc.written(), List.<String>of())) {
      attested(
          new BlocEvent.AliasAdded(bloc.id(), written),
          since,
          bloc.line(),
          List.of(
              machine(
                  Kind.NORMALISATION,
                  About.NAME_VARIES,
                  Map.of("written", written, "name", bloc.name()))));
    }
    if (bloc.members() != null) {
      members(bloc, bloc.members());
    }
  }

  private void members(BlocText bloc, MembersText told) {
    List<UnitId> inferred = told.inferredOrNone().stream().map(InferredText::unit).toList();
    List<Remark> remarks = new ArrayList<>(remarks(told));
    Integer stated = told.stated();
    if (stated == null) {
      remarks.add(machine(Kind.NOTE, About.NOT_STATED, Map.of("what", "members")));
    } else if (stated != told.named().size()) {
      remarks.add(
          machine(
              Kind.DOUBT,
              About.COUNT_DIFFERS_FROM_LIST,
              Map.of("stated", stated.toString(), "listed", String.valueOf(told.named().size()))));
    }
    for (InferredText each : told.inferredOrNone()) {
      remarks.add(
          remark(
              Kind.DOUBT,
              About.MEMBER_INFERRED,
              Map.of("unit", each.unit().slug()),
              each.because()));
    }
    boolean complete = stated != null && stated == members.size();
    attested(
        new RollAttested(bloc.id(), told.named(), inferred, stated, complete),
        moment.on(),
        told.line(),
        remarks);
  }

  private void cycle(CycleText cycle) {
    When since = since(cycle.year());
    List<Remark> remarks = new ArrayList<>(remarks(cycle));
    int year = moment.on().equals(When.UNKNOWN) ? cycle.year() : yearOf(moment.on().earliest());
    if (Math.abs(year - cycle.year()) > YEARS_AFTER_WHICH_A_DATE_IS_DOUBTED) {
      remarks.add(
          machine(
              Kind.DOUBT,
              About.YEAR_IMPLAUSIBLE,
              Map.of("year", String.valueOf(cycle.year()), "occurred", moment.on().text())));
    }
    attested(
        new CycleOpened(cycle.id(), file.bloc().id(), cycle.year()), since, cycle.line(), remarks);
    if (cycle.regulation() != null) {
      regulation(cycle, cycle.regulation(), since);
    }
    if (cycle.pledge() != null) {
      pledge(cycle, cycle.pledge(), since);
    }
    for (StepText step : requireNonNullElse(cycle.steps(), List.<StepText>of())) {
      Dated on = step.on() == null ? moment : dated(step.on());
      happened(
          new StepRecorded(cycle.id(), step.step(), step.state(), here(step.on())),
          on,
          step.line(),
          both(step, step.on()));
    }
  }

  private void regulation(CycleText cycle, RegulationText regulation, When since) {
    Dated dated = regulation.dated() == null ? null : dated(regulation.dated());
    List<Remark> remarks = new ArrayList<>(both(regulation, regulation.dated()));
    if (dated != null) {
      for (StepText step : requireNonNullElse(cycle.steps(), List.<StepText>of())) {
        if (step.step() == Step.PLEDGE
            && step.on() != null
            && step.on().is().latest().isBefore(dated.on().earliest())) {
          remarks.add(
              machine(
                  Kind.DOUBT,
                  About.REGULATION_AFTER_PLEDGE,
                  Map.of("regulation", dated.on().text(), "pledge", step.on().is().text())));
        }
      }
    }
    When from = dated != null ? dated.on() : regulation.draft() ? moment.on() : since;
    facts.add(
        new Fact(
            new RegulationCited(
                cycle.id(), regulation.number(), regulation.title(), dated, regulation.draft()),
            dated == null ? moment : dated,
            from,
            Manner.ATTESTED,
            regulation.line(),
            remarks));
  }

  private void pledge(CycleText cycle, PledgeText pledge, When since) {
    List<String> contents = requireNonNullElse(pledge.contents(), List.of());
    List<UnitId> parties = requireNonNullElse(pledge.signedBy(), List.of());
    Dated on = pledge.signedOn() == null ? moment : dated(pledge.signedOn());
    if (pledge.stated() != null || !contents.isEmpty()) {
      List<PledgeContent> listed = new ArrayList<>();
      for (String content : contents) {
        listed.add(new PledgeContent(listed.size() + 1, keeper.words(content)));
      }
      List<Remark> remarks = new ArrayList<>(remarks(pledge));
      if (contents.isEmpty()) {
        remarks.add(machine(Kind.NOTE, About.NOT_STATED, Map.of("what", "pledge-contents")));
      }
      // contents agreed where the pledge was signed hold from then; others are those of the year
      When from = parties.isEmpty() ? since : on.on();
      facts.add(
          new Fact(
              new PledgeContentsStated(cycle.id(), pledge.stated(), listed),
              on,
              from,
              Manner.ATTESTED,
              pledge.line(),
              remarks));
    } else if (!parties.isEmpty()) {
      attested(
          new PledgeContentsStated(cycle.id(), null, List.of()),
          on.on(),
          pledge.line(),
          Stream.concat(
                  remarks(pledge).stream(),
                  Stream.of(
                      machine(Kind.NOTE, About.NOT_STATED, Map.of("what", "pledge-contents"))))
              .toList());
    }
    for (UnitId party : parties) {
      List<Remark> remarks = new ArrayList<>(dateRemarks(pledge.signedOn()));
      if (inferred(party)) {
        remarks.add(machine(Kind.DOUBT, About.MEMBER_INFERRED, Map.of("unit", party.slug())));
      }
      happened(
          new PledgeSigned(
              PledgeEvent.idOf(cycle.id(), party),
              cycle.id(),
              party,
              null,
              here(pledge.signedOn())),
          on,
          pledge.line(),
          remarks);
    }
    if (!parties.isEmpty()) {
      happened(
          new StepRecorded(cycle.id(), Step.PLEDGE, StepState.DONE, here(pledge.signedOn())),
          on,
          pledge.line(),
          List.of());
    }
  }

  private boolean inferred(UnitId unit) {
    MembersText told = file.bloc().members();
    return told != null
        && told.inferredOrNone().stream().anyMatch(each -> each.unit().equals(unit));
  }

  private void leadership(LeadershipText statement) {
    if (statement.attested() != null) {
      var told = statement.attested();
      List<Deputy> deputies = deputies(told.deputies(), false);
      Term term = told.term() == null ? null : Term.year(told.term());
      attested(
          new LeadershipAttested(file.bloc().id(), term, told.leader(), deputies),
          term == null ? moment.on() : When.on(term.from()),
          told.line(),
          withMembership(told, told.leader(), deputies));
    }
    if (statement.designated() != null) {
      var told = statement.designated();
      List<Deputy> deputies = deputies(told.deputies(), told.ranked());
      List<Remark> remarks = new ArrayList<>(withMembership(told, told.leader(), deputies));
      if (told.mode() == null) {
        remarks.add(machine(Kind.NOTE, About.NOT_STATED, Map.of("what", "mode")));
      }
      happened(
          new LeadershipDesignated(
              file.bloc().id(), Term.year(told.term()), told.leader(), deputies, told.mode()),
          moment,
          told.line(),
          remarks);
      step(told.term() - 1, Step.DESIGNATION, told.line());
    }
    if (statement.handedOver() != null) {
      var told = statement.handedOver();
      happened(
          new LeadershipHandedOver(
              file.bloc().id(), Term.year(told.term()), told.from(), told.to()),
          moment,
          told.line(),
          withMembership(told, told.to(), List.of()));
      step(told.term() - 1, Step.HANDOVER, told.line());
    }
  }

  /** Next year's leadership is a step of the year before, if the source speaks of that year. */
  private void step(int year, Step step, int line) {
    file.cycles().stream()
        .filter(cycle -> cycle.year() == year)
        .forEach(
            cycle ->
                happened(
                    new StepRecorded(cycle.id(), step, StepState.DONE, here(null)),
                    moment,
                    line,
                    List.of()));
  }

  private static List<Deputy> deputies(@Nullable List<UnitId> units, boolean ranked) {
    List<Deputy> deputies = new ArrayList<>();
    for (UnitId unit : requireNonNullElse(units, List.<UnitId>of())) {
      deputies.add(new Deputy(unit, ranked ? Integer.valueOf(deputies.size() + 1) : null));
    }
    return deputies;
  }

  private List<Remark> withMembership(
      Statement told, @Nullable UnitId leader, List<Deputy> deputies) {
    List<Remark> remarks = new ArrayList<>(remarks(told));
    Stream.concat(Stream.ofNullable(leader), deputies.stream().map(Deputy::unit))
        .forEach(unit -> addIfNoMember(remarks, unit, About.LEADER_NOT_A_MEMBER));
    return remarks;
  }

  private void addIfNoMember(List<Remark> remarks, UnitId unit, About about) {
    if (!members.isEmpty() && !members.contains(unit)) {
      remarks.add(machine(Kind.DOUBT, about, Map.of("unit", unit.slug())));
    }
  }

  private void conference(ConferenceText conference) {
    ConferenceId id = conference.id();
    List<Remark> remarks = new ArrayList<>(both(conference, conference.on()));
    if (conference.place() == null) {
      remarks.add(machine(Kind.NOTE, About.NOT_STATED, Map.of("what", "place")));
    }
    if (conference.presiding() == null) {
      remarks.add(machine(Kind.NOTE, About.NOT_STATED, Map.of("what", "presiding")));
    }
    happened(
        new ConferenceHeld(
            id,
            file.bloc().id(),
            file.cycles().stream().map(CycleText::id).toList(),
            conference.kind(),
            conference.title(),
            conference.place()),
        moment,
        conference.line(),
        remarks);
    switch (conference.kind()) {
      case MID_YEAR -> step(Step.MID_YEAR_REVIEW, conference.line());
      case YEAR_END -> step(Step.YEAR_END_REVIEW, conference.line());
      case PLEDGE, NINE_MONTH, PREPARATORY, EXTRAORDINARY -> {}
    }
    if (conference.attendance() != null) {
      var told = conference.attendance();
      happened(
          new AttendanceRecorded(id, attendees(told.present(), Role.MEMBER), told.unitsStated()),
          moment,
          told.line(),
          remarks(told));
    }
    if (conference.presiding() != null) {
      happened(
          new PresidingRecorded(id, attendees(conference.presiding(), Role.HOST)),
          moment,
          conference.presiding().isEmpty()
              ? conference.line()
              : conference.presiding().getFirst().line(),
          List.of());
    }
    for (var paper :
        requireNonNullElse(conference.papers(), List.<ProceedingsFile.PaperText>of())) {
      happened(
          new PaperTabled(
              id,
              paper.type(),
              paper.title(),
              paper.draft(),
              paper.presentedBy(),
              paper.capacity()),
          moment,
          paper.line(),
          remarks(paper));
    }
    for (var entry :
        requireNonNullElse(conference.entries(), List.<ProceedingsFile.EntryText>of())) {
      happened(
          new EntryRecorded(
              id,
              entry.kind(),
              entry.by(),
              entry.byWritten(),
              requireNonNullElse(entry.to(), List.of()),
              requireNonNullElse(entry.with(), List.of()),
              keeper.words(entry.text()),
              entry.due(),
              null),
          moment,
          entry.line(),
          remarks(entry));
    }
    file.decisions().forEach(decision -> decision(id, decision));
  }

  private void step(Step step, int line) {
    happened(
        new StepRecorded(file.mainCycle(), step, StepState.DONE, here(null)),
        moment,
        line,
        List.of());
  }

  private List<Attendee> attendees(List<AttendeeText> told, Role otherwise) {
    return told.stream()
        .map(
            each ->
                new Attendee(
                    requireNonNullElse(each.role(), otherwise),
                    each.unit(),
                    each.person() == null ? null : keeper.person(each.person()),
                    each.capacity()))
        .toList();
  }

  private void decision(ConferenceId conference, DecisionText told) {
    List<Remark> remarks = new ArrayList<>(remarks(told));
    if (told.methods().contains(Method.BALLOT)) {
      notStated(remarks, "secrecy", told.secrecy());
      notStated(remarks, "electorate", told.electorate());
      notStated(remarks, "papers-issued", told.issued());
      notStated(remarks, "papers-returned", told.returned());
      notStated(remarks, "papers-valid", told.valid());
    }
    for (UnitId unit : requireNonNullElse(told.chosen(), List.<UnitId>of())) {
      addIfNoMember(remarks, unit, About.NOT_A_MEMBER);
    }
    happened(
        new PollRecorded(
            pollId(told.id()),
            file.bloc().id(),
            requireNonNullElse(told.cycle(), file.mainCycle()),
            conference,
            told.subjects(),
            requireNonNullElse(told.contest(), Contest.WHOLE_BLOC),
            told.methods(),
            told.secrecy(),
            told.electorate(),
            told.electorateWritten(),
            new Counts(told.issued(), told.returned(), told.valid(), told.invalid()),
            requireNonNullElse(told.chosen(), List.of())),
        moment,
        told.line(),
        remarks);
  }

  private static void notStated(List<Remark> remarks, String what, @Nullable Object value) {
    if (value == null) {
      remarks.add(machine(Kind.NOTE, About.NOT_STATED, Map.of("what", what)));
    }
  }

  private PollId pollId(String decision) {
    return PollId.of(Objects.requireNonNull(file.conference()).id().slug() + "." + decision);
  }

  private void report(ReportText report) {
    CycleId cycle = file.mainCycle();
    ReportId id = ReportEvent.idOf(cycle, report.stage());
    happened(
        new ReportPresented(
            id,
            cycle,
            report.stage(),
            report.draft(),
            report.presentedBy(),
            report.capacity(),
            here(null)),
        moment,
        report.line(),
        remarks(report));
    for (var statement :
        requireNonNullElse(report.statements(), List.<ProceedingsFile.StatementText>of())) {
      happened(
          new StatementMade(
              id,
              cycle,
              statement.kind(),
              requireNonNullElse(statement.units(), List.of()),
              statement.content(),
              keeper.words(statement.text())),
          moment,
          statement.line(),
          remarks(statement));
    }
    for (FigureText figure : requireNonNullElse(report.figures(), List.<FigureText>of())) {
      figure(id, cycle, figure);
    }
  }

  private void figure(ReportId report, CycleId cycle, FigureText told) {
    List<Figure.Item> items =
        requireNonNullElse(told.items(), List.<ProceedingsFile.ItemText>of()).stream()
            .map(item -> new Figure.Item(item.name(), item.body()))
            .toList();
    Figure figure =
        Figure.checked(
            told.indicator(),
            told.measure(),
            told.direction(),
            amount(told.actual()),
            amount(told.target()),
            told.percent(),
            items,
            told.written());
    List<Remark> remarks = new ArrayList<>(remarks(told));
    addIfNoMember(remarks, told.unit(), About.NOT_A_MEMBER);
    if (figure.agreement() == Agreement.DIFFERS) {
      remarks.add(
          machine(
              Kind.DOUBT,
              About.PERCENTAGE_DIFFERS,
              Map.of(
                  "printed",
                  String.valueOf(told.percent()),
                  "recomputed",
                  String.valueOf(figure.recomputedPercent()))));
    }
    if (told.percent() != null
        && figure.recomputedPercent() == null
        && told.direction() != Direction.MIXED) {
      remarks.add(
          machine(
              Kind.NOTE,
              About.PERCENTAGE_WITHOUT_FIGURES,
              Map.of("printed", told.percent().toPlainString())));
    }
    if (told.impliedTarget() != null) {
      remarks.add(
          machine(
              Kind.NOTE,
              About.TARGET_IMPLIED,
              Map.of("target", told.impliedTarget().toPlainString())));
    }
    if (told.direction() == Direction.MIXED) {
      remarks.add(
          machine(Kind.DOUBT, About.INDICATORS_MERGED, Map.of("indicator", told.indicator())));
    }
    if (told.written() != null) {
      remarks.add(
          machine(Kind.NORMALISATION, About.FIGURE_NORMALISED, Map.of("written", told.written())));
    }
    if (told.itemsStated() != null && told.itemsStated() != items.size()) {
      remarks.add(
          machine(
              Kind.DOUBT,
              About.COUNT_DIFFERS_FROM_LIST,
              Map.of(
                  "stated",
                  told.itemsStated().toString(),
                  "listed",
                  String.valueOf(items.size()))));
    }
    happened(
        new FigureReported(report, cycle, told.unit(), told.content(), figure),
        moment,
        told.line(),
        remarks);
  }

  private static @Nullable Amount amount(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher matcher = AMOUNT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not an amount: " + text);
    }
    Bound bound =
        switch (matcher.group(1)) {
          case ">" -> Bound.OVER;
          case "<" -> Bound.UNDER;
          default -> Bound.EXACTLY;
        };
    return new Amount(new java.math.BigDecimal(matcher.group(2)), bound);
  }

  private void movements() {
    CycleText main = file.cycles().getFirst();
    When since = since(main.year());
    for (var told : requireNonNullElse(file.movements(), List.<ProceedingsFile.MovementText>of())) {
      attested(
          new MovementLaunched(
              told.id(), told.theme(), told.launchedBy(), told.launchedByWritten(), told.period()),
          When.UNKNOWN,
          told);
      attested(
          new MovementJoined(told.id(), file.bloc().id(), main.id()),
          since,
          told.line(),
          List.of());
    }
    for (var told :
        requireNonNullElse(file.thematicMovements(), List.<ProceedingsFile.ThematicText>of())) {
      List<Remark> remarks = new ArrayList<>(remarks(told));
      if (told.perUnit() == null && told.units().size() > 1) {
        remarks.add(
            machine(
                Kind.DOUBT,
                About.AMBIGUOUS,
                Map.of("count", String.valueOf(told.count()), "readings", "each, together")));
      }
      attested(
          new ThematicMovementsCounted(
              MovementId.of(main.id().slug() + ".thematic"),
              file.bloc().id(),
              main.id(),
              told.units(),
              told.count(),
              told.perUnit()),
          moment.on(),
          told.line(),
          remarks);
    }
    if (file.exemplaryCases() != null) {
      var told = file.exemplaryCases();
      attested(
          new ExemplaryCasesCommended(
              ExemplaryCasesId.of(main.id().slug()),
              file.bloc().id(),
              main.id(),
              told.collectives(),
              told.individuals(),
              requireNonNullElse(told.ofWhich(), List.<ProceedingsFile.OfWhichText>of()).stream()
                  .map(part -> new OfWhich(part.theme(), part.collectives(), part.individuals()))
                  .toList()),
          moment.on(),
          told);
    }
  }

  private void ranking(RankingText told) {
    List<Remark> remarks = new ArrayList<>(remarks(told));
    told.places().forEach(place -> addIfNoMember(remarks, place.unit(), About.NOT_A_MEMBER));
    happened(
        new RankingDecided(
            file.mainCycle(),
            requireNonNullElse(told.contest(), Contest.WHOLE_BLOC),
            told.places().stream().map(place -> new Place(place.unit(), place.rank())).toList(),
            told.decision() == null ? null : pollId(told.decision())),
        moment,
        told.line(),
        remarks);
    step(Step.RANKING, told.line());
  }

  private void award(AwardText told) {
    Track track = requireNonNullElse(told.track(), Track.ANNUAL);
    List<Remark> remarks = new ArrayList<>(remarks(told));
    addIfNoMember(remarks, told.recipient(), About.NOT_A_MEMBER);
    remarks.add(machine(Kind.NOTE, About.PROPOSAL_NOT_AWARD, Map.of()));
    boolean ranked =
        file.ranking() != null
            && file.ranking().places().stream()
                .anyMatch(place -> place.unit().equals(told.recipient()));
    if (track == Track.ANNUAL && !ranked) {
      remarks.add(machine(Kind.NOTE, About.NOT_STATED, Map.of("what", "rank")));
    }
    if (told.decision() == null) {
      remarks.add(machine(Kind.NOTE, About.NOT_STATED, Map.of("what", "decision")));
    }
    UnitText authority = file.units().get(told.authority().unit().slug());
    if (authority != null && !authority.name().equals(told.authority().written())) {
      remarks.add(
          machine(
              Kind.NORMALISATION,
              About.NAME_VARIES,
              Map.of("written", told.authority().written(), "name", authority.name())));
    }
    happened(
        new AwardProposed(
            file.awardId(told),
            file.bloc().id(),
            file.mainCycle(),
            told.title(),
            new Authority(told.authority().unit(), told.authority().written()),
            track,
            requireNonNullElse(told.contest(), Contest.WHOLE_BLOC),
            told.recipient(),
            file.cycles().getFirst().year(),
            here(null),
            told.decision() == null ? null : pollId(told.decision())),
        moment,
        told.line(),
        remarks);
    if (file.awardsOrNone().getFirst() == told) {
      step(Step.AWARD_PROPOSAL, told.line());
    }
  }

  /**
   * The first day of a year, or the moment of the source where that is earlier: it cannot tell of
   * the future.
   */
  private When since(int year) {
    When start = When.on(LocalDate.of(year, 1, 1));
    return moment.on().earliest().isBefore(start.earliest()) && !moment.on().equals(When.UNKNOWN)
        ? moment.on()
        : start;
  }

  /** The conference, for what took place there: all that is not dated by itself. */
  private @Nullable ConferenceId here(@Nullable DateText elsewhere) {
    return elsewhere == null && file.conference() != null ? file.conference().id() : null;
  }

  private Dated dated(DateText date) {
    return new Dated(
        date.is(), date.written(), date.because() == null ? null : keeper.words(date.because()));
  }

  private List<Remark> both(Statement told, @Nullable DateText date) {
    return Stream.concat(remarks(told).stream(), dateRemarks(date).stream()).toList();
  }

  /**
   * What is to be said of a date: that it is not what is printed, and what would be wrong with what
   * is.
   */
  private List<Remark> dateRemarks(@Nullable DateText date) {
    List<Remark> remarks = new ArrayList<>();
    if (date == null) {
      return remarks;
    }
    When published = file.source().published();
    if (date.is().earliest().isAfter(published.latest()) && !date.is().equals(When.UNKNOWN)) {
      remarks.add(
          machine(
              Kind.DOUBT,
              About.DATE_AFTER_PUBLICATION,
              Map.of("date", date.is().text(), "published", published.text())));
    }
    if (date.because() == null) {
      return remarks;
    }
    LocalDate printed = printed(date.written());
    Map<String, String> says = new TreeMap<>(Map.of("taken", date.is().text()));
    if (date.written() != null) {
      says.put("written", date.written());
    }
    remarks.add(
        remark(
            Kind.NORMALISATION,
            printed == null ? About.DATE_INFERRED : About.DATE_CORRECTED,
            says,
            date.because()));
    if (printed != null && When.on(printed).earliest().isAfter(published.latest())) {
      remarks.add(
          machine(
              Kind.DOUBT,
              About.DATE_AFTER_PUBLICATION,
              Map.of("date", printed.toString(), "published", published.text())));
    }
    return remarks;
  }

  private static @Nullable LocalDate printed(@Nullable String written) {
    Matcher matcher = PRINTED_DATE.matcher(requireNonNullElse(written, ""));
    if (!matcher.find()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(3)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(1)));
    } catch (java.time.DateTimeException e) {
      return null;
    }
  }

  private static int yearOf(Instant instant) {
    return instant.atZone(When.ZONE).getYear();
  }

  private List<Remark> remarks(Statement told) {
    return requireNonNullElse(told.remarks(), List.<RemarkText>of()).stream()
        .map(each -> remark(each.kind(), each.about(), Map.of(), each.words()))
        .toList();
  }

  private Remark remark(Kind kind, About about, Map<String, String> says, String words) {
    return new Remark(kind, about, new TreeMap<>(says), keeper.words(words), List.of(), null);
  }

  private static Remark machine(Kind kind, About about, Map<String, String> says) {
    return new Remark(kind, about, new TreeMap<>(says), null, List.of(), null);
  }

  private void attested(Event event, When from, Statement told) {
    attested(event, from, told.line(), remarks(told));
  }

  private void attested(Event event, When from, int line, List<Remark> remarks) {
    facts.add(new Fact(event, moment, from, Manner.ATTESTED, line, List.copyOf(remarks)));
  }

  private void happened(Event event, Dated on, int line, List<Remark> remarks) {
    facts.add(new Fact(event, on, on.on(), Manner.HAPPENED, line, List.copyOf(remarks)));
  }
}
