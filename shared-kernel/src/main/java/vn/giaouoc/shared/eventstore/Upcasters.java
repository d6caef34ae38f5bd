package vn.giaouoc.shared.eventstore;

import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every change of the form of an event, oldest first. Append, never edit. Each turns one stored
 * event into one, so that positions and versions stay what they are. A type that is retired becomes
 * another one in its last step.
 */
public final class Upcasters {

  /**
   * A change of form.
   *
   * @param type the event's name in the log
   * @param from the revision it is written in
   * @param becomes the name of what it is then, usually the same
   * @param to the next revision
   * @param change how the stored object becomes the next one
   */
  public record Upcast(
      String type, String from, String becomes, String to, UnaryOperator<ObjectNode> change) {

    /** A change within a type. */
    public Upcast(String type, String from, String to, UnaryOperator<ObjectNode> change) {
      this(type, from, type, to, change);
    }
  }

  /** A stored event, and what form it is in. */
  record Form(String type, String revision, JsonNode event) {}

  private static final Upcasters ALL =
      new Upcasters(
          List.of(
              // 2: it may have a scale
              widened("cycle.RegulationAdopted"),
              // 2: points as they are printed, rate and class
              widened("cycle.BlocScored"),
              // 2: figures and what shows them; points may not be known yet
              widened("scoring.SelfScoreEntered"),
              widened("scoring.CrossChecked"),
              widened("scoring.BlocScoreEntered"),
              widened("scoring.Verified"),
              // 2: what the points are made of
              widened("scoring.SheetFrozen"),
              // 2: several questions on one paper, and the rules by which they are decided
              new Upcast("poll.PollCalled", "1", "2", OneQuestion::called),
              // 2: how many had to attend
              widened("poll.PollOpened"),
              new Upcast("poll.ConsensusRecorded", "1", "2", OneQuestion::agreed),
              new Upcast("poll.HandsCounted", "1", "2", OneQuestion::hands),
              new Upcast("poll.TallyRecorded", "1", "2", OneQuestion::tally),
              new Upcast("poll.TallyCertified", "1", "2", OneQuestion::tally),
              new Upcast("poll.PollClosed", "1", "2", OneQuestion::closed),
              new Upcast("poll.TieDecided", "1", "2", OneQuestion::tie),
              // 2: by which rules, and which decision
              widened("leadership.LeadershipDesignated"),
              // 3: a quota is an award with a fixed count, and there are contests and exclusions
              new Upcast("cycle.RegulationAdopted", "2", "3", Upcasters::quotasAreAwards),
              // 3: what the regulation says of the contest, and who is beyond its places
              new Upcast("cycle.BlocScored", "2", "3", event -> listing(event, "beyond")),
              // 2: how it came about who is proposed
              widened("cycle.AwardsProposed"),
              // 3: figures that the record tells, and until when one may answer
              widened("scoring.SelfScoreEntered", "2"),
              widened("scoring.CrossChecked", "2"),
              widened("scoring.BlocScoreEntered", "2"),
              widened("scoring.Verified", "2"),
              widened("scoring.SheetFrozen", "2"),
              // 2: the agenda item that was under way
              widened("conference.EntryRecorded"),
              // 2: the draft that they were made from
              widened("conference.MinutesApproved"),
              // retired: it told the same, and never said how many contents a source states
              new Upcast(
                  "cycle.PledgeContentsAdopted",
                  "1",
                  "cycle.PledgeContentsStated",
                  "1",
                  UnaryOperator.identity())));

  private final List<Upcast> steps;

  /** In its second revision it may say more; what it does not say is absent. */
  private static Upcast widened(String type) {
    return widened(type, "1");
  }

  /** In the revision after this one it may say more; what it does not say is absent. */
  private static Upcast widened(String type, String from) {
    return new Upcast(
        type, from, String.valueOf(Integer.parseInt(from) + 1), UnaryOperator.identity());
  }

  private static ObjectNode listing(ObjectNode event, String list) {
    event.putArray(list);
    return event;
  }

  private static ObjectNode quotasAreAwards(ObjectNode event) {
    if (event.path("regulation") instanceof ObjectNode regulation) {
      JsonNode quotas = regulation.remove("quotas");
      ArrayNode awards = regulation.putArray("awards");
      if (quotas != null) {
        for (JsonNode quota : quotas) {
          ObjectNode award = awards.addObject();
          List.of("title", "track", "clause").forEach(name -> award.set(name, quota.get(name)));
          award.putArray("contests");
          award.putObject("count").put("type", "fixed").set("number", quota.get("atMost"));
          award.putArray("conditions");
        }
      }
      regulation.putArray("contests");
      regulation.putArray("exclusions");
    }
    return event;
  }

  Upcasters(List<Upcast> steps) {
    this.steps = steps;
  }

  /** All changes of form that there ever were. */
  public static Upcasters all() {
    return ALL;
  }

  /** Brings a stored event into its present form. */
  Form upcast(Form stored) {
    Form form = stored;
    for (Upcast step : steps) {
      if (step.type().equals(form.type())
          && step.from().equals(form.revision())
          && form.event() instanceof ObjectNode object) {
        form = new Form(step.becomes(), step.to(), step.change().apply(object));
      }
    }
    return form;
  }

  /** The same changes for the side that sources aggregates. */
  EventUpcaster chain() {
    return new EventUpcasterChain(steps.stream().map(OneToOne::new).toList());
  }

  private static final class OneToOne extends SingleEventUpcaster {

    private final Upcast step;

    private OneToOne(Upcast step) {
      this.step = step;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
      return event.getType().getName().equals(step.type())
          && step.from().equals(event.getType().getRevision());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
      return event.upcastPayload(
          new SimpleSerializedType(step.becomes(), step.to()),
          JsonNode.class,
          node -> node instanceof ObjectNode object ? step.change().apply(object) : node);
    }
  }
}
