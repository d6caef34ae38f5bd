package vn.giaouoc.command.bloc;

import vn.giaouoc.command.Rejection;

/** Why a command to a bloc is refused. */
enum BlocRejection implements Rejection {
  BLOC_ALREADY_ESTABLISHED(
      new Reason(409, "Khối đã được thành lập", "The bloc is already established")),
  BLOC_NOT_ESTABLISHED(new Reason(404, "Chưa có khối này", "There is no such bloc")),
  ALREADY_A_MEMBER(
      new Reason(
          409, "Đơn vị đã là thành viên của khối", "The unit is already a member of the bloc")),
  NOT_A_MEMBER(
      new Reason(
          409, "Đơn vị không phải là thành viên của khối", "The unit is not a member of the bloc")),
  UNIT_NOT_REGISTERED(new Reason(422, "Chưa có đơn vị này", "There is no such unit"));

  private final Reason reason;

  BlocRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
