package vn.giaouoc.command.unit;

import vn.giaouoc.command.Rejection;

/** Why a command to a unit is refused. */
enum UnitRejection implements Rejection {
  UNIT_ALREADY_REGISTERED(409, "Đơn vị đã có trong hệ thống", "The unit is already registered"),
  UNIT_NOT_REGISTERED(404, "Chưa có đơn vị này", "There is no such unit"),
  UNIT_ALREADY_SO_NAMED(409, "Đơn vị đã mang tên này", "The unit already bears this name");

  private final int status;
  private final String vietnamese;
  private final String english;

  UnitRejection(int status, String vietnamese, String english) {
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
