package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;

/**
 * One step of a calculation: a rule, what went into it, and what came out. A sentence can be made
 * of it at any time, so that "why" is answered from the result and not computed again.
 *
 * @param rule the rule
 * @param subject what it was about, where numbers do not tell: an item, a unit
 * @param inputs the numbers that went in, by name
 * @param result what came out; exact, or to twelve decimals where a quotient has no end before
 */
public record Working(
    Rule rule, @Nullable String subject, Map<String, BigDecimal> inputs, BigDecimal result) {

  private static final int SHOWN = 6;
  private static final int GROUP = 3;

  /** In the order of the names. */
  public Working {
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
  }

  /** The step as a sentence in Vietnamese, with decimal comma. */
  public String vietnamese() {
    return sentence(rule.vietnamese, Working::inVietnam);
  }

  /** The step as a sentence in English. */
  public String english() {
    return sentence(rule.english, Working::plain);
  }

  private interface Form {
    String of(BigDecimal number);
  }

  private String sentence(String template, Form form) {
    String text = template.replace("{result}", form.of(result));
    for (Map.Entry<String, BigDecimal> input : inputs.entrySet()) {
      text = text.replace("{" + input.getKey() + "}", form.of(input.getValue()));
    }
    return text.replace("{subject}", subject == null ? "" : subject);
  }

  private static String plain(BigDecimal number) {
    BigDecimal rounded =
        number.scale() > SHOWN ? number.setScale(SHOWN, RoundingMode.HALF_UP) : number;
    BigDecimal stripped = rounded.stripTrailingZeros();
    return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
  }

  private static String inVietnam(BigDecimal number) {
    String[] parts = plain(number.abs()).split("\\.", 2);
    StringBuilder whole = new StringBuilder(parts[0]);
    for (int at = whole.length() - GROUP; at > 0; at -= GROUP) {
      whole.insert(at, '.');
    }
    return (number.signum() < 0 ? "-" : "") + whole + (parts.length > 1 ? "," + parts[1] : "");
  }

  /** The rules of the arithmetic, each with the sentence that tells it. */
  public enum Rule implements Code {
    /** Higher is better. */
    RATE_HIGHER(
        "Mức đạt = thực hiện {actual} ÷ chỉ tiêu {target} = {result} %",
        "Rate = actual {actual} ÷ target {target} = {result} %"),
    RATE_TARGET_OVER_ACTUAL(
        "Mức đạt (càng thấp càng tốt) = chỉ tiêu {target} ÷ thực hiện {actual} = {result} %",
        "Rate (lower is better) = target {target} ÷ actual {actual} = {result} %"),
    RATE_MIRRORED(
        "Mức đạt (càng thấp càng tốt) = (2 × chỉ tiêu {target} − thực hiện {actual}) ÷ chỉ tiêu"
            + " {target} = {result} %",
        "Rate (lower is better) = (2 × target {target} − actual {actual}) ÷ target {target} ="
            + " {result} %"),
    /** Lower is better, and nothing or less is left. */
    RATE_WITHOUT_BOUND(
        "Thực hiện {actual} khi chỉ tiêu là {target}, càng thấp càng tốt: đạt, mức vượt không có"
            + " giới hạn",
        "Actual {actual} against a target of {target}, lower is better: reached, and the excess has"
            + " no bound"),
    /** Reached or not, in percent: 100 or 0. */
    MET_OR_NOT(
        "Thực hiện {actual}, chỉ tiêu {target}: mức đạt tính là {result} % (chỉ xét đạt hay không)",
        "Actual {actual}, target {target}: the rate is {result} % (reached or not)"),
    MET_WITHIN(
        "Thực hiện {actual}, khoảng phải đạt từ {target} đến {upTo}: mức đạt tính là {result} %",
        "Actual {actual}, range {target} to {upTo}: the rate is {result} %"),
    PROPORTIONAL(
        "Điểm = điểm chuẩn {standard} × mức đạt {rate} % (không quá 100 %) = {result}",
        "Points = standard points {standard} × rate {rate} % (100 % at most) = {result}"),
    BELOW_THE_LEAST_RATE(
        "Mức đạt {rate} % dưới mức {least} %: {result} điểm",
        "A rate of {rate} % is below {least} %: {result} points"),
    PASSED("Đạt: được điểm chuẩn {result}", "Passed: the standard points {result}"),
    NOT_PASSED("Không đạt: {result} điểm", "Not passed: {result} points"),
    BAND(
        "{value} thuộc bậc {subject}: {result} điểm", "{value} is in the band {subject}: {result}"),
    ITEM("{subject}: {count} × {each} = {result} điểm", "{subject}: {count} × {each} = {result}"),
    ITEM_CAPPED(
        "{subject}: {count} × {each}, không quá {cap}: {result} điểm",
        "{subject}: {count} × {each}, at most {cap}: {result}"),
    PENALTY(
        "{subject}: {count} × {each} điểm trừ = {result}",
        "{subject}: {count} × {each} taken away = {result}"),
    NOT_EXCEEDED(
        "Không vượt chỉ tiêu: {result} điểm thưởng", "Not exceeded: {result} bonus points"),
    OVER_WHOLE_PERCENT(
        "Vượt {over} %, tính {counted} % tròn × {perPercent} % × điểm chuẩn {standard} = {result}"
            + " điểm thưởng",
        "Exceeded by {over} %, {counted} whole % × {perPercent} % × standard points {standard} ="
            + " {result} bonus points"),
    OVER_PROPORTIONAL(
        "Vượt {over} % × {perPercent} % × điểm chuẩn {standard} = {result} điểm thưởng",
        "Exceeded by {over} % × {perPercent} % × standard points {standard} = {result} bonus"
            + " points"),
    OVER_WITHOUT_BOUND(
        "Mức vượt không có giới hạn: được mức thưởng cao nhất {result}",
        "The excess has no bound: the highest bonus {result}"),
    UNDER_TARGET(
        "Chưa đạt chỉ tiêu: {part} % × điểm chuẩn {standard} × mức đạt {rate} % = {result}",
        "Under target: {part} % × standard points {standard} × rate {rate} % = {result}"),
    AT_TARGET(
        "Vừa đạt chỉ tiêu: {part} % × điểm chuẩn {standard} = {result}",
        "At target: {part} % × standard points {standard} = {result}"),
    BEST_OF_THE_BLOC(
        "Vượt chỉ tiêu nhiều nhất khối ({over} %): được trọn điểm chuẩn {result}",
        "The best of the bloc (exceeded by {over} %): all standard points {result}"),
    BETWEEN_TARGET_AND_BEST(
        "Vượt {over} %, đơn vị tốt nhất {subject} vượt {best} %: {part} % + (100 − {part}) % ×"
            + " {over} ÷ {best} của điểm chuẩn {standard} = {result}",
        "Exceeded by {over} %, the best {subject} by {best} %: {part} % + (100 − {part}) % × {over}"
            + " ÷ {best} of standard points {standard} = {result}"),
    BEST_WITHOUT_TARGET_HIGHER(
        "Không có chỉ tiêu: thực hiện {actual} ÷ tốt nhất {best} ({subject}) × điểm chuẩn"
            + " {standard} = {result}",
        "Without a target: actual {actual} ÷ best {best} ({subject}) × standard points {standard} ="
            + " {result}"),
    BEST_WITHOUT_TARGET_LOWER(
        "Không có chỉ tiêu, càng thấp càng tốt: tốt nhất {best} ({subject}) ÷ thực hiện {actual} ×"
            + " điểm chuẩn {standard} = {result}",
        "Without a target, lower is better: best {best} ({subject}) ÷ actual {actual} × standard"
            + " points {standard} = {result}"),
    IN_TIME("Đúng hạn: được điểm chuẩn {result}", "In time: the standard points {result}"),
    DAYS_LATE(
        "Chậm {days} ngày, tính {counted} ngày × {perDay} điểm trừ vào điểm chuẩn {standard}, không"
            + " dưới {least}: {result}",
        "{days} days late, {counted} of them count × {perDay} less than standard points {standard},"
            + " at least {least}: {result}"),
    NEVER_CAME("Không thực hiện: {result} điểm", "Never done: {result} points"),
    MEAN_OF_ASSESSORS(
        "Trung bình điểm của {count} lượt chấm ({subject}) = {result}",
        "Mean of {count} assessments ({subject}) = {result}"),
    LOWEST_OF_ASSESSORS(
        "Điểm thấp nhất trong {count} lượt chấm ({subject}) = {result}",
        "Lowest of {count} assessments ({subject}) = {result}"),
    HIGHEST_OF_ASSESSORS(
        "Điểm cao nhất trong {count} lượt chấm ({subject}) = {result}",
        "Highest of {count} assessments ({subject}) = {result}"),
    HIGHEST_AWARD(
        "Chỉ tính mức cao nhất ({subject}): {result} điểm",
        "Only the highest counts ({subject}): {result}"),
    SUM("Cộng: {result}", "Sum: {result}"),
    CAP("{sum}, không quá {cap}: {result}", "{sum}, at most {cap}: {result}"),
    FLOOR("{sum}, không dưới {floor}: {result}", "{sum}, at least {floor}: {result}"),
    NOT_ASSIGNED_STANDARD(
        "Không được giao: được điểm chuẩn {result}", "Not assigned: the standard points {result}"),
    NOT_ASSIGNED_OUT(
        "Không được giao: không tính điểm, và {standard} điểm chuẩn không tính vào mức tối đa",
        "Not assigned: no points, and its {standard} standard points are not in the maximum"),
    TOTAL(
        "Tổng điểm = {points} + điểm thưởng {bonus} = {result}",
        "Total = {points} + bonus points {bonus} = {result}"),
    RATE_OF_MAXIMUM(
        "Tỷ lệ = tổng điểm {points} ÷ điểm chuẩn được giao {maximum} = {result} %",
        "Rate = total {points} ÷ standard points assigned {maximum} = {result} %"),
    NUMBER_FIXED("Được đề nghị nhiều nhất {result}", "{result} may be proposed"),
    NUMBER_OF_MEMBERS(
        "{percent} % của {whole} thành viên = {result}",
        "{percent} % of {whole} members = {result}"),
    NUMBER_OF_RANKED(
        "{percent} % của {whole} đơn vị được xếp hạng = {result}",
        "{percent} % of {whole} ranked units = {result}"),
    NUMBER_OF_ELIGIBLE(
        "{percent} % của {whole} đơn vị đủ điều kiện = {result}",
        "{percent} % of {whole} eligible units = {result}"),
    NUMBER_OF_LEADING(
        "{percent} % của {whole} đơn vị dẫn đầu các khối = {result}",
        "{percent} % of {whole} units that lead their blocs = {result}"),
    NUMBER_DOWN("{exact}, bỏ phần lẻ: {result}", "{exact}, rounded down: {result}"),
    NUMBER_UP("{exact}, phần lẻ tính là một: {result}", "{exact}, rounded up: {result}"),
    NUMBER_HALF_UP("{exact}, làm tròn: {result}", "{exact}, rounded half up: {result}"),
    NUMBER_OF_PLACES(
        "Các hạng từ {from} đến {to}: {result}", "The ranks from {from} to {to}: {result}"),
    NUMBER_OF_THE_REST(
        "Mọi đơn vị đủ điều kiện chưa được đề nghị: {result}",
        "All eligible units that are not proposed yet: {result}"),
    NUMBER_ACROSS(
        "Chung cho {blocs} khối: {result}, đã đề nghị {taken}",
        "For {blocs} blocs together: {result}, {taken} of them proposed");

    private final String vietnamese;
    private final String english;

    Rule(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }
  }
}
