package vn.giaouoc.query.conference;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferencePostponed;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperType;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Secrecy;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The record of a conference.
 *
 * @param conference which one
 * @param title what the source calls it; absent where it is only referred to
 * @param conferenceKind what it was held for
 * @param bloc whose
 * @param cycles the cycles it belongs to, the main one first
 * @param place where it took place, if stated
 * @param occurredOn when
 * @param attendance who attended, as each source tells it
 * @param presiding who presided
 * @param papers what was tabled
 * @param entries what was said and assigned
 * @param decisions what was decided, and how
 * @param awards the awards that were proposed there
 * @param pledges who signed the pledge there
 * @param reports the reports that were presented there
 * @param steps the steps of the year that were taken there
 * @param session how it was convened, sat and closed; absent where that is only told from papers
 */
record Conference(
    ConferenceId conference,
    @Nullable String title,
    @Nullable ConferenceKind conferenceKind,
    @Nullable BlocId bloc,
    List<CycleId> cycles,
    @Nullable String place,
    @Nullable Dated occurredOn,
    List<Attendance> attendance,
    List<Attendee> presiding,
    List<Paper> papers,
    List<Entry> entries,
    List<Decision> decisions,
    List<Award> awards,
    List<Pledge> pledges,
    List<Report> reports,
    List<StepTaken> steps,
    @Nullable Session session) {

  record Attendance(List<Attendee> attendees, @Nullable Integer unitsStated) {}

  record Paper(
      PaperType paperType,
      String title,
      boolean draft,
      @Nullable UnitId presentedBy,
      @Nullable Capacity capacity,
      @Nullable String version,
      @Nullable FileId file) {}

  record Entry(
      EntryKind entryKind,
      @Nullable UnitId by,
      @Nullable String byAsWritten,
      List<UnitId> to,
      List<UnitId> with,
      Words text,
      @Nullable String due) {}

  /**
   * A decision; what its source does not state is absent.
   *
   * @param question the question of the poll; absent where it is told from a paper
   * @param state how far a poll of this conference is; absent where it is told from a paper
   * @param outcome its outcome, once it has one
   */
  record Decision(
      PollId poll,
      @Nullable String question,
      CycleId cycle,
      List<Subject> subjects,
      Contest contest,
      List<Method> methods,
      @Nullable Secrecy secrecy,
      @Nullable List<UnitId> electorate,
      @Nullable String electorateAsWritten,
      Counts counts,
      List<UnitId> chosen,
      @Nullable PollState state,
      @Nullable Outcome outcome) {

    Decision became(PollState next, List<UnitId> units) {
      return new Decision(
          poll,
          question,
          cycle,
          subjects,
          contest,
          methods,
          secrecy,
          electorate,
          electorateAsWritten,
          counts,
          units,
          next,
          outcome);
    }

    /** Whether another tells of the same question. */
    private boolean isOf(Decision other) {
      return isOf(other.poll, other.question);
    }

    boolean isOf(PollId asked, @Nullable String key) {
      return poll.equals(asked) && Objects.equals(question, key);
    }

    private Decision of(Decision called) {
      return new Decision(
          poll,
          question,
          cycle,
          called.subjects(),
          called.contest(),
          methods,
          secrecy,
          electorate,
          electorateAsWritten,
          counts,
          chosen,
          state,
          outcome);
    }
  }

  /** How far a poll is. */
  enum PollState implements Code {
    CALLED,
    CLOSED,
    TIE_DECIDED,
    VOID
  }

  record Award(
      AwardId award,
      Title title,
      Authority authority,
      Track track,
      UnitId recipient,
      int yearOfMerit,
      String status) {}

  record Pledge(CycleId cycle, @Nullable UnitId party, boolean inferred) {}

  record Report(
      ReportId report,
      Stage stage,
      boolean draft,
      @Nullable UnitId presentedBy,
      @Nullable Capacity capacity) {}

  record StepTaken(CycleId cycle, Step step, StepState state) {}

  static Conference unknown(String slug) {
    return new Conference(
        ConferenceId.of(slug),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** The record while a fact changes one part of it. */
  private static final class Parts {
    private @Nullable String title;
    private @Nullable ConferenceKind conferenceKind;
    private @Nullable BlocId bloc;
    private List<CycleId> cycles;
    private @Nullable String place;
    private @Nullable Dated occurredOn;
    private List<Attendance> attendance;
    private List<Attendee> presiding;
    private List<Paper> papers;
    private List<Entry> entries;
    private List<Decision> decisions;
    private List<Award> awards;
    private List<Pledge> pledges;
    private List<Report> reports;
    private List<StepTaken> steps;
    private @Nullable Session session;

    private Parts(Conference whole) {
      title = whole.title;
      conferenceKind = whole.conferenceKind;
      bloc = whole.bloc;
      cycles = whole.cycles;
      place = whole.place;
      occurredOn = whole.occurredOn;
      attendance = whole.attendance;
      presiding = whole.presiding;
      papers = whole.papers;
      entries = whole.entries;
      decisions = whole.decisions;
      awards = whole.awards;
      pledges = whole.pledges;
      reports = whole.reports;
      steps = whole.steps;
      session = whole.session;
    }

    private Conference of(ConferenceId conference) {
      return new Conference(
          conference,
          title,
          conferenceKind,
          bloc,
          cycles,
          place,
          occurredOn,
          attendance,
          presiding,
          papers,
          entries,
          decisions,
          awards,
          pledges,
          reports,
          steps,
          session);
    }
  }

  private Conference with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.of(conference);
  }

  Conference held(
      BlocId whose,
      List<CycleId> of,
      ConferenceKind kind,
      String called,
      @Nullable String where,
      Dated on) {
    return with(
        parts -> {
          parts.title = called;
          parts.conferenceKind = kind;
          parts.bloc = whose;
          parts.cycles = of;
          parts.place = where == null ? place : where;
          parts.occurredOn = on;
        });
  }

  Conference convened(ConferenceConvened called) {
    return with(
        parts -> {
          parts.title = called.title();
          parts.conferenceKind = called.conferenceKind();
          parts.bloc = called.bloc();
          parts.cycles = called.cycles();
          parts.place = place == null ? called.place() : place;
          parts.session = sitting().convened(called.planned());
        });
  }

  Conference postponed(ConferencePostponed postponed) {
    return with(
        parts -> {
          parts.place = postponed.place() == null ? place : postponed.place();
          parts.session = sitting().postponed(postponed);
        });
  }

  Conference opened(Dated on) {
    return with(
        parts -> {
          parts.occurredOn = on;
          parts.session = sitting().opened(on);
        });
  }

  /** How it sits is changed. */
  Conference sat(UnaryOperator<Session> change) {
    return with(parts -> parts.session = change.apply(sitting()));
  }

  private Session sitting() {
    return session == null ? Session.NONE : session;
  }

  Conference attended(Attendance told) {
    return with(parts -> parts.attendance = Lists.withOnce(attendance, told));
  }

  Conference presided(List<Attendee> told) {
    List<Attendee> all = presiding;
    for (Attendee attendee : told) {
      all = Lists.withOnce(all, attendee);
    }
    List<Attendee> together = all;
    return with(parts -> parts.presiding = together);
  }

  Conference presidedInstead(List<Attendee> others) {
    return with(
        parts -> {
          parts.presiding = others;
          parts.session = sitting().presidedBefore(presiding);
        });
  }

  Conference tabled(Paper paper) {
    return with(parts -> parts.papers = Lists.withOnce(papers, paper));
  }

  Conference said(Entry entry) {
    return with(parts -> parts.entries = Lists.withOnce(entries, entry));
  }

  Conference decided(Decision decision) {
    return with(parts -> parts.decisions = Lists.withOnce(decisions, decision));
  }

  /** A poll of this conference came further; facts of the same day may come in any order. */
  Conference polled(Decision decision) {
    boolean known = decisions.stream().anyMatch(decision::isOf);
    return known
        ? with(
            parts ->
                parts.decisions =
                    Lists.changed(
                        decisions,
                        decision::isOf,
                        each ->
                            decision.outcome() == null && each.outcome() != null
                                ? each
                                : decision.of(each)))
        : decided(decision);
  }

  /** What a poll came to is changed. */
  Conference polled(Predicate<Decision> which, UnaryOperator<Decision> change) {
    return with(parts -> parts.decisions = Lists.changed(decisions, which, change));
  }

  Conference proposed(Award award) {
    return with(parts -> parts.awards = Lists.withOnce(awards, award));
  }

  Conference signed(Pledge pledge) {
    return with(parts -> parts.pledges = Lists.withOnce(pledges, pledge));
  }

  Conference presented(Report report) {
    return with(parts -> parts.reports = Lists.withOnce(reports, report));
  }

  Conference took(StepTaken step) {
    return with(parts -> parts.steps = Lists.withOnce(steps, step));
  }
}
