package vn.giaouoc.command.spreadsheet;

import vn.giaouoc.shared.Code;

/** What can be wrong with a cell, and how it would be right. */
public enum Wrong implements Code {
  NOT_A_NUMBER(
      "Không phải là số",
      "Not a number",
      "Viết số như 1234,5 hoặc 1.234,5; để trống nếu chưa có số liệu",
      "Write it as 1234,5 or 1.234,5; leave it empty if there is no figure yet"),
  AMBIGUOUS_NUMBER(
      "Có thể đọc thành hai số khác nhau", "It can be read as two different numbers", "", ""),
  NOT_A_PERCENTAGE(
      "Ở đây không dùng phần trăm",
      "This is not a percentage",
      "Viết số theo đơn vị tính, không có dấu %",
      "Write it in the unit of measure, without %"),
  IS_A_DAY(
      "Ô chứa ngày tháng, không phải số (Excel có thể đã tự đổi)",
      "The cell holds a date, not a number; the spreadsheet program may have changed it",
      "Định dạng ô là Số hoặc Văn bản rồi nhập lại",
      "Format the cell as a number or as text and enter it again"),
  NOT_A_DAY(
      "Không phải là ngày", "Not a date", "Viết ngày như 31/12/2026", "Write it as 31/12/2026"),
  NOT_A_WORD("Không thuộc các giá trị được chọn", "Not one of the choices", "", ""),
  NOT_AN_ID(
      "Không phải là mã",
      "Not an id",
      "Giữ nguyên mã như trong biểu mẫu, ví dụ kien-giang.so-y-te",
      "Keep the id as it is in the template, such as kien-giang.so-y-te"),
  MISSING(
      "Bỏ trống",
      "It is empty",
      "Điền ô này, hoặc xóa cả hàng",
      "Fill it, or delete the whole row"),
  FORMULA_WITHOUT_VALUE(
      "Công thức chưa có kết quả",
      "A formula without a result",
      "Mở tệp bằng Excel, lưu lại, hoặc dán giá trị thay cho công thức",
      "Open and save the file, or paste the value in place of the formula"),
  FORMULA_FAILED(
      "Ô báo lỗi", "The cell holds an error", "Nhập giá trị thay cho lỗi", "Enter a value"),
  NUMBER_TOO_LONG(
      "Số quá dài",
      "The number is too long",
      "Nhiều nhất 12 chữ số phần nguyên và 6 chữ số thập phân",
      "At most 12 digits before and 6 after the decimal point"),
  NOT_A_WHOLE_NUMBER(
      "Không phải là số nguyên", "Not a whole number", "Viết số nguyên, ví dụ 3", "Write 3"),
  UNKNOWN_COLUMN(
      "Biểu mẫu không có cột này",
      "The form has no such column",
      "Xóa cột, hoặc dùng đúng tên cột của biểu mẫu",
      "Delete the column, or call it as the form does"),
  COLUMN_TWICE(
      "Cột này có hai lần", "The column is there twice", "Xóa một cột", "Delete one of them"),
  COLUMN_MISSING("Thiếu cột", "A column is missing", "", ""),
  BESIDE_THE_TABLE(
      "Ô nằm ngoài bảng",
      "The cell lies beside the table",
      "Xóa ô; trong CSV ngăn cách bằng dấu phẩy, số có dấu phẩy phải đặt trong ngoặc kép",
      "Delete it; in a CSV separated by commas a number with a comma stands in quotes"),
  ROW_TWICE("Hàng này có hai lần", "The row is there twice", "Xóa một hàng", "Delete one of them"),
  SEVERAL_DAYS(
      "Một báo cáo chỉ có một ngày",
      "One report has one day",
      "Ghi cùng một ngày cho các hàng của một đơn vị",
      "Write the same day in all rows of a unit");

  private final String vietnamese;
  private final String english;
  private final String right;
  private final String rightEn;

  Wrong(String vietnamese, String english, String right, String rightEn) {
    this.vietnamese = vietnamese;
    this.english = english;
    this.right = right;
    this.rightEn = rightEn;
  }

  /** That it is so with a cell. */
  public CellError in(Cell cell) {
    return in(cell, right, rightEn);
  }

  /** That it is so with a cell, and what would be right there. */
  public CellError in(Cell cell, String wouldBeRight, String wouldBeRightEn) {
    return new CellError(
        cell.sheetName(),
        cell.reference(),
        cell.shown(),
        code(),
        vietnamese,
        english,
        wouldBeRight,
        wouldBeRightEn,
        null);
  }
}
