package vn.giaouoc.command.leadership;

import vn.giaouoc.command.Rejection;

/** Why a command to a leadership is refused. */
enum LeadershipRejection implements Rejection {
  BLOC_NOT_ESTABLISHED(new Reason(422, "Chưa có khối này", "There is no such bloc")),
  UNIT_NOT_REGISTERED(new Reason(422, "Chưa có đơn vị này", "There is no such unit")),
  LEADER_CANNOT_BE_DEPUTY(
      new Reason(
          422,
          "Khối trưởng không thể đồng thời là khối phó",
          "The leader cannot be a deputy as well")),
  DEPUTY_NAMED_TWICE(new Reason(422, "Khối phó được nêu hai lần", "A deputy is named twice")),
  ALREADY_DESIGNATED(
      new Reason(
          409,
          "Nhiệm kỳ này đã có khối trưởng được chọn",
          "A leadership is already designated for this term")),
  NOT_DESIGNATED(
      new Reason(
          409, "Nhiệm kỳ này chưa có khối trưởng được chọn", "Nobody is designated for this term")),
  ALREADY_IN_OFFICE(
      new Reason(409, "Khối trưởng đã nhận nhiệm vụ", "The leadership is already in office"));

  private final Reason reason;

  LeadershipRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
