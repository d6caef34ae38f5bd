package vn.giaouoc.command.bloc;

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
import vn.giaouoc.command.bloc.BlocCommand.AdmitMember;
import vn.giaouoc.command.bloc.BlocCommand.EstablishBloc;
import vn.giaouoc.command.bloc.BlocCommand.ReleaseMember;
import vn.giaouoc.shared.bloc.BlocId;
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
      @RequestBody Membership body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AdmitMember(bloc, required(body.unit(), "unit"), commands.act(body.from())),
        ifMatch);
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
}
