package vn.giaouoc.command.file;

import vn.giaouoc.command.Rejection;

/** Why a file is refused, or what names one. */
public enum FileRejection implements Rejection {
  /** Nobody has handed in a file of this digest, or its content was taken away. */
  FILE_NOT_KEPT(
      new Reason(
          422,
          "Chưa có tệp này; hãy tải tệp lên trước",
          "There is no such file; hand it in first")),
  /** The content is larger than anything that is kept; the limit is told with it. */
  FILE_TOO_LARGE(
      new Reason(413, "Tệp lớn quá mức cho phép", "The file is larger than what is taken")),
  /** There is nothing in it. */
  FILE_IS_EMPTY(new Reason(422, "Tệp không có nội dung", "The file is empty")),
  /** Its name ends like none of the types that are kept; those are told with it. */
  FILE_TYPE_NOT_TAKEN(
      new Reason(415, "Không nhận tệp loại này", "Files of this type are not taken")),
  /** The content, or the stated media type, is not what the name says. */
  FILE_IS_NOT_WHAT_IT_SAYS(
      new Reason(
          422,
          "Nội dung hoặc kiểu khai báo của tệp không đúng với tên tệp",
          "The content or the stated type of the file is not what its name says")),
  /** Only who acts for a unit, or the board, hands in files. */
  FILE_FROM_NOBODY(
      new Reason(
          403,
          "Chỉ người đại diện đơn vị hoặc Ban Thi đua - Khen thưởng được tải tệp lên",
          "Only a representative of a unit or the emulation board may hand in files")),
  /** The key of the request has not the form of one. */
  REQUEST_KEY_NOT_USABLE(
      new Reason(
          400,
          "Idempotency-Key có từ 1 đến 200 ký tự ASCII, không có dấu cách",
          "Idempotency-Key has 1 to 200 ASCII characters and no spaces")),
  /** A name that cannot be a file's. */
  FILE_NAME_NOT_USABLE(
      new Reason(
          422,
          "Tên tệp có từ 1 đến 200 ký tự, không có dấu gạch chéo hay ký tự điều khiển",
          "A file's name has 1 to 200 characters, no slashes and no control characters"));

  private final Reason reason;

  FileRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
