package vn.giaouoc.shared.poll;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.unit.UnitId;

/**
 * One question of a poll. A paper may ask several at once: the flag, the certificates, the leader.
 *
 * @param key its short name within the poll
 * @param subjects what is decided by it
 * @param contest among whom
 * @param text the question in words
 * @param form what a voter may answer
 * @param options what can be chosen
 * @param seats how many may be chosen
 * @param choices how many a voter may choose
 * @param threshold how many voices it needs
 * @param rounds how many times at most it may be voted on, the first included; absent where the
 *     regulation does not state it
 * @param ties what decides between equals, in this order; empty where the regulation does not state
 *     it
 */
public record Question(
    String key,
    List<Subject> subjects,
    Contest contest,
    Words text,
    Form form,
    List<Option> options,
    int seats,
    int choices,
    Threshold threshold,
    @Nullable Integer rounds,
    List<TieRule> ties) {

  /** What a voter may answer. */
  public enum Form implements Code {
    /** Names so many options at most. */
    CHOOSE,
    /** Says yes or no to each option, or neither. */
    JUDGE,
    /** Puts options in an order, the best first. */
    ORDER
  }

  /**
   * What can be chosen.
   *
   * @param key its short name within the question
   * @param unit the unit that is chosen by it, if one is
   * @param text what it says in words, if it is none
   */
  public record Option(String key, @Nullable UnitId unit, @Nullable Words text) {}

  /** The names of the options, in the order of the paper. */
  public List<String> keys() {
    return options.stream().map(Option::key).toList();
  }

  /** The units behind these options, in their order. */
  public List<UnitId> units(List<String> keys) {
    return keys.stream().map(this::unit).flatMap(Optional::stream).toList();
  }

  private Optional<UnitId> unit(String key) {
    return options.stream()
        .filter(option -> option.key().equals(key))
        .findFirst()
        .map(Option::unit);
  }

  /** The most points that one paper can give to one option: 1, or in an order its place. */
  public int mostForOne() {
    return form == Form.ORDER ? options.size() : 1;
  }

  /** The most points that one paper can give away. */
  public int mostForAll() {
    return form == Form.ORDER ? options.size() * (options.size() + 1) / 2 : choices;
  }
}
