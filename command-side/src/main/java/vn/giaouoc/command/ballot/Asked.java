package vn.giaouoc.command.ballot;

import java.util.List;

/**
 * One question on a paper, and what may be answered.
 *
 * @param question its key
 * @param options by their keys
 * @param form how one answers
 * @param most how many options may be chosen or ranked; all of them may be marked
 */
public record Asked(String question, List<String> options, Form form, int most) {

  /** How one answers. */
  public enum Form {
    /** Names options, in whatever order. */
    CHOOSE,
    /** Names options, the best first. */
    RANK,
    /** Marks options with yes, no or abstain. */
    MARK
  }
}
