package vn.giaouoc.command.mail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.bloc.Roll;
import vn.giaouoc.command.conference.Meeting;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReminded;
import vn.giaouoc.shared.cycle.CycleEvent.ReminderSent;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What mails say: what is due, by when, and where to look. Nothing in them was typed by anybody.
 */
final class Letters {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Streams streams;
  private final MailSettings settings;

  Letters(Streams streams, MailSettings settings) {
    this.streams = streams;
    this.settings = settings;
  }

  /** The mails that a reminder is told by, one to each unit that it names. */
  List<Mail> of(ReminderSent reminder, String event) {
    Year year = streams.peek(Year.class, reminder.cycle().stream());
    String what = called(reminder.step()) + " năm " + year.year();
    return to(reminder.units(), event, year.bloc(), what, reminder.due());
  }

  /** The same for what a conference assigned. What that is, is not repeated: somebody typed it. */
  List<Mail> of(FollowUpReminded reminder, String event) {
    Meeting meeting = streams.peek(Meeting.class, reminder.conference().stream());
    LocalDate day = meeting.openedOn();
    String what =
        "báo cáo kết quả việc được giao tại hội nghị"
            + (day == null ? "" : " ngày " + DAY.format(day));
    return to(reminder.units(), event, meeting.bloc(), what, reminder.due());
  }

  private List<Mail> to(
      List<UnitId> units,
      String event,
      @Nullable BlocId bloc,
      String what,
      @Nullable LocalDate due) {
    String whose =
        bloc == null
            ? ""
            : " của "
                + Objects.requireNonNullElse(
                    streams.peek(Roll.class, bloc.stream()).name(), bloc.slug());
    String subject = "Nhắc việc: " + what + (due == null ? "" : " - thời hạn " + DAY.format(due));
    return units.stream()
        .map(
            unit ->
                new Mail(
                    event + "/" + unit.slug(),
                    unit,
                    oneLine(subject),
                    body(unit, what + whose, due)))
        .toList();
  }

  private String body(UnitId unit, String what, @Nullable LocalDate due) {
    String name = streams.peek(Body.class, unit.stream()).name();
    return Stream.of(
            "Kính gửi: " + Objects.requireNonNullElse(name, unit.slug()) + ",",
            "",
            "Hệ thống chưa ghi nhận đơn vị thực hiện việc sau:",
            "- Nội dung: " + what + ".",
            "- Thời hạn: " + (due == null ? "chưa quy định" : "ngày " + DAY.format(due)) + ".",
            "",
            "Đề nghị đơn vị quan tâm thực hiện. Những việc đến hạn của đơn vị xem trên hệ"
                + " thống Giao Ước"
                + (settings.link().isEmpty() ? "." : ": " + settings.link()),
            "",
            "Thư này do hệ thống tự động gửi, đề nghị không trả lời vào địa chỉ này.")
        .map(Letters::oneLine)
        .collect(Collectors.joining("\r\n"));
  }

  /** A name may not begin a line, or a header, of its own. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** What a step asks of a member, as offices call it. */
  private static String called(Step step) {
    return switch (step) {
      case REGULATION -> "thông qua quy chế hoạt động của khối";
      case PLEDGE -> "ký kết giao ước thi đua";
      case MID_YEAR_REVIEW -> "báo cáo sơ kết phong trào thi đua 6 tháng đầu năm";
      case SCORING -> "tự chấm điểm thi đua";
      case YEAR_END_REVIEW -> "báo cáo tổng kết phong trào thi đua";
      case RANKING -> "xếp hạng thi đua";
      case AWARD_PROPOSAL -> "đề nghị khen thưởng";
      case DESIGNATION -> "cử khối trưởng, khối phó";
      case HANDOVER -> "bàn giao nhiệm vụ khối trưởng";
    };
  }
}
