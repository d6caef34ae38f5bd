package vn.giaouoc.command;

import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.giaouoc.command.Answers.BadRequest;
import vn.giaouoc.command.Rejection.Reason;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.spreadsheet.CellError;
import vn.giaouoc.command.spreadsheet.Previewed;
import vn.giaouoc.command.spreadsheet.SpreadsheetRefused;
import vn.giaouoc.shared.eventstore.OutcomeUnknownException;
import vn.giaouoc.shared.eventstore.Refusals;

/** The refusals of this side, as they go from the node that decided to the one that was asked. */
final class WireRefusals implements Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(WireRefusals.class);

  /** What is sent. */
  private sealed interface Sent {}

  /** A decision against the command. */
  private record Refused(
      String rejection, Reason reason, @Nullable String subject, @Nullable String clause)
      implements Sent {}

  /** A request that is wrong in itself. */
  private record Misunderstood(String vietnamese, String english) implements Sent {}

  /** Another command was quicker. */
  private record Raced(String message) implements Sent {}

  /** A spreadsheet that is wrong in these cells. */
  private record WrongCells(List<CellError> errors) implements Sent {}

  /** The stream has not begun. */
  private record Missing(String stream, String message) implements Sent {}

  /** The database of the node that has it did not answer. */
  private record Silent(String message) implements Sent {}

  /** A fault of the program; the node that has it tells it in its own log. */
  private record Failed(String message) implements Sent {}

  /** A rejection of another node: the fact that stood in the way there. */
  private record Elsewhere(String name, Reason reason) implements Rejection {}

  @Override
  public Object written(Throwable thrown) {
    return switch (thrown) {
      case Rejected refused ->
          new Refused(
              refused.rejection().name(),
              refused.rejection().reason(),
              refused.subject(),
              refused.clause());
      case BadRequest bad -> new Misunderstood(bad.vietnamese(), String.valueOf(bad.getMessage()));
      case SpreadsheetRefused refused -> new WrongCells(refused.errors());
      case Previewed previewed -> previewed.written();
      case ConcurrencyException race -> new Raced(String.valueOf(race.getMessage()));
      case AggregateStreamCreationException race -> new Raced(String.valueOf(race.getMessage()));
      case AggregateNotFoundException missing ->
          new Missing(
              String.valueOf(missing.getAggregateIdentifier()),
              String.valueOf(missing.getMessage()));
      case Throwable silence when Problems.isOfSilence(silence) -> {
        LOG.warn("The database does not answer", silence);
        yield new Silent(String.valueOf(silence.getMessage()));
      }
      default -> {
        LOG.error("A command failed", thrown);
        yield new Failed(String.valueOf(thrown.getMessage()));
      }
    };
  }

  @Override
  public RuntimeException read(Object written) {
    if (!(written instanceof Sent sent)) {
      return Previewed.read(written);
    }
    return switch (sent) {
      case WrongCells(var errors) -> new SpreadsheetRefused(errors);
      case Refused(var rejection, var reason, var subject, var clause) ->
          new Rejected(new Elsewhere(rejection, reason), subject, clause);
      case Misunderstood(var vietnamese, var english) -> new BadRequest(vietnamese, english);
      case Raced(var message) -> new ConcurrencyException(message);
      case Missing(var stream, var message) -> new AggregateNotFoundException(stream, message);
      case Silent(var message) -> new OutcomeUnknownException(new IllegalStateException(message));
      case Failed(var message) -> new IllegalStateException(message);
    };
  }
}
