package vn.giaouoc.shared.regulation;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.cycle.Contest;

/** Whether contests are told apart, and each can be ranked. */
final class ContestSoundness {

  private final Findings found;
  private final Regulation regulation;

  ContestSoundness(Findings found, Regulation regulation) {
    this.found = found;
    this.regulation = regulation;
  }

  void contests() {
    found.most(regulation.contests(), Findings.MOST_PARTS, "/contests");
    Set<Object> ids = new HashSet<>();
    for (int i = 0; i < regulation.contests().size(); i++) {
      ContestRule rule = regulation.contests().get(i);
      String place = "/contests/" + i;
      found.about(rule.clause());
      found.text(rule.clause(), place + "/clause");
      found.text(rule.name(), place + "/name");
      if (found.there(rule.id(), place + "/id")) {
        found.once(ids.add(rule.id()), place + "/id", rule.id().name());
        found.holds(
            !rule.id().equals(Contest.WHOLE_BLOC) || !rule.asksWhereMembersStand(),
            place + "/id",
            "Cuộc đua 'bloc' là của cả khối, không của riêng nhóm hay loại thành viên nào",
            "The contest 'bloc' is that of the whole bloc, not of a group or a kind of members");
      }
      optional(rule.group(), place + "/group");
      optional(rule.memberKind(), place + "/memberKind");
      found.holds(
          rule.content() == null || hasContent(rule.content()),
          place + "/content",
          "Thang điểm không có nội dung '" + rule.content() + "'",
          "The scale has no content '" + rule.content() + "'");
      found.possible(
          rule.places() == null || rule.places() > 0,
          place + "/places",
          "phải lớn hơn 0",
          "must be more than 0");
    }
  }

  private void optional(@Nullable String text, String place) {
    if (text != null) {
      found.text(text, place);
    }
  }

  private boolean hasContent(String id) {
    Scale scale = regulation.scale();
    return scale != null && scale.contents().stream().anyMatch(each -> id.equals(each.id()));
  }
}
