package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Mark;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Marks;

/** What part of its standard points a unit has in each content and criterion. */
public final class Shares {

  private Shares() {}

  /**
   * By content and criterion: the points in percent of the standard points of what is assigned to
   * the unit. What is not assigned to it, or has no standard points, is not in it.
   *
   * @param marks what a ranking made of its sheet; absent where no scale did
   */
  public static Map<String, BigDecimal> of(Regulation regulation, @Nullable Marks marks) {
    Map<String, BigDecimal> percents = new HashMap<>();
    if (marks == null || regulation.scale() == null) {
      return percents;
    }
    Map<String, BigDecimal> points = new HashMap<>();
    for (Mark mark : marks.contents()) {
      put(points, mark);
    }
    for (Content content : regulation.scale().contents()) {
      Map<String, BigDecimal> parts = new HashMap<>();
      marks.criteria().forEach(mark -> put(parts, mark));
      Fraction standard = Fraction.ZERO;
      for (Criterion criterion : content.criteria()) {
        BigDecimal whole = criterion.standard();
        BigDecimal part = parts.get(criterion.id());
        if (whole != null && part != null) {
          put(percents, criterion.id(), part, Fraction.of(whole));
          standard = criterion.countsAsStandard() ? standard.plus(Fraction.of(whole)) : standard;
        }
      }
      put(percents, content.id(), points.get(content.id()), standard);
    }
    return percents;
  }

  private static void put(Map<String, BigDecimal> points, Mark mark) {
    if (mark.points() != null) {
      points.put(mark.of(), mark.points());
    }
  }

  private static void put(
      Map<String, BigDecimal> percents, String of, @Nullable BigDecimal points, Fraction standard) {
    if (points != null && standard.signum() > 0) {
      percents.put(of, Fraction.of(points).times(Fraction.HUNDRED).over(standard).decimal());
    }
  }
}
