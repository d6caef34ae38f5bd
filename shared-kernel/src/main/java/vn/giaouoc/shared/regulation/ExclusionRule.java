package vn.giaouoc.shared.regulation;

/**
 * A ground on which a unit takes no part in ranking and awards. Where a regulation lists any, a
 * unit is excluded by one of these and by nothing else.
 *
 * @param id what it is called where a unit is excluded by it
 * @param name what it is
 * @param clause where the regulation says so
 */
public record ExclusionRule(String id, String name, String clause) {}
