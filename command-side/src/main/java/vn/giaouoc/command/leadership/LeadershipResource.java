package vn.giaouoc.command.leadership;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.etag;
import static vn.giaouoc.command.Answers.required;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Acting;
import vn.giaouoc.command.Answers;
import vn.giaouoc.command.leadership.LeadershipCommand.DesignateLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.InstallLeadership;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about who leads a bloc. */
@RestController
@RequestMapping("/api/blocs/{bloc}/leadership")
class LeadershipResource {

  private final CommandGateway commands;
  private final Acting acting;
  private final Clock clock;

  LeadershipResource(
      CommandGateway commands, Acting acting, @Qualifier("commandClock") Clock clock) {
    this.commands = commands;
    this.acting = acting;
    this.clock = clock;
  }

  record Designation(
      @Nullable Term term,
      @Nullable UnitId leader,
      @Nullable List<@Nullable Deputy> deputies,
      @Nullable Mode mode,
      @Nullable When on) {}

  record Installation(@Nullable Term term, @Nullable When on) {}

  /** Designates a leadership for a term. */
  @PostMapping("/designations")
  ResponseEntity<Void> designate(@PathVariable BlocId bloc, @RequestBody Designation body) {
    return answer(
        new DesignateLeadership(
            bloc,
            required(body.term(), "term"),
            required(body.leader(), "leader"),
            deputies(body.deputies()),
            body.mode(),
            on(body.on())));
  }

  /** Lets the designated leadership of a term take office. */
  @PostMapping("/installations")
  ResponseEntity<Void> install(@PathVariable BlocId bloc, @RequestBody Installation body) {
    return answer(new InstallLeadership(bloc, required(body.term(), "term"), on(body.on())));
  }

  private static List<Deputy> deputies(@Nullable List<@Nullable Deputy> deputies) {
    List<Deputy> present = new ArrayList<>();
    for (Deputy deputy : requireNonNullElse(deputies, List.<@Nullable Deputy>of())) {
      required(required(deputy, "deputies").unit(), "deputies.unit");
      present.add(deputy);
    }
    return present;
  }

  private ResponseEntity<Void> answer(LeadershipCommand command) {
    Long version = commands.sendAndWait(command);
    return ResponseEntity.noContent()
        .eTag(etag(command.stream(), Objects.requireNonNull(version)))
        .build();
  }

  private Envelope on(@Nullable When on) {
    return Envelope.firstHand(on == null ? Answers.today(clock) : on, acting.now());
  }
}
