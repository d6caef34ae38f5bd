package vn.giaouoc.command.unit;

import vn.giaouoc.command.Rejection;

/** Why a command to a unit is refused. */
enum UnitRejection implements Rejection {
  UNIT_ALREADY_REGISTERED(
      new Reason(409, "Đơn vị đã có trong hệ thống", "The unit is already registered")),
  UNIT_NOT_REGISTERED(new Reason(404, "Chưa có đơn vị này", "There is no such unit")),
  AUTHORITY_NOT_REGISTERED(
      new Reason(422, "Chưa có cơ quan cấp trên này", "There is no such authority")),
  UNIT_ALREADY_SO_NAMED(
      new Reason(409, "Đơn vị đã mang tên này", "The unit already bears this name"));

  private final Reason reason;

  UnitRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
