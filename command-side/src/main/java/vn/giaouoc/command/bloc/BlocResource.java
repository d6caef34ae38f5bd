package vn.giaouoc.command.bloc;

import static vn.giaouoc.command.Answers.etag;
import static vn.giaouoc.command.Answers.required;

import java.time.Clock;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Acting;
import vn.giaouoc.command.Answers;
import vn.giaouoc.command.bloc.BlocCommand.AdmitMember;
import vn.giaouoc.command.bloc.BlocCommand.EstablishBloc;
import vn.giaouoc.command.bloc.BlocCommand.ReleaseMember;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about blocs. */
@RestController
@RequestMapping("/api/blocs")
class BlocResource {

  private static final String USUAL_KIND = "khối";

  private final CommandGateway commands;
  private final Acting acting;
  private final Clock clock;

  BlocResource(CommandGateway commands, Acting acting, @Qualifier("commandClock") Clock clock) {
    this.commands = commands;
    this.acting = acting;
    this.clock = clock;
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
    BlocId bloc = required(body.id(), "id");
    String kind = body.kind() == null ? USUAL_KIND : required(body.kind(), "kind");
    return answer(
        HttpStatus.CREATED,
        bloc,
        new EstablishBloc(
            bloc, required(body.name(), "name"), kind, body.authority(), on(body.from())));
  }

  /** Admits a member, from a day on. */
  @PostMapping("/{bloc}/members")
  ResponseEntity<Void> admit(
      @PathVariable BlocId bloc,
      @RequestBody Membership body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    long seen = Answers.seen(ifMatch, bloc.stream());
    return answer(
        HttpStatus.NO_CONTENT,
        bloc,
        new AdmitMember(bloc, required(body.unit(), "unit"), on(body.from()), seen));
  }

  /** Releases a member, from a day on. */
  @PostMapping("/{bloc}/releases")
  ResponseEntity<Void> release(
      @PathVariable BlocId bloc,
      @RequestBody Membership body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    long seen = Answers.seen(ifMatch, bloc.stream());
    return answer(
        HttpStatus.NO_CONTENT,
        bloc,
        new ReleaseMember(bloc, required(body.unit(), "unit"), on(body.from()), seen));
  }

  private ResponseEntity<Void> answer(HttpStatus status, BlocId bloc, BlocCommand command) {
    Long version = commands.sendAndWait(command);
    return ResponseEntity.status(status)
        .eTag(etag(bloc.stream(), Objects.requireNonNull(version)))
        .build();
  }

  private Envelope on(@Nullable When from) {
    return Envelope.firstHand(from == null ? Answers.today(clock) : from, acting.now());
  }
}
