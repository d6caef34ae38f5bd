package vn.giaouoc.command.paper;

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
import vn.giaouoc.command.paper.PaperCommand.AddAnnex;
import vn.giaouoc.command.paper.PaperCommand.AssignNumber;
import vn.giaouoc.command.paper.PaperCommand.DraftPaper;
import vn.giaouoc.command.paper.PaperCommand.IssuePaper;
import vn.giaouoc.command.paper.PaperCommand.RecordReceipt;
import vn.giaouoc.command.paper.PaperCommand.ReturnForSupplement;
import vn.giaouoc.command.paper.PaperCommand.RevisePaper;
import vn.giaouoc.command.paper.PaperCommand.SendPaper;
import vn.giaouoc.command.paper.PaperCommand.SignPaper;
import vn.giaouoc.command.paper.PaperCommand.VoidNumber;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.paper.PaperEvent.Form;
import vn.giaouoc.shared.paper.PaperEvent.SigningCapacity;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about papers. */
@RestController
@RequestMapping("/api/papers")
class PaperResource {

  private final Commands commands;

  PaperResource(Commands commands) {
    this.commands = commands;
  }

  record Draft(
      @Nullable PaperId id,
      @Nullable BlocId bloc,
      @Nullable Integer year,
      @Nullable PaperKind type,
      @Nullable String title,
      @Nullable FileId file) {}

  record Text(@Nullable String title, @Nullable FileId file) {}

  record Numbering(@Nullable String blocSymbol) {}

  record Why(@Nullable String reason) {}

  record Signature(
      @Nullable SigningCapacity capacity, @Nullable Form form, @Nullable PersonId person) {}

  record Sending(@Nullable List<UnitId> to) {}

  record Receipt(@Nullable UnitId by) {}

  /** Writes a first draft. */
  @PostMapping
  ResponseEntity<Void> draft(@RequestBody Draft body) {
    return commands.send(
        HttpStatus.CREATED,
        new DraftPaper(
            required(body.id(), "id"),
            required(body.bloc(), "bloc"),
            required(body.year(), "year"),
            required(body.type(), "type"),
            required(body.title(), "title"),
            required(body.file(), "file"),
            commands.act(null)));
  }

  /** Writes another draft. */
  @PostMapping("/{paper}/revisions")
  ResponseEntity<Void> revise(
      @PathVariable PaperId paper,
      @RequestBody Text body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RevisePaper(
            paper,
            required(body.title(), "title"),
            required(body.file(), "file"),
            commands.act(null)),
        ifMatch);
  }

  /** Encloses something. */
  @PostMapping("/{paper}/annexes")
  ResponseEntity<Void> enclose(@PathVariable PaperId paper, @RequestBody Text body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AddAnnex(
            paper,
            required(body.title(), "title"),
            required(body.file(), "file"),
            commands.act(null)));
  }

  /** Takes the next number. */
  @PostMapping("/{paper}/number")
  ResponseEntity<Void> number(@PathVariable PaperId paper, @RequestBody Numbering body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AssignNumber(paper, required(body.blocSymbol(), "blocSymbol"), commands.act(null)));
  }

  /** Gives the number up. */
  @PostMapping("/{paper}/number-voiding")
  ResponseEntity<Void> voidNumber(
      @PathVariable PaperId paper,
      @RequestBody Why body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new VoidNumber(paper, required(body.reason(), "reason"), commands.act(null)),
        ifMatch);
  }

  /** Signs it. */
  @PostMapping("/{paper}/signature")
  ResponseEntity<Void> sign(
      @PathVariable PaperId paper,
      @RequestBody Signature body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new SignPaper(
            paper,
            required(body.capacity(), "capacity"),
            required(body.form(), "form"),
            required(body.person(), "person"),
            commands.act(null)),
        ifMatch);
  }

  /** Issues it. */
  @PostMapping("/{paper}/issue")
  ResponseEntity<Void> issue(
      @PathVariable PaperId paper,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(HttpStatus.NO_CONTENT, new IssuePaper(paper, commands.act(null)), ifMatch);
  }

  /** Sends it. */
  @PostMapping("/{paper}/sendings")
  ResponseEntity<Void> send(
      @PathVariable PaperId paper,
      @RequestBody Sending body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new SendPaper(paper, required(body.to(), "to"), commands.act(null)),
        ifMatch);
  }

  /** Notes that it arrived. */
  @PostMapping("/{paper}/receipts")
  ResponseEntity<Void> receive(@PathVariable PaperId paper, @RequestBody Receipt body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RecordReceipt(paper, required(body.by(), "by"), commands.act(null)));
  }

  /** Sends it back. */
  @PostMapping("/{paper}/returns")
  ResponseEntity<Void> sendBack(
      @PathVariable PaperId paper,
      @RequestBody Why body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new ReturnForSupplement(paper, required(body.reason(), "reason"), commands.act(null)),
        ifMatch);
  }
}
