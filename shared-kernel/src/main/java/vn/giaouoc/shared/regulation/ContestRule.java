package vn.giaouoc.shared.regulation;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.cycle.Contest;

/**
 * A contest (cuộc đua) of a bloc: who is held against whom, and by what. Where a regulation lists
 * contests, it has these and no other; where it lists none, all members are in one.
 *
 * @param id how it is called where its ranking is told
 * @param name its name
 * @param clause where the regulation says so
 * @param group only members of this group; absent: of any
 * @param memberKind only members of this kind; absent: of any
 * @param content ranked by the points of this content only: a track; absent: by all points
 * @param places only so many places are given; absent: all are ranked
 */
public record ContestRule(
    Contest id,
    String name,
    String clause,
    @Nullable String group,
    @Nullable String memberKind,
    @Nullable String content,
    @Nullable Integer places) {

  /** Whether a member has to be in a group, or of a kind, to be in it. */
  public boolean asksWhereMembersStand() {
    return group != null || memberKind != null;
  }

  /**
   * Whether a member is in it.
   *
   * @param itsGroup its group; absent where none is told
   * @param itsKind its kind; absent where none is told
   */
  public boolean isFor(@Nullable String itsGroup, @Nullable String itsKind) {
    return (group == null || group.equals(itsGroup))
        && (memberKind == null || memberKind.equals(itsKind));
  }
}
