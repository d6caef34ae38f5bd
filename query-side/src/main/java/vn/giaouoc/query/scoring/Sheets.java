package vn.giaouoc.query.scoring;

import java.util.List;
import vn.giaouoc.shared.cycle.CycleId;

/**
 * All score sheets of a cycle.
 *
 * @param cycle which cycle
 * @param sheets the sheets, by unit
 */
record Sheets(CycleId cycle, List<Sheet> sheets) {}
