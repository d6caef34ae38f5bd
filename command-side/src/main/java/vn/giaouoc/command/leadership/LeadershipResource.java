package vn.giaouoc.command.leadership;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.required;

import java.time.LocalDate;
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
import vn.giaouoc.command.leadership.LeadershipCommand.AcceptHandover;
import vn.giaouoc.command.leadership.LeadershipCommand.AppointActing;
import vn.giaouoc.command.leadership.LeadershipCommand.DeclineDesignation;
import vn.giaouoc.command.leadership.LeadershipCommand.DesignateLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.EndActing;
import vn.giaouoc.command.leadership.LeadershipCommand.HandOverLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.Handed;
import vn.giaouoc.command.leadership.LeadershipCommand.InstallLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.ReplaceLeader;
import vn.giaouoc.command.leadership.LeadershipCommand.WithdrawDesignation;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about who leads a bloc. */
@RestController
@RequestMapping("/api/blocs/{bloc}/leadership")
class LeadershipResource {

  private final Commands commands;

  LeadershipResource(Commands commands) {
    this.commands = commands;
  }

  record Designation(
      @Nullable Term term,
      @Nullable UnitId leader,
      @Nullable List<@Nullable Deputy> deputies,
      @Nullable Mode mode,
      @Nullable PollId decidedBy,
      @Nullable When on) {}

  record Installation(@Nullable Term term, @Nullable When on) {}

  record Refusal(@Nullable Term term, @Nullable String reason, @Nullable When on) {}

  record Handover(
      @Nullable Term term, @Nullable List<@Nullable Handed> inventory, @Nullable When on) {}

  record Acceptance(@Nullable Term term, @Nullable String reservations, @Nullable When on) {}

  record Replacement(
      @Nullable Term term,
      @Nullable UnitId leader,
      @Nullable List<@Nullable Deputy> deputies,
      @Nullable String reason,
      @Nullable When on) {}

  record Acting(
      @Nullable UnitId unit,
      @Nullable LocalDate until,
      @Nullable String reason,
      @Nullable When from) {}

  record ActingEnd(@Nullable When on) {}

  /** Designates a leadership for a term. */
  @PostMapping("/designations")
  ResponseEntity<Void> designate(@PathVariable BlocId bloc, @RequestBody Designation body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new DesignateLeadership(
            bloc,
            required(body.term(), "term"),
            required(body.leader(), "leader"),
            deputies(body.deputies()),
            body.mode(),
            body.decidedBy(),
            commands.act(body.on())));
  }

  /** Lets the designated leadership of a term take office. */
  @PostMapping("/installations")
  ResponseEntity<Void> install(@PathVariable BlocId bloc, @RequestBody Installation body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new InstallLeadership(bloc, required(body.term(), "term"), commands.act(body.on())));
  }

  /** Says for the designated leader that it will not take office. */
  @PostMapping("/declinations")
  ResponseEntity<Void> decline(@PathVariable BlocId bloc, @RequestBody Refusal body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new DeclineDesignation(
            bloc,
            required(body.term(), "term"),
            required(body.reason(), "reason"),
            commands.act(body.on())));
  }

  /** Takes a choice back before it takes effect. */
  @PostMapping("/withdrawals")
  ResponseEntity<Void> withdraw(@PathVariable BlocId bloc, @RequestBody Refusal body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new WithdrawDesignation(
            bloc,
            required(body.term(), "term"),
            required(body.reason(), "reason"),
            commands.act(body.on())));
  }

  /** Hands over, for the outgoing side; nobody takes office before the other side accepts. */
  @PostMapping("/handovers")
  ResponseEntity<Void> handOver(@PathVariable BlocId bloc, @RequestBody Handover body) {
    List<Handed> inventory = new ArrayList<>();
    for (Handed handed : requireNonNullElse(body.inventory(), List.<@Nullable Handed>of())) {
      Handed present = required(handed, "inventory");
      inventory.add(
          new Handed(
              required(present.thing(), "inventory.thing"),
              required(present.what(), "inventory.what")));
    }
    return commands.send(
        HttpStatus.NO_CONTENT,
        new HandOverLeadership(
            bloc, required(body.term(), "term"), inventory, commands.act(body.on())));
  }

  /** Accepts a handover, for the incoming side, which is in office by that. */
  @PostMapping("/acceptances")
  ResponseEntity<Void> accept(@PathVariable BlocId bloc, @RequestBody Acceptance body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AcceptHandover(
            bloc,
            required(body.term(), "term"),
            optional(body.reservations(), "reservations"),
            commands.act(body.on())));
  }

  /** Puts another leader in office without an election. */
  @PostMapping("/replacements")
  ResponseEntity<Void> replace(
      @PathVariable BlocId bloc,
      @RequestBody Replacement body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new ReplaceLeader(
            bloc,
            body.term(),
            required(body.leader(), "leader"),
            deputies(body.deputies()),
            required(body.reason(), "reason"),
            commands.act(body.on())),
        ifMatch);
  }

  /** Has a unit act in place of the leader, from a day on. */
  @PostMapping("/acting")
  ResponseEntity<Void> act(@PathVariable BlocId bloc, @RequestBody Acting body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AppointActing(
            bloc,
            required(body.unit(), "unit"),
            body.until(),
            required(body.reason(), "reason"),
            commands.act(body.from())));
  }

  /** Ends that a unit acts in place of the leader. */
  @PostMapping("/acting-ends")
  ResponseEntity<Void> endActing(@PathVariable BlocId bloc, @RequestBody ActingEnd body) {
    return commands.send(HttpStatus.NO_CONTENT, new EndActing(bloc, commands.act(body.on())));
  }

  private static List<Deputy> deputies(@Nullable List<@Nullable Deputy> deputies) {
    List<Deputy> present = new ArrayList<>();
    for (Deputy deputy : requireNonNullElse(deputies, List.<@Nullable Deputy>of())) {
      required(required(deputy, "deputies").unit(), "deputies.unit");
      present.add(deputy);
    }
    return present;
  }
}
