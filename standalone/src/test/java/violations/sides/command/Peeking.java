package violations.sides.command;

import violations.sides.query.Answer;

/** A decision that reads an answer. */
class Peeking {
  boolean decide(Answer answer) {
    return answer.value() > 0;
  }
}
