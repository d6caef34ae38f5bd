package vn.giaouoc.command.pledge;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.pledge.PledgeCommand.AmendTarget;
import vn.giaouoc.command.pledge.PledgeCommand.AttachEvidence;
import vn.giaouoc.command.pledge.PledgeCommand.DraftPledge;
import vn.giaouoc.command.pledge.PledgeCommand.DropTarget;
import vn.giaouoc.command.pledge.PledgeCommand.SetTarget;
import vn.giaouoc.command.pledge.PledgeCommand.SignPledge;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitMidYearReview;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitYearEndReport;
import vn.giaouoc.command.pledge.PledgeCommand.TransferPledge;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.pledge.Result.Reported;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about pledges. The party is a unit's slug, or {@code bloc} for the bloc's own. */
@RestController
@RequestMapping("/api/cycles/{cycle}/pledges/{party}")
class PledgeResource {

  private final Commands commands;

  PledgeResource(Commands commands) {
    this.commands = commands;
  }

  record Draft(@Nullable Term term) {}

  record TargetBody(
      @Nullable TargetId id,
      @Nullable Integer content,
      @Nullable String indicator,
      @Nullable String measure,
      @Nullable Direction direction,
      Target.@Nullable Kind kind,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal upTo,
      @Nullable BigDecimal baseline,
      @Nullable List<@Nullable ComparisonBody> comparisons,
      @Nullable RatioBody ratio,
      @Nullable List<@Nullable String> items) {

    Target target() {
      List<Target.Comparison> compared = new ArrayList<>();
      for (ComparisonBody each :
          requireNonNullElse(comparisons, List.<@Nullable ComparisonBody>of())) {
        compared.add(
            new Target.Comparison(
                required(required(each, "comparisons").basis(), "comparisons.basis"),
                required(each.amount(), "comparisons.amount")));
      }
      List<String> listed = new ArrayList<>();
      for (String each : requireNonNullElse(items, List.<@Nullable String>of())) {
        listed.add(required(each, "items"));
      }
      return new Target(
          required(id, "id"),
          content,
          required(indicator, "indicator"),
          required(measure, "measure"),
          required(direction, "direction"),
          required(kind, "kind"),
          amount,
          upTo,
          baseline,
          compared,
          ratio == null
              ? null
              : new Target.Ratio(
                  required(ratio.numerator(), "ratio.numerator"),
                  required(ratio.denominator(), "ratio.denominator")),
          listed);
    }
  }

  record ComparisonBody(Target.@Nullable Basis basis, @Nullable BigDecimal amount) {}

  record RatioBody(@Nullable String numerator, @Nullable String denominator) {}

  record Signature(
      @Nullable ConferenceId conference,
      @Nullable String text,
      @Nullable FileId file,
      @Nullable PersonId signatory,
      @Nullable When on) {}

  record Amendment(
      @Nullable TargetBody target,
      @Nullable String reason,
      @Nullable ConferenceId conference,
      @Nullable When on) {}

  record Report(@Nullable List<@Nullable ReportedBody> results, @Nullable When on) {

    List<Reported> reported() {
      List<Reported> reported = new ArrayList<>();
      for (ReportedBody each : required(results, "results")) {
        reported.add(required(each, "results").reported());
      }
      return reported;
    }
  }

  record ReportedBody(
      @Nullable TargetId target,
      @Nullable AmountBody actual,
      @Nullable BigDecimal percent,
      @Nullable Boolean done,
      @Nullable List<@Nullable ItemBody> items) {

    Reported reported() {
      List<Figure.Item> counted = new ArrayList<>();
      for (ItemBody each : requireNonNullElse(items, List.<@Nullable ItemBody>of())) {
        counted.add(
            new Figure.Item(
                required(required(each, "results.items").name(), "results.items.name"),
                optional(each.body(), "results.items.body")));
      }
      return new Reported(
          required(target, "results.target"),
          actual == null
              ? null
              : new Amount(
                  required(actual.value(), "results.actual.value"),
                  requireNonNullElse(actual.bound(), Bound.EXACTLY)),
          percent,
          done,
          counted);
    }
  }

  record AmountBody(@Nullable BigDecimal value, @Nullable Bound bound) {}

  record ItemBody(@Nullable String name, @Nullable String body) {}

  record Evidence(@Nullable TargetId target, @Nullable Stage stage, @Nullable FileId file) {}

  record Transfer(@Nullable UnitId to, @Nullable When on) {}

  /** Begins the draft of a pledge. */
  @PostMapping("/draft")
  ResponseEntity<Void> draft(
      @PathVariable CycleId cycle, @PathVariable PledgingParty party, @RequestBody Draft body) {
    return commands.send(
        HttpStatus.CREATED, new DraftPledge(cycle, party.unit(), body.term(), commands.act(null)));
  }

  /** Puts a target into the draft, or changes it there. */
  @PostMapping("/targets")
  ResponseEntity<Void> set(
      @PathVariable CycleId cycle,
      @PathVariable PledgingParty party,
      @RequestBody TargetBody body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new SetTarget(cycle, party.unit(), body.target(), commands.act(null)));
  }

  /** Takes a target out of the draft. */
  @PostMapping("/targets/{target}/removal")
  ResponseEntity<Void> drop(
      @PathVariable CycleId cycle,
      @PathVariable PledgingParty party,
      @PathVariable TargetId target) {
    return commands.send(
        HttpStatus.NO_CONTENT, new DropTarget(cycle, party.unit(), target, commands.act(null)));
  }

  /** Signs a pledge. */
  @PostMapping("/signature")
  ResponseEntity<Void> sign(
      @PathVariable CycleId cycle, @PathVariable PledgingParty party, @RequestBody Signature body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new SignPledge(
            cycle,
            party.unit(),
            body.conference(),
            optional(body.text(), "text"),
            body.file(),
            body.signatory(),
            commands.act(body.on())));
  }

  /** Changes a target that is signed. */
  @PostMapping("/amendments")
  ResponseEntity<Void> amend(
      @PathVariable CycleId cycle,
      @PathVariable PledgingParty party,
      @RequestBody Amendment body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AmendTarget(
            cycle,
            party.unit(),
            required(body.target(), "target").target(),
            required(body.reason(), "reason"),
            body.conference(),
            commands.act(body.on())),
        ifMatch);
  }

  /** Submits the report of the first half of the year. */
  @PostMapping("/mid-year-review")
  ResponseEntity<Void> midYear(
      @PathVariable CycleId cycle, @PathVariable PledgingParty party, @RequestBody Report body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new SubmitMidYearReview(cycle, party.unit(), body.reported(), commands.act(body.on())));
  }

  /** Submits the report of the year. */
  @PostMapping("/year-end-report")
  ResponseEntity<Void> yearEnd(
      @PathVariable CycleId cycle, @PathVariable PledgingParty party, @RequestBody Report body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new SubmitYearEndReport(cycle, party.unit(), body.reported(), commands.act(body.on())));
  }

  /** Puts a file beside a reported figure. */
  @PostMapping("/evidence")
  ResponseEntity<Void> attach(
      @PathVariable CycleId cycle, @PathVariable PledgingParty party, @RequestBody Evidence body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AttachEvidence(
            cycle,
            party.unit(),
            required(body.target(), "target"),
            required(body.stage(), "stage"),
            required(body.file(), "file"),
            commands.act(null)));
  }

  /** Hands the pledge of a unit that is no more to a successor, or ends it. */
  @PostMapping("/transfer")
  ResponseEntity<Void> transfer(
      @PathVariable CycleId cycle,
      @PathVariable("party") UnitId party,
      @RequestBody Transfer body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new TransferPledge(cycle, party, body.to(), commands.act(body.on())),
        ifMatch);
  }
}
