package vn.giaouoc.command.proceedings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperType;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Secrecy;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.proceedings.Remark.About;
import vn.giaouoc.shared.proceedings.Remark.Kind;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportEvent.StatementKind;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/**
 * A proceedings file as its author writes it; {@code docs/proceedings-file.md} explains it to them.
 * Every statement knows its line, and may carry remarks. What a source does not say is left out.
 */
@JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
record ProceedingsFile(
    ProceedingsId proceedings,
    SourceText source,
    Map<String, UnitText> units,
    BlocText bloc,
    List<CycleText> cycles,
    @Nullable List<LeadershipText> leadership,
    @Nullable ConferenceText conference,
    @Nullable ReportText report,
    @Nullable List<MovementText> movements,
    @Nullable List<ThematicText> thematicMovements,
    @Nullable ExemplaryText exemplaryCases,
    @Nullable RankingText ranking,
    @Nullable List<AwardText> awards) {

  List<LeadershipText> leadershipOrNone() {
    return leadership == null ? List.of() : leadership;
  }

  List<AwardText> awardsOrNone() {
    return awards == null ? List.of() : awards;
  }

  List<DecisionText> decisions() {
    return conference == null || conference.decisions() == null
        ? List.of()
        : conference.decisions();
  }

  /** The cycle that the source is about first of all. */
  CycleId mainCycle() {
    return cycles.getFirst().id();
  }

  /** An award's own id; else it is named after cycle, title, track and recipient. */
  AwardId awardId(AwardText award) {
    if (award.id() != null) {
      return award.id();
    }
    Track track = award.track() == null ? Track.ANNUAL : award.track();
    return AwardId.of(
        String.join(
            ".", mainCycle().slug(), award.title().code(), track.code(), award.recipient().slug()));
  }

  /** Where in the file a statement stands, and what its author remarks. */
  interface Statement {
    int line();

    @Nullable List<RemarkText> remarks();
  }

  record RemarkText(int line, Kind kind, About about, String words) {}

  /** A moment: plainly written, or with the source's own words and why it is not simply those. */
  record DateText(int line, When is, @Nullable String written, @Nullable String because) {}

  record SourceText(
      int line,
      String title,
      @Nullable String publisher,
      When published,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record UnitText(
      int line,
      String name,
      UnitKind kind,
      @Nullable UnitId authority,
      @Nullable List<String> written,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record BlocText(
      int line,
      BlocId id,
      String name,
      String kind,
      @Nullable UnitId authority,
      @Nullable List<String> written,
      @Nullable MembersText members,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record MembersText(
      int line,
      @Nullable Integer stated,
      List<UnitId> named,
      @Nullable List<InferredText> inferred,
      @Nullable List<RemarkText> remarks)
      implements Statement {

    List<InferredText> inferredOrNone() {
      return inferred == null ? List.of() : inferred;
    }
  }

  record InferredText(int line, UnitId unit, String because) {}

  record CycleText(
      int line,
      CycleId id,
      int year,
      @Nullable RegulationText regulation,
      @Nullable PledgeText pledge,
      @Nullable List<StepText> steps,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record RegulationText(
      int line,
      String title,
      @Nullable String number,
      @Nullable DateText dated,
      boolean draft,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record PledgeText(
      int line,
      @Nullable Integer stated,
      @Nullable List<String> contents,
      @Nullable List<UnitId> signedBy,
      @Nullable DateText signedOn,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record StepText(
      int line,
      Step step,
      StepState state,
      @Nullable DateText on,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record LeadershipText(
      int line,
      @Nullable AttestedText attested,
      @Nullable DesignatedText designated,
      @Nullable HandedOverText handedOver) {}

  record AttestedText(
      int line,
      @Nullable Integer term,
      @Nullable UnitId leader,
      @Nullable List<UnitId> deputies,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record DesignatedText(
      int line,
      int term,
      @Nullable UnitId leader,
      @Nullable List<UnitId> deputies,
      boolean ranked,
      @Nullable Mode mode,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record HandedOverText(
      int line, int term, @Nullable UnitId from, UnitId to, @Nullable List<RemarkText> remarks)
      implements Statement {}

  record ConferenceText(
      int line,
      ConferenceId id,
      ConferenceKind kind,
      String title,
      DateText on,
      @Nullable String place,
      @Nullable AttendanceText attendance,
      @Nullable List<AttendeeText> presiding,
      @Nullable List<PaperText> papers,
      @Nullable List<EntryText> entries,
      @Nullable List<DecisionText> decisions,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record AttendanceText(
      int line,
      @Nullable Integer unitsStated,
      List<AttendeeText> present,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record AttendeeText(
      int line,
      @Nullable Role role,
      @Nullable UnitId unit,
      @Nullable String person,
      @Nullable String capacity) {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record PaperText(
      int line,
      PaperType type,
      String title,
      boolean draft,
      @Nullable UnitId presentedBy,
      @Nullable Capacity capacity,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record EntryText(
      int line,
      EntryKind kind,
      @Nullable UnitId by,
      @Nullable String byWritten,
      @Nullable List<UnitId> to,
      @Nullable List<UnitId> with,
      String text,
      @Nullable String due,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record DecisionText(
      int line,
      String id,
      List<Subject> subjects,
      @Nullable CycleId cycle,
      @Nullable Contest contest,
      List<Method> methods,
      @Nullable Secrecy secrecy,
      @Nullable List<UnitId> electorate,
      @Nullable String electorateWritten,
      @Nullable Integer issued,
      @Nullable Integer returned,
      @Nullable Integer valid,
      @Nullable Integer invalid,
      @Nullable List<UnitId> chosen,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record ReportText(
      int line,
      Stage stage,
      boolean draft,
      @Nullable UnitId presentedBy,
      @Nullable Capacity capacity,
      @Nullable List<StatementText> statements,
      @Nullable List<FigureText> figures,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record StatementText(
      int line,
      StatementKind kind,
      @Nullable List<UnitId> units,
      @Nullable Integer content,
      String text,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record FigureText(
      int line,
      UnitId unit,
      String indicator,
      String measure,
      Direction direction,
      @Nullable String actual,
      @Nullable String target,
      @Nullable BigDecimal percent,
      @Nullable BigDecimal impliedTarget,
      @Nullable List<ItemText> items,
      @Nullable Integer itemsStated,
      @Nullable String written,
      @Nullable Integer content,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record ItemText(String name, @Nullable String body) {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record MovementText(
      int line,
      MovementId id,
      String theme,
      @Nullable UnitId launchedBy,
      @Nullable String launchedByWritten,
      @Nullable String period,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record ThematicText(
      int line,
      List<UnitId> units,
      int count,
      @Nullable Boolean perUnit,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
  record ExemplaryText(
      int line,
      @Nullable Integer collectives,
      @Nullable Integer individuals,
      @Nullable List<OfWhichText> ofWhich,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record OfWhichText(
      int line, String theme, @Nullable Integer collectives, @Nullable Integer individuals) {}

  record RankingText(
      int line,
      @Nullable Contest contest,
      List<PlaceText> places,
      @Nullable String decision,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record PlaceText(int line, UnitId unit, int rank) {}

  record AwardText(
      int line,
      @Nullable AwardId id,
      Title title,
      UnitId recipient,
      AuthorityText authority,
      @Nullable Track track,
      @Nullable Contest contest,
      @Nullable String decision,
      @Nullable List<RemarkText> remarks)
      implements Statement {}

  record AuthorityText(@JsonProperty("unit") UnitId unit, String written) {}
}
