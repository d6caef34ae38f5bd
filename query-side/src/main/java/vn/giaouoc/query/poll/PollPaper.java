package vn.giaouoc.query.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.print.Occasion;
import vn.giaouoc.query.print.Print;
import vn.giaouoc.query.print.Said;
import vn.giaouoc.shared.poll.Absence;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Decided;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Secrecy;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What papers say of a poll, from its facts as far as the reader may see them: as a record of its
 * own (biên bản kiểm phiếu), and in the minutes of the conference. All figures are those of the
 * events; here they only become words.
 */
public final class PollPaper {

  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

  private PollEvent.@Nullable PollCalled called;
  private @Nullable Fact opening;
  private PollEvent.@Nullable PollOpened opened;
  private final List<PollEvent.AbsentVoiceAdmitted> absent = new ArrayList<>();
  private final List<PollEvent.ObjectionRaised> objections = new ArrayList<>();
  private PollEvent.@Nullable HandsCounted hands;
  private final List<PollEvent.VoteCast> named = new ArrayList<>();
  private @Nullable Fact closing;
  private PollEvent.@Nullable PollClosed closed;
  private final List<PollEvent.TieDecided> ties = new ArrayList<>();
  private PollEvent.@Nullable PollVoided voided;
  private @Nullable Fact telling;
  private PollEvent.@Nullable PollRecorded recorded;

  /** From its facts, in their order. */
  public PollPaper(List<Fact> facts) {
    for (Fact fact : facts) {
      switch (fact.event()) {
        case PollEvent.PollCalled event -> called = event;
        case PollEvent.PollOpened event -> {
          opened = event;
          opening = fact;
        }
        case PollEvent.AbsentVoiceAdmitted event -> absent.add(event);
        case PollEvent.ObjectionRaised event -> objections.add(event);
        case PollEvent.HandsCounted event -> hands = event;
        case PollEvent.VoteCast event -> {
          named.removeIf(each -> each.unit().equals(event.unit()));
          named.add(event);
        }
        case PollEvent.PollClosed event -> {
          closed = event;
          closing = fact;
        }
        case PollEvent.TieDecided event -> ties.add(event);
        case PollEvent.PollVoided event -> voided = event;
        case PollEvent.PollRecorded event -> {
          recorded = event;
          telling = fact;
        }
        default -> {}
      }
    }
  }

  /** Whether there is an outcome to be told: before, nothing of the count may be. */
  boolean hasOutcome() {
    return closed != null || recorded != null;
  }

  /** That its outcome was announced, or told by a paper. */
  @Nullable Fact announced() {
    return closing == null ? telling : closing;
  }

  /** What the minutes say of it. */
  public List<String> inMinutes(Said said) {
    List<String> all = new ArrayList<>();
    if (recorded != null) {
      all.add(told(recorded, said));
    }
    if (called != null) {
      for (Question question : called.questions()) {
        all.add("Nội dung biểu quyết: " + said.text(question.text()) + ".");
        decided(question.key())
            .ifPresent(
                outcome -> {
                  all.add("Hình thức: " + form() + ".");
                  objected(said).ifPresent(all::add);
                  all.addAll(counted(question, outcome, said));
                });
      }
    }
    if (closed == null && recorded == null && voided == null) {
      all.add("Chưa công bố kết quả.");
    }
    voided(said).ifPresent(all::add);
    return all;
  }

  /** The record of the count. */
  Print record(Occasion occasion, Said said) {
    List<Print.Section> sections = new ArrayList<>();
    sections.add(
        section(
            "I. THỜI GIAN, ĐỊA ĐIỂM",
            "Hội nghị: " + occasion.title() + ".",
            "Thời gian bắt đầu: " + Said.hourAndDay(opening) + ".",
            "Địa điểm: " + occasion.place() + "."));
    List<String> how = new ArrayList<>(List.of("Hình thức: " + form() + "."));
    objected(said).ifPresent(how::add);
    counters(said).ifPresent(how::add);
    if (called != null && called.regulation() != null) {
      how.add("Thực hiện theo Quy chế số " + called.regulation() + ".");
    }
    sections.add(new Print.Section("II. HÌNH THỨC BIỂU QUYẾT", how, null));
    sections.add(new Print.Section("III. ĐƠN VỊ THAM GIA BIỂU QUYẾT", entitled(said), null));
    int number = 4;
    if (recorded != null) {
      sections.add(section(roman(number++) + ". KẾT QUẢ", told(recorded, said)));
    }
    if (called != null) {
      for (Question question : called.questions()) {
        Decided outcome = decided(question.key()).orElse(null);
        if (outcome != null) {
          List<String> paragraphs = new ArrayList<>();
          paragraphs.add("Nội dung: " + said.text(question.text()) + ".");
          paragraphs.addAll(counted(question, outcome, said));
          sections.add(
              new Print.Section(
                  roman(number++) + ". KẾT QUẢ", paragraphs, table(question, outcome, said)));
        }
      }
    }
    voided(said).ifPresent(paragraph -> sections.add(section("HỦY KẾT QUẢ", paragraph)));
    return new Print(
        occasion.head("BB", announced(), said),
        type(),
        about(),
        List.copyOf(sections),
        "Kết quả được công bố hồi " + Said.hourAndDay(announced()),
        new Print.Signer(
            switch (method()) {
              case BALLOT -> "TM. BAN KIỂM PHIẾU";
              case SHOW_OF_HANDS -> "NGƯỜI KIỂM ĐẾM";
              case DELIBERATION, SCORING, CONSENSUS, NAMED_VOTE, SECRET_BALLOT -> "THƯ KÝ";
            }),
        new Print.Signer("CHỦ TỌA"));
  }

  private static String roman(int number) {
    // a paper has hardly more questions than that
    return number <= ROMAN.size() ? ROMAN.get(number - 1) : Integer.toString(number);
  }

  private static Print.Section section(String heading, String... paragraphs) {
    return new Print.Section(heading, List.of(paragraphs), null);
  }

  private Method method() {
    if (closed != null) {
      return closed.methods().getLast();
    }
    return recorded == null || recorded.methods().isEmpty()
        ? Objects.requireNonNull(called).method()
        : recorded.methods().getLast();
  }

  private String type() {
    return switch (method()) {
      case BALLOT, SECRET_BALLOT -> "BIÊN BẢN KIỂM PHIẾU";
      case SHOW_OF_HANDS, NAMED_VOTE -> "BIÊN BẢN BIỂU QUYẾT";
      case CONSENSUS, DELIBERATION, SCORING -> "BIÊN BẢN THỐNG NHẤT";
    };
  }

  private String about() {
    List<Subject> subjects =
        recorded != null
            ? recorded.subjects()
            // at some moments, and to some readers, only its end is known
            : Objects.requireNonNull(closed).decided().stream()
                .flatMap(decided -> decided.subjects().stream())
                .distinct()
                .toList();
    String joined = subjects.stream().map(PollPaper::subject).collect(Collectors.joining(", "));
    return joined.isEmpty()
        ? "Biểu quyết tại hội nghị"
        : joined.substring(0, 1).toUpperCase(Locale.of("vi")) + joined.substring(1);
  }

  private static String subject(Subject subject) {
    return switch (subject) {
      case TEXTS -> "thông qua văn bản";
      case RANKING -> "xếp hạng, suy tôn đơn vị dẫn đầu";
      case AWARDS -> "đề nghị khen thưởng";
      case LEADERSHIP -> "chọn khối trưởng";
      case DEPUTIES -> "chọn khối phó";
    };
  }

  private String form() {
    List<Method> methods =
        closed != null
            ? closed.methods()
            : recorded != null ? recorded.methods() : List.of(method());
    Secrecy secrecy =
        closed != null ? closed.secrecy() : recorded == null ? null : recorded.secrecy();
    return methods.stream()
        .map(each -> method(each, each == methods.getLast() ? secrecy : null))
        .collect(Collectors.joining(", sau đó "));
  }

  private static String method(Method method, @Nullable Secrecy secrecy) {
    return switch (method) {
      case DELIBERATION -> "trao đổi, bình xét";
      case SCORING -> "chấm điểm";
      case CONSENSUS -> "lấy ý kiến thống nhất";
      case SHOW_OF_HANDS -> "biểu quyết giơ tay";
      case NAMED_VOTE -> "biểu quyết ghi danh từng đơn vị";
      case BALLOT -> secrecy == Secrecy.SECRET ? "bỏ phiếu kín" : "bỏ phiếu";
      case SECRET_BALLOT -> "bỏ phiếu kín trên thiết bị";
    };
  }

  private Optional<String> objected(Said said) {
    return objections.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Có ý kiến không thống nhất nên chuyển sang "
                + method(objections.getLast().method(), null)
                + objections.stream()
                    .filter(each -> each.reason() != null)
                    .map(each -> "; lý do: " + said.text(each.reason()))
                    .collect(Collectors.joining())
                + ".");
  }

  private Optional<String> counters(Said said) {
    List<UnitId> tellers =
        !objections.isEmpty()
            ? objections.getLast().tellers()
            : called == null ? List.of() : called.tellers();
    return switch (method()) {
      case BALLOT ->
          Optional.of(
              "Ban kiểm phiếu: " + (tellers.isEmpty() ? Said.OPEN : said.names(tellers)) + ".");
      case SHOW_OF_HANDS ->
          hands == null
              ? Optional.empty()
              : Optional.of("Kiểm đếm: " + said.names(hands.countedBy()) + ".");
      case DELIBERATION, SCORING, CONSENSUS, NAMED_VOTE, SECRET_BALLOT -> Optional.empty();
    };
  }

  private List<String> entitled(Said said) {
    List<String> all = new ArrayList<>();
    if (recorded != null) {
      String electors =
          recorded.electorate() != null
              ? said.names(recorded.electorate())
              : recorded.electorateAsWritten() != null
                  ? recorded.electorateAsWritten()
                  : "nguồn không nêu";
      all.add("Thành phần biểu quyết: " + electors + ".");
    }
    if (opened != null) {
      all.add(
          "Số đơn vị được mời biểu quyết: "
              + Said.count(opened.electorate().size())
              + " ("
              + said.names(opened.electorate())
              + ").");
      all.add(
          "Số đơn vị có mặt: "
              + Said.count(opened.present().size())
              + (opened.quorum() == null
                  ? ""
                  : "; số tối thiểu phải có mặt: " + Said.count(opened.quorum()))
              + ".");
      opened
          .without()
          .forEach(
              each ->
                  all.add(
                      "Không biểu quyết: " + said.name(each.unit()) + " (" + each.clause() + ")."));
    }
    for (PollEvent.AbsentVoiceAdmitted voice : absent) {
      all.add(
          "Vắng mặt, tham gia biểu quyết "
              + (voice.how() == Absence.WRITTEN
                  ? "bằng văn bản: "
                  : "qua đơn vị " + said.name(voice.holder()) + ": ")
              + said.name(voice.unit())
              + ".");
    }
    return all;
  }

  private String told(PollEvent.PollRecorded paper, Said said) {
    return "Theo văn bản được ghi nhận ("
        + paper.subjects().stream().map(PollPaper::subject).collect(Collectors.joining(", "))
        + "), hình thức: "
        + form()
        // what was not decided by papers has none to be filled in
        + (paper.methods().contains(Method.BALLOT) ? "; " + papers(paper.counts()) : "")
        + (paper.chosen().isEmpty() ? "" : "; được chọn: " + said.names(paper.chosen()))
        + ".";
  }

  private static String papers(Counts counts) {
    return "số phiếu phát ra: "
        + Said.count(counts.issued())
        + "; thu về: "
        + Said.count(counts.returned())
        + "; hợp lệ: "
        + Said.count(counts.valid())
        + "; không hợp lệ: "
        + Said.count(counts.invalid());
  }

  private Optional<Decided> decided(String question) {
    return closed == null
        ? Optional.empty()
        : closed.decided().stream().filter(each -> each.question().equals(question)).findFirst();
  }

  private List<String> counted(Question question, Decided decided, Said said) {
    Outcome outcome = decided.outcome();
    List<String> all = new ArrayList<>();
    if (method() == Method.BALLOT) {
      String papers = papers(decided.counts());
      all.add(papers.substring(0, 1).toUpperCase(Locale.of("vi")) + papers.substring(1) + ".");
    }
    if (method() == Method.NAMED_VOTE) {
      for (PollEvent.VoteCast vote : named) {
        vote.answers().stream()
            .filter(answer -> answer.question().equals(question.key()))
            .forEach(
                answer ->
                    all.add(said.name(vote.unit()) + ": " + said(question, answer, said) + "."));
      }
    }
    if (outcome.votes().isEmpty()) {
      all.add(
          "Tất cả "
              + outcome.total()
              + " đơn vị có quyền biểu quyết thống nhất, không có ý kiến phản đối: "
              + options(question, outcome.chosen(), said)
              + ".");
    } else {
      all.add(arithmetic(question, outcome, said));
      all.add(result(question, outcome, said));
    }
    for (PollEvent.TieDecided tie : ties) {
      if (tie.question().equals(question.key())) {
        all.add(
            (switch (tie.by()) {
                  case CHAIR -> "Chủ tọa quyết định";
                  case LOTS -> "Bốc thăm";
                  case RUN_OFF -> "Biểu quyết lại giữa các phương án bằng phiếu";
                })
                + " ("
                + tie.clause()
                + "): "
                + options(question, tie.chosen(), said)
                + ".");
      }
    }
    return all;
  }

  private static String said(Question question, Answer answer, Said said) {
    List<String> parts = new ArrayList<>();
    if (!answer.inFavour().isEmpty()) {
      parts.add(
          (question.form() == Question.Form.ORDER ? "xếp theo thứ tự " : "tán thành ")
              + options(question, answer.inFavour(), said));
    }
    if (!answer.against().isEmpty()) {
      parts.add("không tán thành " + options(question, answer.against(), said));
    }
    return parts.isEmpty() ? "không có ý kiến" : String.join("; ", parts);
  }

  /** Cần 10 trên 18 phiếu thu về; Sở Y tế được 11. */
  private static String arithmetic(Question question, Outcome outcome, Said said) {
    String unit = question.form() == Question.Form.ORDER ? " điểm" : "";
    String each =
        outcome.votes().stream()
            .map(votes -> option(question, votes.option(), said) + " được " + votes(votes) + unit)
            .collect(Collectors.joining("; "));
    return question.form() == Question.Form.ORDER
        ? "Tính điểm theo thứ tự xếp trên phiếu: " + each + "."
        : "Cần "
            + outcome.needed()
            + " trên "
            + outcome.total()
            + " "
            + base(outcome.threshold().base())
            + "; "
            + each
            + ".";
  }

  private static String votes(Votes votes) {
    String text = Integer.toString(votes.inFavour());
    if (votes.against() != null) {
      text += " (không tán thành " + votes.against();
      text += votes.abstaining() == null ? ")" : ", không có ý kiến " + votes.abstaining() + ")";
    }
    return text;
  }

  private static String base(Threshold.Base base) {
    return switch (base) {
      case ELECTORATE -> "đơn vị có quyền biểu quyết";
      case PRESENT -> "đơn vị tham gia biểu quyết";
      case ISSUED -> "phiếu phát ra";
      case RETURNED -> "phiếu thu về";
      case VALID -> "phiếu hợp lệ";
    };
  }

  private static String result(Question question, Outcome outcome, Said said) {
    String chosen =
        outcome.chosen().isEmpty()
            ? ""
            : "Được chọn: " + options(question, outcome.chosen(), said) + ".";
    return switch (outcome.result()) {
      case DECIDED -> chosen;
      case NOT_DECIDED -> "Không có phương án nào đủ số phiếu cần thiết.";
      case TIED ->
          (chosen
                  + " Bằng phiếu, chưa quyết định: "
                  + options(question, outcome.tied(), said)
                  + ".")
              .strip();
    };
  }

  private static Print.@Nullable Table table(Question question, Decided decided, Said said) {
    Outcome outcome = decided.outcome();
    if (outcome.votes().isEmpty()) {
      return null;
    }
    boolean ordered = question.form() == Question.Form.ORDER;
    List<List<String>> rows = new ArrayList<>();
    for (Votes votes : outcome.votes()) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              option(question, votes.option(), said),
              votes(votes),
              ordered ? "" : Said.percent(votes.inFavour(), outcome.total())));
    }
    return new Print.Table(
        List.of(
            "TT",
            "Phương án",
            ordered ? "Số điểm" : "Số phiếu",
            ordered ? "" : "Tỷ lệ trên số " + base(outcome.threshold().base())),
        List.copyOf(rows));
  }

  private static String options(Question question, List<String> keys, Said said) {
    return keys.stream().map(key -> option(question, key, said)).collect(Collectors.joining("; "));
  }

  private static String option(Question question, String key, Said said) {
    return question.options().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .map(each -> each.unit() != null ? said.name(each.unit()) : said.text(each.text()))
        .filter(text -> !text.isEmpty())
        .orElse(key);
  }

  private Optional<String> voided(Said said) {
    return voided == null
        ? Optional.empty()
        : Optional.of(
            "Cuộc biểu quyết đã bị hủy, kết quả không có giá trị; lý do: "
                + said.text(voided.reason())
                + ".");
  }
}
