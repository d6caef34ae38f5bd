package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.time.When;

/**
 * The whole year of a bloc of seven units, lived through the API by the people who live it, with
 * its awkward turns: what comes late, twice, in the wrong order, from a past leader, or from a unit
 * that has just been merged. It reads as the year goes; each refusal stands where somebody would
 * try it.
 */
final class LivedYear {

  private static final String EMPTY = "{}";

  private final Desk desk;
  private final String province;
  private final String bloc;
  private final String blocStream;
  private final LocalDate today = LocalDate.now(When.ZONE);
  private final int year = today.getYear();
  private final String cycle;
  private final String cycleStream;
  private final String cyclePath;

  private final Who board = new Who(account("board"), null, "board");
  private final Who auditor = new Who(account("auditor"), null, "auditor");
  private final Who culture;
  private final Who health;
  private final Who education;
  private final Who science;
  private final Who labour;
  private final Who tourism;
  private final Who ethnic;
  private final List<Who> members;

  LivedYear(Desk desk) {
    this(desk, "lam-dong");
  }

  /** The same year in a province of its own: whatever has an identifier has it from there. */
  LivedYear(Desk desk, String province) {
    this.desk = desk;
    this.province = province;
    bloc = province + ".khoi-9";
    blocStream = "bloc:" + bloc;
    cycle = bloc + "." + year;
    cycleStream = "cycle:" + cycle;
    cyclePath = "/api/cycles/" + cycle;
    culture = of("so-van-hoa");
    health = of("so-y-te");
    education = of("so-giao-duc");
    science = of("so-khoa-hoc");
    labour = of("so-lao-dong");
    tourism = of("so-du-lich");
    ethnic = of("ban-dan-toc");
    members = List.of(culture, health, education, science, labour, tourism, ethnic);
  }

  /** The bloc whose year it is. */
  String bloc() {
    return bloc;
  }

  /** The cycle that is the year. */
  String cycle() {
    return cycle;
  }

  /** A member that is there from the beginning to the end, and leads nothing. */
  Who member() {
    return ethnic;
  }

  /** Lives it from the founding of the bloc to the opening of the next year. */
  void live() {
    stages().values().forEach(Runnable::run);
  }

  /** What it is made of, in order. */
  SequencedMap<String, Runnable> stages() {
    SequencedMap<String, Runnable> stages = new LinkedHashMap<>();
    stages.put("founding", this::found);
    stages.put("leadership", this::lead);
    stages.put("opening", this::open);
    stages.put("pledge", this::promise);
    stages.put("mid-year", this::reviewAtMidYear);
    stages.put("merger", this::loseAMember);
    stages.put("scoring", this::score);
    stages.put("ranking", this::rankAndPropose);
    stages.put("year-end", this::decide);
    stages.put("handover", this::handOver);
    stages.put("award", this::award);
    stages.put("close", this::close);
    return stages;
  }

  /** Where the year can be read afterwards. */
  List<String> reads() {
    List<String> reads =
        new ArrayList<>(
            List.of(
                "/api/units/" + province,
                "/api/blocs/" + bloc,
                leadership(""),
                cyclePath,
                cyclePath + "/standing",
                cyclePath + "/progress",
                cyclePath + "/sheets",
                cyclePath + "/due",
                cyclePath + "/regulation",
                "/api/awards?authority=" + province,
                "/api/polls/" + cycle + ".bau-khoi-truong",
                "/api/complaints/" + cycle + ".khieu-nai-1",
                "/api/cycles/" + bloc + "." + (year + 1)));
    for (String conference : List.of("pledge", "mid-year", "year-end")) {
      reads.add("/api/conferences/" + cycle + "." + conference);
    }
    for (Who member : members) {
      reads.add("/api/units/" + member.unit());
      reads.add("/api/units/" + member.unit() + "/notices");
      reads.add(pledge(member, ""));
    }
    staying().forEach(member -> reads.add(cyclePath + "/standing/" + member.unit()));
    return reads;
  }

  /** All that was recorded, in order, as the auditor reads it: {@code <stream>@<version>}. */
  List<String> story() {
    List<String> story = new ArrayList<>();
    while (true) {
      JsonNode page = desk.page(auditor, "/api/journal?limit=200&after=" + story.size());
      JsonNode entries = page.at("/answer/entries");
      if (entries.isEmpty()) {
        return story;
      }
      for (JsonNode entry : entries) {
        story.add(entry.path("stream").asString() + "@" + entry.path("version").asLong());
        assertThat(entry.path("position").asLong()).isEqualTo(story.size());
      }
    }
  }

  /**
   * Has every document made anew from the journal; returns how many became other than they were.
   */
  long rebuild() {
    Who keeper = new Who(account("keeper"), null, "administrator");
    JsonNode begun = desk.page(keeper, "/api/projections").path("folds");
    begun.forEach(
        fold ->
            desk.order(
                keeper, "/api/query/projections/" + fold.path("name").asString() + "/rebuild"));
    while (true) {
      long changed = 0;
      boolean running = false;
      for (JsonNode fold : desk.page(keeper, "/api/projections").path("folds")) {
        assertThat(fold.path("parked").asLong()).as(fold.toString()).isZero();
        running |= !fold.at("/rebuild/stage").asString().equals("switched");
        changed += fold.at("/rebuild/differing").asLong();
      }
      if (!running) {
        return changed;
      }
      Thread.onSpinWait();
    }
  }

  /** The board registers the units, establishes the bloc, admits its members. */
  private void found() {
    desk.act(
        board,
        "/api/units",
        "{\"id\":\"%s\",\"name\":\"UBND tỉnh Lâm Đồng\",\"kind\":\"peoples-committee\"}",
        province);
    List<String> names =
        List.of(
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Y tế",
            "Sở Giáo dục và Đào tạo",
            "Sở Khoa học và Công nghệ",
            "Sở Lao động - Thương binh và Xã hội",
            "Sở Du lịch",
            "Ban Dân tộc");
    for (int i = 0; i < members.size(); i++) {
      desk.act(
          board,
          "/api/units",
          "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"department\",\"authority\":\"%s\"}",
          members.get(i).unit(),
          names.get(i),
          province);
    }
    desk.refused(
        board,
        409,
        "unit-already-registered",
        "/api/units",
        "{\"id\":\"%s\",\"name\":\"Sở Y tế\",\"kind\":\"department\"}",
        health.unit());
    desk.refused(
        health,
        403,
        "not-the-board",
        "/api/blocs",
        "{\"id\":\"%s\",\"name\":\"Khối thi đua 9\"}",
        bloc);
    desk.act(
        board,
        "/api/blocs",
        "{\"id\":\"%s\",\"name\":\"Khối thi đua 9\",\"authority\":\"%s\"}",
        bloc,
        province);
    for (Who member : members) {
      desk.actSeen(
          board,
          blocStream,
          "/api/blocs/" + bloc,
          "/api/blocs/" + bloc + "/members",
          "{\"unit\":\"%s\"}",
          member.unit());
    }
    desk.refused(
        board,
        428,
        "precondition-required",
        "/api/blocs/" + bloc + "/members",
        "{\"unit\":\"%s\"}",
        health.unit());
    desk.refusedSeen(
        board,
        "\"" + blocStream + "@0\"",
        412,
        "stale-version",
        "/api/blocs/" + bloc + "/members",
        "{\"unit\":\"%s\"}",
        health.unit());
  }

  /** A leadership is designated, and leads nothing before it is in office. */
  private void lead() {
    desk.act(
        board,
        leadership("/designations"),
        """
        {"term":{"from":"%1$d-01-01","to":"%1$d-12-31"},"leader":"%2$s",
         "deputies":[{"unit":"%3$s","rank":1}],"mode":"agreed"}""",
        year,
        culture.unit(),
        health.unit());
    desk.refused(culture, 403, "not-the-leader", "/api/cycles", opening(year));
    desk.act(
        board,
        leadership("/installations"),
        "{\"term\":{\"from\":\"%1$d-01-01\",\"to\":\"%1$d-12-31\"}}",
        year);
  }

  /** The leader opens the year; there is no rule before the regulation. */
  private void open() {
    desk.refused(education, 403, "not-the-leader", "/api/cycles", opening(year));
    desk.act(culture, "/api/cycles", opening(year));
    desk.refused(culture, 409, "cycle-already-opened", "/api/cycles", opening(year));
    refusedOnCycle(culture, 409, "no-rule-yet", "/skips", SKIP.formatted("handover"));
    onCycle(culture, "/regulations", "{\"regulation\":%s}", regulation());
    refusedOnCycle(
        culture,
        409,
        "regulation-number-used",
        "/regulations",
        "{\"regulation\":%s}",
        regulation());
    onCycle(
        culture,
        "/pledge-contents",
        "{\"contents\":[\"Hoàn thành chỉ tiêu được giao\",\"Cải cách hành chính\",\"Thi đua, khen"
            + " thưởng\"]}");
    onCycle(culture, "/steps/pledge/deadline", "{\"due\":\"%s\"}", today.plusDays(20));
    refusedOnCycle(
        health, 422, "deadline-passed", "/steps/scoring/deadline", "{\"due\":\"2020-01-01\"}");
    onCycle(
        health,
        "/steps/pledge/extensions",
        "{\"due\":\"%s\",\"reason\":\"Hội nghị ký giao ước phải lùi\"}",
        today.plusDays(30));
  }

  /** All but one sign; who has not is reminded, and nobody else. */
  private void promise() {
    String conference = convene("pledge", "Hội nghị ký kết giao ước thi đua", members);
    for (Who member : members) {
      desk.act(member, pledge(member, "/draft"), EMPTY);
      desk.act(
          member,
          pledge(member, "/targets"),
          """
          {"id":"giai-quyet-viec-lam","content":1,"indicator":"Giải quyết việc làm","measure":"lượt",
           "direction":"higher","kind":"flow","amount":"1000"}""");
      if (!member.equals(ethnic)) {
        desk.act(
            member,
            pledge(member, "/signature"),
            "{\"text\":\"Giao ước thi đua năm %d\",\"conference\":\"%s\"}",
            year,
            conference);
      }
    }
    desk.refused(
        health, 403, "not-your-unit", pledge(education, "/signature"), "{\"text\":\"Ký thay\"}");
    desk.refused(
        health,
        409,
        "pledge-already-signed",
        pledge(health, "/signature"),
        "{\"text\":\"Ký lại\"}");
    desk.act(culture, cyclePath + "/reminders", "{\"step\":\"pledge\"}");
    JsonNode notices = desk.read(ethnic, "/api/units/" + ethnic.unit() + "/notices");
    assertThat(notices.toString()).contains(cycle);
    assertThat(
            desk.read(health, "/api/units/" + health.unit() + "/notices").at("/answer").toString())
        .as("who has signed is not reminded")
        .doesNotContain("\"step\":\"pledge\"");
    desk.act(
        ethnic,
        pledge(ethnic, "/signature"),
        "{\"text\":\"Giao ước thi đua năm %d\",\"conference\":\"%s\"}",
        year,
        conference);
    refusedOnCycle(culture, 409, "step-out-of-order", "/advances", "{\"step\":\"scoring\"}");
    onCycle(culture, "/advances", "{\"step\":\"pledge\",\"conference\":\"%s\"}", conference);
    refusedOnCycle(culture, 409, "step-already-done", "/advances", "{\"step\":\"pledge\"}");
    end(conference);
  }

  private void reviewAtMidYear() {
    for (Who member : members) {
      desk.act(
          member,
          pledge(member, "/mid-year-review"),
          "{\"results\":[{\"target\":\"giai-quyet-viec-lam\",\"actual\":{\"value\":\"520\"}}]}");
    }
    String conference = convene("mid-year", "Hội nghị sơ kết 6 tháng đầu năm", members);
    onCycle(
        health, "/advances", "{\"step\":\"mid-year-review\",\"conference\":\"%s\"}", conference);
    putRight(conference);
    end(conference);
  }

  /** What one unit said was written down as another's. */
  private void putRight(String conference) {
    String path = "/api/conferences/" + conference;
    String stream = "conference:" + conference;
    String told =
        desk.act(
            culture,
            path + "/entries",
            "{\"kind\":\"comment\",\"by\":\"%s\",\"text\":\"Đề nghị chấm sớm hơn\"}",
            science.unit());
    long then = desk.read(culture, path).at("/asked/position").asLong();
    String correction =
        """
        {"stream":"%s","version":%s,"reason":"Ghi nhầm đơn vị phát biểu","right":
         {"conference":"%s","entryKind":"comment","by":"%s","to":[],"with":[],
          "text":{"text":"Đề nghị chấm muộn hơn"}}}"""
            .formatted(stream, told.substring(told.indexOf('@') + 1), conference, labour.unit());
    desk.refusedSeen(
        labour,
        desk.seen(labour, path, stream),
        403,
        "not-yours-to-correct",
        "/api/corrections",
        correction);
    desk.actSeen(culture, stream, path, "/api/corrections", correction);
    desk.refusedSeen(
        culture,
        desk.seen(culture, path, stream),
        409,
        "already-corrected",
        "/api/corrections",
        correction);
    assertThat(desk.read(culture, path).toString())
        .contains("Đề nghị chấm muộn hơn")
        .doesNotContain("Đề nghị chấm sớm hơn");
    // who looks as of then sees what was written then
    assertThat(desk.read(culture, path + "?asOf=" + then).toString())
        .contains("Đề nghị chấm sớm hơn")
        .doesNotContain("Đề nghị chấm muộn hơn");
  }

  /** A member is merged away in the middle of the year. */
  private void loseAMember() {
    desk.actSeen(
        board,
        "unit:" + tourism.unit(),
        "/api/units/" + tourism.unit(),
        "/api/units/" + tourism.unit() + "/merger",
        "{\"into\":\"%s\",\"decision\":\"12/NQ-HĐND\"}",
        culture.unit());
    desk.refused(
        tourism, 409, "party-gone", pledge(tourism, "/year-end-report"), "{\"results\":[]}");
    onBloc("/releases", "{\"unit\":\"%s\"}", tourism.unit());
    onBloc(
        "/transfers",
        """
        {"unit":"%1$s","reason":"Hợp nhất theo nghị quyết","affairs":[
         {"matter":"pledge","cycle":"%2$s","becomes":"transferred","to":"%3$s"}]}""",
        tourism.unit(),
        cycle,
        culture.unit());
    refusedOnBloc(409, "unit-no-longer-exists", "/members", "{\"unit\":\"%s\"}", tourism.unit());
  }

  private List<Who> staying() {
    return members.stream().filter(member -> !member.equals(tourism)).toList();
  }

  private void score() {
    int points = 900;
    for (Who member : staying()) {
      desk.act(member, sheet(member, "/self-scores"), lines(points));
      points += 10;
    }
    desk.refused(health, 403, "own-sheet", sheet(health, "/cross-checks"), score(health, 900));
    desk.refused(health, 422, "points-out-of-range", sheet(health, "/self-scores"), lines(1001));
    points = 895;
    for (Who member : staying()) {
      Who checker = member.equals(labour) ? science : labour;
      desk.act(checker, sheet(member, "/cross-checks"), score(checker, points));
      points += 10;
    }
  }

  /** Ranks rest on the sheets as they are; awards stay within the quota. */
  private void rankAndPropose() {
    String tie =
        "{\"settled\":[%s]}"
            .formatted(
                String.join(",", staying().stream().map(member -> points(member, 900)).toList()));
    refusedOnCycle(culture, 409, "equal-points", "/rankings", tie);
    List<String> settled = new ArrayList<>();
    int points = 895;
    for (Who member : staying()) {
      settled.add(points(member, points));
      points += 10;
    }
    String ranking = "{\"settled\":[%s]}".formatted(String.join(",", settled));
    desk.refused(culture, 428, "precondition-required", cyclePath + "/rankings", ranking);
    refusedOnCycle(health, 403, "not-the-leader", "/rankings", ranking);
    onCycle(culture, "/rankings", ranking);
    refusedOnCycle(culture, 409, "already-scored", "/rankings", ranking);
    desk.refused(health, 409, "sheet-frozen", sheet(health, "/self-scores"), lines(950));
    onCycle(culture, "/advances", "{\"step\":\"scoring\"}");
    onCycle(culture, "/skips", SKIP.formatted("year-end-review"));
    onCycle(culture, "/advances", "{\"step\":\"ranking\"}");
    desk.act(culture, cyclePath + "/award-proposals", proposal("flag", ethnic));
    JsonNode full =
        desk.refused(
            culture,
            409,
            "quota-exceeded",
            cyclePath + "/award-proposals",
            proposal("flag", labour));
    assertThat(full.path("clause").asString()).isEqualTo("Điều 8 khoản 1");
    desk.act(
        culture, cyclePath + "/award-proposals", proposal("certificate-of-merit", labour, science));
    desk.refused(
        culture,
        409,
        "quota-exceeded",
        cyclePath + "/award-proposals",
        proposal("certificate-of-merit", education));
    onCycle(culture, "/advances", "{\"step\":\"award-proposal\"}");
  }

  /** A consensus that somebody objects to becomes a vote; two tellers certify the papers. */
  private void decide() {
    String conference = convene("year-end", "Hội nghị tổng kết năm", staying());
    String poll = cycle + ".bau-khoi-truong";
    desk.act(
        culture,
        "/api/polls",
        """
        {"id":"%s","cycle":"%s","conference":"%s","method":"consensus",
         "questions":[{"key":"1","subjects":["leadership"],"text":"Đơn vị làm khối trưởng năm sau",
          "options":[{"key":"a","unit":"%s"},{"key":"b","unit":"%s"}]}]}""",
        poll,
        cycle,
        conference,
        education.unit(),
        science.unit());
    onPoll(culture, poll, "/opening", EMPTY);
    desk.act(
        culture,
        "/api/polls/" + poll + "/objections",
        """
        {"method":"ballot","tellers":["%s","%s"],"reason":"Đề nghị bỏ phiếu"}""",
        health.unit(),
        ethnic.unit());
    onPoll(health, poll, "/tally", papers(health));
    refusedOnPoll(health, poll, 403, "same-teller", "/certification", papers(health));
    onPoll(ethnic, poll, "/certification", papers(ethnic));
    onPoll(culture, poll, "/closing", EMPTY);
    end(conference);
    lodgeAComplaint();
  }

  private void lodgeAComplaint() {
    String complaint = cycle + ".khieu-nai-1";
    desk.act(
        science,
        "/api/complaints",
        """
        {"id":"%s","bloc":"%s","stream":"%s","version":0,"by":"%s","text":"Điểm chưa đúng"}""",
        complaint,
        bloc,
        cycleStream,
        science.unit());
    desk.refused(
        tourism,
        403,
        "not-your-unit",
        "/api/complaints",
        """
        {"id":"%s-2","bloc":"%s","stream":"%s","version":0,"by":"%s","text":"Đơn vị đã hợp nhất"}""",
        complaint,
        bloc,
        cycleStream,
        tourism.unit());
    onComplaint(complaint, "/acceptance", EMPTY);
    onComplaint(
        complaint, "/decision", "{\"finding\":\"dismissed\",\"reason\":\"Điểm đúng quy chế\"}");
  }

  /** Both sides act; in the same instant the past leader can do nothing more. */
  private void handOver() {
    String next = "\"term\":{\"from\":\"%1$d-01-01\",\"to\":\"%1$d-12-31\"}".formatted(year + 1);
    desk.act(
        board,
        leadership("/designations"),
        """
        {%s,"leader":"%s","deputies":[{"unit":"%s","rank":1}],"mode":"elected"}""",
        next,
        education.unit(),
        science.unit());
    onCycle(culture, "/advances", "{\"step\":\"designation\"}");
    desk.refused(education, 409, "not-tendered", leadership("/acceptances"), "{%s}", next);
    onCycle(culture, "/steps/handover/deadline", "{\"due\":\"%s\"}", today.plusDays(30));
    desk.act(
        culture,
        leadership("/handovers"),
        "{%s,\"inventory\":[{\"thing\":\"papers\",\"what\":\"Hồ sơ khối\"}]}",
        next);
    desk.act(education, leadership("/acceptances"), "{%s}", next);
    refusedOnCycle(
        culture, 403, "not-the-leader-or-a-deputy", "/advances", "{\"step\":\"handover\"}");
    onCycle(education, "/advances", "{\"step\":\"handover\"}");
  }

  /** From a proposal to its end, which may come years later. */
  private void award() {
    String flag = null;
    for (JsonNode each : desk.read(auditor, cyclePath + "/standing").at("/answer/awards")) {
      if (each.path("title").asString().equals("flag")) {
        flag = each.path("award").asString();
      }
    }
    assertThat(flag).isNotNull();
    onAward(education, flag, "/forwardings", "{\"to\":\"%s\"}", province);
    onAward(board, flag, "/approvals", EMPTY);
    onAward(
        board,
        flag,
        "/grants",
        """
        {"decisionNumber":"12/QĐ-UBND","decidedOn":"%s",
         "authority":{"unit":"%s","asWritten":"UBND tỉnh"}}""",
        today,
        province);
    onAward(board, flag, "/presentations", "{\"ceremony\":\"Lễ trao cờ\"}");
    onAward(
        board,
        flag,
        "/revocations",
        "{\"ground\":\"Kê khai không đúng\",\"decisionNumber\":\"40/QĐ-UBND\"}");
  }

  /** The new leader closes the year and opens the next. */
  private void close() {
    refusedOnCycle(culture, 403, "not-the-leader", "/close", EMPTY);
    onCycle(education, "/close", EMPTY);
    refusedOnCycle(education, 409, "cycle-closed", "/close", EMPTY);
    desk.refused(culture, 403, "not-the-leader", "/api/cycles", opening(year + 1));
    desk.act(education, "/api/cycles", opening(year + 1));
    look();
  }

  /** What a reader finds afterwards, and what it does not find. */
  private void look() {
    assertThat(desk.read(ethnic, cyclePath + "/standing").toString()).contains(ethnic.unit());
    Who stranger = new Who(account("stranger"), null, null);
    assertThat(desk.read(labour, cyclePath + "/sheets").toString()).contains("Nội dung I");
    assertThat(desk.body(stranger, cyclePath + "/sheets"))
        .as("scores are for the bloc")
        .doesNotContain("Nội dung I");
    assertThat(desk.read(stranger, leadership("")).at("/answer/inOffice/leader").asString())
        .isEqualTo(education.unit());
  }

  private static String points(Who member, int points) {
    return "{\"unit\":\"%s\",\"points\":\"%d\"}".formatted(member.unit(), points);
  }

  private String proposal(String title, Who... recipients) {
    return """
        {"title":"%s","authority":{"unit":"%s","asWritten":"UBND tỉnh"},"recipients":[%s]}"""
        .formatted(
            title,
            province,
            String.join(
                ",",
                List.of(recipients).stream()
                    .map(unit -> "{\"unit\":\"%s\"}".formatted(unit.unit()))
                    .toList()));
  }

  private static String papers(Who teller) {
    return """
        {"issued":6,"returned":6,"by":"%s","questions":[{"question":"1","valid":5,"invalid":1,
         "votes":[{"option":"a","inFavour":4},{"option":"b","inFavour":1}]}]}"""
        .formatted(teller.unit());
  }

  private void onPoll(Who who, String poll, String act, String body) {
    desk.actSeen(who, "poll:" + poll, "/api/polls/" + poll, "/api/polls/" + poll + act, body);
  }

  private void refusedOnPoll(
      Who who, String poll, int status, String problem, String act, String body) {
    desk.refusedSeen(
        who,
        desk.seen(who, "/api/polls/" + poll, "poll:" + poll),
        status,
        problem,
        "/api/polls/" + poll + act,
        body);
  }

  private void onComplaint(String complaint, String act, String body) {
    String path = "/api/complaints/" + complaint;
    desk.actSeen(board, "complaint:" + complaint, path, path + act, body);
  }

  private void onAward(Who who, String award, String act, String body, Object... values) {
    String path = "/api/awards/" + award;
    desk.actSeen(who, "award:" + award, path, path + act, body, values);
  }

  private void onBloc(String act, String body, Object... values) {
    String path = "/api/blocs/" + bloc;
    desk.actSeen(board, blocStream, path, path + act, body, values);
  }

  private void refusedOnBloc(
      int status, String problem, String act, String body, Object... values) {
    String path = "/api/blocs/" + bloc;
    desk.refusedSeen(
        board, desk.seen(board, path, blocStream), status, problem, path + act, body, values);
  }

  private String convene(String kind, String title, List<Who> attending) {
    String conference = cycle + "." + kind;
    desk.act(
        culture,
        "/api/conferences",
        """
        {"id":"%s","bloc":"%s","cycles":["%s"],"kind":"%s","title":"%s","planned":"%s","place":"Hội trường Sở"}""",
        conference,
        bloc,
        cycle,
        kind,
        title,
        today);
    onConference(culture, conference, "/opening", EMPTY);
    for (Who member : attending) {
      desk.act(
          member,
          "/api/conferences/" + conference + "/attendance",
          "{\"role\":\"member\",\"unit\":\"%s\"}",
          member.unit());
    }
    return conference;
  }

  private void end(String conference) {
    onConference(culture, conference, "/closing", EMPTY);
  }

  private void onConference(
      Who who, String conference, String path, String body, Object... values) {
    desk.actSeen(
        who,
        "conference:" + conference,
        "/api/conferences/" + conference,
        "/api/conferences/" + conference + path,
        body,
        values);
  }

  private void onCycle(Who who, String path, String body, Object... values) {
    desk.actSeen(who, cycleStream, cyclePath, cyclePath + path, body, values);
  }

  private void refusedOnCycle(
      Who who, int status, String problem, String path, String body, Object... values) {
    desk.refusedSeen(
        who,
        desk.seen(who, cyclePath, cycleStream),
        status,
        problem,
        cyclePath + path,
        body,
        values);
  }

  private String pledge(Who party, String act) {
    return cyclePath + "/pledges/" + party.unit() + act;
  }

  private String sheet(Who unit, String act) {
    return cyclePath + "/sheets/" + unit.unit() + act;
  }

  private String leadership(String act) {
    return "/api/blocs/" + bloc + "/leadership" + act;
  }

  private static String lines(int points) {
    return "{\"lines\":[{\"criterion\":\"Nội dung I\",\"points\":\"%d\"}],\"total\":\"%d\"}"
        .formatted(points, points);
  }

  private static String score(Who by, int points) {
    return "{\"by\":\"%s\",".formatted(by.unit()) + lines(points).substring(1);
  }

  private String opening(int year) {
    return "{\"bloc\":\"%s\",\"year\":%d}".formatted(bloc, year);
  }

  private static final String SKIP =
      "{\"step\":\"%s\",\"clause\":\"Điều 3\",\"reason\":\"Không cần\"}";

  private String regulation() {
    return """
        {"number":"01/QC-KTĐ9","title":"Quy chế hoạt động và bình xét thi đua","validFrom":"%s",
         "steps":[
          {"step":"regulation","clause":"Điều 1","optional":false},
          {"step":"pledge","clause":"Điều 3","optional":false},
          {"step":"mid-year-review","clause":"Điều 4","optional":false},
          {"step":"scoring","clause":"Điều 5","optional":false},
          {"step":"year-end-review","clause":"Điều 6","optional":true},
          {"step":"ranking","clause":"Điều 7","optional":false},
          {"step":"award-proposal","clause":"Điều 8","optional":false},
          {"step":"designation","clause":"Điều 9","optional":false},
          {"step":"handover","clause":"Điều 10","optional":false}],
         "awards":[
          {"title":"flag","track":"annual","count":{"type":"fixed","number":1},
           "clause":"Điều 8 khoản 1"},
          {"title":"certificate-of-merit","track":"annual","count":{"type":"fixed","number":2},
           "clause":"Điều 8 khoản 2"}],
         "scoring":{"maximum":"1000","equalRanks":false,"clause":"Điều 5 khoản 2"}}"""
        .formatted(today);
  }

  private Who of(String unit) {
    return new Who(account(unit), province + "." + unit, null);
  }

  /** The account of somebody who is called so. */
  static UUID account(String name) {
    return UUID.nameUUIDFromBytes(("account of " + name).getBytes(StandardCharsets.UTF_8));
  }
}
