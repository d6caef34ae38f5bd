package vn.giaouoc.command.leadership;

import vn.giaouoc.command.Rejection;

/** Why a command to a leadership is refused. */
enum LeadershipRejection implements Rejection {
  BLOC_NOT_ESTABLISHED(422, "Chưa có khối này", "There is no such bloc"),
  UNIT_NOT_REGISTERED(422, "Chưa có đơn vị này", "There is no such unit"),
  LEADER_CANNOT_BE_DEPUTY(
      422, "Khối trưởng không thể đồng thời là khối phó", "The leader cannot be a deputy as well"),
  DEPUTY_NAMED_TWICE(422, "Khối phó được nêu hai lần", "A deputy is named twice"),
  ALREADY_DESIGNATED(
      409,
      "Nhiệm kỳ này đã có khối trưởng được chọn",
      "A leadership is already designated for this term"),
  NOT_DESIGNATED(
      409, "Nhiệm kỳ này chưa có khối trưởng được chọn", "Nobody is designated for this term"),
  ALREADY_IN_OFFICE(409, "Khối trưởng đã nhận nhiệm vụ", "The leadership is already in office");

  private final int status;
  private final String vietnamese;
  private final String english;

  LeadershipRejection(int status, String vietnamese, String english) {
    this.status = status;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String vietnamese() {
    return vietnamese;
  }

  @Override
  public String english() {
    return english;
  }
}
