package vn.giaouoc.command.spreadsheet;

import vn.giaouoc.command.Rejection;

/** Why a spreadsheet is refused as a whole. */
public enum SpreadsheetRejection implements Rejection {
  /** There is no form of this name. */
  NO_SUCH_FORM(new Reason(404, "Không có biểu mẫu này", "There is no such form")),
  /** The content is no spreadsheet. */
  NOT_A_SPREADSHEET(
      new Reason(
          415,
          "Chỉ nhận bảng tính .xlsx hoặc .csv",
          "Only spreadsheets as .xlsx or .csv are taken")),
  /** It is in the format of before 2007. */
  OLD_FORMAT(
      new Reason(
          415,
          "Tệp .xls kiểu cũ; hãy mở bằng Excel và lưu thành .xlsx",
          "An old .xls file; open it and save it as .xlsx")),
  /** A password is needed to open it. */
  ENCRYPTED(
      new Reason(
          422,
          "Tệp có mật khẩu; hãy bỏ mật khẩu rồi lưu lại",
          "The file has a password; save it without one")),
  /** There is a program in it. */
  HAS_MACROS(
      new Reason(
          415,
          "Tệp có macro; hãy lưu thành .xlsx không có macro",
          "The file has macros; save it as .xlsx without them")),
  /** Its values come from other files. */
  HAS_EXTERNAL_LINKS(
      new Reason(
          422,
          "Tệp lấy số liệu từ tệp khác; hãy dán giá trị rồi lưu lại",
          "The file takes values from other files; paste the values and save it")),
  /** It is larger than any that an office fills in. */
  TOO_LARGE(
      new Reason(
          413,
          "Bảng tính quá lớn: nhiều nhất 2 MB, 5000 hàng, 60 cột",
          "The spreadsheet is too large: at most 2 MB, 5000 rows, 60 columns")),
  /** It is damaged. */
  NOT_READABLE(
      new Reason(
          422,
          "Không đọc được tệp; hãy mở bằng Excel và lưu lại",
          "The file cannot be read; open it and save it again")),
  /** It is a text, but not in UTF-8. */
  NOT_UTF_8(
      new Reason(
          422,
          "Tệp CSV phải theo mã UTF-8; hãy lưu dạng 'CSV UTF-8'",
          "A CSV file must be in UTF-8; save it as 'CSV UTF-8'")),
  /** No row has the headings of the form. */
  NO_HEADINGS(
      new Reason(
          422,
          "Không thấy hàng tiêu đề của biểu mẫu; hãy dùng biểu mẫu tải về",
          "There is no row with the headings of the form; use the template")),
  /** The rows are all empty. */
  NOTHING_FILLED_IN(new Reason(422, "Biểu mẫu chưa được điền", "Nothing is filled in"));

  private final Reason reason;

  SpreadsheetRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
