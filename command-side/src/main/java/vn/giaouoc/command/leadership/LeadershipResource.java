package vn.giaouoc.command.leadership;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.required;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.leadership.LeadershipCommand.DesignateLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.InstallLeadership;
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

  private final Commands commands;

  LeadershipResource(Commands commands) {
    this.commands = commands;
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
    return commands.send(
        HttpStatus.NO_CONTENT,
        new DesignateLeadership(
            bloc,
            required(body.term(), "term"),
            required(body.leader(), "leader"),
            deputies(body.deputies()),
            body.mode(),
            commands.act(body.on())));
  }

  /** Lets the designated leadership of a term take office. */
  @PostMapping("/installations")
  ResponseEntity<Void> install(@PathVariable BlocId bloc, @RequestBody Installation body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new InstallLeadership(bloc, required(body.term(), "term"), commands.act(body.on())));
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
