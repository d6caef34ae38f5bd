package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Method.OverFulfilment;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Counts;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.Excess;
import vn.giaouoc.shared.regulation.Scale.Lower;
import vn.giaouoc.shared.regulation.Scale.NotAssigned;
import vn.giaouoc.shared.regulation.Scale.RankRule;
import vn.giaouoc.shared.regulation.Scale.Rounding;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Sheet.Counted;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Measured;
import vn.giaouoc.shared.regulation.Standing.Amounts;
import vn.giaouoc.shared.regulation.Standing.CriterionScore;
import vn.giaouoc.shared.regulation.Standing.Outcome;
import vn.giaouoc.shared.regulation.Standing.Scored;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.unit.UnitId;

/** Small scales and sheets, for tests that read like the rule. */
final class Examples {

  static final UnitId A = UnitId.of("tinh.so-a");
  static final UnitId B = UnitId.of("tinh.so-b");
  static final UnitId C = UnitId.of("tinh.so-c");
  static final UnitId D = UnitId.of("tinh.so-d");

  private Examples() {}

  static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  /** A criterion in the making. */
  record Making(Criterion made) {

    Making direction(Direction direction) {
      return with(made.standard(), made.over(), made.counts(), direction, made.lower());
    }

    Making lower(Lower lower) {
      return with(made.standard(), made.over(), made.counts(), Direction.LOWER, lower);
    }

    Making over(OverFulfilment over) {
      return with(made.standard(), over.excess(), made.counts(), made.direction(), made.lower());
    }

    Making asBonus() {
      return with(made.standard(), made.over(), Counts.BONUS, made.direction(), made.lower());
    }

    Making withoutStandard() {
      return with(null, made.over(), made.counts(), made.direction(), made.lower());
    }

    private Making with(
        @Nullable BigDecimal standard,
        @Nullable Excess over,
        @Nullable Counts counts,
        @Nullable Direction direction,
        @Nullable Lower lower) {
      return new Making(
          new Criterion(
              made.id(),
              made.name(),
              made.clause(),
              standard,
              made.method(),
              over,
              counts,
              direction,
              lower,
              made.kind(),
              made.measure()));
    }
  }

  static Making criterion(String id, String standard, @Nullable Method method) {
    return new Making(
        new Criterion(
            id,
            "Tiêu chí " + id,
            "Điều " + id,
            number(standard),
            method,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  static Content content(String id, @Nullable String bonusCap, Making... criteria) {
    return content(id, null, bonusCap, null, criteria);
  }

  static Content content(
      String id,
      @Nullable String standard,
      @Nullable String bonusCap,
      @Nullable String floor,
      Making... criteria) {
    List<Criterion> made = new ArrayList<>();
    for (Making each : criteria) {
      made.add(each.made());
    }
    return new Content(
        id, "Nội dung " + id, "Mục " + id, number(standard), number(bonusCap), number(floor), made);
  }

  /** A scale in the making; two decimals, ranked by points, equal ranks not allowed. */
  record Scales(
      List<Content> contents,
      @Nullable String bonusCap,
      @Nullable String maximum,
      @Nullable String floor,
      NotAssigned.@Nullable Effect notAssigned,
      By by,
      List<TieStep> ties,
      boolean equalRanks,
      int digits) {

    Scales bonusCap(String bonusCap) {
      return new Scales(
          contents, bonusCap, maximum, floor, notAssigned, by, ties, equalRanks, digits);
    }

    Scales maximum(String maximum) {
      return new Scales(
          contents, bonusCap, maximum, floor, notAssigned, by, ties, equalRanks, digits);
    }

    Scales floor(String floor) {
      return new Scales(
          contents, bonusCap, maximum, floor, notAssigned, by, ties, equalRanks, digits);
    }

    Scales notAssigned(NotAssigned.Effect effect) {
      return new Scales(contents, bonusCap, maximum, floor, effect, by, ties, equalRanks, digits);
    }

    Scales by(By by) {
      return new Scales(
          contents, bonusCap, maximum, floor, notAssigned, by, ties, equalRanks, digits);
    }

    Scales ties(TieStep... ties) {
      return new Scales(
          contents, bonusCap, maximum, floor, notAssigned, by, List.of(ties), equalRanks, digits);
    }

    Scales sharing() {
      return new Scales(contents, bonusCap, maximum, floor, notAssigned, by, ties, true, digits);
    }

    Scales digits(int digits) {
      return new Scales(
          contents, bonusCap, maximum, floor, notAssigned, by, ties, equalRanks, digits);
    }

    Regulation regulation() {
      return Examples.regulation(
          new Scale(
              "Điều 1",
              null,
              number(bonusCap),
              number(floor),
              new Rounding(digits, "Điều 2"),
              notAssigned == null ? null : new NotAssigned(notAssigned, "Điều 3"),
              new RankRule(by, "Điều 4", ties),
              null,
              null,
              contents),
          new ScoringRule(
              new BigDecimal(maximum == null ? "1000000" : maximum), equalRanks, "Điều 5"));
    }
  }

  static Scales scale(Content... contents) {
    return new Scales(List.of(contents), null, null, null, null, By.POINTS, List.of(), false, 2);
  }

  static Regulation regulation(Scale scale, @Nullable ScoringRule rule) {
    return new Regulation(
        "1/QĐ", "Quy chế", null, LocalDate.of(2026, 1, 1), List.of(), List.of(), rule, scale);
  }

  static Measured measured(@Nullable String actual, @Nullable String target) {
    return new Measured(number(actual), number(target), null);
  }

  static Counted counted(Object... counts) {
    Map<String, BigDecimal> byItem = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i += 2) {
      byItem.put((String) counts[i], new BigDecimal(counts[i + 1].toString()));
    }
    return new Counted(byItem);
  }

  static Sheet sheet(UnitId unit, Object... entries) {
    Map<String, Entry> byCriterion = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      byCriterion.put((String) entries[i], (Entry) entries[i + 1]);
    }
    return new Sheet(unit, byCriterion);
  }

  static Standing score(Regulation regulation, Sheet... sheets) {
    return Scoring.of(regulation, List.of(sheets), List.of());
  }

  static CriterionScore criterionOf(UnitScore score, String criterion) {
    return score.contents().stream()
        .flatMap(content -> content.criteria().stream())
        .filter(each -> each.criterion().equals(criterion))
        .findFirst()
        .orElseThrow();
  }

  static Amounts exact(Outcome outcome) {
    return ((Scored) outcome).exact();
  }
}
