package vn.giaouoc.shared.regulation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.regulation.Scale.By;

/** What a unit must fulfil to get an award. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Condition.PledgeSigned.class, name = "pledge-signed"),
  @JsonSubTypes.Type(value = Condition.StepInTime.class, name = "step-in-time"),
  @JsonSubTypes.Type(value = Condition.LeastPoints.class, name = "least-points"),
  @JsonSubTypes.Type(value = Condition.LeastIn.class, name = "least-in"),
  @JsonSubTypes.Type(value = Condition.InClass.class, name = "class"),
  @JsonSubTypes.Type(value = Condition.PriorTitle.class, name = "prior-title"),
  @JsonSubTypes.Type(value = Condition.NotAgain.class, name = "not-again"),
  @JsonSubTypes.Type(value = Condition.FoundByPeople.class, name = "found-by-people")
})
public sealed interface Condition {

  /** Where the regulation says so. */
  String clause();

  /**
   * It signed the pledge of the year.
   *
   * @param inTime whether it must have done so in time
   */
  record PledgeSigned(boolean inTime, String clause) implements Condition {}

  /** It did in time what a step asks of each member: pledge, reviews, scoring. */
  record StepInTime(Step step, String clause) implements Condition {}

  /**
   * It has at least so many points in the contest, or so many percent of what was assigned to it.
   */
  record LeastPoints(By by, BigDecimal from, String clause) implements Condition {}

  /**
   * It has at least so many percent of the standard points of one content or criterion.
   *
   * @param of which
   */
  record LeastIn(String of, BigDecimal percent, String clause) implements Condition {}

  /** It is in this class, or a better one. */
  record InClass(String name, String clause) implements Condition {}

  /** It got a title in each of so many years before this one. */
  record PriorTitle(Title title, int years, String clause) implements Condition {}

  /** It got a title in none of so many years before this one. */
  record NotAgain(Title title, int years, String clause) implements Condition {}

  /**
   * People find whether it is so, and say why.
   *
   * @param id what it is called where they do
   * @param name what they have to find
   */
  record FoundByPeople(String id, String name, String clause) implements Condition {}
}
