package vn.giaouoc.command.report;

import vn.giaouoc.command.Rejection;

/** Why a command to a bloc's report is refused. */
enum ReportRejection implements Rejection {
  CYCLE_NOT_OPEN(
      new Reason(409, "Năm thi đua chưa mở hoặc đã kết thúc", "The emulation year is not open")),
  REPORT_ALREADY_DRAFTED(
      new Reason(409, "Báo cáo đã được soạn thảo", "The report is already drafted")),
  REPORT_NOT_DRAFTED(new Reason(404, "Chưa có dự thảo báo cáo này", "There is no such draft")),
  REPORT_ALREADY_PRESENTED(
      new Reason(
          409,
          "Báo cáo đã được trình; hãy ghi sửa đổi",
          "The report is already presented; amend it instead")),
  REPORT_NOT_PRESENTED(
      new Reason(409, "Báo cáo chưa được trình", "The report is not yet presented")),
  REPORT_ALREADY_FINALISED(
      new Reason(409, "Báo cáo đã được hoàn chỉnh", "The report is already finalised")),
  REPORT_SAYS_NOTHING(new Reason(422, "Báo cáo chưa có nội dung", "The report says nothing yet")),
  STATEMENT_SAYS_NOTHING(
      new Reason(422, "Cần lời văn, số liệu hoặc thống kê", "Words, figures or counts are needed")),
  SUBJECT_NOT_A_MEMBER(
      new Reason(
          422, "Chỉ nêu đơn vị là thành viên của khối", "Only members of the bloc are spoken of")),
  PRESENTER_NOT_IN_OFFICE(
      new Reason(
          422,
          "Chỉ khối trưởng hoặc khối phó đương nhiệm trình và hoàn chỉnh báo cáo",
          "Only the leader or a deputy in office presents and finalises a report")),
  CONFERENCE_NOT_KNOWN(new Reason(422, "Chưa có hội nghị này", "There is no such conference")),
  STEP_SKIPPED(new Reason(409, "Khối đã bỏ qua bước này", "The bloc has skipped this step")),
  COUNT_NOT_PLAUSIBLE(
      new Reason(
          422,
          "Số đếm không âm, và mỗi phần trong đó không quá tổng",
          "A count is not negative, and no part of it is more than the whole"));

  private final Reason reason;

  ReportRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
