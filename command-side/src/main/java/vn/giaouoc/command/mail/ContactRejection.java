package vn.giaouoc.command.mail;

import vn.giaouoc.command.Rejection;

/** Why an address is not kept. */
enum ContactRejection implements Rejection {
  UNIT_NOT_REGISTERED(new Reason(404, "Chưa có đơn vị này", "There is no such unit")),
  /** It has merged into another unit or was dissolved by then. */
  UNIT_NO_LONGER_EXISTS(
      new Reason(
          409,
          "Đơn vị đã sáp nhập hoặc giải thể",
          "The unit has merged into another or was dissolved")),
  NOT_AN_ADDRESS(
      new Reason(
          422,
          "Đây không phải là một địa chỉ thư điện tử dùng được",
          "This is no e-mail address that could be used"));

  private final Reason reason;

  ContactRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
