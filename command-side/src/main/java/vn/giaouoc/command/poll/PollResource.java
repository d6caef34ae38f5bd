package vn.giaouoc.command.poll;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Answers;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.command.poll.PollCommand.AbandonLots;
import vn.giaouoc.command.poll.PollCommand.AdmitAbsentVoice;
import vn.giaouoc.command.poll.PollCommand.Asked;
import vn.giaouoc.command.poll.PollCommand.CallLots;
import vn.giaouoc.command.poll.PollCommand.CallPoll;
import vn.giaouoc.command.poll.PollCommand.CastVote;
import vn.giaouoc.command.poll.PollCommand.CertifyTally;
import vn.giaouoc.command.poll.PollCommand.Choice;
import vn.giaouoc.command.poll.PollCommand.ClosePoll;
import vn.giaouoc.command.poll.PollCommand.CommitLot;
import vn.giaouoc.command.poll.PollCommand.DecideTie;
import vn.giaouoc.command.poll.PollCommand.IssuePaper;
import vn.giaouoc.command.poll.PollCommand.OpenPoll;
import vn.giaouoc.command.poll.PollCommand.RaiseObjection;
import vn.giaouoc.command.poll.PollCommand.RecordConsensus;
import vn.giaouoc.command.poll.PollCommand.RecordPaperTally;
import vn.giaouoc.command.poll.PollCommand.RecordShowOfHands;
import vn.giaouoc.command.poll.PollCommand.RevealLot;
import vn.giaouoc.command.poll.PollCommand.VoidPoll;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.poll.Absence;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.Voices;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.PollEvent.WithoutVote;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question.Form;
import vn.giaouoc.shared.poll.QuestionTally;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.Threshold.Base;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about polls. */
@RestController
@RequestMapping("/api/polls")
class PollResource {

  private final Commands commands;
  private final Boxes boxes;
  private final SecretBallots ballots;

  PollResource(Commands commands, Boxes boxes, SecretBallots ballots) {
    this.commands = commands;
    this.boxes = boxes;
    this.ballots = ballots;
  }

  record Called(@Nullable String key, @Nullable UnitId unit, @Nullable String text) {

    private Choice choice() {
      return new Choice(
          required(key, "questions.options.key"), unit, optional(text, "questions.options.text"));
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
          required(base, "questions.threshold.base"),
          required(share, "questions.threshold.share"),
          required(of, "questions.threshold.of"),
          required(moreThan, "questions.threshold.moreThan"),
          clause);
    }
  }

  record Put(
      @Nullable String key,
      @Nullable List<Subject> subjects,
      @Nullable Contest contest,
      @Nullable String text,
      @Nullable Form form,
      @Nullable List<Called> options,
      @Nullable Integer seats,
      @Nullable Integer choices,
      @Nullable Share threshold) {

    private Asked asked() {
      int chosen = requireNonNullElse(seats, 1);
      return new Asked(
          required(key, "questions.key"),
          required(subjects, "questions.subjects"),
          requireNonNullElse(contest, Contest.WHOLE_BLOC),
          required(text, "questions.text"),
          form,
          required(options, "questions.options").stream().map(Called::choice).toList(),
          chosen,
          requireNonNullElse(choices, chosen),
          threshold == null ? null : threshold.threshold());
    }
  }

  record Calling(
      @Nullable PollId id,
      @Nullable CycleId cycle,
      @Nullable ConferenceId conference,
      @Nullable List<Put> questions,
      @Nullable Method method,
      @Nullable List<UnitId> tellers,
      @Nullable List<BlocId> council,
      @Nullable PollId after) {}

  record Left(@Nullable UnitId unit, @Nullable String clause) {

    private WithoutVote out() {
      return new WithoutVote(required(unit, "without.unit"), required(clause, "without.clause"));
    }
  }

  record Opening(@Nullable List<Left> without) {}

  record Absentee(
      @Nullable UnitId unit,
      @Nullable Absence how,
      @Nullable UnitId holder,
      @Nullable FileId letter) {}

  record Said(
      @Nullable String question, @Nullable List<String> inFavour, @Nullable List<String> against) {

    private Answer answer() {
      return new Answer(
          required(question, "question"),
          required(inFavour, "inFavour"),
          requireNonNullElse(against, List.of()));
    }
  }

  record Consensus(@Nullable List<Said> agreed) {}

  record Vote(@Nullable UnitId unit, @Nullable List<Said> answers) {}

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

  record Counting(
      @Nullable String question,
      @Nullable Integer valid,
      @Nullable Integer invalid,
      @Nullable List<Counted> votes) {

    private Voices voices() {
      return new Voices(required(question, "question"), counted());
    }

    private QuestionTally tally() {
      return new QuestionTally(
          required(question, "question"),
          required(valid, "valid"),
          required(invalid, "invalid"),
          counted());
    }

    private List<Votes> counted() {
      return required(votes, "votes").stream().map(Counted::votes).toList();
    }
  }

  record Hands(@Nullable List<Counting> counted, @Nullable List<UnitId> countedBy) {}

  record Papers(
      @Nullable Integer issued,
      @Nullable Integer returned,
      @Nullable List<Counting> questions,
      @Nullable UnitId by) {

    private PaperTally tally() {
      return new PaperTally(
          required(issued, "issued"),
          required(returned, "returned"),
          required(questions, "questions").stream().map(Counting::tally).toList());
    }
  }

  record Tie(@Nullable String question, @Nullable List<String> chosen, @Nullable String clause) {}

  record CalledLots(
      @Nullable String question, @Nullable List<UnitId> units, @Nullable String clause) {}

  record Commitment(@Nullable String question, @Nullable UnitId unit, @Nullable String digest) {}

  record Seed(@Nullable String question, @Nullable UnitId unit, @Nullable String seed) {}

  record Abandoning(@Nullable String question, @Nullable String reason) {}

  /**
   * What a unit has stamped.
   *
   * @param blinded the blinded token, in base64url
   */
  record Blank(@Nullable UnitId unit, @Nullable String blinded) {}

  /**
   * A stamp.
   *
   * @param stamp the blind signature, in base64url
   */
  record Stamp(String stamp) {}

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
            required(body.questions(), "questions").stream().map(Put::asked).toList(),
            required(body.method(), "method"),
            requireNonNullElse(body.tellers(), List.of()),
            requireNonNullElse(body.council(), List.of()),
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
        new OpenPoll(
            poll,
            without.stream().map(Left::out).toList(),
            boxes.ready(poll, null),
            commands.act(null)),
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
        new RecordConsensus(
            poll,
            required(body.agreed(), "agreed").stream().map(Said::answer).toList(),
            commands.act(null)),
        ifMatch);
  }

  /** Objects, for a unit that may vote; or notes that somebody does. */
  @PostMapping("/{poll}/objections")
  ResponseEntity<Void> object(@PathVariable PollId poll, @RequestBody Objection body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RaiseObjection(
            poll,
            body.method(),
            body.tellers(),
            optional(body.reason(), "reason"),
            boxes.ready(poll, body.method()),
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
            required(body.counted(), "counted").stream().map(Counting::voices).toList(),
            required(body.countedBy(), "countedBy"),
            commands.act(null)),
        ifMatch);
  }

  /** Votes by name. A later vote of the same unit takes the place of an earlier one. */
  @PostMapping("/{poll}/votes")
  ResponseEntity<Void> vote(@PathVariable PollId poll, @RequestBody Vote body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new CastVote(
            poll,
            required(body.unit(), "unit"),
            required(body.answers(), "answers").stream().map(Said::answer).toList(),
            commands.act(null)));
  }

  /** Lets a unit take part that does not attend. */
  @PostMapping("/{poll}/absent")
  ResponseEntity<Void> admit(@PathVariable PollId poll, @RequestBody Absentee body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AdmitAbsentVoice(
            poll,
            required(body.unit(), "unit"),
            required(body.how(), "how"),
            body.holder(),
            required(body.letter(), "letter"),
            commands.act(null)));
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
    return followed(
        poll,
        commands.send(HttpStatus.NO_CONTENT, new ClosePoll(poll, commands.act(null)), ifMatch));
  }

  /** What follows for the box is taken up again later if it is interrupted here. */
  private ResponseEntity<Void> followed(PollId poll, ResponseEntity<Void> done) {
    Long version = boxes.follow(poll);
    return version == null
        ? done
        : ResponseEntity.status(done.getStatusCode())
            .eTag(Answers.etag(poll.stream(), version))
            .build();
  }

  /**
   * Issues the paper of a unit. The answer is the stamp under its blinded token; the same token
   * gets the same stamp again.
   */
  @PostMapping("/{poll}/papers")
  ResponseEntity<Stamp> issue(@PathVariable PollId poll, @RequestBody Blank body) {
    String blinded = required((Object) body.blinded(), "blinded").toString();
    ResponseEntity<Void> issued =
        commands.send(
            HttpStatus.OK,
            new IssuePaper(poll, required(body.unit(), "unit"), blinded, commands.act(null)));
    return ResponseEntity.ok()
        .headers(issued.getHeaders())
        .cacheControl(CacheControl.noStore())
        .body(new Stamp(ballots.stamp(poll, blinded)));
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
            required(body.question(), "question"),
            required(body.chosen(), "chosen"),
            optional(body.clause(), "clause"),
            commands.act(null)),
        ifMatch);
  }

  /** Has lots drawn. */
  @PostMapping("/{poll}/lots")
  ResponseEntity<Void> draw(
      @PathVariable PollId poll,
      @RequestBody CalledLots body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new CallLots(
            poll,
            required(body.question(), "question"),
            required(body.units(), "units"),
            optional(body.clause(), "clause"),
            commands.act(null)),
        ifMatch);
  }

  /** Commits a unit to a seed. */
  @PostMapping("/{poll}/lots/commitments")
  ResponseEntity<Void> commit(@PathVariable PollId poll, @RequestBody Commitment body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new CommitLot(
            poll,
            required(body.question(), "question"),
            required(body.unit(), "unit"),
            required(body.digest(), "digest"),
            commands.act(null)));
  }

  /** Reveals the seed of a unit. */
  @PostMapping("/{poll}/lots/seeds")
  ResponseEntity<Void> reveal(@PathVariable PollId poll, @RequestBody Seed body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RevealLot(
            poll,
            required(body.question(), "question"),
            required(body.unit(), "unit"),
            required(body.seed(), "seed"),
            commands.act(null)));
  }

  /** Gives lots up, so that others may draw. */
  @PostMapping("/{poll}/lots/abandonment")
  ResponseEntity<Void> abandon(
      @PathVariable PollId poll,
      @RequestBody Abandoning body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AbandonLots(
            poll,
            required(body.question(), "question"),
            required(body.reason(), "reason"),
            commands.act(null)),
        ifMatch);
  }

  /** Voids it. */
  @PostMapping("/{poll}/voiding")
  ResponseEntity<Void> annul(
      @PathVariable PollId poll,
      @RequestBody Voiding body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return followed(
        poll,
        commands.send(
            HttpStatus.NO_CONTENT,
            new VoidPoll(poll, required(body.reason(), "reason"), commands.act(null)),
            ifMatch));
  }
}
