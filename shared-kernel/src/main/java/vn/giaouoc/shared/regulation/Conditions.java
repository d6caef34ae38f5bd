package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.regulation.Condition.FoundByPeople;
import vn.giaouoc.shared.regulation.Condition.InClass;
import vn.giaouoc.shared.regulation.Condition.LeastIn;
import vn.giaouoc.shared.regulation.Condition.LeastPoints;
import vn.giaouoc.shared.regulation.Condition.NotAgain;
import vn.giaouoc.shared.regulation.Condition.PledgeSigned;
import vn.giaouoc.shared.regulation.Condition.PriorTitle;
import vn.giaouoc.shared.regulation.Condition.StepInTime;
import vn.giaouoc.shared.regulation.Scale.By;

/** Conditions in words. */
final class Conditions {

  private Conditions() {}

  static String vietnamese(Condition condition) {
    return switch (condition) {
      case PledgeSigned(var inTime, _) -> "ký giao ước thi đua" + (inTime ? " đúng hạn" : "");
      case StepInTime(var step, _) -> step(step) + " đúng hạn";
      case LeastPoints(var by, var from, _) ->
          "đạt từ " + plain(from).replace('.', ',') + (by == By.RATE ? " %" : " điểm");
      case LeastIn(var of, var percent, _) ->
          "đạt từ " + plain(percent).replace('.', ',') + " % điểm chuẩn của " + of;
      case InClass(var name, _) -> "xếp loại " + name + " trở lên";
      case PriorTitle(var title, var years, _) ->
          "đã được tặng " + title(title) + " " + years + " năm liền trước";
      case NotAgain(var title, var years, _) ->
          "chưa được tặng " + title(title) + " trong " + years + " năm trước";
      case FoundByPeople(_, var name, _) -> name;
    };
  }

  static String english(Condition condition) {
    return switch (condition) {
      case PledgeSigned(var inTime, _) -> "pledge signed" + (inTime ? " in time" : "");
      case StepInTime(var step, _) -> step.code() + " in time";
      case LeastPoints(var by, var from, _) ->
          "at least " + plain(from) + (by == By.RATE ? " %" : " points");
      case LeastIn(var of, var percent, _) ->
          "at least " + plain(percent) + " % of the standard points of " + of;
      case InClass(var name, _) -> "class " + name + " or a better one";
      case PriorTitle(var title, var years, _) ->
          title.code() + " in each of the " + years + " years before";
      case NotAgain(var title, var years, _) ->
          "no " + title.code() + " in the " + years + " years before";
      case FoundByPeople(_, var name, _) -> name;
    };
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
  }

  private static String step(Step step) {
    return switch (step) {
      case REGULATION -> "ban hành quy chế";
      case PLEDGE -> "ký giao ước";
      case MID_YEAR_REVIEW -> "báo cáo sơ kết";
      case SCORING -> "tự chấm điểm";
      case YEAR_END_REVIEW -> "báo cáo tổng kết";
      case RANKING -> "xếp hạng";
      case AWARD_PROPOSAL -> "đề nghị khen thưởng";
      case DESIGNATION -> "chọn khối trưởng";
      case HANDOVER -> "bàn giao";
    };
  }

  private static String title(Title title) {
    return switch (title) {
      case FLAG -> "cờ thi đua";
      case CERTIFICATE_OF_MERIT -> "bằng khen";
      case CERTIFICATE_OF_COMMENDATION -> "giấy khen";
    };
  }
}
