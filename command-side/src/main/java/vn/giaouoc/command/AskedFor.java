package vn.giaouoc.command;

/** What somebody asked for, as the event tells that came of it. */
public sealed interface AskedFor {

  /** This command, with the digests of its texts in place of the texts. */
  record By(Command command) implements AskedFor {}

  /** Why it cannot be asked again by itself. */
  enum Not implements AskedFor {
    /** The event comes with another one and is decided with it. */
    COMES_WITH_ANOTHER,
    /** What was asked is kept from the record, so that nobody joins it with who asked. */
    KEPT_SECRET,
    /** Nobody acted: a paper told it later. */
    RECORDED_LATER
  }

  /** It was asked by this command. */
  static AskedFor by(Command command) {
    return new By(command);
  }
}
