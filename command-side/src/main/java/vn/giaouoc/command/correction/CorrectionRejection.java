package vn.giaouoc.command.correction;

import vn.giaouoc.command.Rejection;

/** Why a correction is refused. */
enum CorrectionRejection implements Rejection {
  /** Nobody but the board, and who may tell such a fact today, corrects it. */
  NOT_YOURS_TO_CORRECT(
      new Reason(
          403,
          "Chỉ cơ quan thi đua, hoặc người hôm nay có quyền ghi việc này, mới được đính chính",
          "Only the board, or who may tell such a fact today, corrects it")),
  /** There is no event of this number. */
  NO_SUCH_EVENT(new Reason(404, "Không có sự kiện này", "There is no such event")),
  /** Its record is withdrawn and recorded again instead. */
  RECORDED_LATER(
      new Reason(
          409,
          "Việc này được ghi lại từ tư liệu; hãy rút bản ghi rồi ghi lại",
          "It was recorded from a paper; withdraw the record and record it again")),
  /** Something was computed or decided by it. */
  IS_AN_OUTCOME(
      new Reason(
          409,
          "Đây là kết quả đã quyết định, không đính chính được; hãy quyết định lại",
          "This is the outcome of a decision and is not corrected; decide again")),
  /** It was told of a year that is over; only the board puts that right. */
  YEAR_IS_OVER(
      new Reason(
          409,
          "Năm thi đua đã kết thúc; chỉ cơ quan thi đua còn đính chính được",
          "The emulation year is over; only the board corrects what was told of it")),
  /** It does not count any more. */
  ALREADY_CORRECTED(
      new Reason(409, "Việc này đã được đính chính", "It has already been corrected")),
  /** All that follows in the stream rests on it. */
  IS_THE_BEGINNING(
      new Reason(
          409,
          "Mọi việc sau đó dựa vào việc này; chỉ sửa được nội dung, không bỏ được",
          "All that follows rests on it; it can be put right, not taken back")),
  /** The correction says what stands there already. */
  CHANGES_NOTHING(
      new Reason(409, "Nội dung đính chính không khác gì", "The correction changes nothing")),
  /** It cannot be read as an event of the same type. */
  DOES_NOT_READ(
      new Reason(
          400,
          "Nội dung đính chính thiếu mục này, hoặc mục này không đọc được",
          "The correction lacks this part, or it cannot be read")),
  /** It would be about something else. */
  OF_ANOTHER_STREAM(
      new Reason(
          422,
          "Đính chính không được chuyển sự việc sang nơi khác",
          "A correction does not move a fact elsewhere")),
  /** It names something that is not in the record. */
  NAMES_WHAT_IS_NOT_THERE(
      new Reason(
          422,
          "Nội dung đính chính nêu điều không có trong hệ thống",
          "The correction names what is not there")),
  /** It would apply from a day that has not come. */
  LIES_AHEAD(new Reason(422, "Ngày này chưa đến", "This day has not come"));

  private final Reason reason;

  CorrectionRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
