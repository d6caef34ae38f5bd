package vn.giaouoc.command.scoring;

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
import vn.giaouoc.command.scoring.RankingCommand.Given;
import vn.giaouoc.command.scoring.RankingCommand.ScoreBloc;
import vn.giaouoc.command.scoring.RankingCommand.Ties;
import vn.giaouoc.command.scoring.ScoreSheetCommand.DecideAppeal;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Enter;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Explain;
import vn.giaouoc.command.scoring.ScoreSheetCommand.LodgeAppeal;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Points;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Reopen;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Return;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Scores;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Takes commands about scores and the ranking of a cycle. A score is an act of today: when it came,
 * and whether it came late, is not for its sender to say.
 */
@RestController
@RequestMapping("/api/cycles/{cycle}")
class ScoringResource {

  private final Commands commands;

  ScoringResource(Commands commands) {
    this.commands = commands;
  }

  /** A line: points by hand, or the figure that the scale of the regulation makes points of. */
  record Line(
      @Nullable String criterion,
      @Nullable BigDecimal points,
      @Nullable String note,
      @Nullable Entry figure,
      @Nullable List<@Nullable FileId> evidence) {}

  record Score(
      @Nullable UnitId by, @Nullable List<@Nullable Line> lines, @Nullable BigDecimal total) {}

  record Because(@Nullable String reason) {}

  record Explanation(@Nullable String explanation) {}

  record Appeal(@Nullable String grounds) {}

  record AppealAnswer(@Nullable Boolean upheld, @Nullable String reason) {}

  record SettledPoints(@Nullable UnitId unit, @Nullable BigDecimal points) {}

  record NotRanked(@Nullable UnitId unit, @Nullable String reason) {}

  record TieBreak(@Nullable List<@Nullable UnitId> order, @Nullable String decision) {}

  record Ranking(
      @Nullable Contest contest,
      @Nullable List<@Nullable SettledPoints> settled,
      @Nullable List<@Nullable NotRanked> unranked,
      @Nullable TieBreak ties,
      @Nullable String reason,
      @Nullable When on) {}

  /** The unit scores itself. */
  @PostMapping("/sheets/{unit}/self-scores")
  ResponseEntity<Void> self(
      @PathVariable CycleId cycle, @PathVariable UnitId unit, @RequestBody Score body) {
    return enter(cycle, unit, Layer.SELF, null, body);
  }

  /** Another member checks the sheet. */
  @PostMapping("/sheets/{unit}/cross-checks")
  ResponseEntity<Void> crossCheck(
      @PathVariable CycleId cycle, @PathVariable UnitId unit, @RequestBody Score body) {
    return enter(cycle, unit, Layer.CROSS_CHECK, scorer(body), body);
  }

  /** The leader or a deputy scores the unit for the bloc. */
  @PostMapping("/sheets/{unit}/bloc-scores")
  ResponseEntity<Void> bloc(
      @PathVariable CycleId cycle, @PathVariable UnitId unit, @RequestBody Score body) {
    return enter(cycle, unit, Layer.BLOC, scorer(body), body);
  }

  /** The board verifies the points. */
  @PostMapping("/sheets/{unit}/verifications")
  ResponseEntity<Void> verify(
      @PathVariable CycleId cycle, @PathVariable UnitId unit, @RequestBody Score body) {
    return enter(cycle, unit, Layer.VERIFIED, null, body);
  }

  /** Sends the sheet back to the unit. */
  @PostMapping("/sheets/{unit}/returns")
  ResponseEntity<Void> sendBack(
      @PathVariable CycleId cycle,
      @PathVariable UnitId unit,
      @RequestBody Because body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Return(cycle, unit, required(body.reason(), "reason"), today()),
        ifMatch);
  }

  /** The unit explains its points. */
  @PostMapping("/sheets/{unit}/explanations")
  ResponseEntity<Void> explain(
      @PathVariable CycleId cycle, @PathVariable UnitId unit, @RequestBody Explanation body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Explain(cycle, unit, required(body.explanation(), "explanation"), today()));
  }

  /** The unit asks for its points to be looked at again. */
  @PostMapping("/sheets/{unit}/appeals")
  ResponseEntity<Void> appeal(
      @PathVariable CycleId cycle, @PathVariable UnitId unit, @RequestBody Appeal body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new LodgeAppeal(cycle, unit, required(body.grounds(), "grounds"), today()));
  }

  /** The board answers an appeal. */
  @PostMapping("/sheets/{unit}/appeal-decisions")
  ResponseEntity<Void> decideAppeal(
      @PathVariable CycleId cycle,
      @PathVariable UnitId unit,
      @RequestBody AppealAnswer body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new DecideAppeal(
            cycle,
            unit,
            required(body.upheld(), "upheld"),
            required(body.reason(), "reason"),
            today()),
        ifMatch);
  }

  /** Opens a frozen sheet again. */
  @PostMapping("/sheets/{unit}/reopenings")
  ResponseEntity<Void> reopen(
      @PathVariable CycleId cycle,
      @PathVariable UnitId unit,
      @RequestBody Because body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Reopen(cycle, unit, required(body.reason(), "reason"), today()),
        ifMatch);
  }

  /** Settles the points of a contest and ranks its units by them. */
  @PostMapping("/rankings")
  ResponseEntity<Void> rank(
      @PathVariable CycleId cycle,
      @RequestBody Ranking body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    List<Given> settled = new ArrayList<>();
    for (SettledPoints each :
        requireNonNullElse(body.settled(), List.<@Nullable SettledPoints>of())) {
      SettledPoints given = required(each, "settled");
      settled.add(new Given(required(given.unit(), "settled.unit"), given.points()));
    }
    List<RankingCommand.Unranked> unranked = new ArrayList<>();
    for (NotRanked each : requireNonNullElse(body.unranked(), List.<@Nullable NotRanked>of())) {
      NotRanked given = required(each, "unranked");
      unranked.add(
          new RankingCommand.Unranked(
              required(given.unit(), "unranked.unit"),
              required(given.reason(), "unranked.reason")));
    }
    return commands.send(
        HttpStatus.NO_CONTENT,
        new ScoreBloc(
            cycle,
            requireNonNullElse(body.contest(), Contest.WHOLE_BLOC),
            settled,
            unranked,
            ties(body.ties()),
            optional(body.reason(), "reason"),
            commands.act(body.on())),
        ifMatch);
  }

  private ResponseEntity<Void> enter(
      CycleId cycle, UnitId unit, Layer layer, @Nullable UnitId by, Score body) {
    List<Points> lines = new ArrayList<>();
    for (Line each : requireNonNullElse(body.lines(), List.<@Nullable Line>of())) {
      Line line = required(each, "lines");
      List<FileId> evidence = new ArrayList<>();
      for (FileId file : requireNonNullElse(line.evidence(), List.<@Nullable FileId>of())) {
        evidence.add(required(file, "lines.evidence"));
      }
      lines.add(
          new Points(
              required(line.criterion(), "lines.criterion"),
              line.points(),
              optional(line.note(), "lines.note"),
              line.figure(),
              evidence));
    }
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Enter(cycle, unit, layer, by, new Scores(lines, body.total()), today()));
  }

  /** The unit that scores: who acts, unless an administrator does in its place. */
  private UnitId scorer(Score body) {
    return required(body.by() == null ? today().actor().unit() : body.by(), "by");
  }

  private static @Nullable Ties ties(@Nullable TieBreak ties) {
    if (ties == null) {
      return null;
    }
    List<UnitId> order = new ArrayList<>();
    for (UnitId each : requireNonNullElse(ties.order(), List.<@Nullable UnitId>of())) {
      order.add(required(each, "ties.order"));
    }
    return new Ties(order, required(ties.decision(), "ties.decision"));
  }

  private Envelope today() {
    return commands.act(null);
  }
}
