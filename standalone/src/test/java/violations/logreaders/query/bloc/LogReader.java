package violations.logreaders.query.bloc;

/** An answer straight from the log. */
class LogReader {
  static final String SQL = "SELECT payload FROM event_store.domain_event_entry";
}
