package vn.giaouoc.command.unit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;
import static vn.giaouoc.command.unit.UnitRejection.AUTHORITY_NOT_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_ALREADY_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_ALREADY_SO_NAMED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_NOT_REGISTERED;
import static vn.giaouoc.shared.eventstore.Envelopes.metaData;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.unit.UnitCommand.AddAlias;
import vn.giaouoc.command.unit.UnitCommand.RegisterUnit;
import vn.giaouoc.command.unit.UnitCommand.RenameUnit;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitEvent.AliasAdded;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A public body. It becomes known by being registered, under the official name that it has then; it
 * may be renamed, and papers may write it in further ways. Its id stays what it was, whatever it is
 * called.
 */
@AggregateRoot(type = "unit")
class Unit extends Recordable<UnitEvent> {

  private @Nullable String name;
  private final Set<String> aliases = new HashSet<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(RegisterUnit command, Streams streams) {
    UNIT_ALREADY_REGISTERED.unless(name == null, command.stream());
    UnitId authority = command.authority();
    AUTHORITY_NOT_REGISTERED.unless(
        authority == null || streams.exists(authority), authority == null ? "" : authority.slug());
    apply(
        new UnitRegistered(command.unit(), command.name(), command.unitKind(), command.authority()),
        metaData(command.envelope()));
    return getVersion();
  }

  @CommandHandler
  long handle(RenameUnit command) {
    UNIT_NOT_REGISTERED.unless(name != null, command.stream());
    UNIT_ALREADY_SO_NAMED.unless(!command.name().equals(name), command.name());
    apply(new UnitRenamed(command.unit(), command.name()), metaData(command.envelope()));
    return getVersion();
  }

  @CommandHandler
  long handle(AddAlias command) {
    UNIT_NOT_REGISTERED.unless(name != null, command.stream());
    if (!aliases.contains(command.alias())) {
      apply(new AliasAdded(command.unit(), command.alias()), metaData(command.envelope()));
    }
    return getVersion();
  }

  @Override
  protected void reset() {
    name = null;
    aliases.clear();
  }

  @Override
  protected void evolve(UnitEvent event) {
    switch (event) {
      case UnitRegistered(_, var first, _, _) -> name = first;
      case UnitRenamed(_, var next) -> name = next;
      case AliasAdded(_, var alias) -> aliases.add(alias);
    }
  }
}
