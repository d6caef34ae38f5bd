package vn.giaouoc.command.bloc;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.required;

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
import vn.giaouoc.command.bloc.BlocCommand.AdmitMember;
import vn.giaouoc.command.bloc.BlocCommand.AssignSupervisor;
import vn.giaouoc.command.bloc.BlocCommand.EstablishBloc;
import vn.giaouoc.command.bloc.BlocCommand.MergeBlocs;
import vn.giaouoc.command.bloc.BlocCommand.PlaceMember;
import vn.giaouoc.command.bloc.BlocCommand.ReleaseMember;
import vn.giaouoc.command.bloc.BlocCommand.Transfer;
import vn.giaouoc.shared.bloc.BlocEvent.Affair;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about blocs. */
@RestController
@RequestMapping("/api/blocs")
class BlocResource {

  private static final String USUAL_KIND = "khối";

  private final Commands commands;

  BlocResource(Commands commands) {
    this.commands = commands;
  }

  record Establishment(
      @Nullable BlocId id,
      @Nullable String name,
      @Nullable String kind,
      @Nullable UnitId authority,
      @Nullable When from) {}

  record Membership(@Nullable UnitId unit, @Nullable When from) {}

  record Admission(
      @Nullable UnitId unit, @Nullable String group, @Nullable String kind, @Nullable When from) {}

  record Merger(@Nullable BlocId into, @Nullable When from) {}

  record Supervision(@Nullable UnitId unit, @Nullable PersonId person, @Nullable When from) {}

  record Transferral(
      @Nullable UnitId unit,
      @Nullable List<@Nullable Affair> affairs,
      @Nullable String reason,
      @Nullable When from) {}

  /** Establishes a bloc. */
  @PostMapping
  ResponseEntity<Void> establish(@RequestBody Establishment body) {
    return commands.send(
        HttpStatus.CREATED,
        new EstablishBloc(
            required(body.id(), "id"),
            required(body.name(), "name"),
            body.kind() == null ? USUAL_KIND : required(body.kind(), "kind"),
            body.authority(),
            commands.act(body.from())));
  }

  /** Admits a member, from a day on. */
  @PostMapping("/{bloc}/members")
  ResponseEntity<Void> admit(
      @PathVariable BlocId bloc,
      @RequestBody Admission body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AdmitMember(
            bloc,
            required(body.unit(), "unit"),
            optional(body.group(), "group"),
            optional(body.kind(), "kind"),
            commands.act(body.from())),
        ifMatch);
  }

  /** Tells in which group a member stands, and of which kind it is, from a day on. */
  @PostMapping("/{bloc}/placements")
  ResponseEntity<Void> place(@PathVariable BlocId bloc, @RequestBody Admission body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new PlaceMember(
            bloc,
            required(body.unit(), "unit"),
            optional(body.group(), "group"),
            optional(body.kind(), "kind"),
            commands.act(body.from())));
  }

  /** Releases a member, from a day on. */
  @PostMapping("/{bloc}/releases")
  ResponseEntity<Void> release(
      @PathVariable BlocId bloc,
      @RequestBody Membership body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new ReleaseMember(bloc, required(body.unit(), "unit"), commands.act(body.from())),
        ifMatch);
  }

  /** Lets a bloc go up into another, which its members join, from a day on. */
  @PostMapping("/{bloc}/merger")
  ResponseEntity<Void> merge(
      @PathVariable BlocId bloc,
      @RequestBody Merger body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new MergeBlocs(bloc, required(body.into(), "into"), commands.act(body.from())),
        ifMatch);
  }

  /** Has a unit or a person of the board supervise a bloc, from a day on. */
  @PostMapping("/{bloc}/supervisors")
  ResponseEntity<Void> supervise(@PathVariable BlocId bloc, @RequestBody Supervision body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AssignSupervisor(bloc, body.unit(), body.person(), commands.act(body.from())));
  }

  /** Decides what becomes of what a former member left open. */
  @PostMapping("/{bloc}/transfers")
  ResponseEntity<Void> transfer(
      @PathVariable BlocId bloc,
      @RequestBody Transferral body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    List<Affair> affairs = new ArrayList<>();
    for (Affair affair : requireNonNullElse(body.affairs(), List.<@Nullable Affair>of())) {
      Affair present = required(affair, "affairs");
      required(present.matter(), "affairs.matter");
      required(present.becomes(), "affairs.becomes");
      affairs.add(present);
    }
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Transfer(
            bloc,
            required(body.unit(), "unit"),
            affairs,
            required(body.reason(), "reason"),
            commands.act(body.from())),
        ifMatch);
  }
}
