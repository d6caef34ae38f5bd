package vn.giaouoc.shared.eventstore;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A poll of the first revision asked one question, which had no name. */
final class OneQuestion {

  private static final String NAME = "1";

  private OneQuestion() {}

  static ObjectNode called(ObjectNode poll) {
    ObjectNode question = poll.objectNode();
    question.put("key", NAME);
    move(poll, question, "subjects", "contest");
    question.set("text", poll.remove("question"));
    boolean alone = poll.path("options").size() == 1;
    question.put("form", alone ? "judge" : "choose");
    move(poll, question, "options", "seats", "choices", "threshold");
    question.putArray("ties");
    poll.putArray("questions").add(question);
    poll.putArray("council");
    poll.putArray("absent");
    poll.put("judgedMayVote", true);
    poll.put("round", poll.hasNonNull("after") ? 2 : 1);
    return poll;
  }

  static ObjectNode agreed(ObjectNode consensus) {
    ObjectNode answer = consensus.objectNode();
    answer.put("question", NAME);
    answer.set("inFavour", consensus.remove("agreed"));
    answer.putArray("against");
    consensus.putArray("agreed").add(answer);
    return consensus;
  }

  static ObjectNode hands(ObjectNode counted) {
    ObjectNode voices = counted.objectNode();
    voices.put("question", NAME);
    move(counted, voices, "votes");
    counted.putArray("counted").add(voices);
    return counted;
  }

  static ObjectNode tally(ObjectNode told) {
    if (told.get("tally") instanceof ObjectNode tally) {
      ObjectNode question = tally.objectNode();
      question.put("question", NAME);
      move(tally, question, "valid", "invalid", "votes");
      tally.putArray("questions").add(question);
    }
    return told;
  }

  static ObjectNode closed(ObjectNode poll) {
    ObjectNode decided = poll.objectNode();
    decided.put("question", NAME);
    move(poll, decided, "subjects", "contest", "counts", "outcome");
    ArrayNode all = poll.putArray("decided");
    all.add(decided);
    return poll;
  }

  static ObjectNode tie(ObjectNode decided) {
    decided.put("question", NAME);
    decided.put("by", "chair");
    return decided;
  }

  private static void move(ObjectNode from, ObjectNode to, String... names) {
    for (String name : names) {
      JsonNode value = from.remove(name);
      if (value != null) {
        to.set(name, value);
      }
    }
  }
}
