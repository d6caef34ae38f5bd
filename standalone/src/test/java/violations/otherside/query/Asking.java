package violations.otherside.query;

import violations.otherside.command.Decision;

/** An answer that repeats a decision. */
class Asking {
  boolean answer(Decision decision) {
    return decision.taken();
  }
}
