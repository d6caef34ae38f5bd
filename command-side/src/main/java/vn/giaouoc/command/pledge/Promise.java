package vn.giaouoc.command.pledge;

/** What other contexts may ask of the pledge of one party in one cycle. */
public interface Promise {

  /** Whether it is signed. */
  boolean signed();

  /** Whether the mid-year review is submitted. */
  boolean midYearSubmitted();

  /** Whether the year-end report is submitted. */
  boolean yearEndSubmitted();
}
