package vn.giaouoc.query.answer;

import java.util.Map;

/** What the types of events are called in words. */
public final class Labels {

  private static final Map<String, String> VIETNAMESE =
      Map.ofEntries(
          Map.entry("award.AwardProposed", "Đề nghị khen thưởng"),
          Map.entry("bloc.BlocEstablished", "Thành lập khối thi đua"),
          Map.entry("bloc.AliasAdded", "Ghi nhận tên gọi khác của khối"),
          Map.entry("bloc.MemberAdmitted", "Kết nạp đơn vị vào khối"),
          Map.entry("bloc.MemberReleased", "Đơn vị rời khối"),
          Map.entry("bloc.RollAttested", "Ghi nhận danh sách thành viên"),
          Map.entry("bloc.MemberPlaced", "Xếp nhóm thành viên trong khối"),
          Map.entry("bloc.BlocMerged", "Nhập khối vào khối khác"),
          Map.entry("bloc.SupervisorAssigned", "Phân công phụ trách khối"),
          Map.entry("bloc.MemberAffairsTransferred", "Chuyển giao công việc của đơn vị rời khối"),
          Map.entry("conference.ConferenceHeld", "Tổ chức hội nghị"),
          Map.entry("conference.AttendanceRecorded", "Ghi nhận thành phần dự hội nghị"),
          Map.entry("conference.PresidingRecorded", "Ghi nhận chủ trì hội nghị"),
          Map.entry("conference.PaperTabled", "Trình văn bản tại hội nghị"),
          Map.entry("conference.EntryRecorded", "Ghi nhận ý kiến tại hội nghị"),
          Map.entry("cycle.CycleOpened", "Mở năm thi đua"),
          Map.entry("cycle.StepRecorded", "Ghi nhận bước công tác"),
          Map.entry("cycle.RegulationCited", "Viện dẫn quy chế"),
          Map.entry("cycle.PledgeContentsStated", "Ghi nhận nội dung giao ước"),
          Map.entry("cycle.RankingDecided", "Quyết định xếp hạng"),
          Map.entry("cycle.PeriodSet", "Xác định thời gian của năm thi đua"),
          Map.entry("cycle.RegulationAdopted", "Ban hành quy chế"),
          Map.entry("cycle.PledgeContentsAdopted", "Thông qua nội dung giao ước"),
          Map.entry("cycle.DeadlineSet", "Ấn định thời hạn"),
          Map.entry("cycle.DeadlineExtended", "Gia hạn"),
          Map.entry("cycle.StepAdvanced", "Hoàn thành bước công tác"),
          Map.entry("cycle.StepSkipped", "Không tổ chức bước công tác"),
          Map.entry("cycle.UnitExcluded", "Không xét thi đua đối với đơn vị"),
          Map.entry("cycle.ExclusionReasoned", "Ghi nhận lý do không xét thi đua"),
          Map.entry("cycle.UnitReadmitted", "Xét thi đua trở lại đối với đơn vị"),
          Map.entry("cycle.ReminderSent", "Gửi nhắc việc"),
          Map.entry("cycle.CycleEndedEarly", "Kết thúc sớm năm thi đua"),
          Map.entry("cycle.CycleClosed", "Kết thúc năm thi đua"),
          Map.entry("cycle.CycleReopened", "Mở lại năm thi đua"),
          Map.entry("leadership.LeadershipDesignated", "Bầu chọn khối trưởng, khối phó"),
          Map.entry("leadership.LeadershipInstalled", "Khối trưởng nhận nhiệm vụ"),
          Map.entry("leadership.LeadershipAttested", "Ghi nhận khối trưởng đương nhiệm"),
          Map.entry("leadership.LeadershipHandedOver", "Bàn giao khối trưởng"),
          Map.entry("leadership.DesignationDeclined", "Đơn vị được chọn từ chối làm khối trưởng"),
          Map.entry("leadership.DesignationWithdrawn", "Hủy kết quả chọn khối trưởng"),
          Map.entry("leadership.HandoverTendered", "Bên giao lập bàn giao"),
          Map.entry("leadership.HandoverAccepted", "Bên nhận chấp nhận bàn giao"),
          Map.entry("leadership.LeaderReplaced", "Thay khối trưởng"),
          Map.entry("leadership.ActingAppointed", "Giao đơn vị điều hành thay khối trưởng"),
          Map.entry("leadership.ActingEnded", "Thôi điều hành thay khối trưởng"),
          Map.entry("movement.ExemplaryCasesCommended", "Biểu dương điển hình tiên tiến"),
          Map.entry("movement.MovementLaunched", "Phát động phong trào thi đua"),
          Map.entry("movement.MovementJoined", "Tham gia phong trào thi đua"),
          Map.entry("movement.ThematicMovementsCounted", "Ghi nhận số phong trào chuyên đề"),
          Map.entry("pledge.PledgeSigned", "Ký giao ước thi đua"),
          Map.entry("poll.PollRecorded", "Ghi nhận biểu quyết, bình bầu"),
          Map.entry("history.SourceAdded", "Bổ sung nguồn"),
          Map.entry("history.DoubtRaised", "Nêu nghi vấn"),
          Map.entry("history.RecordWithdrawn", "Rút ghi nhận từ nguồn"),
          Map.entry("proceedings.ProceedingsRecorded", "Ghi nhận kỷ yếu"),
          Map.entry("proceedings.ProceedingsWithdrawn", "Rút kỷ yếu"),
          Map.entry("report.ReportPresented", "Trình bày báo cáo"),
          Map.entry("report.StatementMade", "Nhận định trong báo cáo"),
          Map.entry("report.FigureReported", "Báo cáo số liệu"),
          Map.entry("unit.UnitRegistered", "Đăng ký đơn vị"),
          Map.entry("unit.UnitRenamed", "Đổi tên đơn vị"),
          Map.entry("unit.AliasAdded", "Ghi nhận tên gọi khác của đơn vị"),
          Map.entry("unit.UnitMoved", "Đơn vị chuyển cơ quan chủ quản"),
          Map.entry("unit.UnitMerged", "Sáp nhập đơn vị"),
          Map.entry("unit.UnitDissolved", "Giải thể đơn vị"),
          Map.entry("unit.RepresentativeAppointed", "Cử người đại diện đơn vị"),
          Map.entry("unit.RepresentationEnded", "Thôi cử người đại diện đơn vị"));

  private Labels() {}

  /** The label of a type of event, by its name in the log. */
  public static String of(String type) {
    return VIETNAMESE.getOrDefault(type, "Sự kiện chưa biết");
  }
}
