package vn.giaouoc.command.bloc;

import static vn.giaouoc.command.bloc.BlocRejection.MERGES_INTO_ITSELF;
import static vn.giaouoc.command.bloc.BlocRejection.NO_SUCH_BLOC_TO_MERGE_INTO;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.bloc.BlocCommand.MergeBlocs;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.shared.bloc.BlocEvent.BlocMerged;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Decides on two blocs at once: one goes up into the other, and its members are admitted there in
 * the same unit of work.
 */
public final class MergerHandler {

  private final Streams streams;
  private final Offices offices;

  /** Decides on these streams. */
  public MergerHandler(Streams streams, Offices offices) {
    this.streams = streams;
    this.offices = offices;
  }

  @CommandHandler
  long handle(MergeBlocs command, CommandMessage<?> message) {
    String into = command.into().stream();
    MERGES_INTO_ITSELF.unless(!command.stream().equals(into), command.bloc().slug());
    Map<String, Aggregate<Bloc>> held = new TreeMap<>();
    for (String stream : Set.of(command.stream(), into).stream().sorted().toList()) {
      held.put(stream, streams.hold(stream));
    }
    Aggregate<Bloc> merging = held.get(command.stream());
    Aggregate<Bloc> remaining = held.get(into);
    if (merging == null || remaining == null) {
      throw new IllegalStateException("Not held: " + command.stream() + ", " + into);
    }
    @Nullable Long before = merging.invoke(bloc -> bloc.answered(message));
    if (before != null) {
      return before;
    }
    LocalDate day = Bloc.dayOf(command);
    merging.execute(bloc -> bloc.mustStand(command, offices));
    merging.execute(bloc -> bloc.mustBeAsSeen(message));
    NO_SUCH_BLOC_TO_MERGE_INTO.unless(
        remaining.invoke(bloc -> bloc.standsOn(day)), command.into().slug());
    Set<UnitId> joining = merging.invoke(bloc -> bloc.membersOn(day));
    joining.removeAll(remaining.invoke(bloc -> bloc.membersOn(day)));
    merging.execute(
        bloc -> bloc.append(new BlocMerged(command.bloc(), command.into()), command.envelope()));
    for (UnitId unit : joining) {
      remaining.execute(
          bloc -> bloc.append(new MemberAdmitted(command.into(), unit), command.envelope()));
    }
    return merging.invoke(Bloc::version);
  }
}
