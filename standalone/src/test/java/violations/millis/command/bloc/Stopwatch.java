package violations.millis.command.bloc;

/** Asks the machine. */
class Stopwatch {
  long now() {
    return System.currentTimeMillis();
  }
}
