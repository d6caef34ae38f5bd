package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.regulation.Finding.Kind;
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
import vn.giaouoc.shared.regulation.Regulation.QuotaRule;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.regulation.Regulation.WindowRule;
import vn.giaouoc.shared.regulation.Regulation.Within;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.ClassRule;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Counts;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.Excess;
import vn.giaouoc.shared.regulation.Scale.LayerRule;
import vn.giaouoc.shared.regulation.Scale.Lower;
import vn.giaouoc.shared.regulation.Scale.NotAssigned.Effect;
import vn.giaouoc.shared.regulation.Scale.RankRule;
import vn.giaouoc.shared.regulation.Scale.Scorer;
import vn.giaouoc.shared.regulation.Scale.TieBy;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Scale.Who;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Whether a regulation can be decided by. What it does not state is not wrong, only unknown; what
 * it states must be whole, with its clause, and must not contradict itself. Nothing here throws,
 * whatever a reader of JSON made of the document.
 */
public final class Soundness {

  private static final int LONGEST_TEXT = 500;
  private static final int MOST_CONTENTS = 50;
  private static final int MOST_CRITERIA = 500;
  private static final int MOST_PARTS = 100;
  private static final int MOST_DIGITS = 6;
  private static final int MOST_DAYS = 366;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Regulation regulation;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable String clause;

  private Soundness(Regulation regulation) {
    this.regulation = regulation;
  }

  /** Everything that is to be said about a regulation, in the order of the document. */
  public static List<Finding> of(Regulation regulation) {
    Soundness soundness = new Soundness(regulation);
    soundness.head();
    soundness.steps();
    soundness.quotas();
    soundness.scoring();
    if (regulation.scale() != null) {
      soundness.scale(regulation.scale());
    }
    soundness.windows();
    return List.copyOf(soundness.findings);
  }

  private void head() {
    text(regulation.number(), "/number");
    text(regulation.title(), "/title");
    there(regulation.validFrom(), "/validFrom");
  }

  private void steps() {
    Set<Object> seen = new HashSet<>();
    LocalDate last = LocalDate.MIN;
    for (int i = 0; i < regulation.steps().size(); i++) {
      StepRule rule = regulation.steps().get(i);
      String place = "/steps/" + i;
      clause = rule.clause();
      text(rule.clause(), place + "/clause");
      if (there(rule.step(), place + "/step")) {
        once(seen.add(rule.step()), place + "/step", rule.step().code());
      }
      if (rule.due() != null) {
        if (rule.due().isBefore(last)) {
          add(
              place + "/due",
              Kind.OUT_OF_ORDER,
              "Thời hạn này đến trước thời hạn của bước đứng trước",
              "This is due before a step that comes before it");
        }
        last = rule.due();
      }
      calendar(rule, seen, place);
    }
  }

  /** When a step may be taken: by a day or after another step, and not before its first day. */
  private void calendar(StepRule rule, Set<Object> before, String place) {
    Within within = rule.within();
    LocalDate due = rule.due();
    LocalDate from = rule.from();
    if (due != null && from != null) {
      possible(!from.isAfter(due), place + "/from", "sau thời hạn", "is after the deadline");
    }
    if (within == null) {
      return;
    }
    holds(
        due == null,
        place + "/within",
        "Thời hạn hoặc là một ngày, hoặc theo một bước khác",
        "A deadline is a day or follows from another step, not both");
    days(within.days(), place + "/within/days");
    if (there(within.after(), place + "/within/after")) {
      holds(
          within.after() != rule.step() && before.contains(within.after()),
          place + "/within/after",
          "Bước '" + within.after().code() + "' không đứng trước bước này",
          "The step '" + within.after().code() + "' does not come before this one");
    }
  }

  private void days(int days, String place) {
    possible(
        days > 0 && days <= MOST_DAYS,
        place,
        "phải từ 1 đến " + MOST_DAYS,
        "must be from 1 to " + MOST_DAYS);
  }

  private void windows() {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < regulation.windows().size(); i++) {
      WindowRule rule = regulation.windows().get(i);
      String place = "/windows/" + i;
      clause = rule.clause();
      text(rule.clause(), place + "/clause");
      if (there(rule.act(), place + "/act")) {
        once(seen.add(rule.act()), place + "/act", rule.act().code());
      }
      days(rule.days(), place + "/days");
    }
  }

  private void quotas() {
    record Quota(Object title, Object track) {}
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < regulation.quotas().size(); i++) {
      QuotaRule rule = regulation.quotas().get(i);
      String place = "/quotas/" + i;
      clause = rule.clause();
      text(rule.clause(), place + "/clause");
      if (there(rule.title(), place + "/title") & there(rule.track(), place + "/track")) {
        once(
            seen.add(new Quota(rule.title(), rule.track())),
            place + "/title",
            rule.title().code() + ", " + rule.track().code());
      }
      possible(rule.atMost() >= 0, place + "/atMost", "không được âm", "must not be negative");
    }
  }

  private void scoring() {
    ScoringRule rule = regulation.scoring();
    if (rule == null) {
      return;
    }
    clause = rule.clause();
    text(rule.clause(), "/scoring/clause");
    if (there(rule.maximum(), "/scoring/maximum")) {
      positive(rule.maximum(), "/scoring/maximum");
    }
  }

  // the scale

  private void scale(Scale scale) {
    String place = "/scale";
    clause = scale.clause();
    text(scale.clause(), place + "/clause");
    positive(scale.standard(), place + "/standard");
    positive(scale.bonusCap(), place + "/bonusCap");
    number(scale.floor(), place + "/floor");
    stated(
        regulation.scoring(), "/scoring", "số điểm tối đa và việc đồng hạng", "maximum and ties");
    Scale.Rounding rounding = scale.rounding();
    stated(rounding, place + "/rounding", "cách làm tròn", "how to round");
    if (rounding != null) {
      clause = rounding.clause();
      text(clause, place + "/rounding/clause");
      int digits = rounding.digits();
      possible(
          digits >= 0 && digits <= MOST_DIGITS,
          place + "/rounding/digits",
          "phải từ 0 đến " + MOST_DIGITS,
          "must be from 0 to " + MOST_DIGITS);
    }
    clause = scale.clause();
    notAssigned(scale, place + "/notAssigned");
    contents(scale, place + "/contents");
    sums(scale, place);
    rank(scale, place + "/rank");
    classes(scale.classes(), place + "/classes");
    clause = scale.clause();
    layers(scale.layers(), place + "/layers");
  }

  private void notAssigned(Scale scale, String place) {
    Scale.NotAssigned rule = scale.notAssigned();
    stated(rule, place, "tiêu chí không được giao thì tính thế nào", "what is not assigned");
    if (rule == null) {
      return;
    }
    clause = rule.clause();
    text(clause, place + "/clause");
    there(rule.effect(), place + "/effect");
    holds(
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
    clause = scale.clause();
    stated(scale.contents().isEmpty() ? null : scale, place, "các nội dung", "the contents");
    most(scale.contents(), MOST_CONTENTS, place);
    most(scale.criteria().toList(), MOST_CRITERIA, place);
    Set<Object> ids = new HashSet<>();
    Set<Object> criteria = new HashSet<>();
    for (int i = 0; i < scale.contents().size(); i++) {
      Content content = scale.contents().get(i);
      String at = place + "/" + i;
      clause = content.clause();
      text(content.clause(), at + "/clause");
      text(content.name(), at + "/name");
      id(content.id(), ids, at + "/id");
      positive(content.standard(), at + "/standard");
      positive(content.bonusCap(), at + "/bonusCap");
      number(content.floor(), at + "/floor");
      stated(
          content.criteria().isEmpty() ? null : content,
          at + "/criteria",
          "các tiêu chí của nội dung " + content.id(),
          "the criteria of content " + content.id());
      for (int k = 0; k < content.criteria().size(); k++) {
        criterion(content.criteria().get(k), content, criteria, at + "/criteria/" + k);
      }
    }
  }

  /** Whether the points of the parts are those of the whole, and no cap is beyond that above it. */
  private void sums(Scale scale, String place) {
    for (int i = 0; i < scale.contents().size(); i++) {
      Content content = scale.contents().get(i);
      clause = content.clause();
      String at = place + "/contents/" + i;
      addUp(
          content.standard(),
          content.criteria().stream().filter(Criterion::countsAsStandard).toList(),
          Criterion::standard,
          at + "/standard",
          "các tiêu chí",
          "criteria");
      within(content.bonusCap(), scale.bonusCap(), at + "/bonusCap", "scale.bonusCap");
    }
    clause = scale.clause();
    addUp(
        scale.standard(),
        scale.contents(),
        Soundness::standard,
        place + "/standard",
        "các nội dung",
        "contents");
    BigDecimal caps = sum(scale.contents(), Soundness::bonus);
    holds(
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
      clause = rule.clause();
      holds(
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
    holds(
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

  // criteria

  private void criterion(Criterion criterion, Content content, Set<Object> ids, String place) {
    clause = criterion.clause();
    text(criterion.clause(), place + "/clause");
    text(criterion.name(), place + "/name");
    id(criterion.id(), ids, place + "/id");
    positive(criterion.standard(), place + "/standard");
    Method method = criterion.method();
    stated(method, place + "/method", "cách chấm điểm", "how points are given");
    if (method == null) {
      return;
    }
    boolean free =
        method instanceof Penalties
            || method instanceof PlusMinus
            || method instanceof ExternalAward;
    if (!free) {
      stated(criterion.standard(), place + "/standard", "điểm chuẩn", "the standard points");
    }
    if (criterion.givesBonus()) {
      within(criterion.standard(), content.bonusCap(), place + "/standard", "bonusCap");
    }
    method(method, criterion, place);
    if (criterion.over() != null) {
      over(criterion.over(), criterion, content, place + "/over");
    }
    boolean lower = criterion.direction() == Direction.LOWER;
    holds(
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
        percent(each.zeroBelow(), at + "/zeroBelow");
      }
      case PassFail _ ->
          holds(
              criterion.direction() != Direction.COUNT && criterion.direction() != Direction.MIXED,
              place + "/direction",
              "Chấm đạt hay không thì hướng phải là higher, lower, within hoặc done-or-not",
              "Passing needs the direction higher, lower, within or done-or-not");
      case Stepped each -> {
        if (there(each.of(), at + "/of") && each.of() == Stepped.Of.RATE) {
          rated(criterion, place);
        }
        bands(each, criterion, at + "/bands");
      }
      case PerItem each -> items(each.items(), criterion.standard(), false, at + "/items");
      case OverFulfilment each -> {
        overFulfilment(each.excess(), criterion, at);
        within(each.cap(), criterion.standard(), at + "/cap", "standard");
        bonus(criterion, place);
      }
      case RelativeToBest each -> {
        rated(criterion, place);
        if (there(each.atTarget(), at + "/atTarget")) {
          percent(each.atTarget(), at + "/atTarget");
        }
      }
      case Lateness each -> {
        if (there(each.perDay(), at + "/perDay")) {
          positive(each.perDay(), at + "/perDay");
        }
        possible(
            each.grace() == null || each.grace() >= 0,
            at + "/grace",
            "không được âm",
            "must not be negative");
        number(each.floor(), at + "/floor");
        within(each.floor(), criterion.standard(), at + "/floor", "standard");
        recorded(each.step(), at + "/step");
      }
      case Assessed each -> {
        text(each.by(), at + "/by");
        there(each.combine(), at + "/combine");
        possible(
            each.number() == null || each.number() > 0,
            at + "/number",
            "phải lớn hơn 0",
            "must be more than 0");
      }
      case ExternalAward each -> {
        items(each.awards(), criterion.standard(), false, at + "/awards");
        there(each.several(), at + "/several");
        bonus(criterion, place);
      }
      case Penalties each -> {
        items(each.items(), each.atMost(), false, at + "/items");
        positive(each.atMost(), at + "/atMost");
        adjusts(criterion, place);
      }
      case PlusMinus each -> {
        items(each.items(), null, true, at + "/items");
        number(each.floor(), at + "/floor");
        number(each.cap(), at + "/cap");
        holds(
            each.floor() == null || each.cap() == null || each.floor().compareTo(each.cap()) < 0,
            at + "/cap",
            "Trần phải cao hơn sàn",
            "The cap must be above the floor");
        adjusts(criterion, place);
      }
    }
  }

  /** Days that the record tells are those of a step that each member does for itself. */
  private void recorded(@Nullable Step step, String place) {
    if (step == null) {
      return;
    }
    possible(
        step.asksMembers(),
        place,
        "không phải bước mà từng đơn vị phải làm",
        "is not a step that each unit does for itself");
    List<Step> listed = regulation.steps().stream().map(StepRule::step).toList();
    holds(
        listed.isEmpty() || listed.contains(step),
        place,
        "Các bước của năm không có bước '" + step.code() + "'",
        "The steps of the year lack '" + step.code() + "'");
  }

  private void over(Excess over, Criterion criterion, Content content, String place) {
    overFulfilment(over, criterion, place);
    within(over.cap(), content.bonusCap(), place + "/cap", "bonusCap");
    boolean measured =
        criterion.method() instanceof Proportional
            || criterion.method() instanceof PassFail
            || criterion.method() instanceof Stepped;
    holds(
        measured,
        place,
        "Thưởng vượt chỉ tiêu cần một cách chấm có chỉ tiêu: proportional, pass-fail hoặc stepped",
        "A bonus for over-fulfilment needs a method with a target: proportional, pass-fail or"
            + " stepped");
    holds(
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
    stated(over.counting(), place + "/counting", "phần trăm tròn hay lẻ", "which percents count");
    stated(
        over.perPercent(), place + "/perPercent", "mỗi 1 % được bao nhiêu", "points per percent");
    positive(over.perPercent(), place + "/perPercent");
    positive(over.cap(), place + "/cap");
    holds(
        criterion.direction() != Direction.LOWER || criterion.lower() != Lower.MET_OR_NOT,
        place,
        "Chỉ xét đạt hay không thì không có mức vượt",
        "Where it only counts whether it is reached there is no excess");
    if (criterion.direction() == Direction.LOWER && criterion.lower() == Lower.TARGET_OVER_ACTUAL) {
      stated(over.cap(), place + "/cap", "mức thưởng cao nhất khi thực hiện là 0", "a cap at zero");
    }
  }

  /** A method that needs a rate needs to know which way is better. */
  private void rated(Criterion criterion, String place) {
    if (!stated(criterion.direction(), place + "/direction", "hướng", "the direction")) {
      return;
    }
    if (criterion.direction() == Direction.LOWER) {
      stated(criterion.lower(), place + "/lower", "cách tính mức đạt", "how the rate is told");
    }
    holds(
        criterion.direction() == Direction.HIGHER || criterion.direction() == Direction.LOWER,
        place + "/direction",
        "Cách chấm này cần hướng higher hoặc lower",
        "This method needs the direction higher or lower");
  }

  private void bonus(Criterion criterion, String place) {
    holds(
        criterion.counts() != Counts.STANDARD,
        place + "/counts",
        "Cách chấm này chỉ cho điểm thưởng",
        "This method gives bonus points only");
  }

  private void adjusts(Criterion criterion, String place) {
    holds(
        criterion.counts() != Counts.BONUS,
        place + "/counts",
        "Điểm trừ không phải là điểm thưởng",
        "What is taken away is no bonus");
    holds(
        criterion.standard() == null,
        place + "/standard",
        "Tiêu chí cộng, trừ điểm không có điểm chuẩn; dùng 'cap', 'floor' hoặc 'atMost'",
        "What adds and takes away has no standard points; use 'cap', 'floor' or 'atMost'");
  }

  private void items(List<Item> items, @Nullable BigDecimal cap, boolean signed, String place) {
    stated(items.isEmpty() ? null : items, place, "các mục", "the items");
    most(items, MOST_PARTS, place);
    Set<Object> ids = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String at = place + "/" + i;
      id(item.id(), ids, at + "/id");
      text(item.name(), at + "/name");
      if (there(item.each(), at + "/each")) {
        if (!signed) {
          positive(item.each(), at + "/each");
          within(item.each(), cap, at + "/each", "standard, atMost");
        }
        number(item.each(), at + "/each");
        possible(item.each().signum() != 0, at + "/each", "không được bằng 0", "must not be 0");
      }
      number(item.atMost(), at + "/atMost");
      if (!signed) {
        positive(item.atMost(), at + "/atMost");
        within(item.atMost(), cap, at + "/atMost", "standard, atMost");
        within(item.each(), item.atMost(), at + "/each", "atMost");
      }
    }
  }

  private void bands(Stepped method, Criterion criterion, String place) {
    List<Band> bands = method.bands();
    stated(bands.isEmpty() ? null : bands, place, "các bậc", "the bands");
    most(bands, MOST_PARTS, place);
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      String at = place + "/" + i;
      if (there(band.points(), at + "/points")) {
        possible(
            band.points().signum() >= 0, at + "/points", "không được âm", "must not be negative");
        number(band.points(), at + "/points");
        within(band.points(), criterion.standard(), at + "/points", "standard");
      }
      number(band.from(), at + "/from");
      number(band.below(), at + "/below");
      possible(
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
    holds(
        first == null || (method.of() == Stepped.Of.RATE && first.signum() <= 0),
        place + "/0/from",
        "Bậc đầu bỏ hở phần dưới " + first + "; bỏ 'from' hoặc thêm một bậc",
        "The first band leaves a hole below " + first + "; leave 'from' out or add a band");
    BigDecimal last = bands.getLast().below();
    holds(
        last == null,
        place + "/" + (bands.size() - 1) + "/below",
        "Bậc cuối bỏ hở phần từ " + last + "; bỏ 'below' hoặc thêm một bậc",
        "The last band leaves a hole from " + last + "; leave 'below' out or add a band");
  }

  private void joins(Band before, Band band, String place) {
    BigDecimal end = before.below();
    BigDecimal start = band.from();
    holds(
        end != null && start != null && end.compareTo(start) <= 0,
        place + "/from",
        "Bậc này chồng lên bậc trước, hoặc các bậc không xếp từ thấp lên cao",
        "This band overlaps the one before it, or bands do not go from low to high");
    holds(
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
    holds(
        !(higher && rise < 0) && !(lower && rise > 0),
        place + "/points",
        "Kết quả tốt hơn lại được ít điểm hơn",
        "A better result would get fewer points");
  }

  // ranking

  private void rank(Scale scale, String place) {
    RankRule rule = scale.rank();
    if (rule == null) {
      clause = scale.clause();
      if (scale.classes() == null) {
        stated(null, place, "cách xếp hạng hoặc xếp loại", "how units are ranked or classed");
      }
      return;
    }
    clause = rule.clause();
    text(rule.clause(), place + "/clause");
    there(rule.by(), place + "/by");
    boolean share = regulation.scoring() != null && regulation.scoring().equalRanks();
    boolean decided = false;
    boolean lots = false;
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < rule.ties().size(); i++) {
      TieStep step = rule.ties().get(i);
      String at = place + "/ties/" + i;
      clause = step.clause();
      text(step.clause(), at + "/clause");
      if (!there(step.by(), at + "/by")) {
        continue;
      }
      once(seen.add(step.by() + "/" + step.of()), at + "/by", step.by().code());
      of(step, scale, at + "/of");
      holds(
          !decided || step.by().isDecision(),
          at + "/by",
          "Sau khi con người quyết định thì không còn xét đến số liệu nữa",
          "After people have decided, figures are not looked at any more");
      holds(
          !lots, at + "/by", "Sau bốc thăm không còn bước nào", "Nothing comes after drawing lots");
      holds(
          !(share && step.by().isDecision()),
          at + "/by",
          "Quy chế cho đồng hạng (scoring.equalRanks), nên không có bước này",
          "The regulation lets units share a rank (scoring.equalRanks); then there is no such"
              + " step");
      holds(
          step.by() != TieBy.POINTS || rule.by() != By.POINTS,
          at + "/by",
          "Đã xếp hạng theo điểm thì điểm bằng nhau không phân biệt được",
          "Units that are ranked by points are not told apart by points");
      decided |= step.by().isDecision();
      lots |= step.by() == TieBy.LOTS;
    }
    if (!share && !decided) {
      clause = rule.clause();
      stated(
          null,
          place + "/ties",
          "bước quyết định cuối cùng khi các đơn vị vẫn bằng nhau (ballot, chair, lots)",
          "what decides where units are still equal (ballot, chair, lots)");
    }
  }

  private void of(TieStep step, Scale scale, String place) {
    boolean found =
        switch (step.by()) {
          case CONTENT ->
              step.of() != null
                  && scale.contents().stream().anyMatch(each -> step.of().equals(each.id()));
          case CRITERION ->
              step.of() != null && scale.criteria().anyMatch(each -> step.of().equals(each.id()));
          case FEWER_PENALTIES, BONUS, POINTS, BALLOT, CHAIR, LOTS -> step.of() == null;
        };
    holds(
        found,
        place,
        "Không có nội dung hay tiêu chí '" + step.of() + "' cho bước này",
        "There is no content or criterion '" + step.of() + "' for this step");
  }

  private void classes(@Nullable ClassRule rule, String place) {
    if (rule == null) {
      return;
    }
    clause = rule.clause();
    text(rule.clause(), place + "/clause");
    there(rule.by(), place + "/by");
    stated(rule.classes().isEmpty() ? null : rule, place + "/classes", "các loại", "the classes");
    most(rule.classes(), MOST_PARTS, place + "/classes");
    Set<Object> names = new HashSet<>();
    BigDecimal last = null;
    for (int i = 0; i < rule.classes().size(); i++) {
      Scale.Grade grade = rule.classes().get(i);
      String at = place + "/classes/" + i;
      text(grade.name(), at + "/name");
      once(names.add(String.valueOf(grade.name())), at + "/name", grade.name());
      if (there(grade.from(), at + "/from")) {
        number(grade.from(), at + "/from");
        holds(
            last == null || grade.from().compareTo(last) < 0,
            at + "/from",
            "Các loại phải xếp từ cao xuống thấp",
            "Classes go from the best down");
        last = grade.from();
      }
    }
  }

  private void layers(@Nullable LayerRule rule, String place) {
    stated(rule, place, "ai chấm lớp điểm nào, lớp nào được tính", "who scores which layer");
    if (rule == null) {
      return;
    }
    clause = rule.clause();
    text(rule.clause(), place + "/clause");
    Set<Layer> scored = new HashSet<>();
    for (int i = 0; i < rule.scores().size(); i++) {
      Scorer scorer = rule.scores().get(i);
      String at = place + "/scores/" + i;
      if (there(scorer.layer(), at + "/layer") & there(scorer.by(), at + "/by")) {
        scored.add(scorer.layer());
        holds(
            (scorer.layer() == Layer.SELF) == (scorer.by() == Who.UNIT),
            at + "/by",
            "Đơn vị chỉ tự chấm lớp 'self', và lớp ấy không ai chấm thay",
            "A unit scores its own layer 'self' and no other, and nobody else scores that");
      }
    }
    stated(
        rule.counts().isEmpty() ? null : rule,
        place + "/counts",
        "lớp điểm nào được tính",
        "which layer counts");
    Set<Layer> counted = new HashSet<>();
    for (int i = 0; i < rule.counts().size(); i++) {
      Layer layer = rule.counts().get(i);
      once(counted.add(layer), place + "/counts/" + i, layer.code());
      holds(
          scored.contains(layer),
          place + "/counts/" + i,
          "Lớp điểm này được tính nhưng không ai chấm",
          "This layer counts, but nobody scores it");
    }
    assessors(rule, place + "/assessors");
  }

  private void assessors(LayerRule rule, String place) {
    most(rule.assessors(), MOST_PARTS, place);
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < rule.assessors().size(); i++) {
      UnitId unit = rule.assessors().get(i);
      if (there(unit, place + "/" + i)) {
        once(seen.add(unit), place + "/" + i, unit.slug());
      }
    }
    holds(
        rule.assessors().isEmpty()
            || rule.scores().stream().anyMatch(each -> each.by() == Who.ASSESSORS),
        place,
        "Có tên người chấm ngoài khối nhưng họ không chấm lớp điểm nào",
        "Assessors are named, but they score no layer");
  }

  // what the checks are made of

  private void text(@Nullable String text, String place) {
    if (text == null || text.isBlank()) {
      add(place, Kind.INCOMPLETE, "Thiếu mục này", "This is missing");
      return;
    }
    possible(
        text.length() <= LONGEST_TEXT
            && text.codePoints()
                .noneMatch(sign -> sign == 0 || Character.getType(sign) == Character.SURROGATE),
        place,
        "dài quá " + LONGEST_TEXT + " ký tự, hoặc có ký tự không thể lưu",
        "is longer than " + LONGEST_TEXT + " signs, or has one that cannot be kept");
  }

  private void id(@Nullable String id, Set<Object> seen, String place) {
    text(id, place);
    if (id != null) {
      once(seen.add(id), place, id);
    }
  }

  private void number(@Nullable BigDecimal number, String place) {
    possible(
        number == null || Sheet.isWellFormed(number),
        place,
        "có quá nhiều chữ số",
        "has too many digits");
  }

  private void positive(@Nullable BigDecimal number, String place) {
    number(number, place);
    possible(number == null || number.signum() > 0, place, "phải lớn hơn 0", "must be more than 0");
  }

  private void percent(@Nullable BigDecimal number, String place) {
    number(number, place);
    possible(
        number == null || (number.signum() >= 0 && number.compareTo(HUNDRED) <= 0),
        place,
        "phải từ 0 đến 100",
        "must be from 0 to 100");
  }

  private void within(
      @Nullable BigDecimal part, @Nullable BigDecimal cap, String place, String whose) {
    holds(
        part == null || cap == null || part.compareTo(cap) <= 0,
        place,
        "Lớn hơn trần bao trùm nó (" + whose + ": " + cap + ")",
        "More than the cap above it (" + whose + ": " + cap + ")");
  }

  private void most(List<?> several, int most, String place) {
    possible(several.size() <= most, place, "nhiều quá " + most, "are more than " + most);
  }

  private boolean there(@Nullable Object value, String place) {
    if (value == null) {
      add(place, Kind.INCOMPLETE, "Thiếu mục này", "This is missing");
    }
    return value != null;
  }

  private void once(boolean first, String place, String what) {
    if (!first) {
      add(place, Kind.TWICE, "'" + what + "' được nêu hai lần", "'" + what + "' is there twice");
    }
  }

  private void possible(boolean possible, String place, String vietnamese, String english) {
    if (!possible) {
      add(place, Kind.IMPOSSIBLE, "Giá trị này " + vietnamese, "This " + english);
    }
  }

  private void holds(boolean holds, String place, String vietnamese, String english) {
    if (!holds) {
      add(place, Kind.CONTRADICTORY, vietnamese, english);
    }
  }

  private boolean stated(@Nullable Object value, String place, String vietnamese, String english) {
    if (value == null) {
      add(
          place,
          Kind.UNKNOWN,
          "Không nêu " + vietnamese + "; phần cần đến điều này chưa chấm hay quyết định được",
          "Not stated: " + english + "; what needs it cannot score or decide");
    }
    return value != null;
  }

  private void add(String place, Kind kind, String vietnamese, String english) {
    findings.add(new Finding(place, kind, clause, vietnamese, english));
  }
}
