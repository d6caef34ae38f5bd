package vn.giaouoc.shared.paper;

import java.util.Locale;
import vn.giaouoc.shared.Code;

/** The types of papers that a bloc issues, with the abbreviations of Nghị định 30/2020/NĐ-CP. */
public enum PaperKind implements Code {
  /** Báo cáo. */
  BC("BC"),
  /** Biên bản. */
  BB("BB"),
  /** Tờ trình. */
  TTR("TTr"),
  /** Quyết định. */
  QD("QĐ"),
  /** Quy chế. */
  QC("QC"),
  /** Thông báo. */
  TB("TB"),
  /** Kế hoạch. */
  KH("KH"),
  /** Giấy mời. */
  GM("GM"),
  /** Giấy ủy quyền. */
  GUQ("GUQ");

  private final String abbreviation;

  PaperKind(String abbreviation) {
    this.abbreviation = abbreviation;
  }

  /** The abbreviation as papers print it. */
  public String abbreviation() {
    return abbreviation;
  }

  /**
   * Number and symbol as they are printed: {@code 15/BC-KTĐ4}; numbers below 10 as 01 to 09.
   *
   * @param bloc the bloc's own symbol: {@code KTĐ4}
   */
  public String symbol(int number, String bloc) {
    return String.format(Locale.ROOT, "%02d/%s-%s", number, abbreviation, bloc);
  }
}
