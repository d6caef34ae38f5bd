package vn.giaouoc.bench.decade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.bench.decade.Clerk.Who;
import vn.giaouoc.bench.decade.Nation.Body;
import vn.giaouoc.bench.decade.Nation.Place;
import vn.giaouoc.shared.time.When;

/**
 * The years of one bloc, acted through the write API as its people would, each act on its day. The
 * same place and seed are acted the same.
 */
final class Lived {

  /** The first year. */
  static final int FIRST = 2016;

  private static final int TARGETS = 20;
  private static final int CRITERIA = 8;
  private static final int FIGURES = 18;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String EMPTY = "{}";
  private static final String JSON_TYPE = "application/json";
  private static final Pattern CORRECTED = Pattern.compile("\"stream\":\"([^\"]+)\"");

  private final Clerk clerk;
  private final Place place;
  private final Random random;
  private final int shift;
  private final Who board;
  private final List<String> files = new ArrayList<>();
  private final List<Integer> members = new ArrayList<>();
  private int papers;
  private Instant now = Instant.EPOCH;
  private int leader;
  private int deputy = 1;
  private int year = FIRST;

  Lived(Clerk clerk, Place place, long seed) {
    this.clerk = clerk;
    this.place = place;
    random = new Random(seed);
    shift = random.nextInt(8);
    board = new Who(account(90), "board", null);
  }

  /** Acts so many years. */
  void live(int years) {
    found();
    for (int i = 0; i < years; i++) {
      year = FIRST + i;
      open();
      promise();
      review();
      if (i == 0) {
        remember();
      }
      if (i == 0) {
        merge();
      }
      report();
      score();
      decide();
      handOver();
    }
  }

  private void found() {
    on(1, 4);
    post(
        board,
        "/api/units",
        "{'id':'%s','name':'%s','kind':'peoples-committee'}",
        place.province(),
        place.provinceName());
    for (Body unit : place.units()) {
      post(
          board,
          "/api/units",
          "{'id':'%s','name':'%s','kind':'department','authority':'%s'}",
          unit.slug(),
          unit.name(),
          place.province());
    }
    post(
        board,
        "/api/blocs",
        "{'id':'%s','name':'%s','authority':'%s'}",
        place.bloc(),
        place.name(),
        place.province());
    for (int i = 0; i < Nation.UNITS - 1; i++) {
      members.add(i);
      post(board, bloc("/members"), "{'unit':'%s'}", unit(i));
    }
    post(
        board,
        leadership("/designations"),
        "{'term':%s,'leader':'%s','deputies':[{'unit':'%s','rank':1}],'mode':'agreed'}",
        term(year),
        unit(leader),
        unit(deputy));
    post(board, leadership("/installations"), "{'term':%s}", term(year));
    for (int i = 0; i < 12; i++) {
      HttpResponse<String> kept =
          clerk.act(
              now,
              board,
              "/api/files?name=tai-lieu-" + i + ".txt",
              "text/plain",
              "Tài liệu %d của %s".formatted(i, place.bloc()),
              null);
      files.add(JSON.readTree(kept.body()).path("file").asString());
    }
  }

  private void open() {
    if (year == FIRST + 1) {
      on(1, 6);
      post(board, bloc("/members"), "{'unit':'%s'}", unit(10));
      members.add(10);
    }
    on(1, 8);
    post(who(leader), "/api/cycles", "{'bloc':'%s','year':%d}", place.bloc(), year);
    on(1, 12);
    tell(who(leader), cycle("/regulations"), "application/yaml", regulation());
    post(
        who(leader),
        cycle("/pledge-contents"),
        "{'contents':['Hoàn thành chỉ tiêu được giao','Cải cách hành chính','Xây dựng cơ quan vững"
            + " mạnh','Thi đua, khen thưởng']}");
    post(who(leader), cycle("/steps/pledge/deadline"), "{'due':'%s'}", day(3, 10));
    post(who(leader), cycle("/steps/mid-year-review/deadline"), "{'due':'%s'}", day(7, 15));
    post(who(leader), cycle("/steps/scoring/deadline"), "{'due':'%s'}", day(12, 10));
    post(
        who(deputy),
        cycle("/steps/pledge/extensions"),
        "{'due':'%s','reason':'Hội nghị ký giao ước lùi một tuần'}",
        day(3, 17));
    paper("KH", "Kế hoạch hoạt động năm " + year);
  }

  private void promise() {
    for (int unit : members) {
      on(1, 18 + unit);
      post(who(unit), pledge(unit, "/draft"), EMPTY);
      for (int target = 0; target < TARGETS; target++) {
        post(who(unit), pledge(unit, "/targets"), target(target, amount(unit, target)));
      }
    }
    paper("GM", "Giấy mời dự hội nghị ký kết giao ước thi đua");
    String conference = convene("pledge", "Hội nghị ký kết giao ước thi đua năm " + year, 3, 5);
    for (int unit : members) {
      if (unit != 7) {
        sign(unit, conference);
      }
    }
    proceed(conference, "Quy chế và giao ước");
    close(conference);
    on(3, 12);
    post(who(leader), cycle("/reminders"), "{'step':'pledge'}");
    on(3, 18);
    sign(7, conference);
    post(who(leader), cycle("/advances"), "{'step':'pledge','conference':'%s'}", conference);
  }

  private void sign(int unit, String conference) {
    post(
        who(unit),
        pledge(unit, "/signature"),
        "{'text':'Giao ước thi đua năm %d','conference':'%s'}",
        year,
        conference);
  }

  private void review() {
    for (int unit : members) {
      on(7, 2 + unit);
      report(unit, "mid-year-review", "mid-year", 45, 15);
    }
    draftReport("mid-year", 7, 14);
    paper("BC", "Báo cáo sơ kết 6 tháng đầu năm " + year);
    String conference = convene("mid-year", "Hội nghị sơ kết 6 tháng đầu năm " + year, 7, 20);
    present("mid-year", conference);
    proceed(conference, "Sơ kết 6 tháng");
    putRight(conference);
    close(conference);
    post(
        who(deputy),
        cycle("/advances"),
        "{'step':'mid-year-review','conference':'%s'}",
        conference);
    on(8, 3);
    for (int unit : members.subList(2, 5)) {
      if (unit != leader) {
        post(
            who(leader),
            pledge(unit, "/amendments"),
            "{'target':%s,'reason':'Điều chỉnh theo kế hoạch được giao lại'}",
            target(3, amount(unit, 3).subtract(BigDecimal.TEN)));
      }
    }
  }

  /** What papers tell of the year before the first is recorded, and one of them taken back. */
  private void remember() {
    on(8, 5);
    recall("year-end", place.units().get(4));
    String wrong = recall("preparatory", place.units().get(5));
    on(8, 9);
    tell(
        board,
        "/api/proceedings/" + wrong + "/withdrawal",
        JSON_TYPE,
        "{\"reason\":\"Ghi nhầm nguồn\"}");
  }

  private String recall(String kind, Body first) {
    int before = FIRST - 1;
    String conference = "%s.%d.%s".formatted(place.bloc(), before, kind);
    tell(
        board,
        "/api/proceedings",
        "application/yaml",
        """
        proceedings: %1$s
        source:
          title: Khối thi đua tổng kết năm %2$d
          publisher: Trang tin Sở Nội vụ
          published: %3$d-01-10T09:30
        units:
          %4$s: { name: %5$s, kind: department }
        bloc:
          id: %6$s
          name: %7$s
          kind: khối
        cycles:
          - id: %6$s.%2$d
            year: %2$d
        leadership:
          - attested: { term: %2$d, leader: %4$s }
        conference:
          id: %1$s
          kind: %8$s
          title: Hội nghị năm %2$d
          on: %3$d-01-08
          attendance:
            units-stated: 10
            present:
              - unit: %4$s
          presiding:
            - { unit: %4$s, capacity: Khối trưởng }
          entries:
            - { kind: direction, by: %4$s, text: Đổi mới nội dung thi đua. }
        """
            .formatted(
                conference,
                before,
                FIRST,
                first.slug(),
                first.name(),
                place.bloc(),
                place.name(),
                kind));
    return conference;
  }

  /** One member is merged into another; a new one comes in its place the next year. */
  private void merge() {
    on(8, 18);
    post(
        board,
        "/api/units/" + unit(9) + "/merger",
        "{'into':'%s','decision':'%d/NQ-HĐND'}",
        unit(0),
        12 + random.nextInt(80));
    post(board, bloc("/releases"), "{'unit':'%s'}", unit(9));
    post(
        board,
        bloc("/transfers"),
        "{'unit':'%s','reason':'Hợp nhất theo nghị quyết','affairs':[{'matter':'pledge','cycle':'%s',"
            + "'becomes':'transferred','to':'%s'}]}",
        unit(9),
        cycle(),
        unit(0));
    members.remove(Integer.valueOf(9));
  }

  private void report() {
    for (int unit : members) {
      on(11, 12 + unit);
      report(unit, "year-end-report", "year-end", 92, 22);
    }
    post(who(leader), cycle("/advances"), "{'step':'year-end-review'}");
  }

  private void report(int unit, String act, String stage, int least, int more) {
    String results =
        IntStream.range(0, TARGETS)
            .mapToObj(
                target ->
                    "{'target':'chi-tieu-%d','actual':{'value':'%s'}}"
                        .formatted(
                            target,
                            amount(unit, target)
                                .multiply(BigDecimal.valueOf(least + random.nextInt(more), 2))
                                .setScale(1, RoundingMode.HALF_UP)))
            .collect(Collectors.joining(","));
    post(who(unit), pledge(unit, "/" + act), "{'results':[%s]}", results);
    for (int target = 0; target < TARGETS; target++) {
      post(
          who(unit),
          pledge(unit, "/evidence"),
          "{'target':'chi-tieu-%d','stage':'%s','file':'%s'}",
          target,
          stage,
          file());
    }
  }

  private void score() {
    List<List<BigDecimal>> scored = new ArrayList<>();
    for (int unit = 0; unit < Nation.UNITS; unit++) {
      scored.add(
          IntStream.range(0, CRITERIA)
              .mapToObj(i -> BigDecimal.valueOf(7_000 + random.nextInt(2_999), 2))
              .toList());
    }
    for (int unit : members) {
      on(12, 1 + unit / 2);
      post(who(unit), sheet(unit, "/self-scores"), lines(null, scored.get(unit), BigDecimal.ZERO));
    }
    for (int unit : members) {
      on(12, 7);
      int checker = members.get((members.indexOf(unit) + 1) % members.size());
      post(
          who(checker),
          sheet(unit, "/cross-checks"),
          lines(unit(checker), scored.get(unit), BigDecimal.ONE));
    }
    on(12, 8);
    int returned = members.get(random.nextInt(members.size()));
    post(who(leader), sheet(returned, "/returns"), "{'reason':'Thiếu minh chứng nội dung II'}");
    post(
        who(returned),
        sheet(returned, "/self-scores"),
        lines(null, scored.get(returned), BigDecimal.ONE));
    post(who(returned), sheet(returned, "/explanations"), "{'explanation':'Đã bổ sung'}");
    for (int unit : members) {
      int by = unit == leader ? deputy : leader;
      post(
          who(by),
          sheet(unit, "/bloc-scores"),
          lines(unit(by), scored.get(unit), new BigDecimal("0.5")));
    }
    post(who(leader), cycle("/advances"), "{'step':'scoring'}");
    post(who(leader), cycle("/rankings"), EMPTY);
    post(who(leader), cycle("/advances"), "{'step':'ranking'}");
  }

  private void decide() {
    draftReport("year-end", 12, 9);
    paper("BC", "Báo cáo tổng kết năm " + year);
    paper("GM", "Giấy mời dự hội nghị tổng kết năm " + year);
    String conference = convene("year-end", "Hội nghị tổng kết năm " + year, 12, 15);
    present("year-end", conference);
    proceed(conference, "Tổng kết, bình xét, suy tôn");
    String approval = cycle() + ".thong-qua-xep-hang";
    poll(conference, approval, "consensus", "texts", "{'key':'a','text':'Thông qua kết quả'}");
    post(
        who(leader),
        "/api/polls/" + approval + "/consensus",
        "{'agreed':[{'question':'1','inFavour':['a']}]}");
    post(who(leader), "/api/polls/" + approval + "/closing", EMPTY);
    post(
        who(leader),
        "/api/conferences/" + conference + "/resolutions",
        "{'text':'Hội nghị thống nhất kết quả xếp hạng','decidedBy':'%s'}",
        approval);
    int next = next(leader);
    String election = cycle() + ".bau-khoi-truong";
    poll(
        conference,
        election,
        "named-vote",
        "leadership",
        "{'key':'a','unit':'%s'},{'key':'b','unit':'%s'}".formatted(unit(next), unit(deputy)));
    int voted = 0;
    for (int unit : members) {
      post(
          who(unit),
          "/api/polls/" + election + "/votes",
          "{'unit':'%s','answers':[{'question':'1','inFavour':['%s']}]}",
          unit(unit),
          voted++ < 7 ? "a" : "b");
    }
    post(who(leader), "/api/polls/" + election + "/closing", EMPTY);
    close(conference);
    complain();
    propose("flag");
    propose("certificate-of-merit");
    post(who(leader), cycle("/advances"), "{'step':'award-proposal'}");
    paper("TTR", "Tờ trình đề nghị khen thưởng năm " + year);
    post(
        board,
        leadership("/designations"),
        "{'term':%s,'leader':'%s','deputies':[{'unit':'%s','rank':1}],'mode':'elected',"
            + "'decidedBy':'%s'}",
        term(year + 1),
        unit(next),
        unit(next(next)),
        election);
    post(who(leader), cycle("/advances"), "{'step':'designation'}");
  }

  private void handOver() {
    on(12, 22);
    int next = next(leader);
    post(
        who(leader),
        leadership("/handovers"),
        "{'term':%s,'inventory':[{'thing':'papers','what':'Hồ sơ của khối'},{'thing':'pennant',"
            + "'what':'Cờ luân lưu'}]}",
        term(year + 1));
    post(who(next), leadership("/acceptances"), "{'term':%s}", term(year + 1));
    deputy = next(next);
    leader = next;
    post(who(leader), cycle("/advances"), "{'step':'handover'}");
    List<String> awards = clerk.streams("award:" + cycle() + ".");
    for (String award : awards) {
      on(12, 23);
      post(
          who(leader),
          "/api/awards/" + award.substring("award:".length()) + "/forwardings",
          "{'to':'%s'}",
          place.province());
    }
    for (String award : awards) {
      on(12, 28);
      post(board, "/api/awards/" + award.substring("award:".length()) + "/approvals", EMPTY);
      post(
          board,
          "/api/awards/" + award.substring("award:".length()) + "/grants",
          "{'decisionNumber':'%d/QĐ-UBND','decidedOn':'%s','authority':{'unit':'%s','asWritten':"
              + "'UBND tỉnh'}}",
          1000 + random.nextInt(4000),
          day(12, 28),
          place.province());
    }
    post(who(leader), cycle("/close"), EMPTY);
  }

  private void complain() {
    int by = members.get(members.size() - 1);
    String complaint = cycle() + ".khieu-nai-1";
    post(
        who(by),
        "/api/complaints",
        "{'id':'%s','bloc':'%s','stream':'cycle:%s','version':0,'by':'%s','text':'Điểm chưa đúng'}",
        complaint,
        place.bloc(),
        cycle(),
        unit(by));
    post(board, "/api/complaints/" + complaint + "/acceptance", EMPTY);
    post(
        board,
        "/api/complaints/" + complaint + "/decision",
        "{'finding':'dismissed','reason':'Điểm đúng quy chế'}");
  }

  /** Who gets what follows from the ranks and the regulation. */
  private void propose(String title) {
    post(
        who(leader),
        cycle("/award-proposals"),
        "{'title':'%s','authority':{'unit':'%s','asWritten':'UBND tỉnh'}}",
        title,
        place.province());
  }

  private void poll(String conference, String poll, String method, String subject, String options) {
    post(
        who(leader),
        "/api/polls",
        "{'id':'%s','cycle':'%s','conference':'%s','method':'%s','questions':[{'key':'1',"
            + "'subjects':['%s'],'text':'Hội nghị quyết định','options':[%s]}]}",
        poll,
        cycle(),
        conference,
        method,
        subject,
        options);
    post(who(leader), "/api/polls/" + poll + "/opening", EMPTY);
  }

  private String convene(String kind, String title, int month, int day) {
    String conference = cycle() + "." + kind;
    on(month, day - 3);
    post(
        who(leader),
        "/api/conferences",
        "{'id':'%s','bloc':'%s','cycles':['%s'],'kind':'%s','title':'%s','planned':'%s','place':"
            + "'Hội trường'}",
        conference,
        place.bloc(),
        cycle(),
        kind,
        title,
        day(month, day));
    post(
        who(leader),
        "/api/conferences/" + conference + "/agenda",
        "{'items':[{'key':'1','title':'Báo cáo'},{'key':'2','title':'Thảo luận'},{'key':'3',"
            + "'title':'Kết luận'}]}");
    on(month, day);
    post(who(leader), "/api/conferences/" + conference + "/opening", EMPTY);
    for (int unit : members) {
      post(
          who(unit),
          "/api/conferences/" + conference + "/attendance",
          "{'role':'member','unit':'%s'}",
          unit(unit));
    }
    post(
        who(leader),
        "/api/conferences/" + conference + "/presiding",
        "{'presiding':[{'role':'host','unit':'%s'}]}",
        unit(leader));
    post(
        who(leader),
        "/api/conferences/" + conference + "/attendance",
        "{'role':'secretary','unit':'%s'}",
        unit(deputy));
    return conference;
  }

  /** Papers are tabled, everybody speaks, and some are given something to do. */
  private void proceed(String conference, String about) {
    String path = "/api/conferences/" + conference;
    post(who(leader), path + "/agenda/beginnings", "{'item':'1'}");
    post(
        who(leader),
        path + "/papers",
        "{'type':'report','title':'%s','version':'1','file':'%s','draft':false,'presentedBy':'%s',"
            + "'capacity':'leader'}",
        about,
        file(),
        unit(leader));
    post(who(leader), path + "/agenda/beginnings", "{'item':'2'}");
    for (int unit : members) {
      post(who(unit), path + "/floor/requests", "{'unit':'%s'}", unit(unit));
    }
    for (int unit : members) {
      post(who(leader), path + "/floor/turns", "{'unit':'%s'}", unit(unit));
      post(
          who(unit),
          path + "/entries",
          "{'kind':'%s','by':'%s','text':'Ý kiến %d về %s'}",
          random.nextInt(4) == 0 ? "request" : "comment",
          unit(unit),
          random.nextInt(40),
          about);
      post(who(leader), path + "/floor/endings", EMPTY);
    }
    post(who(leader), path + "/agenda/beginnings", "{'item':'3'}");
    for (int unit : members.subList(0, 4)) {
      post(
          who(leader),
          path + "/entries",
          "{'kind':'assignment','by':'%s','to':['%s'],'text':'Hoàn thiện nội dung %d','due':'%s'}",
          unit(leader),
          unit(unit),
          unit + 1,
          day(12, 30));
    }
  }

  /** What one unit said was written down as another's. */
  private void putRight(String conference) {
    String path = "/api/conferences/" + conference;
    String told =
        post(
            who(leader),
            path + "/entries",
            "{'kind':'comment','by':'%s','text':'Đề nghị chấm sớm hơn'}",
            unit(2));
    post(
        who(leader),
        "/api/corrections",
        "{'stream':'conference:%s','version':%s,'reason':'Ghi nhầm đơn vị phát biểu','right':{"
            + "'conference':'%s','entryKind':'comment','by':'%s','to':[],'with':[],'text':{'text':"
            + "'Đề nghị chấm muộn hơn'}}}",
        conference,
        told.substring(told.indexOf('@') + 1),
        conference,
        unit(3));
  }

  private void close(String conference) {
    String path = "/api/conferences/" + conference;
    post(who(leader), path + "/closing", EMPTY);
    String minutes = file();
    post(
        who(deputy),
        path + "/minutes",
        "{'minutes':'%s','signing':'secretary','unit':'%s'}",
        minutes,
        unit(deputy));
    post(
        who(leader),
        path + "/minutes",
        "{'minutes':'%s','signing':'chair','unit':'%s'}",
        minutes,
        unit(leader));
  }

  private void draftReport(String stage, int month, int day) {
    on(month, day);
    post(who(leader), cycle("/reports"), "{'stage':'%s'}", stage);
    for (int unit : members) {
      String figures =
          IntStream.range(0, FIGURES)
              .mapToObj(
                  i ->
                      "{'unit':'%s','content':%d,'indicator':'%s','measure':'%s','direction':"
                              .formatted(unit(unit), i % 4 + 1, indicator(i), measure(i))
                          + "'higher','actual':{'value':'%d'},'target':{'value':'%d'}}"
                              .formatted(60 + random.nextInt(80), 100))
              .collect(Collectors.joining(","));
      post(
          who(leader),
          cycle("/reports/statements"),
          "{'stage':'%s','kind':'result','units':['%s'],'content':1,'text':'Kết quả %d','figures':"
              + "[%s]}",
          stage,
          unit(unit),
          random.nextInt(50),
          figures);
    }
    post(
        who(deputy),
        cycle("/reports/statements"),
        "{'stage':'%s','kind':'limitation','text':'Một số chỉ tiêu đạt thấp','counts':[{'what':"
            + "'sáng kiến','number':%d}]}",
        stage,
        random.nextInt(30));
  }

  private void present(String stage, String conference) {
    post(
        who(leader),
        cycle("/reports/" + stage + "/presentation"),
        "{'by':'%s','conference':'%s'}",
        unit(leader),
        conference);
    post(
        who(leader),
        cycle("/reports/" + stage + "/amendments"),
        "{'content':2,'text':'Bổ sung số liệu cải cách hành chính'}");
    post(who(leader), cycle("/reports/" + stage + "/finalisation"), "{'by':'%s'}", unit(leader));
  }

  private void paper(String kind, String title) {
    String paper = cycle() + ".van-ban-" + ++papers;
    post(
        who(leader),
        "/api/papers",
        "{'id':'%s','bloc':'%s','year':%d,'type':'%s','title':'%s','file':'%s'}",
        paper,
        place.bloc(),
        year,
        kind.toLowerCase(Locale.ROOT),
        title,
        file());
    String path = "/api/papers/" + paper;
    post(who(leader), path + "/number", "{'blocSymbol':'KTĐ'}");
    post(
        who(leader),
        path + "/signature",
        "{'capacity':'tm','form':'digital','person':'%s'}",
        account(leader));
    post(who(leader), path + "/issue", EMPTY);
    String to =
        members.stream()
            .filter(unit -> unit != leader)
            .map(unit -> "'" + unit(unit) + "'")
            .collect(Collectors.joining(","));
    post(who(leader), path + "/sendings", "{'to':[%s]}", to);
    for (int unit : members) {
      if (unit != leader) {
        post(who(unit), path + "/receipts", "{'by':'%s'}", unit(unit));
      }
    }
  }

  private String lines(@Nullable String by, List<BigDecimal> figures, BigDecimal less) {
    String lines =
        IntStream.range(0, CRITERIA)
            .mapToObj(
                i ->
                    "{'criterion':'%s','figure':{'type':'measured','actual':'%s','target':'100'}}"
                        .formatted(criterion(i), figures.get(i).subtract(less)))
            .collect(Collectors.joining(","));
    return "{%s'lines':[%s]}".formatted(by == null ? "" : "'by':'" + by + "',", lines);
  }

  private static String criterion(int i) {
    return (i < CRITERIA / 2 ? "I." : "II.") + (i % (CRITERIA / 2) + 1);
  }

  private String regulation() {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        """
        number: %02d/QC-KTĐ
        title: Quy chế hoạt động và bình xét thi đua năm %d
        validFrom: %s
        steps:
        """
            .formatted(1 + random.nextInt(20), year, day(1, 12)));
    List<String> steps =
        List.of(
            "regulation",
            "pledge",
            "mid-year-review",
            "year-end-review",
            "scoring",
            "ranking",
            "award-proposal",
            "designation",
            "handover");
    for (int i = 0; i < steps.size(); i++) {
      yaml.append("  - { step: %s, clause: Điều %d }%n".formatted(steps.get(i), i + 2));
    }
    yaml.append(
        """
        scoring: { maximum: 1000, equalRanks: false, clause: Điều 12 }
        awards:
          - { title: flag, track: annual, clause: Điều 20 khoản 1, count: { type: fixed, number: 1 } }
          - { title: certificate-of-merit, track: annual, clause: Điều 20 khoản 2, count: { type: fixed, number: 3 } }
        scale:
          clause: Điều 12
          standard: 1000
          rounding: { digits: 2, clause: Điều 12 khoản 2 }
          notAssigned: { effect: standard-points, clause: Điều 12 khoản 3 }
          rank:
            by: points
            clause: Điều 13
            ties:
              - { by: content, of: I, clause: Điều 13 khoản 2 }
              - { by: ballot, clause: Điều 13 khoản 3 }
          layers:
            clause: Điều 14
            scores:
              - { layer: self, by: unit }
              - { layer: cross-check, by: other-member }
              - { layer: bloc, by: leader }
            counts: [bloc]
          contents:
        """);
    for (int content = 0; content < 2; content++) {
      yaml.append(
          """
              - id: %s
                name: Nội dung %d
                clause: Phụ lục, mục %d
                standard: 500
                criteria:
          """
              .formatted(content == 0 ? "I" : "II", content + 1, content + 1));
      for (int i = 0; i < CRITERIA / 2; i++) {
        yaml.append(
            """
                  - id: %1$s
                    name: Tiêu chí %1$s
                    clause: Phụ lục, mục %1$s
                    standard: 125
                    direction: higher
                    kind: flow
                    measure: chỉ tiêu
                    method: { type: proportional }
            """
                .formatted(criterion(content * CRITERIA / 2 + i)));
      }
    }
    return yaml.toString();
  }

  private static String target(int target, BigDecimal amount) {
    return "{'id':'chi-tieu-%d','content':%d,'indicator':'%s','measure':'%s','direction':'higher','kind':'flow','amount':'%s'}"
        .formatted(target, target % 4 + 1, indicator(target), measure(target), amount);
  }

  private static String indicator(int number) {
    return List.of(
                "Hồ sơ giải quyết đúng hạn",
                "Hộ thoát nghèo",
                "Lao động có việc làm mới",
                "Sáng kiến được công nhận",
                "Trường đạt chuẩn quốc gia")
            .get(number % 5)
        + ", nhóm "
        + (number / 5 + 1);
  }

  private static String measure(int number) {
    return List.of("hồ sơ", "hộ", "người", "sáng kiến", "trường").get(number % 5);
  }

  private BigDecimal amount(int unit, int target) {
    return BigDecimal.valueOf(100 + (unit * 37L + target * 53L + year * 11L) % 400);
  }

  private int next(int unit) {
    return members.get((members.indexOf(unit) + 1) % members.size());
  }

  private String file() {
    return files.get(random.nextInt(files.size()));
  }

  private String unit(int unit) {
    return place.units().get(unit).slug();
  }

  private String cycle() {
    return place.bloc() + "." + year;
  }

  private String cycle(String act) {
    return "/api/cycles/" + cycle() + act;
  }

  private String bloc(String act) {
    return "/api/blocs/" + place.bloc() + act;
  }

  private String leadership(String act) {
    return bloc("/leadership" + act);
  }

  private String pledge(int unit, String act) {
    return cycle("/pledges/" + unit(unit) + act);
  }

  private String sheet(int unit, String act) {
    return cycle("/sheets/" + unit(unit) + act);
  }

  private static String term(int year) {
    return "{'from':'%1$d-01-01','to':'%1$d-12-31'}".formatted(year);
  }

  private LocalDate day(int month, int day) {
    return LocalDate.of(year, month, day).plusDays(shift);
  }

  private void on(int month, int day) {
    Instant morning = day(month, day).atTime(8, 0).atZone(When.ZONE).toInstant();
    now = morning.isAfter(now) ? morning : now;
  }

  private Who who(int unit) {
    return new Who(account(unit), "member", unit(unit));
  }

  /** The same for everybody who has this number there. */
  private String account(int number) {
    return "%08x-0000-4000-8000-%012d".formatted(Tape.ACCOUNTS + place.number(), number);
  }

  private String post(Who who, String path, String body, Object... values) {
    return tell(who, path, JSON_TYPE, body.formatted(values).replace('\'', '"'));
  }

  private String tell(Who who, String path, String type, String body) {
    now = now.plus(Duration.ofMillis(1_000 + random.nextInt(20_000)));
    HttpResponse<String> answer = clerk.act(now, who, path, type, body, stream(path, body));
    return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
  }

  /** The stream that an act at this address changes, and so must have been seen. */
  private static @Nullable String stream(String path, String body) {
    Matcher corrected = CORRECTED.matcher(body);
    if (path.equals("/api/corrections") && corrected.find()) {
      return corrected.group(1);
    }
    String[] parts = path.substring("/api/".length()).split("/");
    if (parts.length < 3) {
      return null; // it founds something
    }
    return switch (parts[0] + "/" + parts[2]) {
      case "blocs/leadership" -> "leadership:" + parts[1];
      case "cycles/pledges" -> "pledge:" + parts[1] + "." + parts[3];
      case "cycles/sheets" -> "sheet:" + parts[1] + "." + parts[3];
      case "cycles/reports" -> parts.length < 5 ? null : "report:" + parts[1] + "." + parts[3];
      default -> parts[0].substring(0, parts[0].length() - 1) + ":" + parts[1];
    };
  }
}
