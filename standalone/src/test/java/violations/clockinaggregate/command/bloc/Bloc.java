package violations.clockinaggregate.command.bloc;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;

/** A decision that comes out differently tomorrow. */
class Bloc {
  @CommandHandler
  boolean handle(String command) {
    return LocalDate.now().getYear() > 2019;
  }
}
