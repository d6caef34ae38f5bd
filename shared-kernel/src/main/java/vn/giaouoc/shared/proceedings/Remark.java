package vn.giaouoc.shared.proceedings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.time.When;

/**
 * What the recording has to say about a fact. Nothing is repaired: the fact stands as its source
 * tells it, and the remark stands beside it.
 *
 * @param kind doubt, note or normalisation
 * @param about what it is about
 * @param says what the source says, and what it is held against, by name; sorted by name
 * @param words the recorder's own words, if any
 * @param restsOn the batches that must stand for the remark to stand, besides the one that told the
 *     fact
 * @param since from when it can be known; absent where it belongs to the fact alone
 */
public record Remark(
    Kind kind,
    About about,
    Map<String, String> says,
    @Nullable Words words,
    List<Batch> restsOn,
    @Nullable When since) {

  /** What a source may leave out, as an office calls it. */
  private static final Map<String, String> VIETNAMESE =
      Map.ofEntries(
          Map.entry("place", "địa điểm"),
          Map.entry("presiding", "người chủ trì"),
          Map.entry("members", "số đơn vị thành viên"),
          Map.entry("pledge-contents", "nội dung giao ước"),
          Map.entry("mode", "cách chọn"),
          Map.entry("secrecy", "bỏ phiếu kín hay công khai"),
          Map.entry("electorate", "ai được bỏ phiếu"),
          Map.entry("papers-issued", "số phiếu phát ra"),
          Map.entry("papers-returned", "số phiếu thu về"),
          Map.entry("papers-valid", "số phiếu hợp lệ"),
          Map.entry("rank", "thứ hạng"),
          Map.entry("decision", "quyết định bằng cách nào"));

  /** How serious it is. */
  public enum Kind implements Code {
    /** Something cannot be as it is told, or contradicts another telling. */
    DOUBT,
    /** Something that a reader should know. */
    NOTE,
    /** The source's wording was brought into the form of the record. */
    NORMALISATION
  }

  /** What a remark is about; the message in words is chosen by it. */
  public enum About implements Code {
    /** The source is older than what it tells. */
    DATE_AFTER_PUBLICATION(
        "Ngày {date} sau ngày đăng nguồn {published}",
        "The date {date} is after the publication of the source, {published}"),
    /** The year, or another part of a date, is not printed and was inferred. */
    DATE_INFERRED(
        "Nguồn không ghi đủ ngày ({written}); suy ra {taken}",
        "The source does not print the whole date ({written}); {taken} was inferred"),
    /** The printed date cannot be, and another was taken. */
    DATE_CORRECTED(
        "Nguồn ghi {written}; lấy là {taken}", "The source prints {written}; {taken} was taken"),
    /** A year before blocs existed, or far from the cycle's own. */
    YEAR_IMPLAUSIBLE(
        "Năm {year} cách xa ngày diễn ra {occurred}",
        "The year {year} is far from when it occurred, {occurred}"),
    /** The stated number differs from the length of the list. */
    COUNT_DIFFERS_FROM_LIST(
        "Nêu {stated} nhưng liệt kê {listed}", "States {stated} but lists {listed}"),
    /** A member that the source does not name. */
    MEMBER_INFERRED(
        "Nguồn không nêu tên {unit}; suy ra từ nội dung",
        "The source does not name {unit}; it was inferred"),
    /** A name written otherwise than the unit's or bloc's own. */
    NAME_VARIES(
        "Viết là “{written}”, tên là “{name}”", "Written “{written}”, the name is “{name}”"),
    /** A name that is another bloc's, or none. */
    NAME_MISMATCH(
        "Tên ghi trong nguồn không phải tên này", "The name in the source is not this one"),
    /** A leader or deputy who is not among the members. */
    LEADER_NOT_A_MEMBER(
        "{unit} không có trong danh sách thành viên", "{unit} is not among the members"),
    /** A recipient or a ranked unit who is not among the members. */
    NOT_A_MEMBER("{unit} không có trong danh sách thành viên", "{unit} is not among the members"),
    /** The printed percentage does not follow from the printed figures. */
    PERCENTAGE_DIFFERS(
        "Nguồn ghi {printed} %, tính lại được {recomputed} %",
        "The source prints {printed} %, the figures give {recomputed} %"),
    /** A percentage without the figures that it comes from. */
    PERCENTAGE_WITHOUT_FIGURES(
        "Tỷ lệ {printed} % không đủ số liệu để kiểm tra",
        "{printed} % comes without the figures to check it"),
    /** A target that the percentage would imply; never an input. */
    TARGET_IMPLIED(
        "Tỷ lệ cho thấy chỉ tiêu khoảng {target}; chỉ để tham khảo",
        "The percentage implies a target of about {target}; for information only"),
    /** Several indicators share one figure. */
    INDICATORS_MERGED("Nhiều chỉ số ghi chung một kết quả", "Several indicators share one result"),
    /** A figure is printed in an unusual way. */
    FIGURE_NORMALISED("Nguồn ghi “{written}”", "The source prints “{written}”"),
    /** More awards than the regulation allows. */
    QUOTA_EXCEEDED(
        "Vượt số lượng khen thưởng của quy chế", "More awards than the regulation allows"),
    /** The paper tells candidates as winners. */
    PROPOSAL_NOT_AWARD(
        "Đây là đề nghị, chưa phải quyết định khen thưởng", "This is a proposal, not yet an award"),
    /** The same question is answered otherwise by another source. */
    SOURCES_DIFFER("Các nguồn ghi khác nhau", "The sources differ"),
    /** The regulation is dated after what it should govern. */
    REGULATION_AFTER_PLEDGE(
        "Quy chế đề ngày {regulation}, sau khi ký giao ước ({pledge})",
        "The regulation is dated {regulation}, after the pledge was signed ({pledge})"),
    /** The source does not say. */
    NOT_STATED("Nguồn không nêu: {what}", "Not stated in the source: {what}"),
    /** It can be read in more than one way. */
    AMBIGUOUS("Có thể hiểu nhiều cách", "It can be read in more than one way"),
    /** A slip of the pen. */
    MISPRINT("Lỗi in", "Misprint"),
    /** The recorder's remark, in words. */
    OTHER("Ghi chú", "Remark");

    private final String vietnamese;
    private final String english;

    About(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }
  }

  /** What it says in Vietnamese, without the recorder's own words. */
  public String vietnamese() {
    Map<String, String> inVietnamese = new TreeMap<>(says);
    inVietnamese.computeIfPresent("what", (name, what) -> VIETNAMESE.getOrDefault(what, what));
    return filled(about.vietnamese, inVietnamese);
  }

  /** What it says in English, without the recorder's own words. */
  public String english() {
    return filled(about.english, says);
  }

  private static String filled(String sentence, Map<String, String> says) {
    String filled = sentence;
    for (Map.Entry<String, String> said : says.entrySet()) {
      filled = filled.replace("{" + said.getKey() + "}", said.getValue());
    }
    // a remark of the recorder's own may leave a place empty: the words say it
    return filled.replaceAll(" ?\\(?\\{[a-z]+\\}\\)?", "");
  }
}
