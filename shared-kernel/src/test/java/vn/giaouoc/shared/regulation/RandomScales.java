package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.ClassRule;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Counting;
import vn.giaouoc.shared.regulation.Scale.Counts;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.Grade;
import vn.giaouoc.shared.regulation.Scale.Lower;
import vn.giaouoc.shared.regulation.Scale.NotAssigned;
import vn.giaouoc.shared.regulation.Scale.RankRule;
import vn.giaouoc.shared.regulation.Scale.Rounding;
import vn.giaouoc.shared.regulation.Scale.TieBy;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Sheet.Assessments;
import vn.giaouoc.shared.regulation.Sheet.Counted;
import vn.giaouoc.shared.regulation.Sheet.Delivered;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Measured;
import vn.giaouoc.shared.regulation.Sheet.Unassigned;
import vn.giaouoc.shared.regulation.Sheet.Untargeted;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Random regulations and sheets of whole blocs, by a seed: every method, every option stated or
 * not, figures at, below and above their targets, zero and less, missing, of the wrong kind.
 * Numbers are few and small, so that there are ties.
 */
public final class RandomScales {

  private final Random random;
  private final boolean careful;

  /**
   * A bloc that is to be scored.
   *
   * @param order what people decided about ties, if anything
   */
  public record Case(Regulation regulation, List<Sheet> sheets, List<UnitId> order) {}

  private RandomScales(long seed) {
    this.random = new Random(seed);
    this.careful = random.nextInt(4) > 0; // else things are missing
  }

  /** The case of a seed. */
  public static Case of(long seed) {
    return new RandomScales(seed).make();
  }

  private Case make() {
    List<Content> contents = new ArrayList<>();
    int number = 1 + random.nextInt(3);
    for (int i = 1; i <= number; i++) {
      contents.add(content("N" + i));
    }
    Regulation regulation = regulation(contents);
    List<Sheet> sheets = new ArrayList<>();
    int units = 2 + random.nextInt(6);
    for (int i = 0; i < units; i++) {
      sheets.add(sheet(UnitId.of("tinh.so-" + (char) ('a' + i)), contents));
    }
    if (random.nextInt(3) == 0) { // two that are alike
      sheets.set(0, new Sheet(sheets.getFirst().unit(), sheets.getLast().entries()));
    }
    List<UnitId> order = new ArrayList<>();
    if (random.nextBoolean()) {
      sheets.forEach(each -> order.add(each.unit()));
      Collections.shuffle(order, random);
      if (random.nextInt(3) == 0) {
        order.removeLast();
      }
    }
    Collections.shuffle(sheets, random);
    return new Case(regulation, sheets, order);
  }

  private Regulation regulation(List<Content> contents) {
    By by = one(By.values());
    List<TieStep> ties = new ArrayList<>();
    if (random.nextBoolean()) {
      ties.add(new TieStep(TieBy.CONTENT, one(contents).id(), "Điều"));
    }
    List<Criterion> criteria = contents.stream().flatMap(c -> c.criteria().stream()).toList();
    if (random.nextInt(3) == 0 && !criteria.isEmpty()) {
      ties.add(new TieStep(TieBy.CRITERION, one(criteria).id(), "Điều"));
    }
    for (TieBy step : List.of(TieBy.FEWER_PENALTIES, TieBy.BONUS, TieBy.POINTS)) {
      if (random.nextInt(3) == 0) {
        ties.add(new TieStep(step, null, "Điều"));
      }
    }
    Collections.shuffle(ties, random);
    if (random.nextInt(3) == 0) {
      ties.add(new TieStep(one(TieBy.BALLOT, TieBy.CHAIR, TieBy.LOTS), null, "Điều"));
    }
    Scale scale =
        new Scale(
            "Điều",
            maybe("40"),
            maybe("6"),
            maybe("0"),
            rarely() ? null : new Rounding(random.nextInt(4), "Điều"),
            rarely() ? null : new NotAssigned(one(NotAssigned.Effect.values()), "Điều"),
            rarely() ? null : new RankRule(by, "Điều", ties),
            random.nextBoolean()
                ? null
                : new ClassRule(
                    one(By.values()),
                    "Điều",
                    List.of(
                        new Grade("xuất sắc", number("20", "30", "60")),
                        new Grade("tốt", number("10", "15")))),
            null,
            contents);
    ScoringRule rule =
        random.nextInt(4) == 0
            ? null
            : new ScoringRule(number("30", "50", "1000"), random.nextBoolean(), "Điều");
    return new Regulation(
        "1/QĐ", "Quy chế", null, LocalDate.of(2026, 1, 1), List.of(), List.of(), rule, scale);
  }

  private Content content(String id) {
    List<Criterion> criteria = new ArrayList<>();
    int number = careful || random.nextInt(10) > 0 ? 1 + random.nextInt(5) : 0;
    for (int i = 1; i <= number; i++) {
      criteria.add(criterion(id + "." + i));
    }
    return new Content(
        id, id, "Mục " + id, maybe("15", "20.5"), maybe("2", "5"), maybe("0", "-3"), criteria);
  }

  private Criterion criterion(String id) {
    BigDecimal standard = number("3", "5", "10", "7.5", "12");
    Method method = method(standard);
    boolean rated =
        method instanceof Proportional || method instanceof PassFail || method instanceof Stepped;
    boolean taken = method instanceof Penalties || method instanceof PlusMinus;
    Direction direction =
        one(Direction.HIGHER, Direction.HIGHER, Direction.HIGHER, Direction.LOWER);
    if (method instanceof PassFail && random.nextInt(3) == 0) {
      direction = Direction.WITHIN;
    }
    return new Criterion(
        id,
        id,
        "Điều " + id,
        taken || missing() ? null : standard,
        missing() ? null : method,
        rated && random.nextInt(3) == 0 ? over().excess() : null,
        !taken && random.nextInt(6) == 0 ? Counts.BONUS : null,
        missing() ? null : direction,
        missing() ? null : one(Lower.values()),
        null,
        null);
  }

  private OverFulfilment over() {
    return new OverFulfilment(
        missing() ? null : one(Counting.values()),
        number("1", "2", "0.5"),
        random.nextInt(3) == 0 ? null : number("1", "2.25"));
  }

  private Method method(BigDecimal standard) {
    return switch (random.nextInt(11)) {
      case 0 -> new Proportional(maybe("50"));
      case 1 -> new PassFail();
      case 2 -> new Stepped(one(Stepped.Of.values()), bands(standard));
      case 3 -> new PerItem(items("1", "0.5", "2"));
      case 4 -> over();
      case 5, 6 -> new RelativeToBest(number("50", "60", "33"));
      case 7 ->
          new Lateness(
              number("1", "0.5"), random.nextBoolean() ? null : random.nextInt(3), maybe("1"));
      case 8 ->
          new Assessed(
              "Sở Nội vụ", one(Assessed.Combine.values()), random.nextInt(3) == 0 ? 3 : null);
      case 9 -> new ExternalAward(items("1", "2", "3"), one(ExternalAward.Several.values()));
      default ->
          random.nextBoolean()
              ? new Penalties(items("1", "0.5", "2"), maybe("3"))
              : new PlusMinus(items("1", "-1", "-2"), maybe("-3"), maybe("2"));
    };
  }

  /** With rising points, sometimes with a hole at the top. */
  private List<Band> bands(BigDecimal standard) {
    BigDecimal half = standard.divide(BigDecimal.TWO);
    List<Band> bands = new ArrayList<>();
    bands.add(new Band(null, number("60"), BigDecimal.ZERO));
    bands.add(new Band(number("60"), number("100"), half));
    bands.add(new Band(number("100"), careful ? null : number("150"), standard));
    return bands;
  }

  private List<Item> items(String... each) {
    List<Item> items = new ArrayList<>();
    int number = 1 + random.nextInt(2);
    for (int i = 1; i <= number; i++) {
      items.add(new Item("m" + i, "Mục " + i, number(each), maybe("1.5")));
    }
    return items;
  }

  private Sheet sheet(UnitId unit, List<Content> contents) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Content content : contents) {
      for (Criterion criterion : content.criteria()) {
        if (!missing()) {
          entries.put(criterion.id(), entry(criterion));
        }
      }
    }
    return new Sheet(unit, entries);
  }

  private Entry entry(Criterion criterion) {
    if (random.nextInt(12) == 0) {
      return new Unassigned();
    }
    if (missing()) {
      return one(new Done(true), measured(), new Delivered(1), new Untargeted(BigDecimal.ONE));
    }
    return switch (criterion.method()) {
      case PassFail _ ->
          criterion.over() == null && random.nextBoolean()
              ? new Done(random.nextBoolean())
              : measured();
      case PerItem each -> counted(each.items());
      case ExternalAward each -> counted(each.awards());
      case Penalties each -> counted(each.items());
      case PlusMinus each -> counted(each.items());
      case RelativeToBest _ ->
          random.nextInt(4) == 0 ? new Untargeted(number("0", "3", "4", "-1", "9")) : measured();
      case Lateness _ ->
          random.nextInt(5) == 0 ? new Done(false) : new Delivered(random.nextInt(9) - 2);
      case Assessed each -> assessments(each, criterion);
      case Stepped each ->
          each.of() == Stepped.Of.VALUE && criterion.over() == null && random.nextBoolean()
              ? new Untargeted(number("59.999999", "60", "100", "160"))
              : measured();
      case Proportional _, OverFulfilment _ -> measured();
      case null -> measured();
    };
  }

  private Assessments assessments(Assessed method, Criterion criterion) {
    List<BigDecimal> points = new ArrayList<>();
    int number = method.number() == null ? 1 + random.nextInt(3) : method.number();
    for (int i = 0; i < number; i++) {
      points.add(
          rarely() || criterion.standard() == null
              ? number("0", "2", "14")
              : number("0", "1", "2.5", "3"));
    }
    return new Assessments(points);
  }

  private Counted counted(List<Item> items) {
    Map<String, BigDecimal> counts = new LinkedHashMap<>();
    for (Item item : items) {
      if (!missing()) {
        counts.put(item.id(), number("0", "0", "1", "2", "4"));
      }
    }
    return new Counted(counts);
  }

  private Measured measured() {
    BigDecimal target = rarely() ? number("0", "-2") : number("3", "6", "7", "10", "90");
    BigDecimal actual =
        switch (random.nextInt(8)) {
          case 0 -> BigDecimal.ZERO;
          case 1, 2 -> target;
          case 3 -> target.multiply(new BigDecimal("1.055"));
          case 4 -> target.multiply(new BigDecimal("1.5"));
          default -> number("1", "2", "6.5", "9", "12", "-1");
        };
    return new Measured(
        missing() ? null : actual,
        missing() ? null : target,
        missing() ? null : target.add(BigDecimal.TWO));
  }

  private boolean missing() {
    return !careful && random.nextInt(25) == 0;
  }

  private boolean rarely() {
    return random.nextInt(12) == 0;
  }

  private @Nullable BigDecimal maybe(String... numbers) {
    return random.nextInt(3) == 0 ? number(numbers) : null;
  }

  private BigDecimal number(String... numbers) {
    return new BigDecimal(one(numbers));
  }

  @SafeVarargs
  private <T> T one(T... several) {
    return several[random.nextInt(several.length)];
  }

  private <T> T one(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }
}
