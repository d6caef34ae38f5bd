package vn.giaouoc.command.proceedings;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.proceedings.ProceedingsFile.UnitText;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Facts as sentences in Vietnamese, for whoever records a file and wants to see what was
 * understood. No person is named.
 */
final class Sentences {

  private final ProceedingsFile file;

  Sentences(ProceedingsFile file) {
    this.file = file;
  }

  /** What an event says. */
  String of(Event event) {
    return switch (event) {
      case UnitEvent.UnitRegistered e -> "Đơn vị: " + e.name();
      case UnitEvent.UnitRenamed e -> "Đổi tên thành " + e.name();
      case UnitEvent.AliasAdded e -> name(e.unit()) + " còn được viết là “" + e.alias() + "”";
      case BlocEvent.BlocEstablished e -> "Khối: " + e.name();
      case BlocEvent.AliasAdded e -> "Khối còn được viết là “" + e.alias() + "”";
      case BlocEvent.MemberAdmitted e -> name(e.unit()) + " là thành viên";
      case BlocEvent.MemberReleased e -> name(e.unit()) + " thôi là thành viên";
      case BlocEvent.RollAttested e ->
          "Thành viên: "
              + names(e.named())
              + (e.inferred().isEmpty() ? "" : "; suy ra: " + names(e.inferred()));
      case LeadershipEvent.LeadershipAttested e ->
          "Đương nhiệm: Khối trưởng " + name(e.leader()) + deputies(e.deputies());
      case LeadershipEvent.LeadershipDesignated e ->
          "Chọn Khối trưởng "
              + name(e.leader())
              + deputies(e.deputies())
              + ", từ "
              + e.term().from();
      case LeadershipEvent.LeadershipInstalled e -> name(e.leader()) + " nhận nhiệm vụ Khối trưởng";
      case LeadershipEvent.LeadershipHandedOver e ->
          "Bàn giao Khối trưởng từ " + name(e.outgoing()) + " cho " + name(e.incoming());
      case CycleEvent.CycleOpened e -> "Năm thi đua " + e.year();
      case CycleEvent.StepRecorded e -> "Bước " + step(e.step()) + ": " + state(e.state());
      case CycleEvent.RegulationCited e ->
          (e.draft() ? "Dự thảo " : "")
              + e.title()
              + (e.number() == null ? "" : ", số " + e.number());
      case CycleEvent.PledgeContentsStated e ->
          "Nội dung giao ước: "
              + (e.stated() == null ? "không nêu số" : "nêu " + e.stated())
              + ", liệt kê "
              + e.contents().size();
      case CycleEvent.RankingDecided e ->
          "Xếp hạng: "
              + e.places().stream()
                  .map(place -> place.rank() + ". " + name(place.unit()))
                  .collect(Collectors.joining("; "));
      case PledgeSigned e -> name(e.party()) + " ký giao ước thi đua";
      case ReportEvent.ReportPresented e ->
          (e.draft() ? "Dự thảo báo cáo" : "Báo cáo")
              + " của khối do "
              + name(e.presentedBy())
              + " trình bày";
      case ReportEvent.StatementMade e ->
          "Báo cáo nêu" + (e.units().isEmpty() ? "" : " về " + names(e.units()));
      case ReportEvent.FigureReported e -> name(e.unit()) + ": " + figure(e.figure());
      case MovementEvent.MovementLaunched e -> "Phong trào “" + e.theme() + "”";
      case MovementEvent.MovementJoined _ -> "Khối hưởng ứng phong trào";
      case MovementEvent.ThematicMovementsCounted e ->
          names(e.units()) + " phát động " + e.count() + " phong trào chuyên đề";
      case ExemplaryCasesCommended e ->
          "Điển hình tiên tiến: "
              + number(e.collectives())
              + " tập thể, "
              + number(e.individuals())
              + " cá nhân";
      case ConferenceEvent.ConferenceHeld e -> e.title();
      case ConferenceEvent.AttendanceRecorded e ->
          "Dự hội nghị: " + e.attendees().size() + " thành phần";
      case ConferenceEvent.PresidingRecorded e -> "Chủ trì: " + e.presiding().size() + " người";
      case ConferenceEvent.PaperTabled e -> "Trình: " + e.title();
      case ConferenceEvent.EntryRecorded e -> entry(e.entryKind()) + to(e.to());
      case PollRecorded e ->
          "Quyết định bằng "
              + e.methods().stream().map(Sentences::method).collect(Collectors.joining(", "))
              + (e.chosen().isEmpty() ? "" : ": " + names(e.chosen()));
      case AwardProposed e ->
          "Đề nghị "
              + e.authority().asWritten()
              + " tặng "
              + title(e.title())
              + " cho "
              + name(e.recipient());
      default -> throw new IllegalArgumentException("No source tells " + event);
    };
  }

  private static String figure(Figure figure) {
    String actual =
        figure.actual() == null
            ? ""
            : " " + bound(figure.actual()) + figure.actual().value().toPlainString();
    String target = figure.target() == null ? "" : "/" + figure.target().value().toPlainString();
    String percent =
        figure.reportedPercent() == null
            ? ""
            : ", đạt " + figure.reportedPercent().toPlainString() + " %";
    return figure.indicator() + actual + target + " " + figure.measure() + percent;
  }

  private static String bound(Figure.Amount amount) {
    return switch (amount.bound()) {
      case EXACTLY -> "";
      case OVER -> "trên ";
      case UNDER -> "dưới ";
    };
  }

  private String name(@Nullable UnitId unit) {
    if (unit == null) {
      return "(không nêu)";
    }
    UnitText known = file.units().get(unit.slug());
    return known == null ? unit.slug() : known.name();
  }

  private String names(List<UnitId> units) {
    return units.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String deputies(List<Deputy> deputies) {
    return deputies.isEmpty()
        ? ""
        : ", Khối phó "
            + deputies.stream()
                .map(deputy -> name(deputy.unit()))
                .collect(Collectors.joining(", "));
  }

  private String to(List<UnitId> units) {
    return units.isEmpty() ? "" : " tới " + names(units);
  }

  private static String number(@Nullable Integer number) {
    return number == null ? "không nêu số" : number.toString();
  }

  private static String step(CycleEvent.Step step) {
    return switch (step) {
      case REGULATION -> "ban hành quy chế";
      case PLEDGE -> "ký giao ước";
      case MID_YEAR_REVIEW -> "sơ kết 6 tháng";
      case SCORING -> "chấm điểm";
      case YEAR_END_REVIEW -> "tổng kết";
      case RANKING -> "xếp hạng";
      case AWARD_PROPOSAL -> "đề nghị khen thưởng";
      case DESIGNATION -> "chọn khối trưởng năm sau";
      case HANDOVER -> "bàn giao khối trưởng";
    };
  }

  private static String state(CycleEvent.StepState state) {
    return switch (state) {
      case PLANNED -> "dự kiến";
      case DUE -> "đến hạn";
      case DONE -> "đã làm";
      case SKIPPED -> "bỏ qua";
    };
  }

  private static String entry(ConferenceEvent.EntryKind kind) {
    return switch (kind) {
      case COMMENT -> "Góp ý";
      case INSTRUCTION -> "Chỉ đạo";
      case ASSIGNMENT -> "Giao việc";
      case REQUEST -> "Đề nghị";
      case LIMITATION -> "Hạn chế";
      case DIRECTION -> "Phương hướng";
    };
  }

  private static String method(vn.giaouoc.shared.poll.PollEvent.Method method) {
    return switch (method) {
      case DELIBERATION -> "trao đổi, bình xét";
      case SCORING -> "chấm điểm";
      case CONSENSUS -> "thống nhất";
      case SHOW_OF_HANDS -> "biểu quyết giơ tay";
      case NAMED_VOTE -> "bỏ phiếu ghi tên";
      case BALLOT -> "bỏ phiếu";
      case SECRET_BALLOT -> "bỏ phiếu kín trên hệ thống";
    };
  }

  private static String title(Title title) {
    return switch (title) {
      case FLAG -> "Cờ thi đua";
      case CERTIFICATE_OF_MERIT -> "Bằng khen";
      case CERTIFICATE_OF_COMMENDATION -> "Giấy khen";
    };
  }
}
