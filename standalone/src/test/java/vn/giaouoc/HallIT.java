package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestDatabase;

/**
 * A conference from its opening to minutes that are approved and put right, held over HTTP by those
 * who are in the hall.
 */
class HallIT {

  @TempDir Path directory;

  @Test
  void a_conference_is_held_and_its_minutes_tell_what_happened_and_nothing_else() {
    TokenKey key = TokenKey.atOrNew(directory);
    try (Installation installation =
        Installation.start(
            Api.on(TestDatabase.create()), 0, Map.of("giaouoc.identity.keys", key.keys()))) {
      String cycle = hold(new Desk(installation::url, who -> LivedYearIT.token(key, who), true));
      String auditor =
          LivedYearIT.token(key, new Who(LivedYear.account("auditor"), null, "auditor"));
      assertThat(Replayed.of(installation.url(), auditor, cycle).findings()).isEmpty();
    }
  }

  private static String hold(Desk desk) {
    SequencedMap<String, String> members = new LinkedHashMap<>();
    members.put("so-y-te", "Sở Y tế");
    members.put("so-du-lich", "Sở Du lịch");
    members.put("so-khoa-hoc", "Sở Khoa học");
    members.put("ban-dan-toc", "Ban Dân tộc");
    Assembly hall =
        new Assembly(desk, "lam-dong", "khoi-2", "Khối thi đua 2", members, List.of("so-du-lich"));
    Who stranger = new Who(LivedYear.account("stranger"), null, null);
    hall.open("year-end", "Hội nghị tổng kết <năm>", "Hội trường Sở Y tế");
    hall.attend(List.of("so-y-te", "so-du-lich", "so-khoa-hoc"));
    hall.preside("so-y-te");
    hall.secretary("so-khoa-hoc");
    hall.guest("Phó Trưởng ban Thi đua - Khen thưởng tỉnh");
    hall.agenda("bao-cao", "Báo cáo tổng kết", "suy-ton", "Suy tôn đơn vị dẫn đầu");
    hall.begin("bao-cao");
    // ended too early, and taken up again: the second beginning did not end it
    hall.does(hall.leader(), "/agenda/endings", "{}");
    hall.begin("bao-cao");
    hall.table("report", "Báo cáo tổng kết công tác thi đua", "2", "so-du-lich", "deputy");

    floor(desk, hall, stranger);
    String poll = vote(desk, hall);
    hall.resolve(poll, "Suy tôn Sở Khoa học là đơn vị dẫn đầu");
    // the chair ends it, and then adjourns: two acts, though adjourning would end it too
    hall.does(
        hall.who("so-du-lich"), "/floor/requests", "{\"unit\":\"%s\"}", hall.unit("so-du-lich"));
    hall.does(hall.leader(), "/floor/turns", "{\"unit\":\"%s\"}", hall.unit("so-du-lich"));
    hall.does(hall.leader(), "/floor/endings", "{}");
    hall.seen(hall.leader(), "/adjournments", "{\"reason\":\"Nghỉ giải lao\"}");
    desk.refused(
        hall.leader(),
        409,
        "conference-adjourned",
        hall.path() + "/floor/turns",
        "{\"unit\":\"%s\"}",
        hall.unit("so-du-lich"));
    hall.seen(hall.leader(), "/resumptions", "{}");
    hall.close();
    desk.refused(
        hall.leader(),
        409,
        "conference-closed",
        hall.path() + "/floor/turns",
        "{\"unit\":\"%s\"}",
        hall.unit("so-du-lich"));
    theDraft(desk, hall, stranger);
    theMinutes(desk, hall);
    return hall.cycle();
  }

  /** Two ask; one has it at a time; a screen in the hall learns it from the feed. */
  private static void floor(Desk desk, Assembly hall, Who stranger) {
    String asks = "{\"unit\":\"%s\"}";
    hall.does(hall.who("so-khoa-hoc"), "/floor/requests", asks, hall.unit("so-khoa-hoc"));
    hall.does(hall.who("so-du-lich"), "/floor/requests", asks, hall.unit("so-du-lich"));
    desk.refused(
        hall.who("ban-dan-toc"),
        422,
        "not-attending",
        hall.path() + "/floor/requests",
        asks,
        hall.unit("ban-dan-toc"));
    desk.refused(
        hall.who("so-du-lich"),
        409,
        "already-waiting",
        hall.path() + "/floor/requests",
        asks,
        hall.unit("so-du-lich"));
    desk.refused(
        hall.who("ban-dan-toc"),
        403,
        "not-chairing",
        hall.path() + "/floor/turns",
        asks,
        hall.unit("so-khoa-hoc"));
    hall.does(hall.leader(), "/floor/turns", asks, hall.unit("so-khoa-hoc"));
    desk.refused(
        hall.leader(),
        409,
        "floor-taken",
        hall.path() + "/floor/turns",
        asks,
        hall.unit("so-du-lich"));
    JsonNode screen = desk.read(hall.who("ban-dan-toc"), hall.path()).at("/answer/session/hall");
    assertThat(screen.at("/speaking").asString()).isEqualTo(hall.unit("so-khoa-hoc"));
    assertThat(screen.at("/waiting").valueStream().map(JsonNode::asString))
        .containsExactly(hall.unit("so-du-lich"));
    assertThat(screen.at("/agenda/0/state").asString()).isEqualTo("under-way");
    assertThat(desk.read(stranger, hall.path()).at("/answer/session/hall").has("speaking"))
        .isFalse();
    JsonNode feed = desk.page(hall.who("ban-dan-toc"), "/api/journal?limit=1000");
    JsonNode last = feed.at("/answer/entries").valueStream().toList().getLast();
    assertThat(last.at("/type").asString()).isEqualTo("conference.FloorGiven");
    assertThat(last.at("/stream").asString()).isEqualTo("conference:" + hall.conference());
    assertThat(last.at("/payload/unit").asString()).isEqualTo(hall.unit("so-khoa-hoc"));
    assertThat(desk.page(stranger, "/api/journal?limit=1000").toString())
        .doesNotContain("FloorGiven");
    hall.does(
        hall.who("so-khoa-hoc"),
        "/entries",
        "{\"kind\":\"comment\",\"by\":\"%s\",\"text\":\"Đề nghị bổ sung số liệu quý IV\"}",
        hall.unit("so-khoa-hoc"));
    hall.does(hall.leader(), "/floor/endings", "{\"takenBack\":true}");
    hall.does(hall.who("so-du-lich"), "/floor/withdrawals", asks, hall.unit("so-du-lich"));
  }

  /** A consensus to which one objects, and so a vote by name. */
  private static String vote(Desk desk, Assembly hall) {
    hall.begin("suy-ton");
    String poll =
        hall.poll(
            "suy-ton",
            "consensus",
            "",
            hall.question(
                "1", "ranking", "Đơn vị dẫn đầu năm nay", 1, "so-khoa-hoc", "so-du-lich"));
    desk.act(
        hall.who("so-du-lich"),
        "/api/polls/" + poll + "/objections",
        "{\"method\":\"named-vote\",\"reason\":\"Đề nghị biểu quyết từng đơn vị\"}");
    for (String unit : List.of("so-y-te", "so-du-lich", "so-khoa-hoc")) {
      desk.act(
          hall.who(unit),
          "/api/polls/" + poll + "/votes",
          "{\"unit\":\"%s\",\"answers\":[%s]}",
          hall.unit(unit),
          Assembly.answer("1", unit.equals("so-du-lich") ? "so-du-lich" : "so-khoa-hoc"));
    }
    assertThat(desk.body(hall.leader(), "/api/polls/" + poll + "/record"))
        .as("before it is announced")
        .contains("/problems/not-recorded");
    // two of four are not more than half
    hall.announce(poll);
    assertThat(hall.chosen(poll, "1")).isEmpty();
    assertThat(hall.record(poll))
        .contains("Cần 3 trên 4 đơn vị có quyền biểu quyết; Sở Khoa học được 2; Sở Du lịch được 1")
        .contains("Không có phương án nào đủ số phiếu");
    String again =
        hall.poll(
            "suy-ton-2",
            "named-vote",
            "",
            hall.question(
                "1", "ranking", "Đơn vị dẫn đầu, lần hai", 1, "so-khoa-hoc", "so-du-lich"));
    for (String unit : List.of("so-y-te", "so-du-lich", "so-khoa-hoc")) {
      desk.act(
          hall.who(unit),
          "/api/polls/" + again + "/votes",
          "{\"unit\":\"%s\",\"answers\":[%s]}",
          hall.unit(unit),
          Assembly.answer("1", "so-khoa-hoc"));
    }
    hall.announce(again);
    assertThat(hall.chosen(again, "1")).containsExactly(hall.unit("so-khoa-hoc"));
    return again;
  }

  private static void theDraft(Desk desk, Assembly hall, Who stranger) {
    assertThat(hall.draft())
        .contains("KHỐI THI ĐUA 2")
        .contains("Hội nghị tổng kết <năm>")
        .contains("Hội trường Sở Y tế")
        .contains("có mặt: 03/04: Sở Y tế; Sở Du lịch; Sở Khoa học")
        .contains("vắng mặt: 01: Ban Dân tộc")
        .contains("Khách mời: Phó Trưởng ban Thi đua - Khen thưởng tỉnh")
        .contains("Chủ trì: Sở Y tế")
        .contains("Thư ký: Sở Khoa học")
        .contains("1. Báo cáo tổng kết.")
        .contains("2. Suy tôn đơn vị dẫn đầu.")
        .contains(
            "Sở Du lịch (khối phó) trình dự thảo “Báo cáo tổng kết công tác thi đua”, phiên bản 2")
        .contains("Sở Khoa học có ý kiến: Đề nghị bổ sung số liệu quý IV")
        .contains("Có ý kiến không thống nhất nên chuyển sang biểu quyết ghi danh")
        .contains("Đề nghị biểu quyết từng đơn vị")
        .contains("Sở Du lịch: tán thành Sở Khoa học")
        .contains("Cần 3 trên 4 đơn vị có quyền biểu quyết; Sở Khoa học được 3")
        .contains("Suy tôn Sở Khoa học là đơn vị dẫn đầu")
        .contains("Hội nghị tạm dừng")
        .contains("Nghỉ giải lao")
        .contains("Biên bản kết thúc hồi")
        .doesNotContain("……, ……");
    String outside = desk.body(stranger, hall.path() + "/minutes");
    assertThat(outside)
        .contains("Suy tôn Sở Khoa học")
        .doesNotContain("số liệu quý IV")
        .doesNotContain("trình dự thảo");
    String page = desk.body(hall.leader(), hall.path() + "/minutes?format=html");
    assertThat(page)
        .contains("CHỦ NGHĨA VIỆT NAM")
        .contains("size: 210mm 297mm")
        .contains("Hội nghị tổng kết &lt;năm&gt;")
        .contains("Nghỉ giải lao");
  }

  /** The secretary hands in the text; both approve; an error is found, and nothing is silent. */
  private static void theMinutes(Desk desk, Assembly hall) {
    approve(desk, hall, "Biên bản, bản thứ nhất");
    assertThat(hall.minutes().at("/changedSince").asBoolean()).isFalse();
    JsonNode minutes = hall.minutes();
    long drafted = minutes.at("/approved/0/draft/position").asLong();
    assertThat(
            desk.read(hall.leader(), hall.path() + "/minutes?asOf=" + drafted)
                .at("/answer/draft/digest")
                .asString())
        .as("the draft as it was then")
        .isEqualTo(minutes.at("/approved/0/draft/digest").asString());
    String entry =
        "{\"kind\":\"comment\",\"by\":\"%s\",\"text\":\"Ý kiến ghi sót\",\"item\":\"bao-cao\"}"
            .formatted(hall.unit("so-du-lich"));
    desk.refused(hall.leader(), 409, "minutes-already-approved", hall.path() + "/entries", entry);
    hall.seen(hall.leader(), "/minutes/reopening", "{\"reason\":\"Ghi sót một ý kiến\"}");
    JsonNode session = desk.read(hall.leader(), hall.path()).at("/answer/session");
    assertThat(session.at("/state").asString()).isEqualTo("closed");
    assertThat(session.at("/minutes").isEmpty()).isTrue();
    assertThat(session.at("/reopenings/0/before").size()).isEqualTo(2);
    hall.does(hall.leader(), "/entries", entry);
    assertThat(hall.draft())
        .contains("Sở Du lịch có ý kiến: Ý kiến ghi sót (thuộc nội dung: Báo cáo tổng kết)");
    approve(desk, hall, "Biên bản, bản đính chính");
    assertThat(desk.read(hall.leader(), hall.path()).at("/answer/session/state").asString())
        .isEqualTo("minutes-approved");

    // what the board corrects after that is seen beside what was approved
    JsonNode facts = desk.page(hall.leader(), "/api/journal?limit=1000").at("/answer/entries");
    long version =
        facts
            .valueStream()
            .filter(each -> each.at("/type").asString().equals("conference.EntryRecorded"))
            .toList()
            .getLast()
            .at("/version")
            .asLong();
    desk.actSeen(
        new Who(LivedYear.account("board"), null, "board"),
        "conference:" + hall.conference(),
        hall.path(),
        "/api/corrections",
        "{\"stream\":\"conference:%s\",\"version\":%d,\"reason\":\"Ghi nhầm\"}",
        hall.conference(),
        version);
    assertThat(hall.minutes().at("/changedSince").asBoolean()).isTrue();
    assertThat(hall.draft()).doesNotContain("Ý kiến ghi sót");
  }

  private static void approve(Desk desk, Assembly hall, String text) {
    JsonNode draft = hall.minutes().at("/draft");
    String file = desk.file(hall.who("so-khoa-hoc"), "bien-ban.txt", text);
    for (String signing : List.of("secretary", "chair")) {
      String unit = signing.equals("chair") ? "so-y-te" : "so-khoa-hoc";
      hall.seen(
          hall.who(unit),
          "/minutes",
          """
          {"minutes":"%s","signing":"%s","unit":"%s","draft":{"position":%d,"digest":"%s"}}""",
          file,
          signing,
          hall.unit(unit),
          draft.at("/position").asLong(),
          draft.at("/digest").asString());
    }
  }
}
