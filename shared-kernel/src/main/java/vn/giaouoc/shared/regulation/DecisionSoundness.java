package vn.giaouoc.shared.regulation;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.poll.Absence;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.Quorum;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.TieRule;
import vn.giaouoc.shared.regulation.LeadershipRule.Barred;
import vn.giaouoc.shared.regulation.LeadershipRule.Barred.Who;
import vn.giaouoc.shared.regulation.LeadershipRule.Seat;

/** Whether what is said of polls and of who leads can be kept, and does not contradict itself. */
final class DecisionSoundness {

  private static final int MOST_MONTHS = 120;
  private static final int MOST_ROUNDS = 10;
  private static final int MOST_DEPUTIES = 20;

  private final Findings found;
  private final Regulation regulation;

  DecisionSoundness(Findings found, Regulation regulation) {
    this.found = found;
    this.regulation = regulation;
  }

  void polls() {
    found.most(regulation.polls(), Findings.MOST_PARTS, "/polls");
    Set<Object> subjects = new HashSet<>();
    for (int i = 0; i < regulation.polls().size(); i++) {
      poll(regulation.polls().get(i), subjects, "/polls/" + i);
    }
  }

  private void poll(PollRule rule, Set<Object> subjects, String place) {
    found.about(rule.clause());
    found.text(rule.clause(), place + "/clause");
    found.there(rule.subjects().isEmpty() ? null : rule, place + "/subjects");
    for (int i = 0; i < rule.subjects().size(); i++) {
      Subject subject = rule.subjects().get(i);
      found.once(subjects.add(subject), place + "/subjects/" + i, subject.code());
    }
    methods(rule, place + "/methods");
    quorum(rule.quorum(), place + "/quorum");
    found.about(rule.clause());
    majority(rule, place + "/majority");
    Integer rounds = rule.rounds();
    found.possible(
        rounds == null || (rounds >= 1 && rounds <= MOST_ROUNDS),
        place + "/rounds",
        "phải từ 1 đến " + MOST_ROUNDS,
        "must be from 1 to " + MOST_ROUNDS);
    ties(rule, place + "/ties");
    Set<Object> absent = new HashSet<>();
    for (int i = 0; i < rule.absent().size(); i++) {
      Absence how = rule.absent().get(i);
      found.once(absent.add(how), place + "/absent/" + i, how.code());
    }
  }

  private void methods(PollRule rule, String place) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < rule.methods().size(); i++) {
      Method method = rule.methods().get(i);
      found.once(seen.add(method), place + "/" + i, method.code());
      found.possible(
          method != Method.DELIBERATION && method != Method.SCORING,
          place + "/" + i,
          "không phải là một cách biểu quyết",
          "is no way of voting");
    }
  }

  private void quorum(@Nullable Quorum quorum, String place) {
    if (quorum == null) {
      return;
    }
    found.about(quorum.clause());
    found.text(quorum.clause(), place + "/clause");
    share(quorum.share(), quorum.of(), quorum.moreThan(), place);
  }

  private void majority(PollRule rule, String place) {
    Threshold majority = rule.majority();
    if (majority == null || !found.there(majority.base(), place + "/base")) {
      return;
    }
    share(majority.share(), majority.of(), majority.moreThan(), place);
    found.holds(
        !majority.ofPapers()
            || rule.methods().isEmpty()
            || rule.methods().stream().anyMatch(DecisionSoundness::isOnPaper),
        place + "/base",
        "Tính trên số phiếu nhưng không có cách nào dùng phiếu",
        "It is a share of papers, but nothing is voted on paper");
  }

  private static boolean isOnPaper(Method method) {
    return method != Method.CONSENSUS
        && method != Method.SHOW_OF_HANDS
        && method != Method.NAMED_VOTE;
  }

  private void share(int share, int of, boolean moreThan, String place) {
    found.possible(
        share > 0 && (moreThan ? share < of : share <= of),
        place + "/share",
        "không phải là một phần có thể đạt được",
        "is no share that can be reached");
  }

  private void ties(PollRule rule, String place) {
    Set<Object> seen = new HashSet<>();
    boolean last = false;
    for (int i = 0; i < rule.ties().size(); i++) {
      TieRule step = rule.ties().get(i);
      String at = place + "/" + i;
      found.about(step.clause());
      found.text(step.clause(), at + "/clause");
      if (!found.there(step.by(), at + "/by")) {
        continue;
      }
      found.once(seen.add(step.by()), at + "/by", step.by().code());
      found.holds(
          !last,
          at + "/by",
          "Bước trước đã quyết định dứt điểm, không còn bước nào sau đó",
          "The step before it always decides; nothing comes after it");
      last = step.by() != TieRule.By.RUN_OFF;
    }
    found.about(rule.clause());
    if (!rule.ties().isEmpty() && !last) {
      found.stated(
          null,
          place,
          "bước quyết định cuối cùng khi vẫn bằng phiếu (chair, lots)",
          "what decides where votes are still equal (chair, lots)");
    }
  }

  void leadership() {
    LeadershipRule rule = regulation.leadership();
    if (rule == null) {
      return;
    }
    String place = "/leadership";
    found.about(rule.clause());
    found.text(rule.clause(), place + "/clause");
    Set<Object> modes = new HashSet<>();
    for (int i = 0; i < rule.modes().size(); i++) {
      found.once(modes.add(rule.modes().get(i)), place + "/modes/" + i, rule.modes().get(i).code());
    }
    months(rule.termMonths(), place + "/termMonths");
    LeadershipRule.Deputies deputies = rule.deputies();
    if (deputies != null) {
      found.about(deputies.clause());
      found.text(deputies.clause(), place + "/deputies/clause");
      found.possible(
          deputies.atLeast() >= 0
              && deputies.atLeast() <= deputies.atMost()
              && deputies.atMost() <= MOST_DEPUTIES,
          place + "/deputies",
          "không phải là một khoảng từ ít đến nhiều",
          "is no range from few to many");
    }
    for (int i = 0; i < rule.seats().size(); i++) {
      seat(rule.seats().get(i), place + "/seats/" + i);
    }
    Set<Object> barred = new HashSet<>();
    for (int i = 0; i < rule.barred().size(); i++) {
      barred(rule.barred().get(i), barred, place + "/barred/" + i);
    }
  }

  private void seat(Seat seat, String place) {
    found.about(seat.clause());
    found.text(seat.clause(), place + "/clause");
    found.there(seat.office(), place + "/office");
    found.text(seat.memberKind(), place + "/memberKind");
    found.possible(
        seat.atLeast() == null || seat.atLeast() >= 1,
        place + "/atLeast",
        "phải từ 1",
        "must be 1 or more");
  }

  private void barred(Barred barred, Set<Object> seen, String place) {
    found.about(barred.clause());
    found.text(barred.clause(), place + "/clause");
    if (!found.there(barred.who(), place + "/who")) {
      return;
    }
    found.once(seen.add(barred.who()), place + "/who", barred.who().code());
    months(barred.months(), place + "/months");
    boolean looksBack = barred.who() == Who.HAS_LED || barred.who() == Who.NEW_MEMBER;
    found.holds(
        looksBack || barred.months() == null,
        place + "/months",
        "Trường hợp này không xét lùi theo tháng",
        "This is not looked back on by months");
    if (looksBack) {
      found.there(barred.months(), place + "/months");
    }
  }

  private void months(@Nullable Integer months, String place) {
    found.possible(
        months == null || (months >= 1 && months <= MOST_MONTHS),
        place,
        "phải từ 1 đến " + MOST_MONTHS,
        "must be from 1 to " + MOST_MONTHS);
  }
}
