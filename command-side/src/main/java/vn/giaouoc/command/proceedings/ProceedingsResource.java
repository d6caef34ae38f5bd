package vn.giaouoc.command.proceedings;

import static vn.giaouoc.command.Answers.etag;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Acting;
import vn.giaouoc.command.Answers;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.Digests;
import vn.giaouoc.command.document.YamlTree.FileError;
import vn.giaouoc.command.document.YamlTree.UnreadableFile;
import vn.giaouoc.command.proceedings.ProceedingsCommand.FactOutcome;
import vn.giaouoc.command.proceedings.ProceedingsCommand.Outcome;
import vn.giaouoc.command.proceedings.ProceedingsCommand.RecordProceedings;
import vn.giaouoc.command.proceedings.ProceedingsCommand.Recorded;
import vn.giaouoc.command.proceedings.ProceedingsCommand.WithdrawProceedings;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.proceedings.Remark;

/** Takes history recorded later. */
@RestController
@RequestMapping("/api/proceedings")
class ProceedingsResource {

  private final Commands commands;
  private final Acting acting;
  private final Clock clock;

  ProceedingsResource(Commands commands, Acting acting, @Qualifier("commandClock") Clock clock) {
    this.commands = commands;
    this.acting = acting;
    this.clock = clock;
  }

  /** What became of a file, fact by fact. */
  record Answer(
      ProceedingsId proceedings,
      int recording,
      Outcome outcome,
      List<FactAnswer> facts,
      CountsAnswer counts) {}

  /** One fact of it. */
  record FactAnswer(
      int line,
      String stream,
      String type,
      String sentence,
      FactOutcome outcome,
      List<RemarkAnswer> remarks) {}

  /** A remark in words. */
  record RemarkAnswer(Remark.Kind kind, Remark.About about, String message, String messageEn) {}

  /** How many facts and remarks there are. */
  record CountsAnswer(
      long facts,
      @JsonProperty("new") long created,
      long confirmed,
      long doubts,
      long notes,
      long normalisations) {}

  /** Why a record is withdrawn. */
  record Withdrawal(@Nullable String reason) {}

  /**
   * Records a proceedings file, all of it or nothing; with {@code dryRun} only says what would be
   * recorded.
   */
  @PostMapping(
      consumes = {
        "application/yaml",
        "application/x-yaml",
        "text/yaml",
        "text/plain",
        "application/octet-stream"
      })
  ResponseEntity<Answer> record(
      @RequestBody byte[] body, @RequestParam(defaultValue = "false") boolean dryRun) {
    ProceedingsFile file = ProceedingsReader.read(body);
    List<FileError> contradictions = Consistency.check(file);
    if (!contradictions.isEmpty()) {
      throw new UnreadableFile(contradictions);
    }
    Recorded recorded =
        commands.hand(
            new RecordProceedings(
                file, Digests.sha256(body), dryRun, Answers.today(clock), acting.now()));
    HttpStatus status = recorded.outcome() == Outcome.RECORDED ? HttpStatus.CREATED : HttpStatus.OK;
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (recorded.version() >= 0) {
      answer.eTag(etag(file.proceedings().stream(), recorded.version()));
    }
    return answer.body(answer(recorded));
  }

  /** Withdraws a record as a whole. */
  @PostMapping("/{proceedings}/withdrawal")
  ResponseEntity<Void> withdraw(
      @PathVariable ProceedingsId proceedings, @RequestBody Withdrawal withdrawal) {
    String reason = Answers.required(withdrawal.reason(), "reason");
    long version =
        commands.<Long>hand(
            new WithdrawProceedings(proceedings, reason, Answers.today(clock), acting.now()));
    return ResponseEntity.noContent().eTag(etag(proceedings.stream(), version)).build();
  }

  private static Answer answer(Recorded recorded) {
    List<FactAnswer> facts =
        recorded.facts().stream()
            .map(
                fact ->
                    new FactAnswer(
                        fact.line(),
                        fact.stream(),
                        fact.type(),
                        fact.sentence(),
                        fact.outcome(),
                        fact.remarks().stream()
                            .map(
                                remark ->
                                    new RemarkAnswer(
                                        remark.kind(),
                                        remark.about(),
                                        remark.vietnamese(),
                                        remark.english()))
                            .toList()))
            .toList();
    List<RemarkAnswer> remarks = facts.stream().flatMap(fact -> fact.remarks().stream()).toList();
    long confirmed = facts.stream().filter(fact -> fact.outcome() == FactOutcome.CONFIRMED).count();
    return new Answer(
        recorded.proceedings(),
        recorded.recording(),
        recorded.outcome(),
        facts,
        new CountsAnswer(
            facts.size(),
            facts.size() - confirmed,
            confirmed,
            count(remarks, Remark.Kind.DOUBT),
            count(remarks, Remark.Kind.NOTE),
            count(remarks, Remark.Kind.NORMALISATION)));
  }

  private static long count(List<RemarkAnswer> remarks, Remark.Kind kind) {
    return remarks.stream().filter(remark -> remark.kind() == kind).count();
  }

  @ExceptionHandler
  ProblemDetail on(UnreadableFile unreadable) {
    return unreadable.problem(
        "proceedings-file-refused",
        "Tệp biên bản có %d chỗ chưa đúng; không có gì được ghi",
        "The proceedings file is wrong in %d places; nothing was recorded");
  }
}
