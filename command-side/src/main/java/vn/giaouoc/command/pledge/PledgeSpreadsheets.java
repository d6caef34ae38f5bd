package vn.giaouoc.command.pledge;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.pledge.PledgeCommand.DraftPledge;
import vn.giaouoc.command.pledge.PledgeCommand.SetTarget;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitMidYearReview;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitYearEndReport;
import vn.giaouoc.command.spreadsheet.Asked;
import vn.giaouoc.command.spreadsheet.Cell;
import vn.giaouoc.command.spreadsheet.Row;
import vn.giaouoc.command.spreadsheet.Wrong;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Slug;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Result.Reported;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.spreadsheet.Column;
import vn.giaouoc.shared.spreadsheet.Form;
import vn.giaouoc.shared.spreadsheet.Say;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Targets and reported figures, as tables tell them: a row for each target of each party. */
public final class PledgeSpreadsheets implements Asked.Asking {

  private static final String OVER = "trên";
  private static final String UNDER = "dưới";

  @Override
  public boolean takes(Form form) {
    return switch (form) {
      case TARGETS, MID_YEAR_REVIEW, YEAR_END_REPORT -> true;
      case SELF_SCORES, CROSS_CHECKS, BLOC_SCORES, VERIFICATIONS -> false;
    };
  }

  @Override
  public List<Asked> asked(
      CycleId cycle, Form form, @Nullable UnitId by, List<Row> rows, Asked.Means means) {
    SequencedMap<PledgingParty, List<Row>> parties = parties(rows, form);
    List<Asked> asked = new ArrayList<>();
    parties.forEach(
        (party, theirs) -> {
          if (form == Form.TARGETS) {
            theirs.forEach(row -> target(cycle, party, row, asked));
          } else {
            report(cycle, form, party, theirs, means, asked);
          }
        });
    return asked;
  }

  /** A row that does not say whose it is belongs to the only party of the file. */
  private static SequencedMap<PledgingParty, List<Row>> parties(List<Row> rows, Form form) {
    SequencedMap<PledgingParty, List<Row>> parties = new LinkedHashMap<>();
    List<Row> others = new ArrayList<>();
    for (Row row : rows) {
      if (!isFilledIn(row, form)) {
        continue;
      }
      if (row.cell(Column.UNIT).isEmpty()) {
        others.add(row);
        continue;
      }
      PledgingParty party = row.id(Column.UNIT, PledgingParty::of);
      if (party != null) {
        parties.computeIfAbsent(party, _ -> new ArrayList<>()).add(row);
      }
    }
    if (parties.size() == 1) {
      parties.firstEntry().getValue().addAll(others);
    } else {
      others.forEach(row -> row.required(Column.UNIT));
    }
    return parties;
  }

  private static boolean isFilledIn(Row row, Form form) {
    return form == Form.TARGETS
        ? !row.isEmptyIn(Column.TARGET, Column.INDICATOR, Column.MEASURE, Column.PROMISED)
        : !row.isEmptyIn(Column.ACTUAL, Column.PERCENT);
  }

  private static void target(CycleId cycle, PledgingParty party, Row row, List<Asked> asked) {
    String indicator = row.required(Column.INDICATOR);
    String measure = row.required(Column.MEASURE);
    TargetId id =
        row.cell(Column.TARGET).isEmpty()
            ? named(row, indicator)
            : row.id(Column.TARGET, TargetId::new);
    var direction = row.choice(Column.DIRECTION, Say.DIRECTIONS);
    var kind = row.choice(Column.KIND, Say.KINDS);
    Integer content = row.whole(Column.CONTENT);
    boolean percentage = measure != null && measure.contains("%");
    BigDecimal amount = row.number(Column.PROMISED, percentage);
    BigDecimal upTo = row.number(Column.PROMISED_UP_TO, percentage);
    BigDecimal baseline = row.number(Column.BASELINE, percentage);
    boolean misread =
        (amount == null && !row.cell(Column.PROMISED).isEmpty())
            || (upTo == null && !row.cell(Column.PROMISED_UP_TO).isEmpty())
            || (baseline == null && !row.cell(Column.BASELINE).isEmpty())
            || (content == null && !row.cell(Column.CONTENT).isEmpty());
    if (id == null
        || indicator == null
        || measure == null
        || direction == null
        || kind == null
        || misread) {
      return;
    }
    // what the table has no columns for stays as it was
    Function<@Nullable Target, Target> told =
        before ->
            new Target(
                id,
                content,
                indicator,
                measure,
                direction,
                kind,
                amount,
                upTo,
                baseline,
                before == null ? List.of() : before.comparisons(),
                before == null ? null : before.ratio(),
                before == null ? List.of() : before.items());
    SequencedMap<String, List<Cell>> cells = new LinkedHashMap<>();
    cells.put(id.name(), List.of(row.cell(Column.INDICATOR), row.cell(Column.PROMISED)));
    asked.add(
        new Asked(
            PledgeEvent.idOf(cycle, party.unit()).stream(),
            cells,
            (aggregate, _) -> {
              Target before = ((Pledge) aggregate).target(id);
              return before != null && isSame(before, told.apply(before));
            },
            (aggregate, _, means) -> {
              Pledge pledge = (Pledge) aggregate;
              if (!pledge.isBegun()) {
                pledge.handle(
                    new DraftPledge(cycle, party.unit(), null, means.envelope()),
                    means.streams(),
                    means.offices());
              }
              pledge.handle(
                  new SetTarget(
                      cycle, party.unit(), told.apply(pledge.target(id)), means.envelope()),
                  means.streams(),
                  means.offices());
            }));
  }

  /** A new target gets its id from its name. */
  private static @Nullable TargetId named(Row row, @Nullable String indicator) {
    return indicator == null ? null : row.id(Column.INDICATOR, name -> new TargetId(Slug.of(name)));
  }

  private static boolean isSame(Target one, Target other) {
    return Objects.equals(one.content(), other.content())
        && one.indicator().equals(other.indicator())
        && one.measure().equals(other.measure())
        && one.direction() == other.direction()
        && one.kind() == other.kind()
        && isSame(one.amount(), other.amount())
        && isSame(one.upTo(), other.upTo())
        && isSame(one.baseline(), other.baseline());
  }

  private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }

  private static void report(
      CycleId cycle,
      Form form,
      PledgingParty party,
      List<Row> rows,
      Asked.Means means,
      List<Asked> asked) {
    String stream = PledgeEvent.idOf(cycle, party.unit()).stream();
    Pledge known = (Pledge) means.streams().peek(stream);
    SequencedMap<String, List<Cell>> cells = new LinkedHashMap<>();
    List<Reported> results = new ArrayList<>();
    LocalDate day = null;
    for (Row row : rows) {
      TargetId id = row.cell(Column.TARGET).isEmpty() ? null : row.id(Column.TARGET, TargetId::new);
      if (row.cell(Column.TARGET).isEmpty()) {
        row.required(Column.TARGET);
      }
      LocalDate on = row.day(Column.REPORTED_ON);
      if (on != null && day != null && !on.equals(day)) {
        row.complain(Wrong.SEVERAL_DAYS.in(row.cell(Column.REPORTED_ON)));
      }
      day = on == null ? day : on;
      Reported reported = id == null ? null : reported(row, id, known.target(id));
      if (reported != null) {
        results.add(reported);
        List<Cell> where = new ArrayList<>();
        if (!row.cell(Column.PERCENT).isEmpty()) {
          where.add(row.cell(Column.PERCENT));
        }
        where.add(row.cell(Column.ACTUAL));
        cells.put(reported.target().name(), where);
      }
    }
    if (results.isEmpty()) {
      return;
    }
    LocalDate reportedOn = day;
    boolean midYear = form == Form.MID_YEAR_REVIEW;
    asked.add(
        new Asked(
            stream,
            cells,
            (aggregate, _) ->
                stand(
                    results,
                    ((Pledge) aggregate).reported(midYear ? Stage.MID_YEAR : Stage.YEAR_END)),
            (aggregate, without, here) -> {
              Pledge pledge = (Pledge) aggregate;
              List<Reported> all = left(results, without);
              Envelope envelope = on(reportedOn, here.envelope());
              if (midYear) {
                pledge.handle(
                    new SubmitMidYearReview(cycle, party.unit(), all, envelope),
                    here.streams(),
                    here.offices());
              } else {
                pledge.handle(
                    new SubmitYearEndReport(cycle, party.unit(), all, envelope),
                    here.streams(),
                    here.offices());
              }
            }));
  }

  /** Whether a report that was submitted says the same, and nothing more. */
  private static boolean stand(List<Reported> told, List<Result> submitted) {
    Map<TargetId, Reported> byTarget = new HashMap<>();
    told.forEach(each -> byTarget.put(each.target(), each));
    for (Result result : submitted) {
      Reported each = byTarget.remove(result.target());
      boolean same =
          each == null
              ? result.missing()
              : isSame(value(each.actual()), value(result.figure().actual()))
                  && bound(each.actual()) == bound(result.figure().actual())
                  && isSame(each.percent(), result.figure().reportedPercent())
                  && Objects.equals(each.done(), result.done());
      if (!same) {
        return false;
      }
    }
    return !submitted.isEmpty() && byTarget.isEmpty();
  }

  private static @Nullable BigDecimal value(@Nullable Amount amount) {
    return amount == null ? null : amount.value();
  }

  private static @Nullable Bound bound(@Nullable Amount amount) {
    return amount == null ? null : amount.bound();
  }

  private static List<Reported> left(List<Reported> results, Set<String> without) {
    return results.stream().filter(each -> !without.contains(each.target().name())).toList();
  }

  private static Envelope on(@Nullable LocalDate day, Envelope today) {
    return day == null
        ? today
        : Envelope.firstHand(When.on(day), today.actor())
            .writtenIn(requireNonNull(today.written()));
  }

  private static @Nullable Reported reported(Row row, TargetId id, @Nullable Target target) {
    BigDecimal percent = row.number(Column.PERCENT, true);
    if (percent == null && !row.cell(Column.PERCENT).isEmpty()) {
      return null;
    }
    Boolean done = row.truth(Column.ACTUAL);
    if (done != null || row.cell(Column.ACTUAL).isEmpty()) {
      return new Reported(id, null, percent, done, List.of());
    }
    Bound bound =
        row.begins(Column.ACTUAL, OVER)
            ? Bound.OVER
            : row.begins(Column.ACTUAL, UNDER) ? Bound.UNDER : Bound.EXACTLY;
    BigDecimal actual =
        switch (bound) {
          case EXACTLY ->
              row.number(Column.ACTUAL, target != null && target.measure().contains("%"));
          case OVER -> row.numberBehind(Column.ACTUAL, OVER);
          case UNDER -> row.numberBehind(Column.ACTUAL, UNDER);
        };
    return actual == null
        ? null
        : new Reported(id, new Amount(actual, bound), percent, null, List.of());
  }
}
