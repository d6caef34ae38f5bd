package vn.giaouoc.command.complaint;

import static vn.giaouoc.command.Answers.required;

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
import vn.giaouoc.command.complaint.ComplaintCommand.AcceptComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.DecideComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.DeclineComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.Denounce;
import vn.giaouoc.command.complaint.ComplaintCommand.LodgeComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.SuspendEffect;
import vn.giaouoc.command.complaint.ComplaintCommand.TransferComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.WithdrawComplaint;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.complaint.ComplaintEvent.About;
import vn.giaouoc.shared.complaint.ComplaintEvent.Effect;
import vn.giaouoc.shared.complaint.ComplaintEvent.Finding;
import vn.giaouoc.shared.complaint.ComplaintEvent.Handler;
import vn.giaouoc.shared.complaint.ComplaintId;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about complaints. */
@RestController
@RequestMapping("/api/complaints")
class ComplaintResource {

  private final Commands commands;

  ComplaintResource(Commands commands) {
    this.commands = commands;
  }

  record Lodging(
      @Nullable ComplaintId id,
      @Nullable BlocId bloc,
      @Nullable String stream,
      @Nullable Integer version,
      @Nullable UnitId by,
      @Nullable String text) {}

  record Why(@Nullable String reason) {}

  record Suspension(@Nullable Effect effect, @Nullable String reason) {}

  record Transfer(@Nullable Handler to, @Nullable String reason) {}

  record Decision(@Nullable Finding finding, @Nullable String reason) {}

  /** Complains of an event, for a unit; or denounces it, where no unit is named. */
  @PostMapping
  ResponseEntity<Void> lodge(@RequestBody Lodging body) {
    ComplaintId id = required(body.id(), "id");
    BlocId bloc = required(body.bloc(), "bloc");
    About about = new About(required(body.stream(), "stream"), required(body.version(), "version"));
    String text = required(body.text(), "text");
    Envelope act = commands.act(null);
    return commands.send(
        HttpStatus.CREATED,
        body.by() == null
            // nothing of who asks goes any further, not even into the digest of the request
            ? new Denounce(
                id, bloc, about, text, Envelope.firstHand(act.appliesFrom(), Complaint.NOBODY))
            : new LodgeComplaint(id, bloc, about, body.by(), text, act));
  }

  /** Takes it up. */
  @PostMapping("/{complaint}/acceptance")
  ResponseEntity<Void> accept(
      @PathVariable ComplaintId complaint,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT, new AcceptComplaint(complaint, commands.act(null)), ifMatch);
  }

  /** Does not take it up. */
  @PostMapping("/{complaint}/refusal")
  ResponseEntity<Void> decline(
      @PathVariable ComplaintId complaint,
      @RequestBody Why body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new DeclineComplaint(complaint, required(body.reason(), "reason"), commands.act(null)),
        ifMatch);
  }

  /** Suspends an effect. */
  @PostMapping("/{complaint}/suspensions")
  ResponseEntity<Void> suspend(
      @PathVariable ComplaintId complaint,
      @RequestBody Suspension body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new SuspendEffect(
            complaint,
            required(body.effect(), "effect"),
            required(body.reason(), "reason"),
            commands.act(null)),
        ifMatch);
  }

  /** Gives it to another. */
  @PostMapping("/{complaint}/transfers")
  ResponseEntity<Void> transfer(
      @PathVariable ComplaintId complaint,
      @RequestBody Transfer body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new TransferComplaint(
            complaint,
            required(body.to(), "to"),
            required(body.reason(), "reason"),
            commands.act(null)),
        ifMatch);
  }

  /** Decides it. */
  @PostMapping("/{complaint}/decision")
  ResponseEntity<Void> decide(
      @PathVariable ComplaintId complaint,
      @RequestBody Decision body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new DecideComplaint(
            complaint,
            required(body.finding(), "finding"),
            required(body.reason(), "reason"),
            commands.act(null)),
        ifMatch);
  }

  /** Complains no longer. */
  @PostMapping("/{complaint}/withdrawal")
  ResponseEntity<Void> withdraw(
      @PathVariable ComplaintId complaint,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT, new WithdrawComplaint(complaint, commands.act(null)), ifMatch);
  }
}
