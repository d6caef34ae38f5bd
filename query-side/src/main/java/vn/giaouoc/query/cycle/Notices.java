package vn.giaouoc.query.cycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a unit has to know.
 *
 * @param unit which unit
 * @param notices what concerns it, in the order in which it came about
 */
record Notices(UnitId unit, List<Notice> notices) {

  /** What a notice is about. */
  enum About implements Code {
    REMINDER,
    ASSIGNMENT,
    EXCLUDED,
    READMITTED,
    SHEET_RETURNED
  }

  /**
   * One notice.
   *
   * @param cycle of which year; absent where it is about what a conference assigned
   * @param step what it is reminded of
   * @param due by when
   * @param clause the clause of a decision
   * @param conference which conference assigned it
   * @param assignment what that is
   */
  record Notice(
      About about,
      @Nullable CycleId cycle,
      @Nullable Step step,
      @Nullable LocalDate due,
      @Nullable String clause,
      Dated on,
      @Nullable ConferenceId conference,
      @Nullable Words assignment) {

    /** About a year. */
    Notice(
        About about,
        CycleId cycle,
        @Nullable Step step,
        @Nullable LocalDate due,
        @Nullable String clause,
        Dated on) {
      this(about, cycle, step, due, clause, on, null, null);
    }
  }

  Notices with(Notice notice) {
    return new Notices(unit, Lists.with(notices, notice));
  }
}
