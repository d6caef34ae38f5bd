package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Method.Assessed;
import vn.giaouoc.shared.regulation.Method.Band;
import vn.giaouoc.shared.regulation.Method.ExternalAward;
import vn.giaouoc.shared.regulation.Method.Item;
import vn.giaouoc.shared.regulation.Method.Lateness;
import vn.giaouoc.shared.regulation.Method.OverFulfilment;
import vn.giaouoc.shared.regulation.Method.PassFail;
import vn.giaouoc.shared.regulation.Method.Penalties;
import vn.giaouoc.shared.regulation.Method.PerItem;
import vn.giaouoc.shared.regulation.Method.PlusMinus;
import vn.giaouoc.shared.regulation.Method.Proportional;
import vn.giaouoc.shared.regulation.Method.RelativeToBest;
import vn.giaouoc.shared.regulation.Method.Stepped;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Counts;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.Excess;
import vn.giaouoc.shared.regulation.Scale.Lower;
import vn.giaouoc.shared.report.Figure.Direction;

/** Whether a criterion says how its points are given without contradicting itself. */
final class CriterionSoundness {

  private final Findings found;

  CriterionSoundness(Findings found) {
    this.found = found;
  }

  void criterion(Criterion criterion, Content content, Set<Object> ids, String place) {
    found.about(criterion.clause());
    found.text(criterion.clause(), place + "/clause");
    found.text(criterion.name(), place + "/name");
    found.id(criterion.id(), ids, place + "/id");
    found.positive(criterion.standard(), place + "/standard");
    Method method = criterion.method();
    found.stated(method, place + "/method", "cách chấm điểm", "how points are given");
    if (method == null) {
      return;
    }
    boolean free =
        method instanceof Penalties
            || method instanceof PlusMinus
            || method instanceof ExternalAward;
    if (!free) {
      found.stated(criterion.standard(), place + "/standard", "điểm chuẩn", "the standard points");
    }
    if (criterion.givesBonus()) {
      found.within(criterion.standard(), content.bonusCap(), place + "/standard", "bonusCap");
    }
    method(method, criterion, place);
    if (criterion.over() != null) {
      over(criterion.over(), criterion, content, place + "/over");
    }
    boolean lower = criterion.direction() == Direction.LOWER;
    found.holds(
        criterion.lower() == null || lower,
        place + "/lower",
        "Chỉ tiêu không phải loại càng thấp càng tốt thì không có cách tính 'lower'",
        "Where lower is not better there is no 'lower'");
  }

  private void method(Method method, Criterion criterion, String place) {
    String at = place + "/method";
    switch (method) {
      case Proportional each -> {
        rated(criterion, place);
        found.percent(each.zeroBelow(), at + "/zeroBelow");
      }
      case PassFail _ ->
          found.holds(
              criterion.direction() != Direction.COUNT && criterion.direction() != Direction.MIXED,
              place + "/direction",
              "Chấm đạt hay không thì hướng phải là higher, lower, within hoặc done-or-not",
              "Passing needs the direction higher, lower, within or done-or-not");
      case Stepped each -> {
        if (found.there(each.of(), at + "/of") && each.of() == Stepped.Of.RATE) {
          rated(criterion, place);
        }
        bands(each, criterion, at + "/bands");
      }
      case PerItem each -> items(each.items(), criterion.standard(), false, at + "/items");
      case OverFulfilment each -> {
        overFulfilment(each.excess(), criterion, at);
        found.within(each.cap(), criterion.standard(), at + "/cap", "standard");
        bonus(criterion, place);
      }
      case RelativeToBest each -> {
        rated(criterion, place);
        if (found.there(each.atTarget(), at + "/atTarget")) {
          found.percent(each.atTarget(), at + "/atTarget");
        }
      }
      case Lateness each -> {
        if (found.there(each.perDay(), at + "/perDay")) {
          found.positive(each.perDay(), at + "/perDay");
        }
        found.possible(
            each.grace() == null || each.grace() >= 0,
            at + "/grace",
            "không được âm",
            "must not be negative");
        found.number(each.floor(), at + "/floor");
        found.within(each.floor(), criterion.standard(), at + "/floor", "standard");
      }
      case Assessed each -> {
        found.text(each.by(), at + "/by");
        found.there(each.combine(), at + "/combine");
        found.possible(
            each.number() == null || each.number() > 0,
            at + "/number",
            "phải lớn hơn 0",
            "must be more than 0");
      }
      case ExternalAward each -> {
        items(each.awards(), criterion.standard(), false, at + "/awards");
        found.there(each.several(), at + "/several");
        bonus(criterion, place);
      }
      case Penalties each -> {
        items(each.items(), each.atMost(), false, at + "/items");
        found.positive(each.atMost(), at + "/atMost");
        adjusts(criterion, place);
      }
      case PlusMinus each -> {
        items(each.items(), null, true, at + "/items");
        found.number(each.floor(), at + "/floor");
        found.number(each.cap(), at + "/cap");
        found.holds(
            each.floor() == null || each.cap() == null || each.floor().compareTo(each.cap()) < 0,
            at + "/cap",
            "Trần phải cao hơn sàn",
            "The cap must be above the floor");
        adjusts(criterion, place);
      }
    }
  }

  private void over(Excess over, Criterion criterion, Content content, String place) {
    overFulfilment(over, criterion, place);
    found.within(over.cap(), content.bonusCap(), place + "/cap", "bonusCap");
    boolean measured =
        criterion.method() instanceof Proportional
            || criterion.method() instanceof PassFail
            || criterion.method() instanceof Stepped;
    found.holds(
        measured,
        place,
        "Thưởng vượt chỉ tiêu cần một cách chấm có chỉ tiêu: proportional, pass-fail hoặc stepped",
        "A bonus for over-fulfilment needs a method with a target: proportional, pass-fail or"
            + " stepped");
    found.holds(
        !measured
            || criterion.direction() == null
            || criterion.direction() == Direction.HIGHER
            || criterion.direction() == Direction.LOWER,
        place,
        "Thưởng vượt chỉ tiêu cần hướng higher hoặc lower",
        "A bonus for over-fulfilment needs the direction higher or lower");
  }

  private void overFulfilment(Excess over, Criterion criterion, String place) {
    if (criterion.method() instanceof OverFulfilment) {
      rated(criterion, place.substring(0, place.lastIndexOf('/')));
    }
    found.stated(
        over.counting(), place + "/counting", "phần trăm tròn hay lẻ", "which percents count");
    found.stated(
        over.perPercent(), place + "/perPercent", "mỗi 1 % được bao nhiêu", "points per percent");
    found.positive(over.perPercent(), place + "/perPercent");
    found.positive(over.cap(), place + "/cap");
    found.holds(
        criterion.direction() != Direction.LOWER || criterion.lower() != Lower.MET_OR_NOT,
        place,
        "Chỉ xét đạt hay không thì không có mức vượt",
        "Where it only counts whether it is reached there is no excess");
    if (criterion.direction() == Direction.LOWER && criterion.lower() == Lower.TARGET_OVER_ACTUAL) {
      found.stated(
          over.cap(), place + "/cap", "mức thưởng cao nhất khi thực hiện là 0", "a cap at zero");
    }
  }

  /** A method that needs a rate needs to know which way is better. */
  private void rated(Criterion criterion, String place) {
    if (!found.stated(criterion.direction(), place + "/direction", "hướng", "the direction")) {
      return;
    }
    if (criterion.direction() == Direction.LOWER) {
      found.stated(
          criterion.lower(), place + "/lower", "cách tính mức đạt", "how the rate is told");
    }
    found.holds(
        criterion.direction() == Direction.HIGHER || criterion.direction() == Direction.LOWER,
        place + "/direction",
        "Cách chấm này cần hướng higher hoặc lower",
        "This method needs the direction higher or lower");
  }

  private void bonus(Criterion criterion, String place) {
    found.holds(
        criterion.counts() != Counts.STANDARD,
        place + "/counts",
        "Cách chấm này chỉ cho điểm thưởng",
        "This method gives bonus points only");
  }

  private void adjusts(Criterion criterion, String place) {
    found.holds(
        criterion.counts() != Counts.BONUS,
        place + "/counts",
        "Điểm trừ không phải là điểm thưởng",
        "What is taken away is no bonus");
    found.holds(
        criterion.standard() == null,
        place + "/standard",
        "Tiêu chí cộng, trừ điểm không có điểm chuẩn; dùng 'cap', 'floor' hoặc 'atMost'",
        "What adds and takes away has no standard points; use 'cap', 'floor' or 'atMost'");
  }

  private void items(List<Item> items, @Nullable BigDecimal cap, boolean signed, String place) {
    found.stated(items.isEmpty() ? null : items, place, "các mục", "the items");
    found.most(items, Findings.MOST_PARTS, place);
    Set<Object> ids = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String at = place + "/" + i;
      found.id(item.id(), ids, at + "/id");
      found.text(item.name(), at + "/name");
      if (found.there(item.each(), at + "/each")) {
        if (!signed) {
          found.positive(item.each(), at + "/each");
          found.within(item.each(), cap, at + "/each", "standard, atMost");
        }
        found.number(item.each(), at + "/each");
        found.possible(
            item.each().signum() != 0, at + "/each", "không được bằng 0", "must not be 0");
      }
      found.number(item.atMost(), at + "/atMost");
      if (!signed) {
        found.positive(item.atMost(), at + "/atMost");
        found.within(item.atMost(), cap, at + "/atMost", "standard, atMost");
        found.within(item.each(), item.atMost(), at + "/each", "atMost");
      }
    }
  }

  private void bands(Stepped method, Criterion criterion, String place) {
    List<Band> bands = method.bands();
    found.stated(bands.isEmpty() ? null : bands, place, "các bậc", "the bands");
    found.most(bands, Findings.MOST_PARTS, place);
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      String at = place + "/" + i;
      if (found.there(band.points(), at + "/points")) {
        found.possible(
            band.points().signum() >= 0, at + "/points", "không được âm", "must not be negative");
        found.number(band.points(), at + "/points");
        found.within(band.points(), criterion.standard(), at + "/points", "standard");
      }
      found.number(band.from(), at + "/from");
      found.number(band.below(), at + "/below");
      found.possible(
          band.from() == null || band.below() == null || band.from().compareTo(band.below()) < 0,
          at + "/below",
          "phải lớn hơn 'from'",
          "must be more than 'from'");
      if (i > 0) {
        joins(bands.get(i - 1), band, at);
        rises(method, criterion, bands.get(i - 1), band, at);
      }
    }
    if (bands.isEmpty()) {
      return;
    }
    BigDecimal first = bands.getFirst().from();
    found.holds(
        first == null || (method.of() == Stepped.Of.RATE && first.signum() <= 0),
        place + "/0/from",
        "Bậc đầu bỏ hở phần dưới " + first + "; bỏ 'from' hoặc thêm một bậc",
        "The first band leaves a hole below " + first + "; leave 'from' out or add a band");
    BigDecimal last = bands.getLast().below();
    found.holds(
        last == null,
        place + "/" + (bands.size() - 1) + "/below",
        "Bậc cuối bỏ hở phần từ " + last + "; bỏ 'below' hoặc thêm một bậc",
        "The last band leaves a hole from " + last + "; leave 'below' out or add a band");
  }

  private void joins(Band before, Band band, String place) {
    BigDecimal end = before.below();
    BigDecimal start = band.from();
    found.holds(
        end != null && start != null && end.compareTo(start) <= 0,
        place + "/from",
        "Bậc này chồng lên bậc trước, hoặc các bậc không xếp từ thấp lên cao",
        "This band overlaps the one before it, or bands do not go from low to high");
    found.holds(
        end == null || start == null || end.compareTo(start) >= 0,
        place + "/from",
        "Giữa bậc này và bậc trước có khoảng hở từ " + end + " đến " + start,
        "Between this band and the one before it is a hole from " + end + " to " + start);
  }

  private void rises(Stepped method, Criterion criterion, Band before, Band band, String place) {
    if ((Object) before.points() == null || (Object) band.points() == null) {
      return;
    }
    int rise = band.points().compareTo(before.points());
    boolean higher = method.of() == Stepped.Of.RATE || criterion.direction() == Direction.HIGHER;
    boolean lower = method.of() == Stepped.Of.VALUE && criterion.direction() == Direction.LOWER;
    found.holds(
        !(higher && rise < 0) && !(lower && rise > 0),
        place + "/points",
        "Kết quả tốt hơn lại được ít điểm hơn",
        "A better result would get fewer points");
  }
}
