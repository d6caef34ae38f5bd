package vn.giaouoc.shared.eventstore;

import io.grpc.StatusRuntimeException;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands to whichever node the server finds responsible for their stream. What a command
 * ends with comes out as if it had been handled here.
 */
final class RoutedCommandBus extends AxonServerCommandBus {

  private final Refusals refusals;

  RoutedCommandBus(Builder builder, Refusals refusals) {
    super(builder);
    this.refusals = refusals;
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    super.<C, R>dispatch(
        command,
        (sent, answer) -> {
          CommandResultMessage<? extends R> understood =
              answer.isExceptional()
                  ? new GenericCommandResultMessage<R>(
                      meant(answer.exceptionResult()), answer.getMetaData())
                  : answer;
          callback.onResult(sent, understood);
        });
  }

  private RuntimeException meant(Throwable received) {
    if (received instanceof CommandExecutionException remote) {
      Object written = remote.getDetails().orElse(null);
      if (written != null) {
        return refusals.read(written);
      }
    }
    return new OutcomeUnknownException(received);
  }

  /** The part that handles what is sent to this node. */
  static final class Here extends SimpleCommandBus {

    private final Refusals refusals;

    Here(Builder builder, Refusals refusals) {
      super(builder);
      this.refusals = refusals;
    }

    @Override
    protected <C, R> void doDispatch(
        CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
      super.<C, R>doDispatch(
          command,
          (handled, answer) -> {
            CommandResultMessage<? extends R> sent =
                answer.isExceptional()
                    ? new GenericCommandResultMessage<R>(
                        forTheWire(answer.exceptionResult()), answer.getMetaData())
                    : answer;
            callback.onResult(handled, sent);
          });
    }

    private Throwable forTheWire(Throwable thrown) {
      Throwable race = race(thrown);
      if (race == null && isSilence(thrown)) {
        // without details: nobody can say what became of it
        return thrown;
      }
      Throwable meant = race == null ? thrown : race;
      return new CommandExecutionException(
          String.valueOf(meant.getMessage()), null, refusals.written(meant));
    }
  }

  /** The server tells a lost race by a code in what gRPC threw. */
  static @Nullable ConcurrencyException race(Throwable thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException
          && GrpcExceptionParser.parse(cause) instanceof ConcurrencyException race) {
        return race;
      }
    }
    return null;
  }

  /** Whether the log did not say whether it took the events. */
  private static boolean isSilence(Throwable thrown) {
    return thrown instanceof StatusRuntimeException || thrown instanceof ExecutionException;
  }
}
