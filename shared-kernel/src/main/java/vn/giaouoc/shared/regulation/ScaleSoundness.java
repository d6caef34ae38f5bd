package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.NotAssigned.Effect;

/** Whether a scale adds up, and no part of it goes beyond the whole. */
final class ScaleSoundness {

  private static final int MOST_CONTENTS = 50;
  private static final int MOST_CRITERIA = 500;
  private static final int MOST_DIGITS = 6;

  private final Findings found;
  private final Regulation regulation;
  private final CriterionSoundness criteria;
  private final RankSoundness ranks;

  ScaleSoundness(Findings found, Regulation regulation) {
    this.found = found;
    this.regulation = regulation;
    this.criteria = new CriterionSoundness(found);
    this.ranks = new RankSoundness(found, regulation);
  }

  void scale(Scale scale) {
    String place = "/scale";
    found.about(scale.clause());
    found.text(scale.clause(), place + "/clause");
    found.positive(scale.standard(), place + "/standard");
    found.positive(scale.bonusCap(), place + "/bonusCap");
    found.number(scale.floor(), place + "/floor");
    found.stated(
        regulation.scoring(), "/scoring", "số điểm tối đa và việc đồng hạng", "maximum and ties");
    Scale.Rounding rounding = scale.rounding();
    found.stated(rounding, place + "/rounding", "cách làm tròn", "how to round");
    if (rounding != null) {
      found.about(rounding.clause());
      found.text(rounding.clause(), place + "/rounding/clause");
      int digits = rounding.digits();
      found.possible(
          digits >= 0 && digits <= MOST_DIGITS,
          place + "/rounding/digits",
          "phải từ 0 đến " + MOST_DIGITS,
          "must be from 0 to " + MOST_DIGITS);
    }
    found.about(scale.clause());
    notAssigned(scale, place + "/notAssigned");
    contents(scale, place + "/contents");
    sums(scale, place);
    ranks.rank(scale, place + "/rank");
    ranks.classes(scale.classes(), place + "/classes");
    found.about(scale.clause());
    ranks.layers(scale.layers(), place + "/layers");
  }

  private void notAssigned(Scale scale, String place) {
    Scale.NotAssigned rule = scale.notAssigned();
    found.stated(rule, place, "tiêu chí không được giao thì tính thế nào", "what is not assigned");
    if (rule == null) {
      return;
    }
    found.about(rule.clause());
    found.text(rule.clause(), place + "/clause");
    found.there(rule.effect(), place + "/effect");
    found.holds(
        rule.effect() != Effect.OUT_OF_MAXIMUM
            || scale.rank() == null
            || scale.rank().by() != By.POINTS,
        place + "/effect",
        "Tiêu chí không được giao bị loại khỏi mức tối đa thì phải xếp hạng theo tỷ lệ (rank.by:"
            + " rate), vì các đơn vị có mức tối đa khác nhau",
        "Where what is not assigned is taken out of the maximum, units must be ranked by rate"
            + " (rank.by: rate): their maxima differ");
  }

  private void contents(Scale scale, String place) {
    found.about(scale.clause());
    found.stated(scale.contents().isEmpty() ? null : scale, place, "các nội dung", "the contents");
    found.most(scale.contents(), MOST_CONTENTS, place);
    found.most(scale.criteria().toList(), MOST_CRITERIA, place);
    Set<Object> ids = new HashSet<>();
    Set<Object> criterionIds = new HashSet<>();
    for (int i = 0; i < scale.contents().size(); i++) {
      Content content = scale.contents().get(i);
      String at = place + "/" + i;
      found.about(content.clause());
      found.text(content.clause(), at + "/clause");
      found.text(content.name(), at + "/name");
      found.id(content.id(), ids, at + "/id");
      found.positive(content.standard(), at + "/standard");
      found.positive(content.bonusCap(), at + "/bonusCap");
      found.number(content.floor(), at + "/floor");
      found.stated(
          content.criteria().isEmpty() ? null : content,
          at + "/criteria",
          "các tiêu chí của nội dung " + content.id(),
          "the criteria of content " + content.id());
      for (int k = 0; k < content.criteria().size(); k++) {
        criteria.criterion(content.criteria().get(k), content, criterionIds, at + "/criteria/" + k);
      }
    }
  }

  /** Whether the points of the parts are those of the whole, and no cap is beyond that above it. */
  private void sums(Scale scale, String place) {
    for (int i = 0; i < scale.contents().size(); i++) {
      Content content = scale.contents().get(i);
      found.about(content.clause());
      String at = place + "/contents/" + i;
      addUp(
          content.standard(),
          content.criteria().stream().filter(Criterion::countsAsStandard).toList(),
          Criterion::standard,
          at + "/standard",
          "các tiêu chí",
          "criteria");
      found.within(content.bonusCap(), scale.bonusCap(), at + "/bonusCap", "scale.bonusCap");
    }
    found.about(scale.clause());
    addUp(
        scale.standard(),
        scale.contents(),
        ScaleSoundness::standard,
        place + "/standard",
        "các nội dung",
        "contents");
    BigDecimal caps = sum(scale.contents(), ScaleSoundness::bonus);
    found.holds(
        caps == null || scale.bonusCap() == null || scale.bonusCap().compareTo(caps) <= 0,
        place + "/bonusCap",
        "Trần điểm thưởng lớn hơn tổng trần điểm thưởng của các nội dung (" + caps + ")",
        "The cap of the bonus is more than those of the contents together (" + caps + ")");
    ScoringRule rule = regulation.scoring();
    if (rule != null
        && (Object) rule.maximum() != null
        && scale.standard() != null
        && scale.bonusCap() != null
        && Sheet.isWellFormed(scale.standard())
        && Sheet.isWellFormed(scale.bonusCap())) {
      BigDecimal both = scale.standard().add(scale.bonusCap());
      found.about(rule.clause());
      found.holds(
          rule.maximum().compareTo(both) == 0,
          "/scoring/maximum",
          "Điểm tối đa không bằng điểm chuẩn cộng điểm thưởng: "
              + scale.standard()
              + " + "
              + scale.bonusCap()
              + " = "
              + both,
          "The maximum is not the standard points and the bonus together: "
              + scale.standard()
              + " + "
              + scale.bonusCap()
              + " = "
              + both);
    }
  }

  /**
   * A content that only adds or takes away has no standard points, which is none and not unknown.
   */
  private static @Nullable BigDecimal standard(Content content) {
    return content.standard() == null
            && !content.criteria().isEmpty()
            && content.criteria().stream().noneMatch(Criterion::countsAsStandard)
        ? BigDecimal.ZERO
        : content.standard();
  }

  /** A content in which nothing gives bonus points has none. */
  private static @Nullable BigDecimal bonus(Content content) {
    return content.bonusCap() == null
            && !content.criteria().isEmpty()
            && content.criteria().stream()
                .noneMatch(each -> each.givesBonus() || each.over() != null)
        ? BigDecimal.ZERO
        : content.bonusCap();
  }

  private <T> void addUp(
      @Nullable BigDecimal whole,
      List<T> parts,
      Function<T, @Nullable BigDecimal> points,
      String place,
      String vietnamese,
      String english) {
    BigDecimal sum = parts.isEmpty() ? null : sum(parts, points);
    found.holds(
        whole == null || sum == null || whole.compareTo(sum) == 0,
        place,
        "Điểm chuẩn ghi " + whole + " nhưng cộng " + vietnamese + " là " + sum,
        "The standard points are stated as "
            + whole
            + ", but the "
            + english
            + " add up to "
            + sum);
  }

  /** The sum, if all are stated. */
  private static <T> @Nullable BigDecimal sum(
      List<T> parts, Function<T, @Nullable BigDecimal> points) {
    BigDecimal sum = BigDecimal.ZERO;
    for (T part : parts) {
      BigDecimal each = points.apply(part);
      if (each == null || !Sheet.isWellFormed(each)) {
        return null;
      }
      sum = sum.add(each);
    }
    return sum;
  }
}
