package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.regulation.Proposals.Contender;
import vn.giaouoc.shared.regulation.Proposals.Drawn;
import vn.giaouoc.shared.regulation.Proposals.Known;
import vn.giaouoc.shared.unit.UnitId;

/** Small contests, for tests of what is drawn from them. */
final class Drawings {

  private Drawings() {}

  static AwardRule flag(CountRule count, Condition... conditions) {
    return award(Title.FLAG, count, conditions);
  }

  static AwardRule merit(CountRule count, Condition... conditions) {
    return award(Title.CERTIFICATE_OF_MERIT, count, conditions);
  }

  static AwardRule award(Title title, @Nullable CountRule count, Condition... conditions) {
    return new AwardRule(
        title,
        Track.ANNUAL,
        "Điều 12, " + title.code(),
        null,
        List.of(),
        count,
        List.of(conditions));
  }

  static Regulation regulation(AwardRule... awards) {
    return new Regulation(
        "1/QĐ", "Quy chế", null, LocalDate.of(2026, 1, 1), List.of(), List.of(awards), null);
  }

  /** Units a, b, c … with these ranks; 0: not ranked. The better the rank the more points. */
  static List<Contender> ranked(int... ranks) {
    List<Contender> field = new ArrayList<>();
    for (int i = 0; i < ranks.length; i++) {
      field.add(
          contender(
              name(i),
              ranks[i] == 0 ? null : ranks[i],
              ranks[i] == 0 ? null : String.valueOf(100 - ranks[i])));
    }
    return field;
  }

  static String name(int number) {
    return String.valueOf((char) ('a' + number));
  }

  static UnitId unit(String name) {
    return UnitId.of("tinh." + name);
  }

  static Contender contender(String name, @Nullable Integer rank, @Nullable String points) {
    return new Contender(
        unit(name),
        rank,
        points == null ? null : new BigDecimal(points),
        null,
        null,
        false,
        null,
        Map.of(),
        Map.of());
  }

  static Contender excluded(Contender unit, String clause) {
    return new Contender(
        unit.unit(), null, null, null, null, true, clause, unit.percents(), unit.record());
  }

  static Contender told(Contender unit, Condition condition, Known known) {
    Map<Condition, Known> record = new HashMap<>(unit.record());
    record.put(condition, known);
    return new Contender(
        unit.unit(),
        unit.rank(),
        unit.points(),
        unit.rate(),
        unit.grade(),
        unit.excluded(),
        unit.excludedBy(),
        unit.percents(),
        record);
  }

  static List<Drawn> draw(Regulation regulation, List<Contender> field) {
    return Proposals.draw(regulation, Contest.WHOLE_BLOC, field, List.of(), Map.of());
  }

  /** Who is drawn, by name. */
  static List<String> names(Drawn drawn) {
    return drawn.proposed().stream().map(each -> each.slug().substring(5)).toList();
  }

  /** Who is passed over, and why: {@code a tie}. */
  static List<String> passed(Drawn drawn) {
    return drawn.passed().stream()
        .map(each -> each.unit().slug().substring(5) + " " + each.why().code())
        .toList();
  }
}
