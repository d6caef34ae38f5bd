package vn.giaouoc.query.conference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperType;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleId;
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
    List<StepTaken> steps) {

  record Attendance(List<Attendee> attendees, @Nullable Integer unitsStated) {}

  record Paper(
      PaperType paperType,
      String title,
      boolean draft,
      @Nullable UnitId presentedBy,
      @Nullable Capacity capacity) {}

  record Entry(
      EntryKind entryKind,
      @Nullable UnitId by,
      @Nullable String byAsWritten,
      List<UnitId> to,
      List<UnitId> with,
      Words text,
      @Nullable String due) {}

  /** A decision; what its source does not state is absent. */
  record Decision(
      PollId poll,
      CycleId cycle,
      List<Subject> subjects,
      Contest contest,
      List<Method> methods,
      @Nullable Secrecy secrecy,
      @Nullable List<UnitId> electorate,
      @Nullable String electorateAsWritten,
      Counts counts,
      List<UnitId> chosen) {}

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
        List.of());
  }

  Conference held(
      BlocId whose,
      List<CycleId> of,
      ConferenceKind kind,
      String called,
      @Nullable String where,
      Dated on) {
    return new Conference(
        conference,
        called,
        kind,
        whose,
        of,
        where == null ? place : where,
        on,
        attendance,
        presiding,
        papers,
        entries,
        decisions,
        awards,
        pledges,
        reports,
        steps);
  }

  Conference attended(Attendance told) {
    return new Conference(
        conference,
        title,
        conferenceKind,
        bloc,
        cycles,
        place,
        occurredOn,
        Lists.withOnce(attendance, told),
        presiding,
        papers,
        entries,
        decisions,
        awards,
        pledges,
        reports,
        steps);
  }

  Conference presided(List<Attendee> told) {
    List<Attendee> all = presiding;
    for (Attendee attendee : told) {
      all = Lists.withOnce(all, attendee);
    }
    return new Conference(
        conference,
        title,
        conferenceKind,
        bloc,
        cycles,
        place,
        occurredOn,
        attendance,
        all,
        papers,
        entries,
        decisions,
        awards,
        pledges,
        reports,
        steps);
  }

  Conference tabled(Paper paper) {
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
        Lists.withOnce(papers, paper),
        entries,
        decisions,
        awards,
        pledges,
        reports,
        steps);
  }

  Conference said(Entry entry) {
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
        Lists.withOnce(entries, entry),
        decisions,
        awards,
        pledges,
        reports,
        steps);
  }

  Conference decided(Decision decision) {
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
        Lists.withOnce(decisions, decision),
        awards,
        pledges,
        reports,
        steps);
  }

  Conference proposed(Award award) {
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
        Lists.withOnce(awards, award),
        pledges,
        reports,
        steps);
  }

  Conference signed(Pledge pledge) {
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
        Lists.withOnce(pledges, pledge),
        reports,
        steps);
  }

  Conference presented(Report report) {
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
        Lists.withOnce(reports, report),
        steps);
  }

  Conference took(StepTaken step) {
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
        Lists.withOnce(steps, step));
  }
}
