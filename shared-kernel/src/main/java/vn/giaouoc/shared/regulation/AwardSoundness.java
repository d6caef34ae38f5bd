package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Slug;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.regulation.Condition.FoundByPeople;
import vn.giaouoc.shared.regulation.Condition.InClass;
import vn.giaouoc.shared.regulation.Condition.LeastIn;
import vn.giaouoc.shared.regulation.Condition.LeastPoints;
import vn.giaouoc.shared.regulation.Condition.NotAgain;
import vn.giaouoc.shared.regulation.Condition.PledgeSigned;
import vn.giaouoc.shared.regulation.Condition.PriorTitle;
import vn.giaouoc.shared.regulation.Condition.StepInTime;
import vn.giaouoc.shared.regulation.CountRule.Across;
import vn.giaouoc.shared.regulation.CountRule.Fixed;
import vn.giaouoc.shared.regulation.CountRule.Places;
import vn.giaouoc.shared.regulation.CountRule.Ratio;
import vn.giaouoc.shared.regulation.CountRule.TheRest;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Scale.By;

/** Whether it can be told from the document who may be proposed, and who is excluded. */
final class AwardSoundness {

  /** What the bloc asks of each member. */
  private static final Set<Step> OF_MEMBERS =
      Set.of(Step.PLEDGE, Step.MID_YEAR_REVIEW, Step.SCORING, Step.YEAR_END_REVIEW);

  private static final int MOST_YEARS = 20;

  private final Findings found;
  private final Regulation regulation;

  AwardSoundness(Findings found, Regulation regulation) {
    this.found = found;
    this.regulation = regulation;
  }

  private record Given(
      Title title, Track track, @Nullable String authority, @Nullable Contest contest) {}

  void awards() {
    found.most(regulation.awards(), Findings.MOST_PARTS, "/awards");
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < regulation.awards().size(); i++) {
      AwardRule rule = regulation.awards().get(i);
      String place = "/awards/" + i;
      found.about(rule.clause());
      found.text(rule.clause(), place + "/clause");
      if (rule.authority() != null) {
        found.text(rule.authority(), place + "/authority");
      }
      contests(rule, place + "/contests");
      if (found.there(rule.title(), place + "/title")
          & found.there(rule.track(), place + "/track")) {
        found.once(isFirst(rule, seen), place + "/title", name(rule));
      }
      found.stated(
          rule.count(), place + "/count", "được đề nghị bao nhiêu", "how many may be proposed");
      if (rule.count() != null) {
        count(rule, rule.count(), place + "/count");
      }
      conditions(rule, place + "/conditions");
    }
  }

  private boolean isFirst(AwardRule rule, Set<Object> seen) {
    if (rule.contests().isEmpty()) {
      return seen.stream()
              .noneMatch(
                  each -> each instanceof Given given && given.equals(in(rule, given.contest())))
          & seen.add(in(rule, null));
    }
    boolean first = !seen.contains(in(rule, null));
    for (Contest contest : rule.contests()) {
      first &= seen.add(in(rule, contest));
    }
    return first;
  }

  private static Given in(AwardRule rule, @Nullable Contest contest) {
    return new Given(rule.title(), rule.track(), rule.authority(), contest);
  }

  private static String name(AwardRule rule) {
    return rule.title().code() + ", " + rule.track().code();
  }

  private void contests(AwardRule rule, String place) {
    Set<Object> named = new HashSet<>();
    for (int i = 0; i < rule.contests().size(); i++) {
      Contest contest = rule.contests().get(i);
      found.once(named.add(contest), place + "/" + i, contest.name());
      found.holds(
          regulation.contests().isEmpty()
              ? contest.equals(Contest.WHOLE_BLOC)
              : regulation.has(contest),
          place + "/" + i,
          "Quy chế không có cuộc đua '" + contest.name() + "'",
          "The regulation has no contest '" + contest.name() + "'");
    }
  }

  private void count(AwardRule rule, CountRule count, String place) {
    switch (count) {
      case Fixed each ->
          found.possible(
              each.number() >= 0, place + "/number", "không được âm", "must not be negative");
      case Ratio each -> {
        share(each.percent(), place);
        found.there(each.of(), place + "/of");
        found.there(each.parts(), place + "/parts");
      }
      case Places each -> places(rule, each, place);
      case TheRest _ -> {}
      case Across each -> across(each, place);
    }
  }

  private void share(@Nullable BigDecimal percent, String place) {
    if (found.there(percent, place + "/percent")) {
      found.positive(percent, place + "/percent");
      found.percent(percent, place + "/percent");
    }
  }

  private void places(AwardRule rule, Places count, String place) {
    found.possible(count.from() > 0, place + "/from", "phải lớn hơn 0", "must be more than 0");
    found.possible(
        count.to() >= count.from(),
        place + "/to",
        "không được nhỏ hơn 'from'",
        "must not be less than 'from'");
    for (ContestRule contest : regulation.contests()) {
      found.holds(
          !rule.isGivenIn(contest.id())
              || contest.places() == null
              || count.to() <= contest.places(),
          place + "/to",
          "Cuộc đua '" + contest.id().name() + "' chỉ xếp đến hạng " + contest.places(),
          "The contest '" + contest.id().name() + "' has " + contest.places() + " places only");
    }
  }

  private void across(Across count, String place) {
    found.text(count.id(), place + "/id");
    found.possible(
        Slug.isChosen(count.id()),
        place + "/id",
        "phải là chữ thường không dấu và số, nối bằng '-' hoặc '.'",
        "must be small letters and digits, joined by '-' and '.'");
    Set<BlocId> blocs = new HashSet<>();
    for (int i = 0; i < count.blocs().size(); i++) {
      BlocId bloc = count.blocs().get(i);
      found.once(blocs.add(bloc), place + "/blocs/" + i, bloc.slug());
    }
    found.possible(
        count.blocs().size() > 1, place + "/blocs", "phải có từ hai khối", "must be two or more");
    found.holds(
        (count.number() == null) != (count.percent() == null),
        place,
        "Nêu hoặc 'number' hoặc 'percent', không nêu cả hai",
        "State either 'number' or 'percent', not both");
    if (count.percent() != null) {
      share(count.percent(), place);
      found.there(count.parts(), place + "/parts");
    }
    found.possible(
        count.number() == null || count.number() >= 0,
        place + "/number",
        "không được âm",
        "must not be negative");
  }

  private void conditions(AwardRule rule, String place) {
    found.most(rule.conditions(), Findings.MOST_PARTS, place);
    Set<Object> ids = new HashSet<>();
    for (int i = 0; i < rule.conditions().size(); i++) {
      Condition condition = rule.conditions().get(i);
      String at = place + "/" + i;
      found.about(condition.clause());
      found.text(condition.clause(), at + "/clause");
      condition(condition, ids, at);
    }
  }

  private void condition(Condition condition, Set<Object> ids, String place) {
    Scale scale = regulation.scale();
    switch (condition) {
      case PledgeSigned _ -> {}
      case StepInTime each -> {
        if (found.there(each.step(), place + "/step")) {
          found.holds(
              OF_MEMBERS.contains(each.step()),
              place + "/step",
              "Bước này không phải việc của từng đơn vị",
              "This step is not for each member to take");
        }
      }
      case LeastPoints each -> {
        if (found.there(each.by(), place + "/by")) {
          found.holds(
              each.by() != By.RATE || scale != null,
              place + "/by",
              "Không có thang điểm thì không có tỷ lệ",
              "Without a scale there is no rate");
        }
        if (found.there(each.from(), place + "/from")) {
          found.positive(each.from(), place + "/from");
          ScoringRule scoring = regulation.scoring();
          if (each.by() == By.POINTS && scoring != null) {
            found.within(each.from(), scoring.maximum(), place + "/from", "scoring.maximum");
          }
        }
      }
      case LeastIn each -> {
        found.text(each.of(), place + "/of");
        found.holds(
            scale != null
                && (scale.contents().stream().anyMatch(of -> Objects.equals(of.id(), each.of()))
                    || scale.criteria().anyMatch(of -> Objects.equals(of.id(), each.of()))),
            place + "/of",
            "Thang điểm không có nội dung hay tiêu chí '" + each.of() + "'",
            "The scale has no content or criterion '" + each.of() + "'");
        share(each.percent(), place);
      }
      case InClass each -> {
        found.text(each.name(), place + "/name");
        found.holds(
            scale != null
                && scale.classes() != null
                && scale.classes().classes().stream()
                    .anyMatch(grade -> Objects.equals(grade.name(), each.name())),
            place + "/name",
            "Không có loại '" + each.name() + "'",
            "There is no class '" + each.name() + "'");
      }
      case PriorTitle each -> years(each.title(), each.years(), place);
      case NotAgain each -> years(each.title(), each.years(), place);
      case FoundByPeople each -> {
        found.id(each.id(), ids, place + "/id");
        found.text(each.name(), place + "/name");
      }
    }
  }

  private void years(@Nullable Title title, int years, String place) {
    found.there(title, place + "/title");
    found.possible(
        years > 0 && years <= MOST_YEARS,
        place + "/years",
        "phải từ 1 đến " + MOST_YEARS,
        "must be from 1 to " + MOST_YEARS);
  }

  void exclusions() {
    List<ExclusionRule> rules = regulation.exclusions();
    found.most(rules, Findings.MOST_PARTS, "/exclusions");
    Set<Object> ids = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      ExclusionRule rule = rules.get(i);
      String place = "/exclusions/" + i;
      found.about(rule.clause());
      found.text(rule.clause(), place + "/clause");
      found.text(rule.name(), place + "/name");
      found.id(rule.id(), ids, place + "/id");
    }
  }
}
