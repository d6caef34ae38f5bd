package vn.giaouoc.command.proceedings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.document.YamlTree.FileError;
import vn.giaouoc.command.proceedings.ProceedingsFile.AttendeeText;
import vn.giaouoc.command.proceedings.ProceedingsFile.AttestedText;
import vn.giaouoc.command.proceedings.ProceedingsFile.AwardText;
import vn.giaouoc.command.proceedings.ProceedingsFile.BlocText;
import vn.giaouoc.command.proceedings.ProceedingsFile.ConferenceText;
import vn.giaouoc.command.proceedings.ProceedingsFile.CycleText;
import vn.giaouoc.command.proceedings.ProceedingsFile.DecisionText;
import vn.giaouoc.command.proceedings.ProceedingsFile.DesignatedText;
import vn.giaouoc.command.proceedings.ProceedingsFile.FigureText;
import vn.giaouoc.command.proceedings.ProceedingsFile.HandedOverText;
import vn.giaouoc.command.proceedings.ProceedingsFile.InferredText;
import vn.giaouoc.command.proceedings.ProceedingsFile.LeadershipText;
import vn.giaouoc.command.proceedings.ProceedingsFile.MembersText;
import vn.giaouoc.command.proceedings.ProceedingsFile.MovementText;
import vn.giaouoc.command.proceedings.ProceedingsFile.PlaceText;
import vn.giaouoc.command.proceedings.ProceedingsFile.RankingText;
import vn.giaouoc.command.proceedings.ProceedingsFile.ReportText;
import vn.giaouoc.command.proceedings.ProceedingsFile.StepText;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a proceedings file may not do: contradict itself, or speak of what it does not declare. What
 * its source leaves doubtful is no contradiction; that becomes a remark.
 */
final class Consistency {

  private final ProceedingsFile file;
  private final List<FileError> errors = new ArrayList<>();

  private Consistency(ProceedingsFile file) {
    this.file = file;
  }

  /** All contradictions in a file, by line. */
  static List<FileError> check(ProceedingsFile file) {
    Consistency consistency = new Consistency(file);
    consistency.units();
    consistency.bloc();
    consistency.cycles();
    file.leadershipOrNone().forEach(consistency::leadership);
    if (file.conference() != null) {
      consistency.conference(file.conference());
    } else {
      consistency.withoutConference();
    }
    if (file.report() != null) {
      consistency.report(file.report());
    }
    consistency.others();
    if (file.ranking() != null) {
      consistency.ranking(file.ranking());
    }
    consistency.awards();
    consistency.errors.sort(Comparator.comparing(FileError::line));
    return consistency.errors;
  }

  private void units() {
    Map<String, String> named = new HashMap<>();
    file.units()
        .forEach(
            (id, unit) -> {
              declared(unit.line(), unit.authority());
              refuseIf(
                  id.equals(unit.authority() == null ? null : unit.authority().slug()),
                  unit.line(),
                  "Đơn vị không thể là cơ quan cấp trên của chính mình",
                  "A unit cannot be its own authority");
              String name = unit.name() + " · " + unit.authority();
              String other = named.put(name, id);
              refuseIf(
                  other != null,
                  unit.line(),
                  "Hai mã " + other + " và " + id + " cùng một tên: " + unit.name(),
                  "Two ids, " + other + " and " + id + ", have the same name: " + unit.name());
            });
  }

  private void bloc() {
    BlocText bloc = file.bloc();
    declared(bloc.line(), bloc.authority());
    MembersText members = bloc.members();
    if (members != null) {
      List<UnitId> inferred = members.inferredOrNone().stream().map(InferredText::unit).toList();
      Stream.concat(members.named().stream(), inferred.stream())
          .forEach(unit -> declared(members.line(), unit));
      twice(
          members.line(),
          Stream.concat(members.named().stream(), inferred.stream()).toList(),
          "thành viên",
          "member");
    }
  }

  private void cycles() {
    twice(file.cycles(), CycleText::line, CycleText::id, "năm thi đua", "cycle");
    twice(file.cycles(), CycleText::line, CycleText::year, "năm", "year");
    for (CycleText cycle : file.cycles()) {
      if (cycle.pledge() != null) {
        List<UnitId> parties = Objects.requireNonNullElse(cycle.pledge().signedBy(), List.of());
        parties.forEach(unit -> declared(cycle.pledge().line(), unit));
        twice(cycle.pledge().line(), parties, "đơn vị ký", "signatory");
        Integer stated = cycle.pledge().stated();
        int listed = Objects.requireNonNullElse(cycle.pledge().contents(), List.of()).size();
        refuseIf(
            stated != null && listed > stated,
            cycle.pledge().line(),
            "Nêu " + stated + " nội dung nhưng liệt kê " + listed,
            "States " + stated + " contents but lists " + listed);
      }
      if (cycle.steps() != null) {
        twice(cycle.steps(), StepText::line, step -> step.step().code(), "bước", "step");
      }
    }
  }

  private void leadership(LeadershipText statement) {
    AttestedText attested = statement.attested();
    if (attested != null) {
      team(attested.line(), attested.leader(), attested.deputies());
    }
    DesignatedText designated = statement.designated();
    if (designated != null) {
      team(designated.line(), designated.leader(), designated.deputies());
    }
    HandedOverText handedOver = statement.handedOver();
    if (handedOver != null) {
      declared(handedOver.line(), handedOver.from());
      declared(handedOver.line(), handedOver.to());
      refuseIf(
          handedOver.to().equals(handedOver.from()),
          handedOver.line(),
          "Bên giao và bên nhận là cùng một đơn vị",
          "The unit hands over to itself");
    }
  }

  private void team(int line, @Nullable UnitId leader, @Nullable List<UnitId> deputies) {
    declared(line, leader);
    List<UnitId> all = Objects.requireNonNullElse(deputies, List.of());
    all.forEach(deputy -> declared(line, deputy));
    twice(line, all, "khối phó", "deputy");
    refuseIf(
        leader != null && all.contains(leader),
        line,
        "Khối trưởng không thể đồng thời là khối phó",
        "The leader cannot be a deputy as well");
  }

  private void conference(ConferenceText conference) {
    if (conference.attendance() != null) {
      conference.attendance().present().forEach(this::attendee);
    }
    Objects.requireNonNullElse(conference.presiding(), List.<AttendeeText>of())
        .forEach(this::attendee);
    if (conference.papers() != null) {
      conference.papers().forEach(paper -> declared(paper.line(), paper.presentedBy()));
    }
    if (conference.entries() != null) {
      conference
          .entries()
          .forEach(
              entry -> {
                declared(entry.line(), entry.by());
                Objects.requireNonNullElse(entry.to(), List.<UnitId>of())
                    .forEach(unit -> declared(entry.line(), unit));
                Objects.requireNonNullElse(entry.with(), List.<UnitId>of())
                    .forEach(unit -> declared(entry.line(), unit));
              });
    }
    List<DecisionText> decisions = file.decisions();
    decisions.forEach(this::decision);
    twice(decisions, DecisionText::line, DecisionText::id, "quyết định", "decision");
  }

  private void withoutConference() {
    boolean needed = file.ranking() != null || !file.awardsOrNone().isEmpty();
    refuseIf(
        needed,
        file.source().line(),
        "Xếp hạng và đề nghị khen thưởng cần có hội nghị (conference)",
        "A ranking or an award proposal needs the conference that it comes from");
  }

  private void attendee(AttendeeText attendee) {
    declared(attendee.line(), attendee.unit());
  }

  private void decision(DecisionText decision) {
    int line = decision.line();
    if (decision.cycle() != null) {
      refuseIf(
          file.cycles().stream().noneMatch(cycle -> cycle.id().equals(decision.cycle())),
          line,
          "Năm thi đua " + decision.cycle().slug() + " chưa được khai ở mục cycles",
          "The cycle " + decision.cycle().slug() + " is not declared under cycles");
    }
    Objects.requireNonNullElse(decision.electorate(), List.<UnitId>of())
        .forEach(unit -> declared(line, unit));
    List<UnitId> chosen = Objects.requireNonNullElse(decision.chosen(), List.of());
    chosen.forEach(unit -> declared(line, unit));
    twice(line, chosen, "đơn vị được chọn", "chosen unit");
    twice(line, decision.methods(), "cách quyết định", "method");
    refuseIf(
        more(decision.returned(), decision.issued()),
        line,
        "Số phiếu thu về nhiều hơn số phiếu phát ra",
        "More papers returned than issued");
    refuseIf(
        decision.returned() != null
            && decision.valid() != null
            && decision.invalid() != null
            && decision.valid() + decision.invalid() != decision.returned(),
        line,
        "Phiếu hợp lệ cộng phiếu không hợp lệ phải bằng số phiếu thu về",
        "Valid and invalid papers must add up to those returned");
    refuseIf(
        more(decision.valid(), decision.returned())
            || more(decision.invalid(), decision.returned()),
        line,
        "Số phiếu hợp lệ hoặc không hợp lệ nhiều hơn số phiếu thu về",
        "More valid or invalid papers than returned");
  }

  private void report(ReportText report) {
    declared(report.line(), report.presentedBy());
    if (report.statements() != null) {
      report
          .statements()
          .forEach(
              statement ->
                  Objects.requireNonNullElse(statement.units(), List.<UnitId>of())
                      .forEach(unit -> declared(statement.line(), unit)));
    }
    List<FigureText> figures = Objects.requireNonNullElse(report.figures(), List.of());
    for (FigureText figure : figures) {
      declared(figure.line(), figure.unit());
      refuseIf(
          figure.direction() == Direction.COUNT && figure.target() != null,
          figure.line(),
          "Chiều 'count' là số đếm không có chỉ tiêu; hãy chọn higher hoặc lower",
          "A count has no target; choose higher or lower");
      refuseIf(
          figure.actual() == null && figure.percent() == null && figure.written() == null,
          figure.line(),
          "Chỉ tiêu phải có số thực hiện (actual), tỷ lệ (percent) hoặc nguyên văn (written)",
          "A figure needs actual, percent or written");
    }
    twice(
        figures,
        FigureText::line,
        figure -> figure.unit().slug() + " · " + figure.indicator(),
        "chỉ tiêu",
        "figure");
  }

  private void others() {
    if (file.movements() != null) {
      file.movements().forEach(movement -> declared(movement.line(), movement.launchedBy()));
      twice(file.movements(), MovementText::line, MovementText::id, "phong trào", "movement");
    }
    if (file.thematicMovements() != null) {
      file.thematicMovements()
          .forEach(each -> each.units().forEach(unit -> declared(each.line(), unit)));
    }
    if (file.exemplaryCases() != null && file.exemplaryCases().ofWhich() != null) {
      file.exemplaryCases()
          .ofWhich()
          .forEach(
              part ->
                  refuseIf(
                      more(part.collectives(), file.exemplaryCases().collectives())
                          || more(part.individuals(), file.exemplaryCases().individuals()),
                      part.line(),
                      "Phần 'trong đó' không thể lớn hơn tổng số",
                      "A part cannot be more than the whole"));
    }
  }

  private void ranking(RankingText ranking) {
    ranking.places().forEach(place -> declared(place.line(), place.unit()));
    twice(ranking.places(), PlaceText::line, PlaceText::unit, "đơn vị xếp hạng", "ranked unit");
    known(ranking.line(), ranking.decision());
  }

  private void awards() {
    List<AwardText> awards = file.awardsOrNone();
    for (AwardText award : awards) {
      declared(award.line(), award.recipient());
      declared(award.line(), award.authority().unit());
      known(award.line(), award.decision());
    }
    twice(awards, AwardText::line, file::awardId, "đề nghị khen thưởng", "award");
  }

  private void known(int line, @Nullable String decision) {
    refuseIf(
        decision != null && file.decisions().stream().noneMatch(each -> each.id().equals(decision)),
        line,
        "Quyết định '" + decision + "' không có trong conference.decisions",
        "There is no decision '" + decision + "' under conference.decisions");
  }

  private void declared(int line, @Nullable UnitId unit) {
    String slug = unit == null ? "" : unit.slug();
    refuseIf(
        unit != null && !file.units().containsKey(slug),
        line,
        "Đơn vị '" + slug + "' chưa được khai ở mục units",
        "The unit '" + slug + "' is not declared under units");
  }

  private void twice(int line, Collection<?> values, String what, String whatEn) {
    Set<Object> seen = new HashSet<>();
    for (Object value : values) {
      String name = name(value);
      refuseIf(
          !seen.add(value),
          line,
          "Ghi hai lần " + what + ": " + name,
          "The " + whatEn + " is there twice: " + name);
    }
  }

  /** The same of statements that know their lines: it is told at the second of them. */
  private <T> void twice(
      List<T> statements, ToIntFunction<T> line, Function<T, ?> value, String what, String whatEn) {
    Set<Object> seen = new HashSet<>();
    for (T statement : statements) {
      Object told = value.apply(statement);
      String name = name(told);
      refuseIf(
          !seen.add(told),
          line.applyAsInt(statement),
          "Ghi hai lần " + what + ": " + name,
          "The " + whatEn + " is there twice: " + name);
    }
  }

  private static String name(@Nullable Object value) {
    return value instanceof Id id
        ? id.slug()
        : value instanceof Code code ? code.code() : String.valueOf(value);
  }

  private static boolean more(@Nullable Integer part, @Nullable Integer whole) {
    return part != null && whole != null && part > whole;
  }

  private void refuseIf(boolean wrong, int line, String message, String messageEn) {
    if (wrong) {
      errors.add(new FileError(line, 1, "", message, messageEn));
    }
  }
}
