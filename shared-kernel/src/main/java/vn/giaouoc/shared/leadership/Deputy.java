package vn.giaouoc.shared.leadership;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A deputy unit (khối phó).
 *
 * @param unit the unit
 * @param rank first, second, … deputy; absent where deputies are not ranked
 */
public record Deputy(UnitId unit, @Nullable Integer rank) {}
