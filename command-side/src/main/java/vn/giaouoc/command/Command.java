package vn.giaouoc.command;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.giaouoc.shared.Envelope;

/**
 * What somebody asks for. Every command is a record in the sealed interface of its stream and says
 * what it asks, of which stream, and who asks.
 *
 * <p>Beside it, in its metadata, go the key under which it was sent and the version that its sender
 * has seen (see {@link Commands}); {@code Recordable} honours both before any handler runs.
 */
public interface Command {

  /** The stream that decides, and that the answer gives the version of. */
  @TargetAggregateIdentifier
  String stream();

  /** Who acts, when the act took place, from when it applies, and who may read of it. */
  Envelope envelope();
}
