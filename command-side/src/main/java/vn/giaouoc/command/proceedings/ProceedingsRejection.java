package vn.giaouoc.command.proceedings;

import vn.giaouoc.command.Rejection;

/** Why history is not recorded, or not withdrawn. */
enum ProceedingsRejection implements Rejection {
  PROCEEDINGS_RECORDED_OTHERWISE(
      new Reason(
          409,
          "Biên bản này đã được ghi với nội dung khác; hãy rút lại trước khi ghi lại",
          "These proceedings are recorded with other contents; withdraw them before recording them again")),
  PROCEEDINGS_NOT_RECORDED(
      new Reason(404, "Chưa ghi biên bản này", "These proceedings are not recorded")),
  LATER_EVENTS_REST_ON_IT(
      new Reason(
          409,
          "Không thể rút lại vì đã có sự kiện về sau dựa vào biên bản này",
          "It cannot be withdrawn: later events rest on it"));

  private final Reason reason;

  ProceedingsRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
