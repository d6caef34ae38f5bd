package vn.giaouoc.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.command.Digests;
import vn.giaouoc.replay.Finding.Kind;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AllotmentEvent.ShareTaken;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineFollowed;
import vn.giaouoc.shared.cycle.CycleEvent.StepAdvanced;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.pledge.Late;
import vn.giaouoc.shared.pledge.PledgeEvent.MidYearReviewSubmitted;
import vn.giaouoc.shared.pledge.PledgeEvent.PromiseMade;
import vn.giaouoc.shared.pledge.PledgeEvent.YearEndReportSubmitted;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;

/**
 * Works out again what an event tells as the outcome of figures: from the events that it names as
 * its basis, or where it names none from those of its own stream and the regulation in force, by
 * the arithmetic of the shared kernel. No handler decides here and no aggregate remembers, so that
 * what those take wrongly from what is stored is found as well as what was changed afterwards.
 */
final class Arithmetic {

  private final Consumer<Finding> found;
  private final Count count;
  private final Points points;
  private final Quota quota;
  private final Past past;
  private long reckoned;

  Arithmetic(Past past, Consumer<Finding> found) {
    this.past = past;
    this.found = found;
    this.count = new Count(past);
    this.points = new Points(past);
    this.quota = new Quota(past);
  }

  /** How many events were worked out again. */
  long reckoned() {
    return reckoned;
  }

  /** Holds an event against what its basis comes to. */
  void check(@Nullable Told told) {
    if (told == null) {
      return;
    }
    try {
      Envelope.Told fact = told.envelope().told();
      if (fact != null) {
        if (!(told.event() instanceof HistoryEvent)) { // which is about a fact
          check(told, fact);
        }
        return;
      }
      Event computed = computed(told);
      if (computed != null) {
        reckoned++;
        compare(
            told, "", Wire.mapper().valueToTree(told.event()), Wire.mapper().valueToTree(computed));
      }
    } catch (RuntimeException e) { // the basis does not hold what the figures are to be made of
      differs(
          told,
          null,
          null,
          "Không tính lại được từ các căn cứ mà sự kiện nêu.",
          "It cannot be worked out from its basis: " + e.getMessage());
    }
  }

  /** A fact that was recorded later was decided by nobody, but bears its digest. */
  private void check(Told told, Envelope.Told fact) {
    reckoned++;
    Envelope envelope = told.envelope();
    String digest =
        Digests.ofFact(
            told.event(), envelope.manner(), envelope.occurredOn(), envelope.appliesFrom());
    if (!digest.equals(fact.fact())) {
      differs(
          told,
          fact.fact(),
          digest,
          "Mã băm của sự việc không phải của điều ghi ở đây: nội dung hoặc thời điểm đã đổi.",
          "The digest of the fact is not of what stands here: its content or its time is changed.");
    }
  }

  /** The event as its basis makes it; nothing where it tells no outcome of figures. */
  private @Nullable Event computed(Told told) {
    return switch (told.event()) {
      case PollEvent poll -> count.computed(poll, told);
      case ScoreSheetEvent sheet -> points.computed(sheet, told);
      case BlocScored ranking -> points.computed(ranking, told);
      case AwardsProposed proposed -> quota.computed(proposed, told);
      case ShareTaken share -> quota.computed(share, told);
      case PromiseMade promise ->
          new PromiseMade(
              promise.pledge(),
              promise.cycle(),
              promise.party(),
              promise.term(),
              promise.signatory(),
              promise.text(),
              promise.file(),
              promise.targets(),
              late(promise.late(), told));
      case MidYearReviewSubmitted review ->
          new MidYearReviewSubmitted(
              review.pledge(),
              review.cycle(),
              review.party(),
              review.results(),
              late(review.late(), told));
      case YearEndReportSubmitted report ->
          new YearEndReportSubmitted(
              report.pledge(),
              report.cycle(),
              report.party(),
              report.results(),
              late(report.late(), told));
      case StepAdvanced step ->
          new StepAdvanced(
              step.cycle(),
              step.step(),
              step.conference(),
              step.due(),
              step.due() != null && day(told).isAfter(step.due()),
              step.regulation(),
              step.clause(),
              step.reorderedBy());
      case DeadlineFollowed deadline -> followed(deadline, told);
      case ProceedingsRecorded recorded -> counted(recorded);
      default -> null;
    };
  }

  /** How many facts a file told: those of its recording in the streams that it names. */
  private Event counted(ProceedingsRecorded recorded) {
    int told = 0;
    int confirmed = 0;
    for (Told each : recorded.streams().stream().flatMap(of -> past.of(of).stream()).toList()) {
      Envelope.Told fact = each.envelope().told();
      if (each.event() instanceof SourceAdded added) {
        confirmed += isOf(recorded, added.source()) ? 1 : 0;
      } else if (fact != null && !(each.event() instanceof HistoryEvent)) {
        told += isOf(recorded, fact.source()) ? 1 : 0;
      }
    }
    return new ProceedingsRecorded(
        recorded.proceedings(),
        recorded.recording(),
        recorded.fileDigest(),
        recorded.title(),
        recorded.publisher(),
        recorded.published(),
        recorded.blocs(),
        recorded.streams(),
        told + confirmed,
        confirmed,
        recorded.doubts());
  }

  private static boolean isOf(ProceedingsRecorded recorded, Source source) {
    return source.proceedings().equals(recorded.proceedings())
        && source.recording() == recorded.recording();
  }

  /** The day of an act, which may be told later than on that day. */
  private static LocalDate day(Told told) {
    return told.envelope().appliesFrom().firstDay();
  }

  private static @Nullable Late late(@Nullable Late late, Told told) {
    return late == null ? null : Late.on(day(told), late.due());
  }

  /** Counted from the day of the step, also where a regulation came only after it. */
  private @Nullable Event followed(DeadlineFollowed deadline, Told told) {
    List<Told> before = past.before(told);
    var regulation = Points.regulation(before, any -> any.number().equals(deadline.regulation()));
    Told after =
        Past.lastTold(
            before,
            event -> event instanceof StepAdvanced taken && taken.step() == deadline.after());
    if (regulation == null || after == null) {
      return null;
    }
    return regulation
        .rule(deadline.step())
        .map(
            rule ->
                new DeadlineFollowed(
                    deadline.cycle(),
                    deadline.step(),
                    rule.within() == null
                        ? deadline.due()
                        : day(after).plusDays(rule.within().days()),
                    deadline.after(),
                    deadline.regulation(),
                    rule.clause()))
        .orElse(null);
  }

  /** Tells each figure that is not the same, by where it stands in the event. */
  private void compare(Told told, String at, @Nullable JsonNode is, @Nullable JsonNode computed) {
    if (is != null && computed != null && is.isObject() && computed.isObject()) {
      Set<String> names = new LinkedHashSet<>(is.propertyNames());
      names.addAll(computed.propertyNames());
      names.forEach(name -> compare(told, at + "/" + name, is.get(name), computed.get(name)));
    } else if (is != null
        && computed != null
        && is.isArray()
        && computed.isArray()
        && is.size() == computed.size()) {
      for (int i = 0; i < is.size(); i++) {
        compare(told, at + "/" + i, is.get(i), computed.get(i));
      }
    } else if (!isSame(is, computed)) {
      differs(
          told,
          is == null ? null : is.toString(),
          computed == null ? null : computed.toString(),
          "Tại "
              + at
              + " ghi "
              + say(is, "trống")
              + ", tính lại từ căn cứ ra "
              + say(computed, "trống")
              + ".",
          "At "
              + at
              + " it tells "
              + say(is, "nothing")
              + "; from its basis it comes to "
              + say(computed, "nothing")
              + ".");
    }
  }

  private static String say(@Nullable JsonNode figure, String nothing) {
    return figure == null || figure.isNull() ? nothing : figure.toString();
  }

  private static boolean isSame(@Nullable JsonNode is, @Nullable JsonNode computed) {
    if (is == null || is.isNull() || computed == null || computed.isNull()) {
      return (is == null || is.isNull()) && (computed == null || computed.isNull());
    }
    return is.equals(computed)
        || (is.isString() && computed.isString() && isSame(is.asString(), computed.asString()));
  }

  /** Points are texts, and those given by hand may have noughts at the end. */
  private static boolean isSame(String is, String computed) {
    try {
      return new BigDecimal(is).compareTo(new BigDecimal(computed)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void differs(
      Told told,
      @Nullable String is,
      @Nullable String computed,
      String vietnamese,
      String english) {
    found.accept(
        new Finding(
            told.older() ? Kind.OTHERWISE_TODAY : Kind.NOT_FROM_ITS_BASIS,
            told.entry().position(),
            told.at(),
            is,
            computed,
            null,
            null,
            vietnamese,
            english));
  }
}
