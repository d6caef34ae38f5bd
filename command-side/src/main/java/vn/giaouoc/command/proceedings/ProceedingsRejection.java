package vn.giaouoc.command.proceedings;

import vn.giaouoc.command.Rejection;

/** Why history is not recorded, or not withdrawn. */
enum ProceedingsRejection implements Rejection {
  PROCEEDINGS_RECORDED_OTHERWISE(
      409,
      "Biên bản này đã được ghi với nội dung khác; hãy rút lại trước khi ghi lại",
      "These proceedings are recorded with other contents; withdraw them before recording them again"),
  PROCEEDINGS_NOT_RECORDED(404, "Chưa ghi biên bản này", "These proceedings are not recorded"),
  LATER_EVENTS_REST_ON_IT(
      409,
      "Không thể rút lại vì đã có sự kiện về sau dựa vào biên bản này",
      "It cannot be withdrawn: later events rest on it");

  private final int status;
  private final String vietnamese;
  private final String english;

  ProceedingsRejection(int status, String vietnamese, String english) {
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
