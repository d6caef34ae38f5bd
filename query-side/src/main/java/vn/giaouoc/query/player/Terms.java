package vn.giaouoc.query.player;

import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.complaint.ComplaintEvent.Finding;
import vn.giaouoc.shared.complaint.ComplaintEvent.Handler;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.report.ReportEvent.Stage;

/** What the codes in events are called in a sentence. */
final class Terms {

  private Terms() {}

  static Sentence of(Step step) {
    return switch (step) {
      case REGULATION -> new Sentence("ban hành quy chế", "the regulation");
      case PLEDGE -> new Sentence("ký giao ước", "signing the pledges");
      case MID_YEAR_REVIEW -> new Sentence("sơ kết 6 tháng", "the mid-year review");
      case SCORING -> new Sentence("chấm điểm", "scoring");
      case YEAR_END_REVIEW -> new Sentence("tổng kết năm", "the year-end review");
      case RANKING -> new Sentence("xếp hạng", "the ranking");
      case AWARD_PROPOSAL -> new Sentence("đề nghị khen thưởng", "proposing awards");
      case DESIGNATION -> new Sentence("chọn khối trưởng", "choosing the leader");
      case HANDOVER -> new Sentence("bàn giao khối trưởng", "the handover");
    };
  }

  static Sentence of(StepState state) {
    return switch (state) {
      case PLANNED -> new Sentence("dự kiến", "planned");
      case DUE -> new Sentence("đến hạn", "due");
      case DONE -> new Sentence("đã thực hiện", "done");
      case SKIPPED -> new Sentence("không tổ chức", "left out");
    };
  }

  static Sentence of(Mode mode) {
    return switch (mode) {
      case ELECTED -> new Sentence("bầu", "by election");
      case AGREED -> new Sentence("thống nhất", "by agreement");
      case ROTATED -> new Sentence("luân phiên", "by rotation");
      case APPOINTED -> new Sentence("chỉ định", "by appointment");
      case ACCLAIMED -> new Sentence("suy tôn", "by acclamation");
    };
  }

  static Sentence of(ConferenceKind kind) {
    return switch (kind) {
      case PLEDGE -> new Sentence("ký kết giao ước", "on the pledges");
      case MID_YEAR -> new Sentence("sơ kết 6 tháng", "at mid-year");
      case NINE_MONTH -> new Sentence("sơ kết 9 tháng", "after nine months");
      case YEAR_END -> new Sentence("tổng kết năm", "at the end of the year");
      case PREPARATORY -> new Sentence("trù bị", "to prepare");
      case EXTRAORDINARY -> new Sentence("bất thường", "beyond the plan");
    };
  }

  static Sentence of(EntryKind kind) {
    return switch (kind) {
      case COMMENT -> new Sentence("có ý kiến", "commented");
      case INSTRUCTION -> new Sentence("chỉ đạo", "instructed");
      case ASSIGNMENT -> new Sentence("giao nhiệm vụ", "assigned a task");
      case REQUEST -> new Sentence("đề nghị", "asked for something");
      case LIMITATION -> new Sentence("nêu hạn chế", "named a weakness");
      case DIRECTION -> new Sentence("nêu phương hướng", "set a direction");
    };
  }

  static Sentence of(Method method) {
    return switch (method) {
      case DELIBERATION -> new Sentence("trao đổi, bàn bạc", "deliberation");
      case SCORING -> new Sentence("chấm điểm", "scoring");
      case CONSENSUS -> new Sentence("thống nhất chung", "consensus");
      case SHOW_OF_HANDS -> new Sentence("giơ tay", "show of hands");
      case NAMED_VOTE -> new Sentence("ghi danh", "a named vote");
      case BALLOT -> new Sentence("bỏ phiếu", "ballot");
      case SECRET_BALLOT -> new Sentence("bỏ phiếu kín điện tử", "secret electronic ballot");
    };
  }

  static Sentence of(Subject subject) {
    return switch (subject) {
      case TEXTS -> new Sentence("các văn bản", "texts");
      case RANKING -> new Sentence("xếp hạng", "the ranking");
      case AWARDS -> new Sentence("khen thưởng", "awards");
      case LEADERSHIP -> new Sentence("khối trưởng", "the leader");
      case DEPUTIES -> new Sentence("khối phó", "the deputies");
    };
  }

  static Sentence of(Title title) {
    return switch (title) {
      case FLAG -> new Sentence("Cờ thi đua", "the emulation flag");
      case CERTIFICATE_OF_MERIT -> new Sentence("Bằng khen", "the certificate of merit");
      case CERTIFICATE_OF_COMMENDATION ->
          new Sentence("Giấy khen", "the certificate of commendation");
    };
  }

  static Sentence of(Stage stage) {
    return switch (stage) {
      case MID_YEAR -> new Sentence("sơ kết 6 tháng", "mid-year");
      case NINE_MONTH -> new Sentence("sơ kết 9 tháng", "nine-month");
      case YEAR_END -> new Sentence("tổng kết năm", "year-end");
    };
  }

  static Sentence of(Handler handler) {
    return switch (handler) {
      case LEADERSHIP -> new Sentence("khối trưởng", "the leadership");
      case BOARD -> new Sentence("Hội đồng", "the board");
    };
  }

  static Sentence of(Finding finding) {
    return switch (finding) {
      case UPHELD -> new Sentence("khiếu nại đúng", "upheld");
      case UPHELD_IN_PART -> new Sentence("khiếu nại đúng một phần", "upheld in part");
      case DISMISSED -> new Sentence("khiếu nại sai", "dismissed");
    };
  }

  static Sentence of(PaperKind kind) {
    return switch (kind) {
      case BC -> new Sentence("báo cáo", "report");
      case BB -> new Sentence("biên bản", "minutes");
      case TTR -> new Sentence("tờ trình", "submission");
      case QD -> new Sentence("quyết định", "decision");
      case QC -> new Sentence("quy chế", "regulation");
      case TB -> new Sentence("thông báo", "announcement");
      case KH -> new Sentence("kế hoạch", "plan");
      case GM -> new Sentence("giấy mời", "invitation");
      case GUQ -> new Sentence("giấy ủy quyền", "letter of delegation");
    };
  }
}
