package violations.publiccommand.command.bloc;

/** Commands for everybody. */
public interface BlocCommand {
  /** A command. */
  record Establish(String name) implements BlocCommand {}
}
