package vn.giaouoc.command.leadership;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.leadership.LeadershipRejection.CANDIDATE_BARRED;
import static vn.giaouoc.command.leadership.LeadershipRejection.DEPUTIES_NOT_THE_RULE;
import static vn.giaouoc.command.leadership.LeadershipRejection.KIND_NOT_THE_RULE;
import static vn.giaouoc.command.leadership.LeadershipRejection.MODE_NOT_PROVIDED;
import static vn.giaouoc.command.leadership.LeadershipRejection.TERM_NOT_THE_RULE;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.bloc.Roll;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.regulation.LeadershipRule;
import vn.giaouoc.shared.regulation.LeadershipRule.Barred;
import vn.giaouoc.shared.regulation.LeadershipRule.Office;
import vn.giaouoc.shared.regulation.LeadershipRule.Seat;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who may lead a bloc, by the regulation that is in force today. What that does not state is not
 * asked for.
 */
public final class Candidacy {

  private final @Nullable Regulation regulation;
  private final Set<UnitId> excluded;
  private final Roll roll;
  private final InOffice inOffice;
  private final LocalDate today;

  private Candidacy(@Nullable Year year, Roll roll, InOffice inOffice, LocalDate today) {
    this.regulation = year == null ? null : year.regulationOn(today);
    this.excluded = year == null ? Set.of() : year.excluded();
    this.roll = roll;
    this.inOffice = inOffice;
    this.today = today;
  }

  /** By the rules of a year. */
  public static Candidacy of(BlocId bloc, Year year, Offices offices) {
    return new Candidacy(year, offices.roll(bloc), offices.inOffice(bloc), offices.today());
  }

  /** By the rules of the year that is under way in a bloc, if one is. */
  static Candidacy of(BlocId bloc, InOffice inOffice, Streams streams, Offices offices) {
    int present = offices.today().getYear();
    Year year =
        IntStream.of(present, present - 1, present + 1)
            .mapToObj(each -> CycleEvent.idOf(bloc, each).stream())
            .map(stream -> streams.peek(Year.class, stream))
            .filter(each -> each.isOpen() && each.regulationOn(offices.today()) != null)
            .findFirst()
            .orElse(null);
    return new Candidacy(year, offices.roll(bloc), inOffice, offices.today());
  }

  /** The number of the regulation, if it has a rule about this. */
  @Nullable String number() {
    return rule() == null ? null : requireNonNull(regulation).number();
  }

  /** The regulation in force; nothing where there is none. */
  @Nullable Regulation regulation() {
    return regulation;
  }

  /** Refuses a unit that the regulation does not let stand for an office, by the clause. */
  public void mustBeEligible(UnitId unit, Office office) {
    LeadershipRule rule = rule();
    if (rule == null) {
      return;
    }
    for (Barred barred : rule.barred()) {
      CANDIDATE_BARRED.unless(!isBarred(unit, office, barred), unit.slug(), barred.clause());
    }
    for (Seat seat : rule.seats()) {
      KIND_NOT_THE_RULE.unless(
          seat.office() != office || seat.atLeast() != null || isOfKind(unit, seat),
          unit.slug(),
          seat.clause());
    }
  }

  /** Refuses a leadership that the regulation does not provide, by the clause. */
  void mustBeLawful(Term term, UnitId leader, List<UnitId> deputies, @Nullable Mode mode) {
    LeadershipRule rule = rule();
    if (rule == null) {
      return;
    }
    MODE_NOT_PROVIDED.unless(
        rule.modes().isEmpty() || (mode != null && rule.modes().contains(mode)),
        mode == null ? null : mode.code(),
        rule.clause());
    Integer months = rule.termMonths();
    TERM_NOT_THE_RULE.unless(
        months == null || term.from().plusMonths(months).minusDays(1).equals(term.to()),
        String.valueOf(months),
        rule.clause());
    LeadershipRule.Deputies number = rule.deputies();
    if (number != null) {
      DEPUTIES_NOT_THE_RULE.unless(
          deputies.size() >= number.atLeast() && deputies.size() <= number.atMost(),
          number.atLeast() + "–" + number.atMost(),
          number.clause());
    }
    mustBeEligible(leader, Office.LEADER);
    deputies.forEach(deputy -> mustBeEligible(deputy, Office.DEPUTY));
    for (Seat seat : rule.seats()) {
      Stream<UnitId> holders =
          seat.office() == Office.LEADER ? Stream.of(leader) : deputies.stream();
      KIND_NOT_THE_RULE.unless(
          seat.atLeast() == null
              || holders.filter(unit -> isOfKind(unit, seat)).count() >= seat.atLeast(),
          seat.memberKind(),
          seat.clause());
    }
  }

  private boolean isBarred(UnitId unit, Office office, Barred barred) {
    LocalDate since = barred.months() == null ? null : today.minusMonths(barred.months());
    return switch (barred.who()) {
      case EXCLUDED -> excluded.contains(unit);
      case LEADS_NOW -> office == Office.LEADER && unit.equals(inOffice.leaderOn(today));
      case HAS_LED ->
          office == Office.LEADER && inOffice.ledSince(unit, since == null ? LocalDate.MIN : since);
      case NEW_MEMBER -> !roll.membersOn(since == null ? today : since).contains(unit);
    };
  }

  private boolean isOfKind(UnitId unit, Seat seat) {
    return Objects.equals(roll.placeOn(unit, today).memberKind(), seat.memberKind());
  }

  private @Nullable LeadershipRule rule() {
    return regulation == null ? null : regulation.leadership();
  }
}
