package vn.giaouoc.command.cycle;

import vn.giaouoc.command.Rejection;

/** Why a command to a cycle is refused. */
enum CycleRejection implements Rejection {
  CYCLE_ALREADY_OPENED(
      new Reason(409, "Năm thi đua đã được mở", "The emulation year is already opened")),
  CYCLE_NOT_OPENED(new Reason(404, "Chưa có năm thi đua này", "There is no such emulation year")),
  CYCLE_MISNAMED(
      new Reason(
          422,
          "Mã của năm thi đua phải là mã của khối, dấu chấm và năm",
          "The id of an emulation year is that of the bloc, a full stop and the year")),
  BLOC_NOT_ESTABLISHED(new Reason(422, "Chưa có khối này", "There is no such bloc")),
  YEAR_CANNOT_BE(
      new Reason(
          422,
          "Chỉ mở được năm thi đua từ năm 1948 đến hết năm sau",
          "An emulation year is one from 1948 to the next")),
  PERIOD_CANNOT_BE(
      new Reason(
          422,
          "Thời gian của năm thi đua phải có ngày đầu và ngày cuối, bắt đầu hoặc kết thúc trong năm"
              + " đó và không quá 18 tháng",
          "The period of an emulation year has a first and a last day, begins or ends in the year,"
              + " and is no longer than 18 months")),
  STEP_NOT_KNOWN(new Reason(404, "Không có bước này trong năm thi đua", "There is no such step")),
  CYCLE_CLOSED(new Reason(409, "Năm thi đua đã kết thúc", "The emulation year is over")),
  CYCLE_NOT_CLOSED(
      new Reason(409, "Năm thi đua chưa kết thúc", "The emulation year has not been closed")),
  DAY_NOT_EXACT(
      new Reason(
          422, "Cần nêu chính xác ngày thực hiện", "The exact day of the act must be stated")),
  DAY_HAS_NOT_COME(
      new Reason(422, "Ngày thực hiện chưa đến", "The day of the act has not come yet")),
  NO_RULE_YET(new Reason(409, "Chưa có quy chế nào có hiệu lực", "No regulation is in force yet")),
  REGULATION_INCOMPLETE(
      new Reason(422, "Quy chế thiếu mục bắt buộc", "The regulation lacks what it must state")),
  REGULATION_STATES_TWICE(
      new Reason(422, "Quy chế quy định hai lần", "The regulation states the same twice")),
  REGULATION_VALUE_CANNOT_BE(
      new Reason(
          422, "Quy chế có giá trị không thể có", "The regulation has a value that cannot be")),
  REGULATION_CONTRADICTS_ITSELF(
      new Reason(422, "Quy chế tự mâu thuẫn", "The regulation contradicts itself")),
  REGULATION_DEADLINES_OUT_OF_ORDER(
      new Reason(
          422,
          "Thời hạn của bước sau đến trước thời hạn của bước trước",
          "A step would be due before one that comes before it")),
  REGULATION_REACHES_BACK(
      new Reason(
          422, "Quy chế không có hiệu lực trở về trước", "A regulation does not reach back")),
  REGULATION_OVERLAPS(
      new Reason(
          409,
          "Đã có quy chế có hiệu lực từ ngày này hoặc muộn hơn",
          "A version is already valid from this day or a later one")),
  REGULATION_NUMBER_USED(
      new Reason(409, "Đã có quy chế mang số này", "A version already has this number")),
  NO_CONTENTS(
      new Reason(
          422, "Nội dung giao ước phải có từ 1 đến 50 mục", "A pledge has from 1 to 50 contents")),
  DEADLINE_ALREADY_SET(
      new Reason(
          409, "Bước này đã có thời hạn; hãy gia hạn", "The step has a deadline; extend it")),
  NO_DEADLINE(new Reason(409, "Bước này chưa có thời hạn", "The step has no deadline")),
  DEADLINE_PASSED(
      new Reason(422, "Thời hạn không được là ngày đã qua", "A deadline cannot be a past day")),
  DEADLINE_CANNOT_BE(
      new Reason(
          422,
          "Thời hạn cách năm thi đua quá một năm",
          "The deadline is more than a year away from the emulation year")),
  DEADLINE_NOT_LATER(
      new Reason(
          422,
          "Thời hạn mới phải muộn hơn thời hạn cũ",
          "The new deadline must be later than the old one")),
  STEP_ALREADY_DONE(new Reason(409, "Bước này đã hoàn thành", "The step is already done")),
  STEP_ALREADY_SKIPPED(
      new Reason(
          409, "Bước này đã được quyết định không tổ chức", "It was decided to skip the step")),
  STEP_OUT_OF_ORDER(
      new Reason(
          409,
          "Theo quy chế, bước khác phải xong trước; nếu được làm khác thứ tự, hãy nêu điều khoản",
          "By the regulation another step comes first; name the clause that allows another order")),
  STEP_NOT_OPTIONAL(
      new Reason(
          409,
          "Quy chế không cho phép bỏ qua bước này",
          "The regulation does not allow this step to be skipped")),
  CONFERENCE_NOT_KNOWN(new Reason(422, "Chưa có hội nghị này", "There is no such conference")),
  NOTHING_ASKED_OF_MEMBERS(
      new Reason(
          422,
          "Bước này không giao việc cho đơn vị thành viên",
          "The step asks nothing of the members")),
  NOT_A_MEMBER(
      new Reason(
          409, "Đơn vị không phải là thành viên của khối", "The unit is not a member of the bloc")),
  NOT_A_GROUND_FOR_EXCLUSION(
      new Reason(
          422,
          "Quy chế chỉ cho loại khỏi xét thi đua theo các trường hợp đã liệt kê",
          "The regulation excludes on the grounds that it lists, and on no other")),
  ALREADY_EXCLUDED(
      new Reason(409, "Đơn vị đã bị loại khỏi xét thi đua", "The unit is already excluded")),
  NOT_EXCLUDED(
      new Reason(409, "Đơn vị không bị loại khỏi xét thi đua", "The unit is not excluded")),
  STEPS_OPEN(
      new Reason(
          409,
          "Còn bước chưa hoàn thành và chưa được bỏ qua",
          "Steps are neither done nor skipped")),
  STILL_OPEN(
      new Reason(
          409,
          "Còn việc chưa được chuyển giao hoặc kết thúc",
          "Something open is neither transferred nor ended")),
  NOTHING_OPEN(new Reason(422, "Không có việc nào như vậy đang mở", "Nothing like that is open")),
  INTO_ITSELF(
      new Reason(
          422, "Khối không thể sáp nhập vào chính mình", "A bloc is not merged into itself"));

  private final Reason reason;

  CycleRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
