package vn.giaouoc.command.leadership;

import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_DESIGNATED;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_IN_OFFICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.leadership.LeadershipRejection.DEPUTY_NAMED_TWICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.LEADER_CANNOT_BE_DEPUTY;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_DESIGNATED;
import static vn.giaouoc.command.leadership.LeadershipRejection.UNIT_NOT_REGISTERED;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.leadership.LeadershipCommand.DesignateLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.InstallLeadership;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipAttested;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipHandedOver;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who leads a bloc. A leadership is first designated for a term, by whatever way the regulation
 * provides, and takes office later, by being installed or by a handover. History recorded later may
 * know a leader of whom nobody was told to have been designated; it gives nobody the right to act
 * today.
 */
@AggregateRoot(type = "leadership")
class Leadership extends Recordable<LeadershipEvent> implements InOffice {

  private final Map<Term, LeadershipDesignated> designated = new HashMap<>();
  private final Set<Term> inOffice = new HashSet<>();
  private final NavigableMap<LocalDate, Office> offices = new TreeMap<>();

  private record Office(UnitId leader, List<Deputy> deputies) {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(DesignateLeadership command, Streams streams) {
    BLOC_NOT_ESTABLISHED.unless(streams.exists(command.bloc()), command.bloc().slug());
    List<UnitId> deputies = command.deputies().stream().map(Deputy::unit).toList();
    UNIT_NOT_REGISTERED.unless(streams.exists(command.leader()), command.leader().slug());
    deputies.forEach(deputy -> UNIT_NOT_REGISTERED.unless(streams.exists(deputy), deputy.slug()));
    LEADER_CANNOT_BE_DEPUTY.unless(!deputies.contains(command.leader()), command.leader().slug());
    DEPUTY_NAMED_TWICE.unless(deputies.size() == new HashSet<>(deputies).size());
    ALREADY_DESIGNATED.unless(!designated.containsKey(command.term()));
    tell(
        new LeadershipDesignated(
            command.bloc(), command.term(), command.leader(), command.deputies(), command.mode()),
        command);
    return version();
  }

  @CommandHandler
  long handle(InstallLeadership command) {
    LeadershipDesignated chosen = designated.get(command.term());
    NOT_DESIGNATED.unless(chosen != null && chosen.leader() != null);
    ALREADY_IN_OFFICE.unless(!inOffice.contains(command.term()));
    tell(
        new LeadershipInstalled(
            command.bloc(),
            command.term(),
            Objects.requireNonNull(Objects.requireNonNull(chosen).leader()),
            chosen.deputies()),
        command);
    return version();
  }

  @Override
  public @Nullable UnitId leaderOn(LocalDate day) {
    Map.Entry<LocalDate, Office> office = offices.floorEntry(day);
    return office == null ? null : office.getValue().leader();
  }

  @Override
  public List<Deputy> deputiesOn(LocalDate day) {
    Map.Entry<LocalDate, Office> office = offices.floorEntry(day);
    return office == null ? List.of() : office.getValue().deputies();
  }

  @Override
  protected void reset() {
    designated.clear();
    inOffice.clear();
    offices.clear();
  }

  @Override
  protected void evolve(LeadershipEvent event, Since since) {
    switch (event) {
      case LeadershipDesignated chosen -> designated.put(chosen.term(), chosen);
      case LeadershipInstalled(_, var term, var leader, var deputies) -> {
        inOffice.add(term);
        if (since.firstHand()) {
          offices.put(since.from().firstDay(), new Office(leader, deputies));
        }
      }
      case LeadershipHandedOver(_, var term, _, _) -> inOffice.add(term);
      case LeadershipAttested _ -> {}
    }
  }
}
