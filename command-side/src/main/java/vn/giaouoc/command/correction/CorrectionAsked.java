package vn.giaouoc.command.correction;

import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Stored;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;

/** What was asked when a first-hand fact was corrected. */
public final class CorrectionAsked {

  private CorrectionAsked() {}

  /** The command by which a fact was corrected. */
  public static Command of(FactCorrected corrected, Stored stored) {
    Stored.Following right = stored.following().isEmpty() ? null : stored.following().getFirst();
    if (right == null || !Objects.equals(right.envelope().corrects(), corrected.version())) {
      right = null;
    }
    return new Correct(
        corrected.subject(),
        corrected.version(),
        corrected.reason().words(),
        right == null ? null : typed(Wire.mapper().valueToTree(right.event())),
        right == null ? null : right.envelope().appliesFrom(),
        stored.act());
  }

  /** As somebody types it: a text where the record has its digest. */
  private static JsonNode typed(JsonNode kept) {
    if (kept instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      JsonNode words = object.size() == 1 ? object.get("words") : null;
      if (words != null) {
        return copy.set("text", words);
      }
      object.forEachEntry((name, value) -> copy.set(name, typed(value)));
      return copy;
    }
    if (kept instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(value -> copy.add(typed(value)));
      return copy;
    }
    return kept;
  }
}
