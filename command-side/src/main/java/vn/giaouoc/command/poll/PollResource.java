package vn.giaouoc.command.poll;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.required;

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
import vn.giaouoc.command.poll.PollCommand.CallPoll;
import vn.giaouoc.command.poll.PollCommand.CertifyTally;
import vn.giaouoc.command.poll.PollCommand.Choice;
import vn.giaouoc.command.poll.PollCommand.ClosePoll;
import vn.giaouoc.command.poll.PollCommand.DecideTie;
import vn.giaouoc.command.poll.PollCommand.OpenPoll;
import vn.giaouoc.command.poll.PollCommand.RaiseObjection;
import vn.giaouoc.command.poll.PollCommand.RecordConsensus;
import vn.giaouoc.command.poll.PollCommand.RecordPaperTally;
import vn.giaouoc.command.poll.PollCommand.RecordShowOfHands;
import vn.giaouoc.command.poll.PollCommand.VoidPoll;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.PollEvent.WithoutVote;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.Threshold.Base;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about polls. */
@RestController
@RequestMapping("/api/polls")
class PollResource {

  private final Commands commands;

  PollResource(Commands commands) {
    this.commands = commands;
  }

  record Called(@Nullable String key, @Nullable UnitId unit, @Nullable String text) {

    private Choice choice() {
      return new Choice(required(key, "options.key"), unit, optional(text, "options.text"));
    }
  }

  record Share(
      @Nullable Base base,
      @Nullable Integer share,
      @Nullable Integer of,
      @Nullable Boolean moreThan,
      @Nullable String clause) {

    private Threshold threshold() {
      return new Threshold(
          required(base, "threshold.base"),
          required(share, "threshold.share"),
          required(of, "threshold.of"),
          required(moreThan, "threshold.moreThan"),
          clause);
    }
  }

  record Calling(
      @Nullable PollId id,
      @Nullable CycleId cycle,
      @Nullable ConferenceId conference,
      @Nullable List<Subject> subjects,
      @Nullable Contest contest,
      @Nullable String question,
      @Nullable List<Called> options,
      @Nullable Method method,
      @Nullable Share threshold,
      @Nullable Integer seats,
      @Nullable Integer choices,
      @Nullable List<UnitId> tellers,
      @Nullable PollId after) {}

  record Left(@Nullable UnitId unit, @Nullable String clause) {

    private WithoutVote out() {
      return new WithoutVote(required(unit, "without.unit"), required(clause, "without.clause"));
    }
  }

  record Opening(@Nullable List<Left> without) {}

  record Consensus(@Nullable List<String> agreed) {}

  record Objection(
      @Nullable Method method, @Nullable List<UnitId> tellers, @Nullable String reason) {}

  record Counted(
      @Nullable String option,
      @Nullable Integer inFavour,
      @Nullable Integer against,
      @Nullable Integer abstaining) {

    private Votes votes() {
      return new Votes(
          required(option, "votes.option"),
          required(inFavour, "votes.inFavour"),
          against,
          abstaining);
    }
  }

  record Hands(@Nullable List<Counted> votes, @Nullable List<UnitId> countedBy) {}

  record Papers(
      @Nullable Integer issued,
      @Nullable Integer returned,
      @Nullable Integer valid,
      @Nullable Integer invalid,
      @Nullable List<Counted> votes,
      @Nullable UnitId by) {

    private PaperTally tally() {
      return new PaperTally(
          required(issued, "issued"),
          required(returned, "returned"),
          required(valid, "valid"),
          required(invalid, "invalid"),
          required(votes, "votes").stream().map(Counted::votes).toList());
    }
  }

  record Tie(@Nullable List<String> chosen, @Nullable String clause) {}

  record Voiding(@Nullable String reason) {}

  /** Puts something to the vote. */
  @PostMapping
  ResponseEntity<Void> call(@RequestBody Calling body) {
    return commands.send(
        HttpStatus.CREATED,
        new CallPoll(
            required(body.id(), "id"),
            required(body.cycle(), "cycle"),
            required(body.conference(), "conference"),
            required(body.subjects(), "subjects"),
            requireNonNullElse(body.contest(), Contest.WHOLE_BLOC),
            required(body.question(), "question"),
            required(body.options(), "options").stream().map(Called::choice).toList(),
            required(body.method(), "method"),
            body.threshold() == null ? Threshold.MORE_THAN_HALF : body.threshold().threshold(),
            requireNonNullElse(body.seats(), 1),
            requireNonNullElse(body.choices(), 1),
            requireNonNullElse(body.tellers(), List.of()),
            body.after(),
            commands.act(null)));
  }

  /** Opens it. */
  @PostMapping("/{poll}/opening")
  ResponseEntity<Void> open(
      @PathVariable PollId poll,
      @RequestBody Opening body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    List<Left> without = requireNonNullElse(body.without(), List.of());
    return commands.send(
        HttpStatus.NO_CONTENT,
        new OpenPoll(poll, without.stream().map(Left::out).toList(), commands.act(null)),
        ifMatch);
  }

  /** Notes that all agree. */
  @PostMapping("/{poll}/consensus")
  ResponseEntity<Void> agree(
      @PathVariable PollId poll,
      @RequestBody Consensus body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RecordConsensus(poll, required(body.agreed(), "agreed"), commands.act(null)),
        ifMatch);
  }

  /** Notes that somebody objects. */
  @PostMapping("/{poll}/objections")
  ResponseEntity<Void> object(@PathVariable PollId poll, @RequestBody Objection body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RaiseObjection(
            poll,
            required(body.method(), "method"),
            requireNonNullElse(body.tellers(), List.of()),
            optional(body.reason(), "reason"),
            commands.act(null)));
  }

  /** Notes the hands that two counted. */
  @PostMapping("/{poll}/hands")
  ResponseEntity<Void> hands(
      @PathVariable PollId poll,
      @RequestBody Hands body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RecordShowOfHands(
            poll,
            required(body.votes(), "votes").stream().map(Counted::votes).toList(),
            required(body.countedBy(), "countedBy"),
            commands.act(null)),
        ifMatch);
  }

  /** Types in the papers. */
  @PostMapping("/{poll}/tally")
  ResponseEntity<Void> tally(
      @PathVariable PollId poll,
      @RequestBody Papers body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RecordPaperTally(poll, body.tally(), required(body.by(), "by"), commands.act(null)),
        ifMatch);
  }

  /** Certifies the papers. */
  @PostMapping("/{poll}/certification")
  ResponseEntity<Void> certify(
      @PathVariable PollId poll,
      @RequestBody Papers body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new CertifyTally(poll, body.tally(), required(body.by(), "by"), commands.act(null)),
        ifMatch);
  }

  /** Closes it. */
  @PostMapping("/{poll}/closing")
  ResponseEntity<Void> close(
      @PathVariable PollId poll,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(HttpStatus.NO_CONTENT, new ClosePoll(poll, commands.act(null)), ifMatch);
  }

  /** Decides a tie. */
  @PostMapping("/{poll}/tie")
  ResponseEntity<Void> decide(
      @PathVariable PollId poll,
      @RequestBody Tie body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new DecideTie(
            poll,
            required(body.chosen(), "chosen"),
            required(body.clause(), "clause"),
            commands.act(null)),
        ifMatch);
  }

  /** Voids it. */
  @PostMapping("/{poll}/voiding")
  ResponseEntity<Void> annul(
      @PathVariable PollId poll,
      @RequestBody Voiding body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new VoidPoll(poll, required(body.reason(), "reason"), commands.act(null)),
        ifMatch);
  }
}
