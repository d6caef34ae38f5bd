package vn.giaouoc.shared.regulation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.giaouoc.shared.regulation.Finding.Kind;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Regulation.StepRule;

/**
 * Whether a regulation can be decided by. What it does not state is not wrong, only unknown; what
 * it states must be whole, with its clause, and must not contradict itself. Nothing here throws,
 * whatever a reader of JSON made of the document.
 */
public final class Soundness {

  private final Findings found = new Findings();
  private final Regulation regulation;

  private Soundness(Regulation regulation) {
    this.regulation = regulation;
  }

  /** Everything that is to be said about a regulation, in the order of the document. */
  public static List<Finding> of(Regulation regulation) {
    Soundness soundness = new Soundness(regulation);
    soundness.head();
    soundness.steps();
    soundness.scoring();
    if (regulation.scale() != null) {
      new ScaleSoundness(soundness.found, regulation).scale(regulation.scale());
    }
    new ContestSoundness(soundness.found, regulation).contests();
    AwardSoundness awards = new AwardSoundness(soundness.found, regulation);
    awards.awards();
    awards.exclusions();
    return soundness.found.all();
  }

  private void head() {
    found.text(regulation.number(), "/number");
    found.text(regulation.title(), "/title");
    found.there(regulation.validFrom(), "/validFrom");
  }

  private void steps() {
    Set<Object> seen = new HashSet<>();
    LocalDate last = LocalDate.MIN;
    for (int i = 0; i < regulation.steps().size(); i++) {
      StepRule rule = regulation.steps().get(i);
      String place = "/steps/" + i;
      found.about(rule.clause());
      found.text(rule.clause(), place + "/clause");
      if (found.there(rule.step(), place + "/step")) {
        found.once(seen.add(rule.step()), place + "/step", rule.step().code());
      }
      if (rule.due() != null) {
        if (rule.due().isBefore(last)) {
          found.add(
              place + "/due",
              Kind.OUT_OF_ORDER,
              "Thời hạn này đến trước thời hạn của bước đứng trước",
              "This is due before a step that comes before it");
        }
        last = rule.due();
      }
    }
  }

  private void scoring() {
    ScoringRule rule = regulation.scoring();
    if (rule == null) {
      return;
    }
    found.about(rule.clause());
    found.text(rule.clause(), "/scoring/clause");
    if (found.there(rule.maximum(), "/scoring/maximum")) {
      found.positive(rule.maximum(), "/scoring/maximum");
    }
  }
}
