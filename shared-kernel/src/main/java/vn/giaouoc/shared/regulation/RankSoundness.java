package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.ClassRule;
import vn.giaouoc.shared.regulation.Scale.LayerRule;
import vn.giaouoc.shared.regulation.Scale.RankRule;
import vn.giaouoc.shared.regulation.Scale.Scorer;
import vn.giaouoc.shared.regulation.Scale.TieBy;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Scale.Who;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;

/** Whether a scale ranks and classes units, and says who scores, without contradicting itself. */
final class RankSoundness {

  private final Findings found;
  private final Regulation regulation;

  RankSoundness(Findings found, Regulation regulation) {
    this.found = found;
    this.regulation = regulation;
  }

  void rank(Scale scale, String place) {
    RankRule rule = scale.rank();
    if (rule == null) {
      found.about(scale.clause());
      if (scale.classes() == null) {
        found.stated(null, place, "cách xếp hạng hoặc xếp loại", "how units are ranked or classed");
      }
      return;
    }
    found.about(rule.clause());
    found.text(rule.clause(), place + "/clause");
    found.there(rule.by(), place + "/by");
    boolean share = regulation.scoring() != null && regulation.scoring().equalRanks();
    boolean decided = false;
    boolean lots = false;
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < rule.ties().size(); i++) {
      TieStep step = rule.ties().get(i);
      String at = place + "/ties/" + i;
      found.about(step.clause());
      found.text(step.clause(), at + "/clause");
      if (!found.there(step.by(), at + "/by")) {
        continue;
      }
      found.once(seen.add(step.by() + "/" + step.of()), at + "/by", step.by().code());
      of(step, scale, at + "/of");
      found.holds(
          !decided || step.by().isDecision(),
          at + "/by",
          "Sau khi con người quyết định thì không còn xét đến số liệu nữa",
          "After people have decided, figures are not looked at any more");
      found.holds(
          !lots, at + "/by", "Sau bốc thăm không còn bước nào", "Nothing comes after drawing lots");
      found.holds(
          !(share && step.by().isDecision()),
          at + "/by",
          "Quy chế cho đồng hạng (scoring.equalRanks), nên không có bước này",
          "The regulation lets units share a rank (scoring.equalRanks); then there is no such"
              + " step");
      found.holds(
          step.by() != TieBy.POINTS || rule.by() != By.POINTS,
          at + "/by",
          "Đã xếp hạng theo điểm thì điểm bằng nhau không phân biệt được",
          "Units that are ranked by points are not told apart by points");
      decided |= step.by().isDecision();
      lots |= step.by() == TieBy.LOTS;
    }
    if (!share && !decided) {
      found.about(rule.clause());
      found.stated(
          null,
          place + "/ties",
          "bước quyết định cuối cùng khi các đơn vị vẫn bằng nhau (ballot, chair, lots)",
          "what decides where units are still equal (ballot, chair, lots)");
    }
  }

  private void of(TieStep step, Scale scale, String place) {
    boolean known =
        switch (step.by()) {
          case CONTENT ->
              step.of() != null
                  && scale.contents().stream().anyMatch(each -> step.of().equals(each.id()));
          case CRITERION ->
              step.of() != null && scale.criteria().anyMatch(each -> step.of().equals(each.id()));
          case FEWER_PENALTIES, BONUS, POINTS, BALLOT, CHAIR, LOTS -> step.of() == null;
        };
    found.holds(
        known,
        place,
        "Không có nội dung hay tiêu chí '" + step.of() + "' cho bước này",
        "There is no content or criterion '" + step.of() + "' for this step");
  }

  void classes(@Nullable ClassRule rule, String place) {
    if (rule == null) {
      return;
    }
    found.about(rule.clause());
    found.text(rule.clause(), place + "/clause");
    found.there(rule.by(), place + "/by");
    found.stated(
        rule.classes().isEmpty() ? null : rule, place + "/classes", "các loại", "the classes");
    found.most(rule.classes(), Findings.MOST_PARTS, place + "/classes");
    Set<Object> names = new HashSet<>();
    BigDecimal last = null;
    for (int i = 0; i < rule.classes().size(); i++) {
      Scale.Grade grade = rule.classes().get(i);
      String at = place + "/classes/" + i;
      found.text(grade.name(), at + "/name");
      found.once(names.add(String.valueOf(grade.name())), at + "/name", grade.name());
      if (found.there(grade.from(), at + "/from")) {
        found.number(grade.from(), at + "/from");
        found.holds(
            last == null || grade.from().compareTo(last) < 0,
            at + "/from",
            "Các loại phải xếp từ cao xuống thấp",
            "Classes go from the best down");
        last = grade.from();
      }
    }
  }

  void layers(@Nullable LayerRule rule, String place) {
    found.stated(rule, place, "ai chấm lớp điểm nào, lớp nào được tính", "who scores which layer");
    if (rule == null) {
      return;
    }
    found.about(rule.clause());
    found.text(rule.clause(), place + "/clause");
    Set<Layer> scored = new HashSet<>();
    for (int i = 0; i < rule.scores().size(); i++) {
      Scorer scorer = rule.scores().get(i);
      String at = place + "/scores/" + i;
      if (found.there(scorer.layer(), at + "/layer") & found.there(scorer.by(), at + "/by")) {
        scored.add(scorer.layer());
        found.holds(
            (scorer.layer() == Layer.SELF) == (scorer.by() == Who.UNIT),
            at + "/by",
            "Đơn vị chỉ tự chấm lớp 'self', và lớp ấy không ai chấm thay",
            "A unit scores its own layer 'self' and no other, and nobody else scores that");
      }
    }
    found.stated(
        rule.counts().isEmpty() ? null : rule,
        place + "/counts",
        "lớp điểm nào được tính",
        "which layer counts");
    Set<Layer> counted = new HashSet<>();
    for (int i = 0; i < rule.counts().size(); i++) {
      Layer layer = rule.counts().get(i);
      found.once(counted.add(layer), place + "/counts/" + i, layer.code());
      found.holds(
          scored.contains(layer),
          place + "/counts/" + i,
          "Lớp điểm này được tính nhưng không ai chấm",
          "This layer counts, but nobody scores it");
    }
  }
}
