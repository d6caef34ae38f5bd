package vn.giaouoc.command.pledge;

import vn.giaouoc.command.Rejection;

/** Why a command to a pledge is refused. */
enum PledgeRejection implements Rejection {
  CYCLE_NOT_OPEN(
      new Reason(409, "Năm thi đua chưa mở hoặc đã kết thúc", "The emulation year is not open")),
  PARTY_GONE(
      new Reason(
          409,
          "Đơn vị đã giải thể hoặc sáp nhập",
          "The unit was dissolved or has merged into another")),
  PARTY_NOT_A_MEMBER(
      new Reason(
          409,
          "Vào ngày này đơn vị không phải là thành viên của khối",
          "The unit is not a member of the bloc on that day")),
  ACT_LIES_AHEAD(
      new Reason(422, "Ngày thực hiện còn ở phía trước", "The day of the act lies ahead")),
  EARLIER_ACT_BY_THE_BOARD(
      new Reason(
          403,
          "Chỉ Ban Thi đua - Khen thưởng được ghi nhận việc của ngày trước",
          "Only the emulation board may enter an act of an earlier day")),
  PLEDGE_ALREADY_DRAFTED(
      new Reason(409, "Giao ước đã được soạn thảo", "The pledge is already drafted")),
  PLEDGE_NOT_DRAFTED(
      new Reason(404, "Chưa có dự thảo giao ước này", "There is no draft of this pledge")),
  PLEDGE_ALREADY_SIGNED(new Reason(409, "Giao ước đã được ký", "The pledge is already signed")),
  PLEDGE_NOT_SIGNED(new Reason(409, "Giao ước chưa được ký", "The pledge is not signed")),
  PLEDGE_ENDED(
      new Reason(
          409,
          "Giao ước đã chấm dứt khi đơn vị không còn",
          "The pledge ended with the unit that made it")),
  TARGETS_ARE_FROZEN(
      new Reason(
          409,
          "Chỉ tiêu đã ký thì không sửa; hãy đề nghị điều chỉnh",
          "Signed targets are not changed; have them amended")),
  TARGET_NOT_PROMISED(
      new Reason(422, "Giao ước không có chỉ tiêu này", "The pledge has no such target")),
  TARGET_REPORTED_TWICE(
      new Reason(422, "Một chỉ tiêu được báo cáo hai lần", "A target is reported twice")),
  TARGET_DOES_NOT_FIT(
      new Reason(
          422,
          "Mức phấn đấu không hợp với loại chỉ tiêu: tăng, giảm cần một mức; trong khoảng cần hai"
              + " mức từ thấp đến cao; hoàn thành hay không và chỉ đếm thì không có mức",
          "The amount does not fit the direction: higher and lower need one, a range two in order,"
              + " done-or-not and a mere count none")),
  RESULT_DOES_NOT_FIT(
      new Reason(
          422,
          "Kết quả không hợp với loại chỉ tiêu: hoàn thành hay không thì trả lời có hoặc không, các"
              + " loại khác thì nêu số",
          "The result does not fit the target: done or not is answered by yes or no, all else by"
              + " figures")),
  NUMBER_NOT_PLAUSIBLE(
      new Reason(
          422,
          "Số có nhiều nhất 20 chữ số, trong đó nhiều nhất 8 chữ số thập phân, không viết dạng lũy"
              + " thừa",
          "A number has at most 20 digits, at most 8 of them decimals, and no exponent")),
  TOO_MANY(
      new Reason(422, "Nhiều nhất 200 mục trong một danh sách", "A list has at most 200 entries")),
  NOTHING_TO_SIGN(
      new Reason(
          422,
          "Chưa có gì để ký: cần văn bản, tệp hoặc ít nhất một chỉ tiêu",
          "There is nothing to sign: a text, a file or a target is needed")),
  CONFERENCE_NOT_KNOWN(new Reason(422, "Chưa có hội nghị này", "There is no such conference")),
  OWN_TARGET_NEEDS_A_CONFERENCE(
      new Reason(
          403,
          "Khối trưởng không tự duyệt điều chỉnh của mình hay của khối; cần hội nghị thông qua",
          "A leader does not approve its own amendment or the bloc's; a conference has to")),
  STEP_SKIPPED(new Reason(409, "Khối đã bỏ qua bước này", "The bloc has skipped this step")),
  STEP_NOT_BEGUN(
      new Reason(
          409,
          "Chưa đến ngày đầu tiên được làm bước này",
          "The first day of the step has not come yet")),
  ALREADY_SUBMITTED(
      new Reason(409, "Báo cáo này đã được nộp", "This report was already submitted")),
  YEAR_END_ALREADY_REPORTED(
      new Reason(
          409, "Đơn vị đã nộp báo cáo tổng kết năm", "The year-end report was already submitted")),
  FIGURE_NOT_REPORTED(
      new Reason(
          409,
          "Chưa báo cáo số liệu của chỉ tiêu này ở kỳ này",
          "No figure of this target is reported at this stage")),
  SUCCESSOR_NOT_SUITABLE(
      new Reason(
          422,
          "Đơn vị kế thừa phải là thành viên khác của khối",
          "A successor is another member of the bloc"));

  private final Reason reason;

  PledgeRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
