package vn.giaouoc.shared.poll;

import vn.giaouoc.shared.Code;

/**
 * One step of what decides between equals.
 *
 * @param by what decides
 * @param clause where the regulation says so
 */
public record TieRule(By by, String clause) {

  /** What decides between equals. */
  public enum By implements Code {
    /** They alone are voted on again. */
    RUN_OFF,
    /** Whoever presides decides. */
    CHAIR,
    /** Lots are drawn, so that anybody can draw them again. */
    LOTS
  }
}
