package vn.giaouoc.command;

/** Why a request is refused before anybody looks at what it asks. */
public enum RequestRejection implements Rejection {
  /** The key of an earlier request came with a different one. */
  KEY_USED_FOR_ANOTHER_REQUEST(
      new Reason(
          422,
          "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác",
          "This Idempotency-Key was used for another request")),
  /** The stream is not as its sender has seen it. */
  STALE_VERSION(
      new Reason(
          412,
          "Dữ liệu đã thay đổi sau khi bạn xem; hãy xem lại rồi làm lại",
          "It has changed since you saw it; look again and repeat")),
  /** Nothing stands in a stream that should be there. */
  NOT_FOUND(new Reason(404, "Không có trong hệ thống", "There is no such thing"));

  private final Reason reason;

  RequestRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
