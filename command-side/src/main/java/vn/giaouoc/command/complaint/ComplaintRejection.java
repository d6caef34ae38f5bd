package vn.giaouoc.command.complaint;

import vn.giaouoc.command.Rejection;

/** Why a command to a complaint is refused. */
enum ComplaintRejection implements Rejection {
  COMPLAINT_ALREADY_LODGED(
      new Reason(409, "Đơn này đã được nộp", "This complaint is already lodged")),
  COMPLAINT_NOT_LODGED(new Reason(404, "Không có đơn này", "There is no such complaint")),
  NO_SUCH_EVENT(
      new Reason(
          422,
          "Không có sự kiện nào như vậy để khiếu nại",
          "There is no such event to complain of")),
  EVENT_OF_ANOTHER_BLOC(
      new Reason(422, "Sự kiện này không thuộc khối đã nêu", "This event is not one of that bloc")),
  NEVER_A_MEMBER(
      new Reason(
          403,
          "Chỉ đơn vị là thành viên của khối, nay hay vào ngày của sự kiện, được khiếu nại",
          "Only a unit that is a member of the bloc, now or on the day of the event, may"
              + " complain")),
  DENUNCIATION_NAMES_SOMEBODY(
      new Reason(
          422,
          "Đơn tố cáo không được ghi tên người gửi",
          "A denunciation must not name who sends it")),
  NOT_HANDLING_IT(new Reason(403, "Đơn này không do bạn giải quyết", "It is not yours to handle")),
  COMPLAINED_OF(
      new Reason(
          403,
          "Bên bị khiếu nại không được giải quyết đơn",
          "Whoever is complained of does not handle it")),
  OWN_COMPLAINT(
      new Reason(
          403,
          "Bên khiếu nại không được giải quyết đơn của mình",
          "Whoever complains does not handle it")),
  ALREADY_ACCEPTED(new Reason(409, "Đơn đã được thụ lý", "The complaint is already taken up")),
  NOT_ACCEPTED(new Reason(409, "Đơn chưa được thụ lý", "The complaint is not taken up")),
  COMPLAINT_ENDED(new Reason(409, "Đơn đã kết thúc", "The complaint has ended")),
  ALREADY_SUSPENDED(
      new Reason(409, "Hiệu lực này đã tạm đình chỉ", "This effect is already suspended")),
  HANDLED_THERE_ALREADY(
      new Reason(409, "Đơn đang do bên đó giải quyết", "It is handled there already")),
  BOARD_MUST_HANDLE_IT(
      new Reason(
          422,
          "Đơn tố cáo, và đơn khiếu nại khối trưởng hay khối phó, do Ban Thi đua - Khen thưởng giải"
              + " quyết",
          "A denunciation, and a complaint of the leader or a deputy, is handled by the board")),
  NOBODY_CAN_WITHDRAW_IT(
      new Reason(
          409,
          "Đơn tố cáo không ghi tên nên không ai rút được",
          "A denunciation names nobody, so nobody can withdraw it"));

  private final Reason reason;

  ComplaintRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
