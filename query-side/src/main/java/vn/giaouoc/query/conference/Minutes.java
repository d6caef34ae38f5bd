package vn.giaouoc.query.conference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.poll.PollPaper;
import vn.giaouoc.query.print.Occasion;
import vn.giaouoc.query.print.Print;
import vn.giaouoc.query.print.Said;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItem;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The minutes of a conference (biên bản hội nghị) as they follow from what is recorded: a draft,
 * which the secretary edits and both sides approve. It is made of the facts that the reader may
 * see, in their order, and of no others.
 */
final class Minutes {

  private final ConferenceId conference;
  private final List<Fact> facts;
  private final Map<PollId, List<Fact>> polls;
  private final Collection<UnitId> members;
  private final Occasion occasion;

  private final Set<Attendee> attendees = new LinkedHashSet<>();
  private final Map<UnitId, FileId> letters = new HashMap<>();
  private List<AgendaItem> agenda = List.of();

  /**
   * From facts in their order.
   *
   * @param facts all that is told of the conference
   * @param polls what is told of its polls
   * @param members who were members of the bloc on its day
   */
  Minutes(
      ConferenceId conference,
      List<Fact> facts,
      Map<PollId, List<Fact>> polls,
      Collection<UnitId> members) {
    this.conference = conference;
    this.facts = facts;
    this.polls = polls;
    this.members = members;
    occasion =
        new Occasion(
            facts.stream().filter(fact -> fact.stream().equals(conference.stream())).toList());
    for (Fact fact : facts) {
      switch (fact.event()) {
        case ConferenceEvent.AttendanceRecorded told -> attendees.addAll(told.attendees());
        case ConferenceEvent.DelegationPresented sent -> letters.put(sent.unit(), sent.letter());
        case ConferenceEvent.AgendaSet set -> agenda = set.items();
        default -> {}
      }
    }
  }

  /**
   * Names what the draft is made of: the same as long as the record of the conference is the same
   * for the members of the bloc. What comes after the conference, approvals and follow-ups, does
   * not belong to it.
   */
  String digest() {
    Set<String> shown = new LinkedHashSet<>();
    Stream.concat(facts.stream(), polls.values().stream().flatMap(List::stream))
        .filter(fact -> belongs(fact) && isForTheBloc(fact))
        .map(Fact::eventId)
        .sorted()
        .forEach(shown::add);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(String.join("|", shown).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static boolean belongs(Fact fact) {
    return !(fact.event() instanceof ConferenceEvent.MinutesApproved
        || fact.event() instanceof ConferenceEvent.MinutesReopened
        || fact.event() instanceof ConferenceEvent.FollowUpReported
        || fact.event() instanceof ConferenceEvent.FollowUpReminded);
  }

  private boolean isForTheBloc(Fact fact) {
    return fact.audiences().stream()
        .allMatch(
            audience ->
                audience.isPublic()
                    || (occasion.bloc() != null
                        && audience.equals(Audience.bloc(occasion.bloc()))));
  }

  /** The draft in words. */
  Print print(Said said) {
    return new Print(
        occasion.head("BB", occasion.opened(), said),
        "BIÊN BẢN",
        occasion.title(),
        List.of(
            section(
                "I. THỜI GIAN, ĐỊA ĐIỂM",
                List.of(
                    "Thời gian bắt đầu: " + Said.hourAndDay(occasion.opened()) + ".",
                    "Địa điểm: " + occasion.place() + ".")),
            section("II. THÀNH PHẦN THAM DỰ", attendance(said)),
            section("III. CHƯƠNG TRÌNH", agenda(said)),
            section("IV. DIỄN BIẾN HỘI NGHỊ", course(said)),
            section("V. BIỂU QUYẾT", polls(said)),
            section("VI. QUYẾT NGHỊ", resolutions(said))),
        "Biên bản kết thúc hồi " + Said.hourAndDay(occasion.closed()),
        new Print.Signer("THƯ KÝ"),
        new Print.Signer("CHỦ TỌA"));
  }

  private static Print.Section section(String heading, List<String> paragraphs) {
    return new Print.Section(
        heading, paragraphs.isEmpty() ? List.of("Không có ghi nhận.") : paragraphs, null);
  }

  private List<String> attendance(Said said) {
    List<String> all = new ArrayList<>();
    Map<Role, List<Attendee>> byRole =
        attendees.stream().collect(Collectors.groupingBy(Attendee::role));
    List<UnitId> present =
        byRole.getOrDefault(Role.MEMBER, List.of()).stream()
            .map(Attendee::unit)
            .filter(unit -> unit != null)
            .distinct()
            .toList();
    all.add(
        "Đơn vị thành viên có mặt: "
            + Said.count(present.size())
            + (members.isEmpty() ? "" : "/" + Said.count(members.size()))
            + people(byRole.get(Role.MEMBER), said)
            + ".");
    List<UnitId> absent = members.stream().filter(unit -> !present.contains(unit)).toList();
    if (!absent.isEmpty()) {
      all.add(
          "Đơn vị thành viên vắng mặt: "
              + Said.count(absent.size())
              + ": "
              + said.names(absent)
              + ".");
    }
    if (!letters.isEmpty()) {
      all.add(
          "Dự họp theo giấy ủy quyền của thủ trưởng đơn vị: "
              + said.names(
                  letters.keySet().stream().sorted(Comparator.comparing(UnitId::slug)).toList())
              + ".");
    }
    person("Khách mời", byRole.get(Role.GUEST), said, all);
    person("Người trình bày", byRole.get(Role.PRESENTER), said, all);
    List<Attendee> chairs =
        occasion.presiding().isEmpty()
            ? byRole.getOrDefault(Role.HOST, List.of())
            : occasion.presiding();
    all.add("Chủ trì" + (chairs.isEmpty() ? ": " + Said.OPEN : people(chairs, said)) + ".");
    List<Attendee> secretaries = byRole.getOrDefault(Role.SECRETARY, List.of());
    all.add(
        "Thư ký" + (secretaries.isEmpty() ? ": " + Said.OPEN : people(secretaries, said)) + ".");
    return all;
  }

  private static void person(String as, @Nullable List<Attendee> who, Said said, List<String> all) {
    if (who != null) {
      all.add(as + people(who, said) + ".");
    }
  }

  private static String people(@Nullable List<Attendee> who, Said said) {
    return who == null || who.isEmpty()
        ? ""
        : ": " + who.stream().map(each -> person(each, said)).collect(Collectors.joining("; "));
  }

  /** Name, office, unit: as far as they are told. */
  private static String person(Attendee who, Said said) {
    String person = said.person(who.person());
    String office = who.capacity() == null ? "" : who.capacity();
    String unit = who.unit() == null ? "" : said.name(who.unit());
    return Stream.of(person, office, unit)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private List<String> agenda(Said said) {
    List<String> all = new ArrayList<>();
    for (AgendaItem item : agenda) {
      all.add(
          (all.size() + 1)
              + ". "
              + item.title()
              + (item.presentedBy() == null
                  ? ""
                  : " (trình bày: " + said.name(item.presentedBy()) + ")")
              + ".");
    }
    return all;
  }

  private List<String> course(Said said) {
    List<String> all = new ArrayList<>();
    String under = null;
    for (Fact fact : facts) {
      String line =
          switch (fact.event()) {
            case ConferenceEvent.AgendaItemBegun begun -> {
              under = begun.item();
              yield "Nội dung: " + title(begun.item());
            }
            case ConferenceEvent.AgendaItemEnded _ -> {
              under = null;
              yield null;
            }
            case ConferenceEvent.PresidingReplaced others ->
                "Thay người chủ trì" + people(others.presiding(), said);
            case ConferenceEvent.PaperTabled paper ->
                (paper.presentedBy() == null ? "" : said.name(paper.presentedBy()) + " ")
                    + "trình "
                    + (paper.draft() ? "dự thảo " : "")
                    + "“"
                    + paper.title()
                    + "”";
            case ConferenceEvent.VersionTabled paper ->
                said.name(paper.presentedBy())
                    + " ("
                    + capacity(paper.capacity())
                    + ") trình "
                    + (paper.draft() ? "dự thảo " : "")
                    + "“"
                    + paper.title()
                    + "”, phiên bản "
                    + paper.version();
            case EntryRecorded entry ->
                entry(entry, said)
                    + (entry.item() == null || entry.item().equals(under)
                        ? ""
                        : " (thuộc nội dung: " + title(entry.item()) + ")");
            case ReportPresented report ->
                (report.presentedBy() == null ? "" : said.name(report.presentedBy()) + " ")
                    + "trình bày báo cáo";
            case PledgeSigned signed ->
                (signed.party() == null ? "Khối" : said.name(signed.party()))
                    + " ký giao ước thi đua";
            case AwardProposed award -> "Đề nghị khen thưởng: " + said.name(award.recipient());
            case ConferenceEvent.ConferenceAdjourned adjourned ->
                "Hội nghị tạm dừng"
                    + at(fact)
                    + "; lý do: "
                    + said.text(adjourned.reason())
                    + (adjourned.until() == null
                        ? ""
                        : "; dự kiến tiếp tục " + Said.day(adjourned.until()));
            case ConferenceEvent.ConferenceResumed _ -> "Hội nghị tiếp tục" + at(fact);
            case PollEvent.PollClosed closed ->
                "Công bố kết quả biểu quyết" + at(fact) + " (nêu tại mục V)";
            default -> null;
          };
      if (line != null) {
        all.add(sentence(line));
      }
    }
    return all;
  }

  private static String sentence(String text) {
    return text + (text.endsWith(".") ? "" : ".");
  }

  private static String at(Fact fact) {
    String hour = Said.hour(fact);
    return hour.isEmpty() ? "" : " hồi " + hour + ", " + Said.day(fact.occurredOn().on());
  }

  private String title(String item) {
    return agenda.stream()
        .filter(each -> each.key().equals(item))
        .findFirst()
        .map(AgendaItem::title)
        .orElse(item);
  }

  private static String capacity(Capacity capacity) {
    return switch (capacity) {
      case LEADER -> "khối trưởng";
      case DEPUTY -> "khối phó";
      case MEMBER -> "thành viên";
    };
  }

  private static String entry(EntryRecorded entry, Said said) {
    String by =
        entry.by() != null
            ? said.name(entry.by())
            : entry.byAsWritten() == null ? "Hội nghị" : entry.byAsWritten();
    String kind =
        switch (entry.entryKind()) {
          case COMMENT -> "có ý kiến";
          case INSTRUCTION -> "chỉ đạo";
          case ASSIGNMENT -> "giao nhiệm vụ";
          case REQUEST -> "đề nghị";
          case LIMITATION -> "nêu hạn chế";
          case DIRECTION -> "nêu phương hướng";
        };
    return by
        + " "
        + kind
        + (entry.to().isEmpty() ? "" : " đối với " + said.names(entry.to()))
        + (entry.with().isEmpty() ? "" : ", phối hợp với " + said.names(entry.with()))
        + ": "
        + said.text(entry.text())
        + (entry.due() == null ? "" : " (thời hạn: " + Said.date(entry.due()) + ")");
  }

  private List<String> polls(Said said) {
    List<String> all = new ArrayList<>();
    polls.values().forEach(poll -> all.addAll(new PollPaper(poll).inMinutes(said)));
    return all;
  }

  private List<String> resolutions(Said said) {
    return facts.stream()
        .map(Fact::event)
        .filter(event -> event instanceof ConferenceEvent.Resolved)
        .map(event -> sentence(said.text(((ConferenceEvent.Resolved) event).text())))
        .toList();
  }
}
