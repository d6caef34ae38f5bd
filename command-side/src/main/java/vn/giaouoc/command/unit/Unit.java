package vn.giaouoc.command.unit;

import static vn.giaouoc.command.unit.UnitRejection.AUTHORITY_NOT_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_ALREADY_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_ALREADY_SO_NAMED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_NOT_REGISTERED;

import java.time.LocalDate;
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
class Unit extends Recordable<UnitEvent> implements Body {

  private @Nullable String name;
  private @Nullable UnitId authority;
  private final Set<String> aliases = new HashSet<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(RegisterUnit command, Streams streams) {
    UNIT_ALREADY_REGISTERED.unless(name == null, command.stream());
    UnitId authority = command.authority();
    AUTHORITY_NOT_REGISTERED.unless(
        authority == null || streams.exists(authority), authority == null ? "" : authority.slug());
    tell(
        new UnitRegistered(command.unit(), command.name(), command.unitKind(), command.authority()),
        command);
    return version();
  }

  @CommandHandler
  long handle(RenameUnit command) {
    UNIT_NOT_REGISTERED.unless(name != null, command.stream());
    UNIT_ALREADY_SO_NAMED.unless(!command.name().equals(name), command.name());
    tell(new UnitRenamed(command.unit(), command.name()), command);
    return version();
  }

  @CommandHandler
  long handle(AddAlias command) {
    UNIT_NOT_REGISTERED.unless(name != null, command.stream());
    if (!aliases.contains(command.alias())) {
      tell(new AliasAdded(command.unit(), command.alias()), command);
    }
    return version();
  }

  @Override
  public boolean existsOn(LocalDate day) {
    return name != null;
  }

  @Override
  public @Nullable UnitId authority() {
    return authority;
  }

  @Override
  public boolean mayBeRepresentedBy(String account, LocalDate day) {
    return true;
  }

  @Override
  protected void reset() {
    name = null;
    authority = null;
    aliases.clear();
  }

  @Override
  protected void evolve(UnitEvent event, Since since) {
    switch (event) {
      case UnitRegistered(_, var first, _, var over) -> {
        name = first;
        authority = over;
      }
      case UnitRenamed(_, var next) -> name = next;
      case AliasAdded(_, var alias) -> aliases.add(alias);
    }
  }
}
