package vn.giaouoc.query.player;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AllotmentEvent;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.complaint.ComplaintEvent;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.paper.PaperEvent;
import vn.giaouoc.shared.paper.RegisterEvent;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.poll.Matter;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.VotingPaperEvent;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent;

/**
 * Says of each event who did what to what, in a sentence. Every type of event has its own: a new
 * one does not compile until it has.
 */
final class Sentences {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Map<String, String> names;
  private final Map<String, String> texts;

  /**
   * In these names and texts.
   *
   * @param names by {@code kind:slug}
   * @param texts by digest; what is redacted, or not for the reader, is not among them
   */
  Sentences(Map<String, String> names, Map<String, String> texts) {
    this.names = names;
    this.texts = texts;
  }

  /** The sentence of an event. */
  Sentence of(Event event) {
    return switch (event) {
      case UnitEvent each -> of(each);
      case BlocEvent each -> of(each);
      case LeadershipEvent each -> of(each);
      case CycleEvent each -> of(each);
      case PledgeEvent each -> of(each);
      case ReportEvent each -> of(each);
      case MovementEvent each -> of(each);
      case ExemplaryCasesEvent each -> of(each);
      case ScoreSheetEvent each -> of(each);
      case ConferenceEvent each -> of(each);
      case PollEvent each -> of(each);
      case VotingPaperEvent each -> of(each);
      case AwardEvent each -> of(each);
      case AllotmentEvent each -> of(each);
      case PaperEvent each -> of(each);
      case RegisterEvent each -> of(each);
      case ComplaintEvent each -> of(each);
      case ProceedingsEvent each -> of(each);
      case HistoryEvent each -> of(each);
      default -> throw new IllegalArgumentException("No sentence for " + event.getClass());
    };
  }

  private Sentence of(UnitEvent event) {
    return switch (event) {
      case UnitEvent.UnitRegistered e ->
          said("Đăng ký đơn vị " + e.name(), e.name() + " was registered as a unit");
      case UnitEvent.UnitRenamed e ->
          said("Đơn vị đổi tên thành " + e.name(), "The unit took the name " + e.name());
      case UnitEvent.AliasAdded e ->
          said(
              n(e.unit()) + " còn được viết là “" + e.alias() + "”",
              n(e.unit()) + " is also written “" + e.alias() + "”");
      case UnitEvent.UnitMoved e ->
          said(
              n(e.unit()) + " chuyển về trực thuộc " + n(e.authority()),
              n(e.unit()) + " came under " + n(e.authority()));
      case UnitEvent.UnitMerged e ->
          said(
              n(e.unit()) + " sáp nhập vào " + n(e.into()),
              n(e.unit()) + " was merged into " + n(e.into()));
      case UnitEvent.UnitDissolved e ->
          said(
              n(e.unit()) + " giải thể" + opt("; kế tục: ", all(e.successors())),
              n(e.unit()) + " was dissolved" + opt("; succeeded by ", all(e.successors())));
      case UnitEvent.RepresentativeAppointed e ->
          said(
              n(e.unit()) + " cử người đại diện (" + e.office() + ")",
              n(e.unit()) + " appointed a representative (" + e.office() + ")");
      case UnitEvent.RepresentationEnded e ->
          said(
              n(e.unit()) + " thôi cử một người đại diện",
              n(e.unit()) + " ended the office of a representative");
    };
  }

  private Sentence of(BlocEvent event) {
    return switch (event) {
      case BlocEvent.BlocEstablished e ->
          said("Thành lập " + e.name(), e.name() + " was established");
      case BlocEvent.AliasAdded e ->
          said(
              n(e.bloc()) + " còn được viết là “" + e.alias() + "”",
              n(e.bloc()) + " is also written “" + e.alias() + "”");
      case BlocEvent.MemberAdmitted e ->
          said(n(e.bloc()) + " kết nạp " + n(e.unit()), n(e.bloc()) + " admitted " + n(e.unit()));
      case BlocEvent.MemberReleased e ->
          said(n(e.unit()) + " rời " + n(e.bloc()), n(e.unit()) + " left " + n(e.bloc()));
      case BlocEvent.RollAttested e ->
          said(
              "Ghi nhận thành viên của " + n(e.bloc()) + ": " + all(e.named()),
              "The members of " + n(e.bloc()) + " were attested: " + all(e.named()));
      case BlocEvent.MemberPlaced e ->
          said(
              n(e.bloc()) + " xếp " + n(e.unit()) + " vào nhóm " + word(e.group()),
              n(e.bloc()) + " placed " + n(e.unit()) + " in the group " + word(e.group()));
      case BlocEvent.BlocMerged e ->
          said(
              n(e.bloc()) + " nhập vào " + n(e.into()),
              n(e.bloc()) + " was merged into " + n(e.into()));
      case BlocEvent.SupervisorAssigned e ->
          said(
              "Phân công " + n(e.unit()) + " phụ trách " + n(e.bloc()),
              n(e.unit()) + " was assigned to supervise " + n(e.bloc()));
      case BlocEvent.MemberAffairsTransferred e ->
          said(
              "Quyết định việc còn lại của " + n(e.unit()) + " khi rời " + n(e.bloc()),
              "It was settled what becomes of the affairs of "
                  + n(e.unit())
                  + " on leaving "
                  + n(e.bloc()));
    };
  }

  private Sentence of(LeadershipEvent event) {
    return switch (event) {
      case LeadershipEvent.LeadershipDesignated e ->
          said(
              n(e.bloc())
                  + " chọn "
                  + n(e.leader())
                  + " làm khối trưởng "
                  + term(e.term())
                  + opt(" (", e.mode() == null ? "" : Terms.of(e.mode()).vietnamese(), ")")
                  + opt("; khối phó: ", all(e.deputies().stream().map(Deputy::unit).toList())),
              n(e.bloc())
                  + " chose "
                  + n(e.leader())
                  + " as its leader for "
                  + term(e.term())
                  + opt(" ", e.mode() == null ? "" : Terms.of(e.mode()).english())
                  + opt("; deputies: ", all(e.deputies().stream().map(Deputy::unit).toList())));
      case LeadershipEvent.LeadershipInstalled e ->
          said(
              n(e.leader()) + " nhận nhiệm vụ khối trưởng " + n(e.bloc()) + " " + term(e.term()),
              n(e.leader())
                  + " took office as leader of "
                  + n(e.bloc())
                  + " for "
                  + term(e.term()));
      case LeadershipEvent.LeadershipAttested e ->
          said(
              "Ghi nhận " + n(e.leader()) + " là khối trưởng " + n(e.bloc()),
              n(e.leader()) + " was attested as leader of " + n(e.bloc()));
      case LeadershipEvent.LeadershipHandedOver e ->
          said(
              n(e.outgoing()) + " bàn giao khối trưởng " + n(e.bloc()) + " cho " + n(e.incoming()),
              n(e.outgoing())
                  + " handed the leadership of "
                  + n(e.bloc())
                  + " over to "
                  + n(e.incoming()));
      case LeadershipEvent.DesignationDeclined e ->
          said(
              n(e.leader())
                  + " từ chối làm khối trưởng "
                  + n(e.bloc())
                  + " "
                  + term(e.term())
                  + why(e.reason()),
              n(e.leader())
                  + " declined to lead "
                  + n(e.bloc())
                  + " for "
                  + term(e.term())
                  + why(e.reason()));
      case LeadershipEvent.DesignationWithdrawn e ->
          said(
              n(e.bloc()) + " hủy kết quả chọn khối trưởng " + term(e.term()) + why(e.reason()),
              n(e.bloc())
                  + " took back its choice of a leader for "
                  + term(e.term())
                  + why(e.reason()));
      case LeadershipEvent.HandoverTendered e ->
          said(
              n(e.outgoing())
                  + " lập bàn giao khối trưởng "
                  + n(e.bloc())
                  + " cho "
                  + n(e.incoming())
                  + ", "
                  + e.inventory().size()
                  + " mục",
              n(e.outgoing())
                  + " tendered the handover of "
                  + n(e.bloc())
                  + " to "
                  + n(e.incoming())
                  + ", "
                  + e.inventory().size()
                  + " items");
      case LeadershipEvent.HandoverAccepted e ->
          said(
              n(e.incoming())
                  + " chấp nhận bàn giao khối trưởng "
                  + n(e.bloc())
                  + why(e.reservations()),
              n(e.incoming()) + " accepted the handover of " + n(e.bloc()) + why(e.reservations()));
      case LeadershipEvent.LeaderReplaced e ->
          said(
              n(e.leader())
                  + " thay "
                  + n(e.outgoing())
                  + " làm khối trưởng "
                  + n(e.bloc())
                  + why(e.reason()),
              n(e.leader())
                  + " replaced "
                  + n(e.outgoing())
                  + " as leader of "
                  + n(e.bloc())
                  + why(e.reason()));
      case LeadershipEvent.ActingAppointed e ->
          said(
              "Giao "
                  + n(e.unit())
                  + " điều hành "
                  + n(e.bloc())
                  + " thay khối trưởng"
                  + why(e.reason()),
              n(e.unit())
                  + " was appointed to act for the leader of "
                  + n(e.bloc())
                  + why(e.reason()));
      case LeadershipEvent.ActingEnded e ->
          said(
              n(e.unit()) + " thôi điều hành " + n(e.bloc()) + " thay khối trưởng",
              n(e.unit()) + " ceased to act for the leader of " + n(e.bloc()));
    };
  }

  private Sentence of(CycleEvent event) {
    return switch (event) {
      case CycleEvent.CycleOpened e ->
          said(
              n(e.bloc()) + " mở năm thi đua " + e.year(),
              n(e.bloc()) + " opened its emulation year " + e.year());
      case CycleEvent.StepRecorded e ->
          said(
              "Bước " + Terms.of(e.step()).vietnamese() + ": " + Terms.of(e.state()).vietnamese(),
              "The step of "
                  + Terms.of(e.step()).english()
                  + " was "
                  + Terms.of(e.state()).english());
      case CycleEvent.RegulationCited e ->
          said(
              "Viện dẫn “" + e.title() + "”" + opt(" số ", word(e.number())),
              "“" + e.title() + "”" + opt(" no. ", word(e.number())) + " was cited");
      case CycleEvent.PledgeContentsStated e ->
          said(
              "Nêu " + e.contents().size() + " nội dung giao ước",
              e.contents().size() + " contents of the pledge were stated");
      case CycleEvent.RankingDecided e ->
          said(
              "Xếp hạng "
                  + contest(e.contest())
                  + ": "
                  + e.places().stream()
                      .sorted(Comparator.comparingInt(CycleEvent.Place::rank))
                      .map(p -> p.rank() + ". " + n(p.unit()))
                      .collect(Collectors.joining("; ")),
              "The ranking of "
                  + contestEn(e.contest())
                  + " was decided: "
                  + e.places().stream()
                      .sorted(Comparator.comparingInt(CycleEvent.Place::rank))
                      .map(p -> p.rank() + ". " + n(p.unit()))
                      .collect(Collectors.joining("; ")));
      case CycleEvent.BlocScored e ->
          said(
              "Chốt điểm và xếp hạng "
                  + contest(e.contest())
                  + ": "
                  + e.settled().stream()
                      .sorted(Comparator.comparingInt(CycleEvent.Settled::rank))
                      .map(p -> p.rank() + ". " + n(p.unit()) + " (" + vietnamese(p.points()) + ")")
                      .collect(Collectors.joining("; ")),
              "Points and ranks of "
                  + contestEn(e.contest())
                  + " were settled: "
                  + e.settled().stream()
                      .sorted(Comparator.comparingInt(CycleEvent.Settled::rank))
                      .map(
                          p ->
                              p.rank()
                                  + ". "
                                  + n(p.unit())
                                  + " ("
                                  + p.points().toPlainString()
                                  + ")")
                      .collect(Collectors.joining("; ")));
      case CycleEvent.AwardsProposed e ->
          said(
              "Đề nghị tặng "
                  + Terms.of(e.title()).vietnamese()
                  + " cho "
                  + all(e.proposals().stream().map(CycleEvent.Proposal::unit).toList()),
              Terms.of(e.title()).english()
                  + " was proposed for "
                  + all(e.proposals().stream().map(CycleEvent.Proposal::unit).toList()));
      case CycleEvent.ProposalsReasoned e ->
          said(
              "Ghi lý do không đề nghị khen thưởng các đơn vị khác",
              "The reasons were recorded why other units were not proposed");
      case CycleEvent.PeriodSet e ->
          said(
              "Năm thi đua tính từ " + d(e.from()) + " đến " + d(e.to()),
              "The emulation year runs from " + en(e.from()) + " to " + en(e.to()));
      case CycleEvent.RegulationAdopted e ->
          said(
              "Ban hành “"
                  + e.regulation().title()
                  + "” số "
                  + e.regulation().number()
                  + ", hiệu lực từ "
                  + d(e.regulation().validFrom()),
              "“"
                  + e.regulation().title()
                  + "” no. "
                  + e.regulation().number()
                  + " was adopted, valid from "
                  + en(e.regulation().validFrom()));
      case CycleEvent.DeadlineSet e ->
          said(
              "Ấn định hạn " + Terms.of(e.step()).vietnamese() + ": " + d(e.due()),
              "The deadline of " + Terms.of(e.step()).english() + " was set to " + en(e.due()));
      case CycleEvent.DeadlineExtended e ->
          said(
              "Gia hạn "
                  + Terms.of(e.step()).vietnamese()
                  + " từ "
                  + d(e.before())
                  + " đến "
                  + d(e.due())
                  + why(e.reason()),
              "The deadline of "
                  + Terms.of(e.step()).english()
                  + " was extended from "
                  + en(e.before())
                  + " to "
                  + en(e.due())
                  + why(e.reason()));
      case CycleEvent.DeadlineFollowed e ->
          said(
              "Hạn "
                  + Terms.of(e.step()).vietnamese()
                  + " là "
                  + d(e.due())
                  + ", tính theo bước "
                  + Terms.of(e.after()).vietnamese(),
              "The deadline of "
                  + Terms.of(e.step()).english()
                  + " is "
                  + en(e.due())
                  + ", as it follows from "
                  + Terms.of(e.after()).english());
      case CycleEvent.AssessorsAppointed e ->
          said(
              "Chỉ định chấm ngoài khối: " + all(e.units()),
              "Assessors from outside the bloc were appointed: " + all(e.units()));
      case CycleEvent.StepAdvanced e ->
          said(
              "Hoàn thành bước " + Terms.of(e.step()).vietnamese() + (e.late() ? ", chậm hạn" : ""),
              "The step of "
                  + Terms.of(e.step()).english()
                  + " was done"
                  + (e.late() ? ", late" : ""));
      case CycleEvent.StepSkipped e ->
          said(
              "Không tổ chức bước "
                  + Terms.of(e.step()).vietnamese()
                  + " theo "
                  + e.clause()
                  + why(e.reason()),
              "The step of "
                  + Terms.of(e.step()).english()
                  + " was left out by "
                  + e.clause()
                  + why(e.reason()));
      case CycleEvent.UnitExcluded e ->
          said(
              "Không xét thi đua đối với " + n(e.unit()) + " theo " + e.clause(),
              n(e.unit()) + " was excluded by " + e.clause());
      case CycleEvent.ExclusionReasoned e ->
          said(
              "Ghi lý do không xét thi đua đối với " + n(e.unit()),
              "The reason of excluding " + n(e.unit()) + " was recorded");
      case CycleEvent.UnitReadmitted e ->
          said(
              "Xét thi đua trở lại đối với " + n(e.unit()) + " theo " + e.clause(),
              n(e.unit()) + " was readmitted by " + e.clause());
      case CycleEvent.MattersPutToVote e ->
          said(
              "Đưa ra biểu quyết: " + subjects(e.matters(), Sentence::vietnamese),
              "Put to the vote: " + subjects(e.matters(), Sentence::english));
      case CycleEvent.ReminderSent e ->
          said(
              "Nhắc " + all(e.units()) + " về " + Terms.of(e.step()).vietnamese(),
              all(e.units()) + " were reminded of " + Terms.of(e.step()).english());
      case CycleEvent.CycleEndedEarly e ->
          said(
              "Năm thi đua kết thúc sớm, khối nhập vào " + n(e.into()) + why(e.reason()),
              "The year ended early, as the bloc went up into " + n(e.into()) + why(e.reason()));
      case CycleEvent.CycleClosed e ->
          said("Kết thúc năm thi đua", "The emulation year was closed");
      case CycleEvent.CycleReopened e ->
          said(
              "Mở lại năm thi đua" + why(e.reason()),
              "The emulation year was reopened" + why(e.reason()));
    };
  }

  private static String subjects(List<Matter> matters, Function<Sentence, String> in) {
    return matters.stream()
        .map(matter -> in.apply(Terms.of(matter.subject())))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Sentence of(PledgeEvent event) {
    return switch (event) {
      case PledgeEvent.PledgeDrafted e ->
          said(
              party(e.party()) + " soạn thảo giao ước", partyEn(e.party()) + " drafted its pledge");
      case PledgeEvent.TargetSet e ->
          said(
              party(e.party())
                  + " đăng ký chỉ tiêu “"
                  + e.target().indicator()
                  + "”"
                  + goal(e.target()),
              partyEn(e.party())
                  + " set the target “"
                  + e.target().indicator()
                  + "”"
                  + goal(e.target()));
      case PledgeEvent.TargetDropped e ->
          said(
              party(e.party()) + " bỏ một chỉ tiêu khỏi dự thảo",
              partyEn(e.party()) + " dropped a target from its draft");
      case PledgeEvent.PledgeSigned e ->
          said(
              party(e.party()) + " ký giao ước thi đua", partyEn(e.party()) + " signed its pledge");
      case PledgeEvent.PromiseMade e ->
          said(
              party(e.party()) + " ký giao ước với " + e.targets().size() + " chỉ tiêu",
              partyEn(e.party()) + " signed a pledge of " + e.targets().size() + " targets");
      case PledgeEvent.TargetAmended e ->
          said(
              party(e.party())
                  + " điều chỉnh chỉ tiêu “"
                  + e.target().indicator()
                  + "”"
                  + goal(e.target())
                  + why(e.reason()),
              partyEn(e.party())
                  + " amended the target “"
                  + e.target().indicator()
                  + "”"
                  + goal(e.target())
                  + why(e.reason()));
      case PledgeEvent.MidYearReviewSubmitted e ->
          said(
              party(e.party()) + " nộp báo cáo sơ kết 6 tháng, " + e.results().size() + " chỉ tiêu",
              partyEn(e.party())
                  + " submitted its mid-year review of "
                  + e.results().size()
                  + " targets");
      case PledgeEvent.YearEndReportSubmitted e ->
          said(
              party(e.party()) + " nộp báo cáo tổng kết năm, " + e.results().size() + " chỉ tiêu",
              partyEn(e.party())
                  + " submitted its year-end report of "
                  + e.results().size()
                  + " targets");
      case PledgeEvent.EvidenceAttached e ->
          said(party(e.party()) + " bổ sung minh chứng", partyEn(e.party()) + " attached evidence");
      case PledgeEvent.PledgeTransferred e ->
          said(
              "Giao ước của "
                  + n(e.from())
                  + " "
                  + (e.to() == null ? "chấm dứt" : "chuyển cho " + n(e.to())),
              "The pledge of "
                  + n(e.from())
                  + " "
                  + (e.to() == null ? "ended" : "passed to " + n(e.to())));
    };
  }

  private Sentence of(ReportEvent event) {
    return switch (event) {
      case ReportEvent.ReportPresented e ->
          said(
              who(e.presentedBy())
                  + " trình bày báo cáo "
                  + Terms.of(e.stage()).vietnamese()
                  + (e.draft() ? " (dự thảo)" : ""),
              whoEn(e.presentedBy())
                  + " presented the "
                  + Terms.of(e.stage()).english()
                  + " report"
                  + (e.draft() ? " (draft)" : ""));
      case ReportEvent.StatementMade e ->
          said(
              "Báo cáo nhận định" + of(e.units(), " về ") + why(e.text()),
              "The report stated" + of(e.units(), " of ") + why(e.text()));
      case ReportEvent.FigureReported e ->
          said(
              "Báo cáo nêu số liệu của " + n(e.unit()) + ": “" + e.figure().indicator() + "”",
              "The report gave a figure of " + n(e.unit()) + ": “" + e.figure().indicator() + "”");
      case ReportEvent.ReportDrafted e ->
          said(
              "Soạn thảo báo cáo " + Terms.of(e.stage()).vietnamese(),
              "The " + Terms.of(e.stage()).english() + " report was drafted");
      case ReportEvent.CountStated e ->
          said(
              "Báo cáo thống kê "
                  + e.count().number()
                  + " "
                  + e.count().what()
                  + of(e.units(), " của "),
              "The report counted "
                  + e.count().number()
                  + " "
                  + e.count().what()
                  + of(e.units(), " of "));
      case ReportEvent.ReportAmended e ->
          said("Sửa đổi báo cáo" + why(e.text()), "The report was amended" + why(e.text()));
      case ReportEvent.ReportFinalised e ->
          said(
              n(e.finalisedBy()) + " hoàn chỉnh báo cáo " + Terms.of(e.stage()).vietnamese(),
              n(e.finalisedBy()) + " finalised the " + Terms.of(e.stage()).english() + " report");
      case ReportEvent.ReportTabled e ->
          said(
              "Trình nội dung báo cáo "
                  + Terms.of(e.stage()).vietnamese()
                  + ", "
                  + e.statements().size()
                  + " nhận định, "
                  + e.figures().size()
                  + " số liệu",
              "The "
                  + Terms.of(e.stage()).english()
                  + " report was tabled with "
                  + e.statements().size()
                  + " statements and "
                  + e.figures().size()
                  + " figures");
    };
  }

  private Sentence of(MovementEvent event) {
    return switch (event) {
      case MovementEvent.MovementLaunched e ->
          said(
              (e.launchedBy() == null ? word(e.launcherAsWritten()) : n(e.launchedBy()))
                  + " phát động phong trào “"
                  + e.theme()
                  + "”",
              (e.launchedBy() == null ? word(e.launcherAsWritten()) : n(e.launchedBy()))
                  + " launched the movement “"
                  + e.theme()
                  + "”");
      case MovementEvent.MovementJoined e ->
          said(
              n(e.bloc()) + " tham gia phong trào " + n(e.movement()),
              n(e.bloc()) + " joined the movement " + n(e.movement()));
      case MovementEvent.ThematicMovementsCounted e ->
          said(
              "Ghi nhận " + e.count() + " phong trào chuyên đề" + of(e.units(), " của "),
              e.count() + " thematic movements were counted" + of(e.units(), " of "));
      case MovementEvent.MovementResultReported e ->
          said(
              (e.unit() == null ? n(e.bloc()) : n(e.unit()))
                  + " báo cáo kết quả phong trào "
                  + n(e.movement())
                  + why(e.text()),
              (e.unit() == null ? n(e.bloc()) : n(e.unit()))
                  + " reported on the movement "
                  + n(e.movement())
                  + why(e.text()));
      case MovementEvent.MovementClosed e ->
          said(
              "Kết thúc phong trào " + n(e.movement()),
              "The movement " + n(e.movement()) + " was closed");
    };
  }

  private Sentence of(ExemplaryCasesEvent event) {
    return switch (event) {
      case ExemplaryCasesEvent.ExemplaryCasesCommended e ->
          said(
              n(e.bloc())
                  + " biểu dương điển hình tiên tiến: "
                  + count(e.collectives())
                  + " tập thể, "
                  + count(e.individuals())
                  + " cá nhân",
              n(e.bloc())
                  + " commended exemplary cases: "
                  + count(e.collectives())
                  + " collectives, "
                  + count(e.individuals())
                  + " individuals");
      case ExemplaryCasesEvent.ExemplaryCasesNamed e ->
          said(
              n(e.bloc())
                  + " nêu danh sách điển hình tiên tiến: "
                  + e.collectives().size()
                  + " tập thể, "
                  + e.individuals().size()
                  + " cá nhân",
              n(e.bloc())
                  + " named its exemplary cases: "
                  + e.collectives().size()
                  + " collectives, "
                  + e.individuals().size()
                  + " individuals");
    };
  }

  private Sentence of(ScoreSheetEvent event) {
    return switch (event) {
      case ScoreSheetEvent.SelfScoreEntered e ->
          said(
              n(e.unit())
                  + " tự chấm điểm"
                  + (e.total() == null ? "" : ": " + vietnamese(e.total()) + " điểm"),
              n(e.unit())
                  + " scored itself"
                  + (e.total() == null ? "" : ": " + e.total().toPlainString() + " points"));
      case ScoreSheetEvent.CrossChecked e ->
          said(
              n(e.by())
                  + " chấm chéo "
                  + n(e.unit())
                  + (e.total() == null ? "" : ": " + vietnamese(e.total()) + " điểm"),
              n(e.by())
                  + " checked "
                  + n(e.unit())
                  + (e.total() == null ? "" : ": " + e.total().toPlainString() + " points"));
      case ScoreSheetEvent.BlocScoreEntered e ->
          said(
              n(e.by())
                  + " thay mặt khối chấm "
                  + n(e.unit())
                  + (e.total() == null ? "" : ": " + vietnamese(e.total()) + " điểm"),
              n(e.by())
                  + " scored "
                  + n(e.unit())
                  + " for the bloc"
                  + (e.total() == null ? "" : ": " + e.total().toPlainString() + " points"));
      case ScoreSheetEvent.Verified e ->
          said(
              "Thẩm định điểm của "
                  + n(e.unit())
                  + (e.total() == null ? "" : ": " + vietnamese(e.total()) + " điểm"),
              "The score of "
                  + n(e.unit())
                  + " was verified"
                  + (e.total() == null ? "" : ": " + e.total().toPlainString() + " points"));
      case ScoreSheetEvent.SheetReturned e ->
          said(
              "Trả lại bảng điểm của " + n(e.unit()) + why(e.reason()),
              "The sheet of " + n(e.unit()) + " was returned" + why(e.reason()));
      case ScoreSheetEvent.Explained e ->
          said(
              n(e.unit()) + " giải trình điểm" + why(e.explanation()),
              n(e.unit()) + " explained its score" + why(e.explanation()));
      case ScoreSheetEvent.AppealLodged e ->
          said(
              n(e.unit()) + " kiến nghị về điểm" + why(e.grounds()),
              n(e.unit()) + " appealed against its score" + why(e.grounds()));
      case ScoreSheetEvent.AppealDecided e ->
          said(
              (e.upheld() ? "Chấp nhận" : "Không chấp nhận")
                  + " kiến nghị về điểm của "
                  + n(e.unit())
                  + why(e.reason()),
              "The appeal of "
                  + n(e.unit())
                  + " was "
                  + (e.upheld() ? "upheld" : "dismissed")
                  + why(e.reason()));
      case ScoreSheetEvent.SheetFrozen e ->
          said(
              "Chốt bảng điểm của " + n(e.unit()) + " để xếp hạng " + contest(e.contest()),
              "The sheet of "
                  + n(e.unit())
                  + " was frozen for the ranking of "
                  + contestEn(e.contest()));
      case ScoreSheetEvent.SheetReopened e ->
          said(
              "Mở lại bảng điểm của " + n(e.unit()) + why(e.reason()),
              "The sheet of " + n(e.unit()) + " was reopened" + why(e.reason()));
    };
  }

  private Sentence of(ConferenceEvent event) {
    return switch (event) {
      case ConferenceEvent.ConferenceHeld e ->
          said(
              n(e.bloc())
                  + " tổ chức hội nghị "
                  + Terms.of(e.conferenceKind()).vietnamese()
                  + ": “"
                  + e.title()
                  + "”",
              n(e.bloc())
                  + " held a conference "
                  + Terms.of(e.conferenceKind()).english()
                  + ": “"
                  + e.title()
                  + "”");
      case ConferenceEvent.AttendanceRecorded e ->
          said(
              "Ghi nhận "
                  + e.attendees().size()
                  + " lượt dự hội nghị"
                  + of(
                      e.attendees().stream()
                          .map(ConferenceEvent.Attendee::unit)
                          .filter(Objects::nonNull)
                          .distinct()
                          .toList(),
                      ": "),
              e.attendees().size()
                  + " attendances were recorded"
                  + of(
                      e.attendees().stream()
                          .map(ConferenceEvent.Attendee::unit)
                          .filter(Objects::nonNull)
                          .distinct()
                          .toList(),
                      ": "));
      case ConferenceEvent.PresidingRecorded e ->
          said(
              "Chủ trì hội nghị: "
                  + all(
                      e.presiding().stream()
                          .map(ConferenceEvent.Attendee::unit)
                          .filter(Objects::nonNull)
                          .toList()),
              "The conference was presided over by "
                  + all(
                      e.presiding().stream()
                          .map(ConferenceEvent.Attendee::unit)
                          .filter(Objects::nonNull)
                          .toList()));
      case ConferenceEvent.PaperTabled e ->
          said(
              who(e.presentedBy())
                  + " trình "
                  + (e.draft() ? "dự thảo " : "")
                  + "“"
                  + e.title()
                  + "”",
              whoEn(e.presentedBy())
                  + " tabled "
                  + (e.draft() ? "the draft of " : "")
                  + "“"
                  + e.title()
                  + "”");
      case ConferenceEvent.EntryRecorded e ->
          said(
              (e.by() != null ? n(e.by()) : e.byAsWritten() != null ? e.byAsWritten() : "Hội nghị")
                  + " "
                  + Terms.of(e.entryKind()).vietnamese()
                  + of(e.to(), " đối với ")
                  + why(e.text()),
              (e.by() != null
                      ? n(e.by())
                      : e.byAsWritten() != null ? e.byAsWritten() : "The conference")
                  + " "
                  + Terms.of(e.entryKind()).english()
                  + of(e.to(), " to ")
                  + why(e.text()));
      case ConferenceEvent.ConferenceConvened e ->
          said(
              n(e.bloc())
                  + " triệu tập hội nghị "
                  + Terms.of(e.conferenceKind()).vietnamese()
                  + ": “"
                  + e.title()
                  + "”, dự kiến "
                  + w(e.planned()),
              n(e.bloc())
                  + " convened a conference "
                  + Terms.of(e.conferenceKind()).english()
                  + ": “"
                  + e.title()
                  + "”, planned for "
                  + wEn(e.planned()));
      case ConferenceEvent.ConferencePostponed e ->
          said(
              "Hoãn hội nghị đến " + w(e.planned()) + why(e.reason()),
              "The conference was postponed to " + wEn(e.planned()) + why(e.reason()));
      case ConferenceEvent.ConferenceOpened e ->
          said("Khai mạc hội nghị", "The conference was opened");
      case ConferenceEvent.DelegationPresented e ->
          said(
              n(e.unit()) + " xuất trình giấy ủy quyền dự hội nghị",
              n(e.unit()) + " presented a letter of delegation");
      case ConferenceEvent.PresidingReplaced e ->
          said(
              "Thay người chủ trì: "
                  + all(
                      e.presiding().stream()
                          .map(ConferenceEvent.Attendee::unit)
                          .filter(Objects::nonNull)
                          .toList()),
              "Others presided from here: "
                  + all(
                      e.presiding().stream()
                          .map(ConferenceEvent.Attendee::unit)
                          .filter(Objects::nonNull)
                          .toList()));
      case ConferenceEvent.VersionTabled e ->
          said(
              n(e.presentedBy())
                  + " trình "
                  + (e.draft() ? "dự thảo " : "")
                  + "“"
                  + e.title()
                  + "”, phiên bản "
                  + e.version(),
              n(e.presentedBy())
                  + " tabled "
                  + (e.draft() ? "the draft of " : "")
                  + "“"
                  + e.title()
                  + "”, version "
                  + e.version());
      case ConferenceEvent.FollowUpReported e ->
          said(
              n(e.by())
                  + " báo cáo "
                  + (e.done() ? "đã làm xong" : "tiến độ")
                  + " việc được giao"
                  + why(e.report()),
              n(e.by())
                  + " reported "
                  + (e.done() ? "the task done" : "on the task")
                  + why(e.report()));
      case ConferenceEvent.FollowUpReminded e ->
          said(
              "Nhắc " + all(e.units()) + " về việc được giao",
              all(e.units()) + " were reminded of a task");
      case ConferenceEvent.Resolved e ->
          said("Hội nghị quyết nghị" + why(e.text()), "The conference resolved" + why(e.text()));
      case ConferenceEvent.ConferenceAdjourned e ->
          said(
              "Hội nghị tạm dừng" + why(e.reason()),
              "The conference was adjourned" + why(e.reason()));
      case ConferenceEvent.ConferenceResumed e ->
          said("Hội nghị tiếp tục", "The conference was resumed");
      case ConferenceEvent.ConferenceClosed e ->
          said("Bế mạc hội nghị", "The conference was closed");
      case ConferenceEvent.AgendaSet e ->
          said(
              "Lập chương trình hội nghị: "
                  + e.items().stream()
                      .map(ConferenceEvent.AgendaItem::title)
                      .collect(Collectors.joining("; ")),
              "The agenda was set: "
                  + e.items().stream()
                      .map(ConferenceEvent.AgendaItem::title)
                      .collect(Collectors.joining("; ")));
      case ConferenceEvent.AgendaItemBegun e ->
          said(
              "Bắt đầu nội dung “" + e.item() + "” của chương trình",
              "The item “" + e.item() + "” of the agenda was begun");
      case ConferenceEvent.AgendaItemEnded e ->
          said("Kết thúc nội dung đang bàn", "The item in discussion was ended");
      case ConferenceEvent.FloorRequested e ->
          said(n(e.unit()) + " đăng ký phát biểu", n(e.unit()) + " asked for the floor");
      case ConferenceEvent.FloorRequestWithdrawn e ->
          said(
              n(e.unit()) + " rút đăng ký phát biểu",
              n(e.unit()) + " no longer asked for the floor");
      case ConferenceEvent.FloorGiven e ->
          said("Mời " + n(e.unit()) + " phát biểu", n(e.unit()) + " was given the floor");
      case ConferenceEvent.FloorEnded e ->
          said(
              e.takenBack() ? "Chủ tọa thu lại quyền phát biểu" : "Kết thúc phát biểu",
              e.takenBack() ? "The floor was taken back" : "The speaker ended");
      case ConferenceEvent.MinutesApproved e ->
          said(
              n(e.unit())
                  + " thông qua biên bản hội nghị với tư cách "
                  + (e.signing() == ConferenceEvent.Signing.CHAIR ? "chủ tọa" : "thư ký"),
              n(e.unit())
                  + " approved the minutes as "
                  + (e.signing() == ConferenceEvent.Signing.CHAIR ? "chair" : "secretary"));
      case ConferenceEvent.MinutesReopened e ->
          said(
              "Mở lại biên bản để đính chính" + why(e.reason()),
              "The minutes were reopened" + why(e.reason()));
    };
  }

  private Sentence of(PollEvent event) {
    return switch (event) {
      case PollEvent.PollRecorded e ->
          said(
              "Ghi nhận biểu quyết ("
                  + e.methods().stream()
                      .map(m -> Terms.of(m).vietnamese())
                      .collect(Collectors.joining(", "))
                  + ")"
                  + of(e.chosen(), "; được chọn: "),
              "A decision was recorded ("
                  + e.methods().stream()
                      .map(m -> Terms.of(m).english())
                      .collect(Collectors.joining(", "))
                  + ")"
                  + of(e.chosen(), "; chosen: "));
      case PollEvent.PollCalled e ->
          said(
              n(e.bloc())
                  + " đưa ra "
                  + e.questions().size()
                  + " nội dung biểu quyết ("
                  + Terms.of(e.method()).vietnamese()
                  + ")"
                  + (e.questions().isEmpty() ? "" : why(e.questions().getFirst().text())),
              n(e.bloc())
                  + " put "
                  + e.questions().size()
                  + " questions to the vote ("
                  + Terms.of(e.method()).english()
                  + ")"
                  + (e.questions().isEmpty() ? "" : why(e.questions().getFirst().text())));
      case PollEvent.PollOpened e ->
          said(
              "Bắt đầu biểu quyết, "
                  + e.present().size()
                  + "/"
                  + e.electorate().size()
                  + " đơn vị có mặt",
              "The vote was opened with "
                  + e.present().size()
                  + " of "
                  + e.electorate().size()
                  + " units present");
      case PollEvent.AbsentVoiceAdmitted e ->
          said(
              "Ghi nhận cách biểu quyết của "
                  + n(e.unit())
                  + " vắng mặt"
                  + (e.holder() == null ? "" : ", ủy quyền cho " + n(e.holder())),
              "The absent "
                  + n(e.unit())
                  + " was admitted to the vote"
                  + (e.holder() == null ? "" : " through " + n(e.holder())));
      case PollEvent.ConsensusRecorded e -> said("Các đơn vị thống nhất", "All agreed");
      case PollEvent.ObjectionRaised e ->
          said(
              "Có ý kiến không đồng ý, chuyển sang "
                  + Terms.of(e.method()).vietnamese()
                  + why(e.reason()),
              "There was an objection, so it was put to "
                  + Terms.of(e.method()).english()
                  + why(e.reason()));
      case PollEvent.HandsCounted e ->
          said(
              all(e.countedBy()) + " đếm biểu quyết giơ tay",
              all(e.countedBy()) + " counted the hands");
      case PollEvent.VoteCast e ->
          said(n(e.unit()) + " biểu quyết ghi danh", n(e.unit()) + " voted by name");
      case PollEvent.TallyRecorded e ->
          said(
              n(e.by())
                  + " ghi biên bản kiểm phiếu: phát ra "
                  + e.tally().issued()
                  + ", thu về "
                  + e.tally().returned(),
              n(e.by())
                  + " recorded the tally: "
                  + e.tally().issued()
                  + " papers issued, "
                  + e.tally().returned()
                  + " returned");
      case PollEvent.TallyCertified e ->
          said(n(e.by()) + " xác nhận biên bản kiểm phiếu", n(e.by()) + " certified the tally");
      case PollEvent.BallotBoxOpened e ->
          said("Mở hòm phiếu kín", "The secret ballot box was opened");
      case PollEvent.CastingEnded e ->
          said("Hết thời gian bỏ phiếu kín", "The casting of secret ballots ended");
      case PollEvent.PapersListed e ->
          said(
              "Công bố " + e.papers().size() + " phiếu trong hòm",
              e.papers().size() + " papers of the box were listed");
      case PollEvent.BoxCounted e ->
          said(
              "Kiểm phiếu kín: phát ra " + e.issued() + ", thu về " + e.returned(),
              "The secret ballots were counted: "
                  + e.issued()
                  + " papers issued, "
                  + e.returned()
                  + " returned");
      case PollEvent.BoxDestroyed e ->
          said("Hủy hòm phiếu và khóa", "The box and its keys were destroyed");
      case PollEvent.PollClosed e ->
          said(
              "Công bố kết quả biểu quyết"
                  + of(
                      e.decided().stream()
                          .flatMap(d -> d.outcome().units().stream())
                          .distinct()
                          .toList(),
                      "; được chọn: "),
              "The outcome of the vote was announced"
                  + of(
                      e.decided().stream()
                          .flatMap(d -> d.outcome().units().stream())
                          .distinct()
                          .toList(),
                      "; chosen: "));
      case PollEvent.TieDecided e ->
          said(
              "Quyết định khi bằng phiếu theo " + e.clause() + of(e.units(), ": "),
              "The tie was decided by " + e.clause() + of(e.units(), ": "));
      case PollEvent.VotedOnAgain e ->
          said(
              "Biểu quyết lại " + e.questions().size() + " nội dung",
              e.questions().size() + " questions were put to the vote again");
      case PollEvent.LotsCalled e ->
          said(
              "Bắt đầu bốc thăm giữa " + e.tied().size() + " lựa chọn, theo " + e.clause(),
              "Lots were called between " + e.tied().size() + " options, by " + e.clause());
      case PollEvent.LotCommitted e ->
          said(n(e.unit()) + " gửi mã cam kết bốc thăm", n(e.unit()) + " committed its lot");
      case PollEvent.LotRevealed e ->
          said(n(e.unit()) + " công bố số bốc thăm", n(e.unit()) + " revealed its lot");
      case PollEvent.LotsAbandoned e ->
          said("Hủy việc bốc thăm" + why(e.reason()), "The lots were abandoned" + why(e.reason()));
      case PollEvent.PollVoided e ->
          said("Hủy cuộc biểu quyết" + why(e.reason()), "The vote was voided" + why(e.reason()));
    };
  }

  private Sentence of(VotingPaperEvent event) {
    return switch (event) {
      case VotingPaperEvent.PaperIssued e ->
          said("Phát phiếu kín cho " + n(e.unit()), "A secret paper was issued to " + n(e.unit()));
    };
  }

  private Sentence of(AwardEvent event) {
    return switch (event) {
      case AwardEvent.AwardProposed e ->
          said(
              n(e.bloc())
                  + " đề nghị "
                  + n(e.authority().unit())
                  + " tặng "
                  + Terms.of(e.title()).vietnamese()
                  + " cho "
                  + n(e.recipient()),
              n(e.bloc())
                  + " proposed "
                  + n(e.recipient())
                  + " to "
                  + n(e.authority().unit())
                  + " for "
                  + Terms.of(e.title()).english());
      case AwardEvent.AwardRecorded e ->
          said(
              "Ghi nhận đề xuất tặng "
                  + Terms.of(e.title()).vietnamese()
                  + " cho "
                  + recipient(e.about()),
              Terms.of(e.title()).english() + " was put forward for " + recipientEn(e.about()));
      case AwardEvent.Forwarded e ->
          said(
              "Trình " + n(e.to()) + " đề nghị khen thưởng " + recipient(e.about()),
              "The proposal for " + recipientEn(e.about()) + " was forwarded to " + n(e.to()));
      case AwardEvent.Approved e ->
          said(
              "Đồng ý khen thưởng " + recipient(e.about()),
              "The award of " + recipientEn(e.about()) + " was approved");
      case AwardEvent.Refused e ->
          said(
              "Không đồng ý khen thưởng " + recipient(e.about()) + why(e.reason()),
              "The award of " + recipientEn(e.about()) + " was refused" + why(e.reason()));
      case AwardEvent.Granted e ->
          said(
              n(e.authority().unit())
                  + " khen thưởng "
                  + recipient(e.about())
                  + " tại Quyết định "
                  + e.decisionNumber(),
              n(e.authority().unit())
                  + " granted the award to "
                  + recipientEn(e.about())
                  + " by decision "
                  + e.decisionNumber());
      case AwardEvent.Presented e ->
          said(
              "Trao tặng khen thưởng cho " + recipient(e.about()),
              "The award was presented to " + recipientEn(e.about()));
      case AwardEvent.Upgraded e ->
          said(
              "Đề nghị khen thưởng "
                  + recipient(e.about())
                  + " ở cấp cao hơn: "
                  + Terms.of(e.title()).vietnamese(),
              "The award of "
                  + recipientEn(e.about())
                  + " was raised to "
                  + Terms.of(e.title()).english());
      case AwardEvent.Revoked e ->
          said(
              "Hủy bỏ khen thưởng "
                  + recipient(e.about())
                  + " tại Quyết định "
                  + e.decisionNumber()
                  + why(e.ground()),
              "The award of "
                  + recipientEn(e.about())
                  + " was revoked by decision "
                  + e.decisionNumber()
                  + why(e.ground()));
      case AwardEvent.ProposalWithdrawn e ->
          said(
              "Rút đề nghị khen thưởng " + recipient(e.about()) + why(e.reason()),
              "The proposal for " + recipientEn(e.about()) + " was withdrawn" + why(e.reason()));
    };
  }

  private Sentence of(AllotmentEvent event) {
    return switch (event) {
      case AllotmentEvent.ShareTaken e ->
          said(
              n(e.bloc())
                  + " sử dụng "
                  + e.awards().size()
                  + " trong "
                  + e.number()
                  + " đề nghị chung của nhiều khối",
              n(e.bloc())
                  + " took "
                  + e.awards().size()
                  + " of the "
                  + e.number()
                  + " proposals shared with other blocs");
    };
  }

  private Sentence of(PaperEvent event) {
    return switch (event) {
      case PaperEvent.PaperDrafted e ->
          said(
              n(e.bloc())
                  + " soạn thảo "
                  + Terms.of(e.paperKind()).vietnamese()
                  + " “"
                  + e.title()
                  + "”",
              n(e.bloc())
                  + " drafted the "
                  + Terms.of(e.paperKind()).english()
                  + " “"
                  + e.title()
                  + "”");
      case PaperEvent.PaperRevised e ->
          said("Sửa dự thảo “" + e.title() + "”", "The draft “" + e.title() + "” was revised");
      case PaperEvent.NumberAssigned e ->
          said("Văn bản được cấp số " + e.symbol(), "The paper got the number " + e.symbol());
      case PaperEvent.NumberVoided e ->
          said(
              "Hủy số " + e.number() + " của văn bản" + why(e.reason()),
              "The number " + e.number() + " of the paper was voided" + why(e.reason()));
      case PaperEvent.PaperSigned e ->
          said(
              (e.unit() == null ? "Người có thẩm quyền" : n(e.unit())) + " ký văn bản",
              (e.unit() == null ? "The person in charge" : n(e.unit())) + " signed the paper");
      case PaperEvent.PaperIssued e ->
          said(
              n(e.bloc())
                  + " ban hành "
                  + Terms.of(e.paperKind()).vietnamese()
                  + " "
                  + e.symbol()
                  + " “"
                  + e.title()
                  + "”",
              n(e.bloc())
                  + " issued the "
                  + Terms.of(e.paperKind()).english()
                  + " "
                  + e.symbol()
                  + " “"
                  + e.title()
                  + "”");
      case PaperEvent.PaperSent e ->
          said("Gửi văn bản đến " + all(e.to()), "The paper was sent to " + all(e.to()));
      case PaperEvent.ReceiptRecorded e ->
          said(n(e.by()) + " đã nhận văn bản", n(e.by()) + " received the paper");
      case PaperEvent.SupplementRequested e ->
          said(
              "Trả lại văn bản để bổ sung" + why(e.reason()),
              "The paper was returned to be supplemented" + why(e.reason()));
      case PaperEvent.AnnexAdded e ->
          said(
              "Bổ sung phụ lục “" + e.annex().title() + "”",
              "The annex “" + e.annex().title() + "” was added");
    };
  }

  private Sentence of(RegisterEvent event) {
    return switch (event) {
      case RegisterEvent.NumberAllotted e ->
          said(
              "Vào sổ " + Terms.of(e.paperKind()).vietnamese() + " số " + e.symbol(),
              "The number " + e.symbol() + " was entered in the register");
      case RegisterEvent.NumberCancelled e ->
          said(
              "Ghi sổ số " + e.number() + " bị hủy" + why(e.reason()),
              "The number " + e.number() + " was cancelled in the register" + why(e.reason()));
    };
  }

  private Sentence of(ComplaintEvent event) {
    return switch (event) {
      case ComplaintEvent.ComplaintLodged e ->
          said(
              who(e.by())
                  + " nộp đơn khiếu nại"
                  + (e.of() == null ? "" : " đối với " + n(e.of()))
                  + " gửi "
                  + Terms.of(e.handler()).vietnamese(),
              whoEn(e.by())
                  + " complained"
                  + (e.of() == null ? "" : " of " + n(e.of()))
                  + " to "
                  + Terms.of(e.handler()).english());
      case ComplaintEvent.ComplaintAccepted e ->
          said("Thụ lý đơn khiếu nại", "The complaint was accepted");
      case ComplaintEvent.ComplaintDeclined e ->
          said(
              "Không thụ lý đơn khiếu nại" + why(e.reason()),
              "The complaint was declined" + why(e.reason()));
      case ComplaintEvent.EffectSuspended e ->
          said(
              "Tạm đình chỉ hiệu lực của việc bị khiếu nại" + why(e.reason()),
              "The effect of what is complained of was suspended" + why(e.reason()));
      case ComplaintEvent.ComplaintTransferred e ->
          said(
              "Chuyển đơn khiếu nại đến " + Terms.of(e.handler()).vietnamese() + why(e.reason()),
              "The complaint was transferred to "
                  + Terms.of(e.handler()).english()
                  + why(e.reason()));
      case ComplaintEvent.ComplaintDecided e ->
          said(
              "Giải quyết đơn: " + Terms.of(e.finding()).vietnamese() + why(e.reason()),
              "The complaint was decided: " + Terms.of(e.finding()).english() + why(e.reason()));
      case ComplaintEvent.ComplaintWithdrawn e ->
          said("Rút đơn khiếu nại", "The complaint was withdrawn");
    };
  }

  private Sentence of(ProceedingsEvent event) {
    return switch (event) {
      case ProceedingsEvent.ProceedingsRecorded e ->
          said(
              "Ghi nhận kỷ yếu “" + e.title() + "”: " + e.facts() + " sự việc",
              "The proceedings “" + e.title() + "” were recorded: " + e.facts() + " facts");
      case ProceedingsEvent.ProceedingsWithdrawn e ->
          said(
              "Rút kỷ yếu " + n(e.proceedings()) + why(e.reason()),
              "The proceedings " + n(e.proceedings()) + " were withdrawn" + why(e.reason()));
    };
  }

  private Sentence of(HistoryEvent event) {
    return switch (event) {
      case HistoryEvent.SourceAdded e ->
          said(
              n(e.source().proceedings()) + " cũng nói về một sự việc đã ghi",
              n(e.source().proceedings()) + " also tells a fact that is recorded");
      case HistoryEvent.DoubtRaised e ->
          said("Nêu nghi vấn về một sự việc đã ghi", "A recorded fact was doubted");
      case HistoryEvent.RecordWithdrawn e ->
          said(
              "Rút những gì ghi theo " + n(e.batch().proceedings()),
              "What was recorded from " + n(e.batch().proceedings()) + " was withdrawn");
      case HistoryEvent.FactCorrected e ->
          said(
              "Đính chính một sự việc đã ghi" + why(e.reason()),
              "A recorded fact was corrected" + why(e.reason()));
    };
  }

  private static Sentence said(String vietnamese, String english) {
    return new Sentence(stopped(vietnamese), stopped(english));
  }

  private static String stopped(String sentence) {
    return capital(sentence) + (sentence.endsWith(".") ? "" : ".");
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** The name of what has one. */
  private String n(@Nullable Id id) {
    return id == null ? "…" : names.getOrDefault(id.stream(), id.slug());
  }

  private String all(Collection<? extends Id> ids) {
    return ids.stream().map(this::n).collect(Collectors.joining(", "));
  }

  private String of(Collection<? extends Id> ids, String before) {
    return opt(before, all(ids));
  }

  private static String opt(String before, String text) {
    return opt(before, text, "");
  }

  private static String opt(String before, String text, String after) {
    return text.isEmpty() ? "" : before + text + after;
  }

  private static String word(@Nullable String word) {
    return word == null ? "…" : word;
  }

  /** What somebody said or gave as the reason, as far as it may be told. */
  private String why(@Nullable Words words) {
    String text = words == null ? null : texts.get(words.words());
    return text == null ? "" : ": " + text.strip();
  }

  private String who(@Nullable Id unit) {
    return unit == null ? "Có đơn vị" : n(unit);
  }

  private String whoEn(@Nullable Id unit) {
    return unit == null ? "Somebody" : n(unit);
  }

  private String party(@Nullable Id party) {
    return party == null ? "Khối" : n(party);
  }

  private String partyEn(@Nullable Id party) {
    return party == null ? "The bloc" : n(party);
  }

  private String recipient(AwardEvent.About about) {
    AwardEvent.Recipient to = about.recipient();
    String unit = to.unit() == null ? n(to.bloc()) : n(to.unit());
    return to.count() != null
        ? to.count() + " đối tượng"
        : to.collective() != null
            ? to.collective() + ", " + unit
            : to.individual() != null ? "một cá nhân" : unit;
  }

  private String recipientEn(AwardEvent.About about) {
    AwardEvent.Recipient to = about.recipient();
    String unit = to.unit() == null ? n(to.bloc()) : n(to.unit());
    return to.count() != null
        ? to.count() + " recipients"
        : to.collective() != null
            ? to.collective() + ", " + unit
            : to.individual() != null ? "an individual" : unit;
  }

  private static String contest(Contest contest) {
    return contest.equals(Contest.WHOLE_BLOC) ? "toàn khối" : contest.name();
  }

  private static String contestEn(Contest contest) {
    return contest.equals(Contest.WHOLE_BLOC) ? "the whole bloc" : contest.name();
  }

  private static String term(Term term) {
    return term.equals(Term.year(term.from().getYear()))
        ? "" + term.from().getYear()
        : d(term.from()) + "–" + d(term.to());
  }

  private static String goal(Target target) {
    return target.amount() == null
        ? ""
        : ": " + vietnamese(target.amount()) + " " + target.measure();
  }

  private static String count(@Nullable Integer number) {
    return number == null ? "…" : number.toString();
  }

  private static String vietnamese(BigDecimal number) {
    return number.toPlainString().replace('.', ',');
  }

  private static String d(LocalDate day) {
    return DAY.format(day);
  }

  private static String en(LocalDate day) {
    return ENGLISH_DAY.format(day);
  }

  private static String w(When when) {
    return when.precision() == When.Precision.DAY ? d(when.firstDay()) : when.text();
  }

  private static String wEn(When when) {
    return when.precision() == When.Precision.DAY ? en(when.firstDay()) : when.text();
  }
}
