package vn.giaouoc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.Almanac.Who;
import vn.giaouoc.shared.poll.Lots;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.StampingKey;
import vn.giaouoc.shared.poll.Voter;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A year of a bloc as it may go: at every turn somebody does one of the things that make sense
 * then, drawn by lot. What the rules refuse was not to be done now. The same seed lives the same
 * year.
 *
 * <p>Each method that draws is one kind of act; what it needs to know of the year it keeps here,
 * which is less than the aggregates know.
 */
final class RandomYear {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String EMPTY = "{}";

  /** How much is done in a year, in percent of the usual. */
  private static final int ACTS = Integer.getInteger("year.acts", 300);

  private static final Pattern NAMED = Pattern.compile("[a-z-]+:[a-z0-9.-]+");
  private static final List<String> STEPS =
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
  private static final Set<String> POINTS =
      Set.of("/problems/points-missing", "/problems/sheet-returned");
  private static final List<String> STAGES = List.of("mid-year", "nine-month", "year-end");

  private final Almanac almanac;
  private final Random random;
  private final String province;
  private final int year;
  private final String bloc;
  private final String neighbour;
  private final String cycle;
  private final Who board = new Who(Almanac.account("board"), "board", null);

  private final List<String> members = new ArrayList<>();
  private final List<String> spare = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final List<String> persons = new ArrayList<>();
  private final Map<String, String> represented = new LinkedHashMap<>();
  private final Map<String, Set<Integer>> targets = new HashMap<>();
  private String leader = "";
  private String deputy = "";
  private @Nullable LocalDate actingUntil;
  private String designated = "";
  private String excluded = "";
  private boolean scale;
  private int regulations;
  private int named;

  private final Set<String> signed = new HashSet<>();
  private final List<Sitting> sittings = new ArrayList<>();
  private final List<Vote> votes = new ArrayList<>();
  private final List<String> papers = new ArrayList<>();
  private final List<String> movements = new ArrayList<>();
  private final Map<String, String> complaints = new LinkedHashMap<>();
  private final List<String> recorded = new ArrayList<>();

  /** A conference, and who chairs it and writes it down. */
  private static final class Sitting {
    private final String id;
    private String state = "called";
    private final List<String> items = new ArrayList<>();
    private final List<String> present = new ArrayList<>();
    private String minutes = "";
    private String chair = "";
    private String secretary = "";

    private Sitting(String id) {
      this.id = id;
    }
  }

  /** A poll, and what was done with it so far. */
  private static final class Vote {
    private final String id;
    private final String key;
    private String method;
    private final List<String> options;
    private String state = "called";
    private final List<String> tellers;
    private final List<String> voters = new ArrayList<>();
    private final Map<String, String> seeds = new LinkedHashMap<>();
    private final Set<String> revealed = new HashSet<>();
    private String papers = "";

    private Vote(String id, String key, String method, List<String> options, List<String> tellers) {
      this.id = id;
      this.key = key;
      this.method = method;
      this.options = options;
      this.tellers = tellers;
    }

    private String question() {
      return "'question':'%s'".formatted(key);
    }
  }

  RandomYear(Almanac almanac, String province, long seed) {
    this.almanac = almanac;
    this.province = province;
    random = new Random(seed);
    year = almanac.today().getYear();
    bloc = province + ".khoi-1";
    neighbour = province + ".khoi-2";
    cycle = bloc + "." + year;
  }

  /** The cycles that are lived, the main one first. */
  List<String> cycles() {
    return List.of(cycle, neighbour + "." + year, bloc + "." + (year + 1));
  }

  /** Lives it. */
  void live() {
    found();
    open();
    go(day(2, 1), 40, this::prepareAnything);
    List.copyOf(members).forEach(this::promise);
    go(day(3, 20), 20, this::prepareAnything);
    advance("pledge");
    go(day(6, 20), 40, this::reviewAnything);
    advance("mid-year-review");
    go(day(8, 10), 30, this::reviewAnything);
    go(day(11, 10), 50, this::scoreAnything);
    course(
        80,
        List.copyOf(members).stream()
            .<Runnable>map(unit -> () -> report(unit, "year-end-report"))
            .toArray(Runnable[]::new));
    advance("year-end-review");
    advance("scoring");
    rank();
    go(day(12, 5), 30, this::decideAnything);
    advance("ranking");
    go(day(12, 12), 30, this::decideAnything);
    advance("award-proposal");
    handOver();
    go(day(12, 27), 25, this::decideAnything);
    close();
    go(day(12, 30), 20, this::afterwards);
  }

  private void go(LocalDate from, int acts, Runnable any) {
    almanac.await(from);
    remember();
    hold();
    hold();
    for (int i = 0; i < acts * ACTS / 100; i++) {
      any.run();
      if (random.nextInt(25) == 0) {
        almanac.pass(Duration.ofHours(random.nextInt(40)));
      }
    }
  }

  private void prepareAnything() {
    any(
        this::aboutUnits,
        this::aboutTheBloc,
        this::aboutTheCycle,
        this::aboutAPledge,
        this::aboutAPledge,
        this::always);
  }

  private void reviewAnything() {
    any(
        this::aboutTheBloc,
        this::aboutTheCycle,
        this::aboutAPledge,
        this::aboutAReport,
        this::always,
        this::always);
  }

  private void scoreAnything() {
    any(
        this::aboutASheet,
        this::aboutASheet,
        this::aboutASheet,
        this::aboutAReport,
        this::aboutTheCycle,
        this::always);
  }

  private void decideAnything() {
    any(
        this::aboutAnAward,
        this::aboutAnAward,
        this::aboutASheet,
        this::rankAgain,
        this::aboutTheLeadership,
        this::always,
        this::always);
  }

  private void afterwards() {
    any(this::aboutAnAward, this::reopen, this::closeCycle, this::always);
  }

  /** What may happen at any time. */
  private void always() {
    any(
        this::aboutAConference,
        this::aboutAPoll,
        this::aboutAPaper,
        this::aboutAMovement,
        this::aboutAComplaint,
        this::aboutUnits,
        this::aboutTheLeadership,
        this::correct,
        this::remember);
  }

  // ---- the beginning

  private void found() {
    almanac.await(LocalDate.of(year, 1, 3));
    register(province, "peoples-committee");
    int size = 5 + random.nextInt(3);
    for (int i = 0; i < size + 4; i++) {
      registerUnit();
    }
    for (String each : List.of(bloc, neighbour)) {
      post(
          board,
          "/api/blocs",
          "{'id':'%s','name':'Khối %s','authority':'%s'}",
          each,
          each.substring(each.length() - 1),
          province);
    }
    for (int i = 0; i < size; i++) {
      admit(spare.getFirst());
    }
    String other = spare.getFirst();
    post(board, "/api/blocs/" + neighbour + "/members", "{'unit':'%s'}", other);
    leader = members.get(random.nextInt(members.size()));
    deputy = another(leader);
    for (String each : List.of(bloc, neighbour)) {
      String first = each.equals(bloc) ? leader : other;
      post(
          board,
          "/api/blocs/" + each + "/leadership/designations",
          "{'term':%s,'leader':'%s','deputies':[%s],'mode':'%s'}",
          term(year),
          first,
          each.equals(bloc) ? "{'unit':'%s','rank':1}".formatted(deputy) : "",
          one("agreed", "appointed", "rotated"));
      post(board, "/api/blocs/" + each + "/leadership/installations", "{'term':%s}", term(year));
    }
    post(by(other), "/api/cycles", "{'bloc':'%s','year':%d}", neighbour, year);
    post(
        by(other),
        "/api/cycles/%s.%d/pledges/%s/signature".formatted(neighbour, year, other),
        "{'text':'Giao ước'}");
    for (int i = 0; i < 5; i++) {
      files.add(file("Tài liệu " + i));
    }
    for (int i = 0; i < 3; i++) {
      persons.add(answered(post(board, "/api/persons", "{'name':'Người thứ %d'}", i), "person"));
    }
  }

  private void open() {
    post(
        by(chief()),
        "/api/cycles",
        random.nextInt(3) == 0
            ? "{'bloc':'%s','year':%d,'from':'%d-01-01','to':'%d-12-31'}"
                .formatted(bloc, year, year, year)
            : "{'bloc':'%s','year':%d}".formatted(bloc, year));
    if (random.nextBoolean()) {
      post(by(chief()), cycle("/skips"), "{'step':'pledge','clause':'?','reason':'Thử bỏ'}");
    }
    scale = random.nextInt(3) > 0;
    adopt();
    post(by(chief()), cycle("/pledge-contents"), "{'contents':['Chỉ tiêu','Cải cách','Thi đua']}");
  }

  private void adopt() {
    tell(by(chief()), cycle("/regulations"), "application/yaml", regulation(), cycleStream());
  }

  // ---- units and the bloc

  private void aboutUnits() {
    any(
        this::registerUnit,
        () ->
            post(
                board,
                "/api/units/" + someUnit() + "/names",
                "{'name':'Sở mới %d'%s}",
                random.nextInt(9),
                since()),
        () -> {
          String unit = someUnit();
          post(
              random.nextBoolean() ? board : by(unit),
              "/api/units/" + unit + "/aliases",
              "{'alias':'Tên khác %d'}",
              random.nextInt(4));
        },
        () ->
            post(
                board,
                "/api/units/" + someUnit() + "/authorities",
                "{'authority':%s}",
                random.nextBoolean() ? "null" : quoted(one(spareOr(province), province))),
        this::represent,
        this::representNoLonger,
        this::mergeUnits,
        this::dissolve);
  }

  private void registerUnit() {
    if (spare.size() + members.size() + gone.size() < 20) {
      String unit = province + ".don-vi-" + ++named;
      if (register(unit, one("department", "school", "enterprise"))) {
        spare.add(unit);
      }
    }
  }

  private boolean register(String unit, String kind) {
    return post(
            board,
            "/api/units",
            "{'id':'%s','name':'Đơn vị %d','kind':'%s'%s}",
            unit,
            named,
            kind,
            unit.equals(province) ? "" : ",'authority':'%s'".formatted(province))
        .isPresent();
  }

  /** A unit that is represented by anybody is so by its own account first. */
  private void represent() {
    String unit = someUnit();
    String person = one(persons);
    String path = "/api/units/" + unit + "/representatives";
    post(board, path, "{'person':'%s','office':'Chánh văn phòng'}", Almanac.account(unit));
    if (post(
            by(unit),
            path,
            "{'person':'%s','office':'Phó trưởng phòng','until':'%s'}",
            person,
            almanac.today().plusDays(200))
        .isPresent()) {
      represented.put(unit, person);
    }
  }

  private void representNoLonger() {
    if (!represented.isEmpty()) {
      String unit = one(List.copyOf(represented.keySet()));
      post(
          by(unit),
          "/api/units/" + unit + "/representation-ends",
          "{'person':'%s'}",
          represented.remove(unit));
    }
  }

  private void mergeUnits() {
    String unit = random.nextInt(4) == 0 && members.size() > 5 ? one(members) : spareOr(null);
    if (unit == null || unit.equals(leader) || unit.equals(deputy)) {
      return;
    }
    if (post(
            board,
            "/api/units/" + unit + "/merger",
            "{'into':'%s','decision':'%d/NQ-HĐND'}",
            one(members),
            random.nextInt(90))
        .isPresent()) {
      leave(unit);
    }
  }

  private void dissolve() {
    String unit = random.nextInt(6) == 0 && members.size() > 5 ? one(members) : spareOr(null);
    if (unit == null || unit.equals(leader) || unit.equals(deputy)) {
      return;
    }
    if (post(board, "/api/units/" + unit + "/dissolution", "{'successors':['%s']}", one(members))
        .isPresent()) {
      leave(unit);
    }
  }

  private void leave(String unit) {
    spare.remove(unit);
    if (members.remove(unit)) {
      gone.add(unit);
      course(
          85,
          () -> post(board, bloc("/releases"), "{'unit':'%s'}", unit),
          () -> transfer(unit),
          () -> post(board, bloc("/releases"), "{'unit':'%s'}", unit));
    }
  }

  private void aboutTheBloc() {
    any(
        () -> Optional.ofNullable(spareOr(null)).ifPresent(this::admit),
        () ->
            post(
                board,
                bloc("/placements"),
                "{'unit':'%s','group':'Nhóm %d'%s}",
                one(members),
                1 + random.nextInt(2),
                since()),
        this::release,
        () ->
            post(
                board,
                bloc("/supervisors"),
                random.nextBoolean()
                    ? "{'unit':'%s'}".formatted(someUnit())
                    : "{'person':'%s'}".formatted(one(persons))),
        () -> {
          if (!gone.isEmpty()) {
            transfer(one(gone));
          }
        },
        this::mergeBlocs,
        this::endEarly);
  }

  private void admit(String unit) {
    if (members.size() < 9
        && post(
                board,
                bloc("/members"),
                "{'unit':'%s','group':'Nhóm %d'}",
                unit,
                1 + random.nextInt(2))
            .isPresent()) {
      spare.remove(unit);
      members.add(unit);
    }
  }

  private void release() {
    String unit = gone.isEmpty() || random.nextInt(4) == 0 ? one(members) : one(gone);
    if ((members.size() > 5 || gone.contains(unit))
        && !unit.equals(deputy)
        && post(board, bloc("/releases"), "{'unit':'%s'}", unit).isPresent()
        && members.remove(unit)) {
      gone.add(unit);
    }
  }

  private void transfer(String unit) {
    String to = one(members);
    boolean ends = random.nextBoolean();
    post(
        board,
        bloc("/transfers"),
        "{'unit':'%s','reason':'Hợp nhất','affairs':[{'matter':'%s','cycle':'%s','becomes':%s}]}",
        unit,
        one("pledge", "score-sheet"),
        cycle,
        ends ? "'ended'" : "'transferred','to':'%s'".formatted(to));
    post(board, pledge(unit, "/transfer"), ends ? EMPTY : "{'to':'%s'}".formatted(to));
  }

  private void mergeBlocs() {
    post(board, "/api/blocs/" + neighbour + "/merger", "{'into':'%s'}", bloc);
  }

  /** What is open then, the refusal tells. */
  private void endEarly() {
    String path = "/api/cycles/" + neighbour + "." + year + "/early-end";
    String body = "{'into':'%s','reason':'Hợp nhất khối','settled':[%s]}";
    if (post(board, path, body, bloc, "").isEmpty()) {
      String open =
          NAMED
              .matcher(almanac.refusal().path("detail").asString(""))
              .results()
              .map(MatchResult::group)
              .map(stream -> "{'stream':'%s','outcome':'transferred'}".formatted(stream))
              .collect(Collectors.joining(","));
      post(board, path, body, bloc, open);
    }
  }

  // ---- the leadership

  private void aboutTheLeadership() {
    String later = "{'term':%s".formatted(term(year + 2));
    any(
        () -> {
          String next = one(members);
          if (post(
                  board,
                  leadership("/designations"),
                  later + ",'leader':'%s','mode':'appointed','deputies':[]}",
                  next)
              .isPresent()) {
            designated = next;
          }
        },
        () -> post(board, leadership("/withdrawals"), later + ",'reason':'Chọn lại'}"),
        () -> {
          if (!designated.isEmpty()) {
            post(by(designated), leadership("/declinations"), later + ",'reason':'Xin thôi'}");
          }
        },
        this::act,
        this::actNoLonger,
        this::replaceTheLeader);
  }

  private void act() {
    LocalDate until = almanac.today().plusDays(random.nextInt(20));
    boolean open = random.nextInt(3) == 0;
    if (post(
            board,
            leadership("/acting"),
            "{'unit':'%s','reason':'Khối trưởng đi công tác'%s}",
            deputy,
            open ? "" : ",'until':'%s'".formatted(until))
        .isPresent()) {
      actingUntil = open ? LocalDate.MAX : until;
    }
  }

  private void actNoLonger() {
    if (post(board, leadership("/acting-ends"), EMPTY).isPresent()) {
      actingUntil = null;
    }
  }

  private void replaceTheLeader() {
    if (random.nextInt(3) == 0 && chief().equals(leader)) {
      String next = another(leader);
      String beside = another(next);
      if (post(
              board,
              leadership("/replacements"),
              "{'leader':'%s','deputies':[{'unit':'%s','rank':1}],'reason':'Điều động'}",
              next,
              beside)
          .isPresent()) {
        leader = next;
        deputy = beside;
      }
    }
  }

  private void handOver() {
    actNoLonger();
    String next = another(leader);
    String beside = another(next);
    String term = "{'term':%s".formatted(term(year + 1));
    if (random.nextBoolean()) {
      post(
          board,
          leadership("/designations"),
          term + ",'leader':'%s','mode':'appointed','deputies':[]}",
          another(leader));
      almanac.pass(Duration.ofHours(5));
      post(board, leadership("/withdrawals"), term + ",'reason':'Hội đồng xem lại'}");
    }
    post(
        board,
        leadership("/designations"),
        term + ",'leader':'%s','mode':'appointed','deputies':[{'unit':'%s','rank':1}]}",
        next,
        beside);
    advance("designation");
    post(
        by(chief()),
        leadership("/handovers"),
        term + ",'inventory':[{'thing':'%s','what':'Hồ sơ của khối'}]}",
        one("papers", "pennant", "keys", "open-matter"));
    for (int i = 0; i < 5; i++) {
      always();
    }
    if (post(
            by(next),
            leadership("/acceptances"),
            term + "%s}",
            random.nextBoolean() ? ",'reservations':'Còn thiếu con dấu'" : "")
        .isPresent()) {
      leader = next;
      deputy = beside;
    }
    advance("handover");
  }

  // ---- the cycle

  private void aboutTheCycle() {
    String step = one(STEPS);
    any(
        () ->
            post(
                running(),
                cycle("/steps/" + step + "/deadline"),
                "{'due':'%s'}",
                almanac.today().plusDays(random.nextInt(90))),
        () ->
            post(
                running(),
                cycle("/steps/" + step + "/extensions"),
                "{'due':'%s','reason':'Phải lùi'}",
                almanac.today().plusDays(60 + random.nextInt(90))),
        () -> post(running(), cycle("/reminders"), "{'step':'%s'}", step),
        () -> post(running(), cycle("/reminders"), "{'step':'pledge'}"),
        () ->
            post(
                running(),
                cycle("/skips"),
                "{'step':'%s','clause':'Điều 4','reason':'Không tổ chức'}",
                one("mid-year-review", "scoring")),
        () ->
            post(
                by(chief()),
                cycle("/assessors"),
                "{'units':[%s]}",
                spare.stream()
                    .limit(random.nextInt(3))
                    .map(RandomYear::quoted)
                    .collect(Collectors.joining(","))),
        this::exclude,
        this::readmit,
        () -> {
          if (regulations < 3) {
            adopt();
          }
        });
  }

  private void exclude() {
    String unit = another(leader);
    if (post(
            by(chief()),
            cycle("/exclusions"),
            "{'unit':'%s','clause':'vi-pham','finding':'Kết luận thanh tra'}",
            unit)
        .isPresent()) {
      excluded = unit;
    }
  }

  private void readmit() {
    if (!excluded.isEmpty()
        && post(by(chief()), cycle("/readmissions"), "{'unit':'%s','clause':'Điều 14'}", excluded)
            .isPresent()) {
      excluded = "";
    }
  }

  private void advance(String step) {
    almanac.pass(Duration.ofHours(1));
    post(
        running(),
        cycle("/advances"),
        sittings.isEmpty() || random.nextBoolean()
            ? "{'step':'%s','reorderedBy':'Điều 2'}".formatted(step)
            : "{'step':'%s','conference':'%s','reorderedBy':'Điều 2'}"
                .formatted(step, one(sittings).id));
  }

  private void close() {
    for (String step : STEPS) {
      if (!step.equals("regulation")) {
        advance(step);
      }
    }
    closeCycle();
    post(by(chief()), "/api/cycles", "{'bloc':'%s','year':%d}", bloc, year + 1);
  }

  private void closeCycle() {
    post(by(chief()), cycle("/close"), EMPTY);
  }

  private void reopen() {
    post(board, cycle("/reopen"), "{'reason':'Có khiếu nại'}");
  }

  // ---- pledges and reports

  private void promise(String unit) {
    post(by(unit), pledge(unit, "/draft"), EMPTY);
    course(
        70,
        () -> set(unit, 0),
        () -> set(unit, 1),
        () -> set(unit, 2),
        () -> set(unit, 3),
        () -> drop(unit, 3),
        () -> spreadsheet(unit),
        () -> sign(unit));
  }

  private void set(String unit, int number) {
    if (post(by(unit), pledge(unit, "/targets"), target(number)).isPresent()) {
      targets.computeIfAbsent(unit, _ -> new TreeSet<>()).add(number);
    }
  }

  private void drop(String unit, int number) {
    if (post(by(unit), pledge(unit, "/targets/chi-tieu-" + number + "/removal"), EMPTY)
        .isPresent()) {
      targets.getOrDefault(unit, new TreeSet<>()).remove(number);
    }
  }

  private void aboutAPledge() {
    String unit = one(members);
    String stage = one("mid-year", "year-end");
    any(
        () -> post(by(unit), pledge(unit, "/draft"), EMPTY),
        () -> set(unit, random.nextInt(4)),
        () -> drop(unit, random.nextInt(4)),
        () -> sign(unit),
        () -> amend(unit),
        () -> amend(unit),
        () -> report(unit, one("mid-year-review", "mid-year-review", "year-end-report")),
        () -> report(unit, "mid-year-review"),
        () -> prove(unit, random.nextInt(3), stage),
        () -> spreadsheet(unit));
  }

  private void amend(String unit) {
    post(
        by(chief()),
        pledge(unit, "/amendments"),
        "{'target':%s,'reason':'Giao lại'}",
        target(random.nextInt(3)));
  }

  private void sign(String unit) {
    if (post(
            by(unit),
            pledge(unit, "/signature"),
            "{'text':'Giao ước thi đua'%s%s}",
            sittings.isEmpty() || random.nextBoolean()
                ? ""
                : ",'conference':'%s'".formatted(one(sittings).id),
            random.nextBoolean() ? "" : ",'signatory':'%s'".formatted(one(persons)))
        .isPresent()) {
      signed.add(unit);
    }
  }

  private void report(String unit, String act) {
    List<Integer> promised = List.copyOf(targets.getOrDefault(unit, Set.of()));
    if (post(
                by(unit),
                pledge(unit, "/" + act),
                "{'results':[%s]}",
                promised.stream()
                    .filter(target -> random.nextInt(4) > 0)
                    .map(
                        target ->
                            "{'target':'chi-tieu-%d','actual':{'value':'%d'}}"
                                .formatted(target, random.nextInt(200)))
                    .collect(Collectors.joining(",")))
            .isPresent()
        && !promised.isEmpty()) {
      prove(unit, one(promised), act.equals("year-end-report") ? "year-end" : "mid-year");
    }
  }

  private void prove(String unit, int target, String stage) {
    post(
        by(unit),
        pledge(unit, "/evidence"),
        "{'target':'chi-tieu-%d','stage':'%s','file':'%s'}",
        target,
        stage,
        one(files));
  }

  private void spreadsheet(String unit) {
    StringBuilder csv =
        new StringBuilder("Mã đơn vị;Chỉ tiêu;Đơn vị tính;Chiều phấn đấu;Cách tính;Mức phấn đấu\n");
    csv.append(unit).append(";Lượt tập huấn;lượt;tăng;cộng dồn cả năm;").append(random.nextInt(50));
    tell(
        by(unit),
        cycle("/spreadsheets/targets?name=chi-tieu.csv"),
        "text/csv",
        csv.toString(),
        null);
  }

  private static String target(int number) {
    return "{'id':'chi-tieu-%d','content':%d,'indicator':'Chỉ tiêu %d','measure':'lượt','direction':'higher','kind':'flow','amount':'%d'}"
        .formatted(number, 1 + number % 3, number, 100 + number);
  }

  private void aboutAReport() {
    String stage = one(STAGES);
    course(
        60,
        () -> post(running(), cycle("/reports"), "{'stage':'%s'}", stage),
        () -> statement(stage),
        () -> statement(stage),
        () ->
            post(
                by(chief()),
                ofStage(stage, "/presentation"),
                sittings.isEmpty()
                    ? "{'by':'%s'}".formatted(leader)
                    : "{'by':'%s','conference':'%s'}".formatted(leader, one(sittings).id)),
        () -> post(by(chief()), ofStage(stage, "/amendments"), "{'content':2,'text':'Bổ sung'}"),
        () -> post(by(chief()), ofStage(stage, "/finalisation"), "{'by':'%s'}", leader));
  }

  private void statement(String stage) {
    String unit = one(members);
    post(
        running(),
        cycle("/reports/statements"),
        "{'stage':'%s','kind':'%s','units':['%s'],'content':1,'text':'Kết quả"
            + " %d','figures':[{'unit':'%s','content':1,'indicator':'Việc"
            + " làm','measure':'lượt','direction':'higher','actual':{'value':'%d'},'target':{'value':'100'}}],'counts':[{'what':'sáng"
            + " kiến','number':%d}]}",
        stage,
        one("result", "limitation", "direction"),
        unit,
        random.nextInt(9),
        unit,
        random.nextInt(200),
        random.nextInt(30));
  }

  // ---- score sheets, ranks

  private void aboutASheet() {
    String unit = one(members);
    String other = another(unit);
    String scorer = unit.equals(leader) ? deputy : leader;
    any(
        () -> post(by(unit), sheet(unit, "/self-scores"), lines(null)),
        () -> post(by(unit), sheet(unit, "/self-scores"), lines(null)),
        () -> post(by(other), sheet(unit, "/cross-checks"), lines(other)),
        () -> post(by(scorer), sheet(unit, "/bloc-scores"), lines(scorer)),
        () -> post(by(scorer), sheet(unit, "/bloc-scores"), lines(scorer)),
        () -> post(board, sheet(unit, "/verifications"), lines(null)),
        () -> post(by(chief()), sheet(unit, "/returns"), "{'reason':'Thiếu minh chứng'}"),
        () -> post(by(unit), sheet(unit, "/explanations"), "{'explanation':'Đã bổ sung'}"),
        () -> post(by(unit), sheet(unit, "/appeals"), "{'grounds':'Điểm chưa đúng'}"),
        () ->
            post(
                board,
                sheet(unit, "/appeal-decisions"),
                "{'upheld':%s,'reason':'Đã xem lại'}",
                random.nextBoolean()),
        () -> {
          if (random.nextBoolean()) {
            post(by(chief()), sheet(unit, "/reopenings"), "{'reason':'Nhập nhầm'}");
          }
        });
  }

  private String lines(@Nullable String by) {
    String who = by == null ? "" : "'by':'%s',".formatted(by);
    if (scale) {
      return "{%s'lines':[%s]}"
          .formatted(
              who,
              Stream.of("I.1", "I.2", "II.1")
                  .map(
                      criterion ->
                          "{'criterion':'%s','figure':{'type':'measured','actual':'%d.%d','target':'100'}}"
                              .formatted(criterion, 50 + random.nextInt(50), random.nextInt(10)))
                  .collect(Collectors.joining(",")));
    }
    int points = 500 + random.nextInt(500);
    return "{%s'lines':[{'criterion':'Nội dung I','points':'%d'}],'total':'%d'}"
        .formatted(who, points, points);
  }

  /** What is missing is entered, and then the bloc is ranked. */
  private void rank() {
    List.copyOf(members).forEach(this::enter);
    rankAgain();
  }

  private void enter(String unit) {
    String scorer = unit.equals(leader) ? deputy : leader;
    post(by(unit), sheet(unit, "/self-scores"), lines(null));
    post(by(scorer), sheet(unit, "/bloc-scores"), lines(scorer));
    post(board, sheet(unit, "/verifications"), lines(null));
  }

  /** Whose points stop it, the refusal tells: they are entered, or the unit is left unranked. */
  private void rankAgain() {
    Set<String> entered = new HashSet<>();
    Set<String> unranked = new TreeSet<>();
    while (!ranked(unranked)) {
      String problem = almanac.refusal().path("type").asString();
      String unit =
          almanac.refusal().path("detail").asString("").replace("sheet:" + cycle + ".", "");
      if (!POINTS.contains(problem) || unranked.contains(unit)) {
        return;
      }
      if (members.contains(unit) && entered.add(unit)) {
        enter(unit);
      } else {
        unranked.add(unit);
      }
    }
  }

  private boolean ranked(Set<String> unranked) {
    List<String> order = new ArrayList<>(members);
    Collections.shuffle(order, random);
    int points = 990;
    List<String> settled = new ArrayList<>();
    for (String unit : order) {
      settled.add("{'unit':'%s','points':'%d'}".formatted(unit, points -= 1 + random.nextInt(9)));
    }
    String because = random.nextBoolean() ? "'reason':'Chấm lại sau kiến nghị'" : "";
    String left =
        unranked.isEmpty()
            ? ""
            : "'unranked':[%s]"
                .formatted(
                    unranked.stream()
                        .map("{'unit':'%s','reason':'Không còn hoạt động'}"::formatted)
                        .collect(Collectors.joining(",")));
    String given = scale ? "" : "'settled':[%s]".formatted(String.join(",", settled));
    return post(
            by(chief()),
            cycle("/rankings"),
            "{%s}",
            Stream.of(because, given, left)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(",")))
        .isPresent();
  }

  // ---- awards

  private void aboutAnAward() {
    List<String> awards = awards();
    String path = awards.isEmpty() ? "" : "/api/awards/" + one(awards);
    if (awards.isEmpty() || random.nextInt(4) == 0) {
      any(this::propose, this::propose, this::propose, this::recordAnAward);
      return;
    }
    String higher = "%s.khen-cao-%d".formatted(cycle, ++named);
    String granting =
        "{'decisionNumber':'%d/QĐ','decidedOn':'%s','authority':%s}"
            .formatted(random.nextInt(900), almanac.today(), authority());
    String upgrading =
        "{'higher':'%s','title':'flag','authority':%s}".formatted(higher, authority());
    String presenting =
        sittings.isEmpty() || random.nextBoolean()
            ? "{'ceremony':'Lễ trao'}"
            : "{'conference':'%s'}".formatted(one(sittings).id);
    course(
        75,
        () -> post(by(chief()), path + "/forwardings", "{'to':'%s'}", province),
        () ->
            course(
                15,
                () -> post(by(chief()), path + "/withdrawals", "{'reason':'Rút lại'}"),
                () -> post(board, path + "/refusals", "{'reason':'Chưa đủ điều kiện'}")),
        () -> post(board, path + "/approvals", EMPTY),
        () -> post(board, path + "/grants", granting),
        () -> post(board, path + "/presentations", presenting),
        () ->
            course(
                35,
                () -> post(board, path + "/upgrades", upgrading),
                () ->
                    post(
                        board,
                        path + "/revocations",
                        "{'ground':'Kê khai sai','decisionNumber':'40/QĐ'}")));
  }

  private void propose() {
    String title = one("flag", "certificate-of-merit", "certificate-of-commendation");
    post(
        title.equals("certificate-of-commendation") ? board : by(chief()), // several blocs have it
        cycle("/award-proposals"),
        "{'title':'%s','authority':%s%s}",
        title,
        authority(),
        random.nextInt(3) == 0
            ? ""
            : ",'recipients':[{'unit':'%s','reason':'Thành tích nổi bật'}]"
                .formatted(one(members)));
  }

  private void recordAnAward() {
    post(
        board,
        "/api/awards",
        "{'id':'%s.khen-%d','bloc':'%s','recipient':{'unit':'%s'},'title':'%s','authority':%s,"
            + "'track':'%s','yearOfMerit':%d,'reason':'Có công chống bão'}",
        province,
        ++named,
        bloc,
        one(members),
        one("certificate-of-merit", "certificate-of-commendation"),
        authority(),
        one("urgent", "thematic"),
        year);
  }

  private List<String> awards() {
    return streams("award:");
  }

  private String authority() {
    return "{'unit':'%s','asWritten':'UBND tỉnh'}".formatted(province);
  }

  // ---- conferences

  private void aboutAConference() {
    if (sittings.size() < 8 && (sittings.isEmpty() || random.nextInt(3) == 0)) {
      hold();
      return;
    }
    Sitting sitting = one(sittings);
    String path = "/api/conferences/" + sitting.id;
    switch (sitting.state) {
      case "called" -> {
        postpone(path);
        course(60, () -> begin(sitting, path));
      }
      case "adjourned" -> resume(sitting, path);
      case "closed" -> afterAConference(sitting, path);
      default -> inAConference(sitting, path);
    }
  }

  /** A conference from its call to its minutes, unless it stops anywhere between. */
  private void hold() {
    convene();
    if (sittings.isEmpty()) {
      return;
    }
    Sitting sitting = sittings.getLast();
    String path = "/api/conferences/" + sitting.id;
    course(
        85,
        () -> agenda(sitting, path),
        () -> course(20, () -> postpone(path)),
        () -> begin(sitting, path));
    for (int i = 0; i < 12 && !sitting.state.equals("called"); i++) {
      any(
          () -> inAConference(sitting, path),
          () -> inAConference(sitting, path),
          () -> vote(sitting));
      course(70, () -> resume(sitting, path));
    }
    if (!sitting.state.equals("called")) {
      course(
          80,
          () -> close(sitting, path),
          () -> approve(sitting, path),
          () -> afterAConference(sitting, path));
    }
  }

  private void resume(Sitting sitting, String path) {
    if (sitting.state.equals("adjourned")
        && post(by(chief()), path + "/resumptions", EMPTY).isPresent()) {
      sitting.state = "open";
    }
  }

  private void close(Sitting sitting, String path) {
    if (post(by(chief()), path + "/closing", EMPTY).isPresent()) {
      sitting.state = "closed";
    }
  }

  private void convene() {
    String kind =
        one("pledge", "mid-year", "extraordinary", "nine-month", "year-end", "preparatory");
    Sitting sitting = new Sitting(cycle + "." + kind + "-" + ++named);
    if (post(
            by(chief()),
            "/api/conferences",
            "{'id':'%s','bloc':'%s','cycles':['%s'],'kind':'%s','title':'Hội"
                + " nghị','planned':'%s','place':'Hội trường'}",
            sitting.id,
            bloc,
            cycle,
            kind,
            almanac.today())
        .isPresent()) {
      sittings.add(sitting);
    }
  }

  private void postpone(String path) {
    post(
        by(chief()),
        path + "/postponements",
        "{'planned':'%s','reason':'Bão'}",
        almanac.today().plusDays(3));
  }

  private void agenda(Sitting sitting, String path) {
    if (post(
            by(chief()),
            path + "/agenda",
            "{'items':[{'key':'1','title':'Báo cáo'},{'key':'2','title':'Thảo luận %d'}]}",
            random.nextInt(3))
        .isPresent()) {
      sitting.items.addAll(List.of("1", "2"));
    }
  }

  private void begin(Sitting sitting, String path) {
    if (post(by(chief()), path + "/opening", EMPTY).isPresent()) {
      sitting.state = "open";
      for (String unit : List.copyOf(members)) {
        if (random.nextInt(7) > 0) {
          attend(sitting, path, unit);
        }
      }
      sitting.secretary = deputy;
      post(by(chief()), path + "/attendance", "{'role':'secretary','unit':'%s'}", deputy);
      preside(sitting, path);
    }
  }

  private void attend(Sitting sitting, String path, String unit) {
    if (post(
            random.nextBoolean() ? by(unit) : by(chief()),
            path + "/attendance",
            "{'role':'member','unit':'%s'%s}",
            unit,
            random.nextInt(6) == 0 ? ",'letter':'%s'".formatted(one(files)) : "")
        .isPresent()) {
      sitting.present.add(unit);
    }
  }

  private void preside(Sitting sitting, String path) {
    sitting.chair = sitting.chair.isEmpty() || random.nextBoolean() ? leader : deputy;
    post(
        by(chief()),
        path + "/presiding",
        "{'presiding':[{'role':'host','unit':'%s'}]}",
        sitting.chair);
  }

  private void inAConference(Sitting sitting, String path) {
    String unit = sitting.present.isEmpty() ? one(members) : one(sitting.present);
    any(
        () -> attend(sitting, path, one(members)),
        () ->
            post(
                by(chief()),
                path + "/attendance",
                "{'role':'guest','capacity':'Khách %d'}",
                random.nextInt(9)),
        () -> preside(sitting, path),
        () -> agenda(sitting, path),
        () ->
            course(
                80,
                () ->
                    post(
                        by(chief()),
                        path + "/agenda/beginnings",
                        "{'item':'%d'}",
                        1 + random.nextInt(2)),
                () -> entry(path, unit),
                () -> post(by(chief()), path + "/agenda/endings", EMPTY)),
        () -> table(path),
        () -> entry(path, unit),
        () -> entry(path, unit),
        () -> assign(path),
        () -> speak(path, unit),
        () -> speak(path, unit),
        () -> resolve(path),
        () -> followUp(sitting, path),
        () -> {
          if (post(by(chief()), path + "/adjournments", "{'reason':'Nghỉ trưa'}").isPresent()) {
            sitting.state = "adjourned";
          }
        },
        () -> course(10, () -> close(sitting, path)));
  }

  private void speak(String path, String unit) {
    course(
        75,
        () -> post(by(unit), path + "/floor/requests", "{'unit':'%s'}", unit),
        () -> course(40, () -> post(by(unit), path + "/floor/withdrawals", "{'unit':'%s'}", unit)),
        () -> post(by(chief()), path + "/floor/turns", "{'unit':'%s'}", unit),
        () -> entry(path, unit),
        () -> post(by(chief()), path + "/floor/endings", "{'takenBack':%s}", random.nextBoolean()));
  }

  private void afterAConference(Sitting sitting, String path) {
    any(
        () -> approve(sitting, path),
        () -> approve(sitting, path),
        () -> post(by(chief()), path + "/minutes/reopening", "{'reason':'Thiếu một ý kiến'}"),
        () -> entry(path, one(members)),
        () -> followUp(sitting, path));
  }

  /** Whoever wrote it and whoever chaired it sign the same. */
  private void approve(Sitting sitting, String path) {
    if (!sitting.state.equals("closed")) {
      return;
    }
    if (sitting.minutes.isEmpty()) {
      sitting.minutes = one(files);
    }
    post(
        by(sitting.secretary),
        path + "/minutes",
        "{'minutes':'%s','signing':'secretary','unit':'%s'}",
        sitting.minutes,
        sitting.secretary);
    String chair = sitting.chair;
    post(
        by(chair),
        path + "/minutes",
        "{'minutes':'%s','signing':'chair','unit':'%s'}",
        sitting.minutes,
        chair);
  }

  private void table(String path) {
    post(
        by(chief()),
        path + "/papers",
        "{'type':'%s','title':'Văn bản"
            + " %d','version':'%d','file':'%s','draft':%s,'presentedBy':'%s','capacity':'leader'}",
        one("regulation", "report", "scoring-scale", "other"),
        random.nextInt(3),
        random.nextInt(3),
        one(files),
        random.nextBoolean(),
        leader);
  }

  private void entry(String path, String unit) {
    post(
        random.nextBoolean() ? by(unit) : by(chief()),
        path + "/entries",
        "{'kind':'%s','by':'%s','text':'Ý kiến %d'}",
        one("comment", "request", "instruction", "limitation", "direction"),
        unit,
        random.nextInt(40));
  }

  private void assign(String path) {
    post(
        by(chief()),
        path + "/entries",
        "{'kind':'assignment','by':'%s','to':['%s'],'text':'Việc %d','due':'%s'}",
        leader,
        one(members),
        random.nextInt(9),
        almanac.today().plusDays(random.nextInt(60)));
  }

  private void resolve(String path) {
    if (!votes.isEmpty()) {
      post(
          by(chief()),
          path + "/resolutions",
          "{'text':'Thống nhất','decidedBy':'%s'}",
          one(votes).id);
    }
  }

  /** An assignment is called by the words that stand for it. */
  private void followUp(Sitting sitting, String path) {
    List<JsonNode> assignments =
        payloads("conference:" + sitting.id, "conference.EntryRecorded").stream()
            .filter(each -> each.path("entryKind").asString().equals("assignment"))
            .toList();
    if (assignments.isEmpty()) {
      return;
    }
    JsonNode assignment = one(assignments);
    String words = assignment.at("/text/words").asString();
    any(
        () -> post(by(chief()), path + "/follow-up-reminders", "{'assignment':'%s'}", words),
        () -> {
          String unit = assignment.at("/to/0").asString();
          post(
              by(unit),
              path + "/follow-ups",
              "{'assignment':'%s','by':'%s','done':%s,'report':'Đã làm'}",
              words,
              unit,
              random.nextBoolean());
        });
  }

  // ---- polls

  private void aboutAPoll() {
    List<Vote> closed = votes.stream().filter(vote -> vote.state.equals("closed")).toList();
    if (!closed.isEmpty()) {
      afterAPoll(one(closed));
    }
  }

  /** From the call of a poll to what follows from its outcome, unless it stops between. */
  private void vote(Sitting sitting) {
    List<Vote> standing =
        votes.stream().filter(vote -> Set.of("called", "open").contains(vote.state)).toList();
    if (standing.isEmpty() || random.nextInt(4) == 0) {
      call(sitting);
    }
    if (votes.isEmpty()) {
      return;
    }
    Vote vote = standing.isEmpty() || random.nextBoolean() ? votes.getLast() : one(standing);
    course(
        90,
        () -> openPoll(vote),
        () -> admitAbsent(vote, sitting),
        () -> voteOn(vote, sitting),
        () -> voteOn(vote, sitting),
        () -> course(60, () -> afterAPoll(vote)),
        () -> course(40, () -> resolve("/api/conferences/" + sitting.id)),
        () -> course(8, () -> voidIt(vote, by(chief()))));
  }

  private void openPoll(Vote vote) {
    if (vote.state.equals("called") && poll(by(chief()), vote, "/opening", EMPTY)) {
      vote.state = "open";
    }
  }

  private void call(Sitting sitting) {
    String method = one("consensus", "show-of-hands", "named-vote", "ballot", "secret-ballot");
    List<String> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, random);
    List<String> tellers = random.nextInt(4) == 0 ? List.of() : List.copyOf(shuffled.subList(0, 2));
    boolean units = random.nextInt(3) == 0;
    Vote tied =
        votes.stream()
            .filter(each -> each.state.equals("closed"))
            .findFirst()
            .filter(each -> random.nextInt(3) == 0)
            .orElse(null);
    String id = cycle + ".bieu-quyet-" + ++named;
    // the same is put to the vote again only after a tie
    Vote vote =
        new Vote(
            id,
            tied == null ? "cau-" + named : tied.key,
            method,
            new ArrayList<>(List.of("a", "b")),
            tellers);
    if (post(
            by(chief()),
            "/api/polls",
            "{'id':'%s','cycle':'%s','conference':'%s','method':'%s','tellers':[%s]%s,'questions':[{'key':'%s','subjects':['%s'],'text':'Chọn"
                + " phương án nào?','form':'choose','options':[{'key':'a',%s},{'key':'b',%s}]}]}",
            vote.id,
            cycle,
            sitting.id,
            method,
            tellers.stream().map(RandomYear::quoted).collect(Collectors.joining(",")),
            tied == null ? "" : ",'after':'%s'".formatted(tied.id),
            vote.key,
            units ? one("ranking", "awards", "leadership") : "texts",
            units ? "'unit':'%s'".formatted(shuffled.get(0)) : "'text':'Một'",
            units ? "'unit':'%s'".formatted(shuffled.get(1)) : "'text':'Hai'")
        .isPresent()) {
      votes.add(vote);
    }
  }

  private void voteOn(Vote vote, Sitting sitting) {
    if (!vote.state.equals("open")) {
      return;
    }
    switch (vote.method) {
      case "consensus" -> {
        if (random.nextInt(3) == 0) {
          String method = one("named-vote", "ballot", "secret-ballot", "show-of-hands");
          boolean chaired = random.nextBoolean();
          if (poll(
              chaired ? by(chief()) : by(one(members)),
              vote,
              "/objections",
              chaired
                  ? "{'method':'%s','reason':'Đề nghị bỏ phiếu'}".formatted(method)
                  : "{'reason':'Không nhất trí'}")) {
            vote.method = methodOf(vote);
          }
        } else {
          poll(
              by(chief()),
              vote,
              "/consensus",
              ("{'agreed':[{" + vote.question() + ",'inFavour':['%s']}]}")
                  .formatted(one(vote.options)));
          end(vote);
        }
      }
      case "show-of-hands" -> {
        int a = random.nextInt(3);
        poll(
            by(chief()),
            vote,
            "/hands",
            ("{'counted':[{"
                    + vote.question()
                    + ",'votes':[{'option':'a','inFavour':%d},{'option':'b','inFavour':%d}]}],'countedBy':[%s]}")
                .formatted(
                    a,
                    random.nextBoolean() ? a : 2,
                    vote.tellers.stream()
                        .map(RandomYear::quoted)
                        .collect(Collectors.joining(","))));
        end(vote);
      }
      case "named-vote" -> {
        for (String unit : sitting.present) {
          poll(
              by(unit),
              vote,
              "/votes",
              ("{'unit':'%s','answers':[{" + vote.question() + ",'inFavour':['%s']}]}")
                  .formatted(
                      unit,
                      vote.voters.size() % 2 == 0 ? "a" : random.nextInt(4) == 0 ? "a" : "b"));
          vote.voters.add(unit);
        }
        end(vote);
      }
      case "ballot" -> {
        if (vote.papers.isEmpty()) {
          int each = 1 + random.nextInt(2);
          vote.papers =
              ("{'issued':%d,'returned':%d,'questions':[{"
                      + vote.question()
                      + ",'valid':%d,'invalid':0,'votes':[{'option':'a','inFavour':%d},{'option':'b','inFavour':%d}]}],'by':'%%s'}")
                  .formatted(2 * each, 2 * each, 2 * each, each, each);
        }
        for (String teller : vote.tellers) {
          poll(
              by(teller),
              vote,
              teller.equals(vote.tellers.getFirst()) ? "/tally" : "/certification",
              vote.papers.formatted(teller));
        }
        end(vote);
      }
      default -> secretly(vote, sitting);
    }
  }

  private void admitAbsent(Vote vote, Sitting sitting) {
    List<String> absent = new ArrayList<>(members);
    absent.removeAll(sitting.present);
    if (vote.state.equals("open") && !absent.isEmpty() && !sitting.present.isEmpty()) {
      poll(
          by(chief()),
          vote,
          "/absent",
          "{'unit':'%s','how':%s,'letter':'%s'}"
              .formatted(
                  one(absent),
                  random.nextBoolean()
                      ? "'written'"
                      : "'proxy','holder':'%s'".formatted(one(sitting.present)),
                  one(files)));
    }
  }

  private String methodOf(Vote vote) {
    return payloads("poll:" + vote.id, "poll.ObjectionRaised").getLast().path("method").asString();
  }

  /** Papers are stamped for whoever attends, and most come back. */
  private void secretly(Vote vote, Sitting sitting) {
    JsonNode box = payloads("poll:" + vote.id, "poll.BallotBoxOpened").getLast();
    for (String unit : sitting.present) {
      if (random.nextInt(5) == 0) {
        continue;
      }
      Voter voter =
          new Voter(
              vote.id,
              new StampingKey(box.path("stampingKey").asString()),
              box.path("boxKey").asString(),
              box.path("paperLength").asInt());
      Optional<HttpResponse<String>> stamped =
          post(
              by(unit),
              "/api/polls/" + vote.id + "/papers",
              "{'unit':'%s','blinded':'%s'}",
              unit,
              voter.blinded());
      if (stamped.isPresent() && random.nextInt(6) > 0) {
        voter.stamped(JSON.readTree(stamped.get().body()).path("stamp").asString());
        tell(
            board,
            "/api/polls/" + vote.id + "/ballots",
            "application/json",
            voter.paper(
                "[{\"question\":\"%s\",\"inFavour\":[\"%s\"],\"against\":[]}]"
                    .formatted(vote.key, one(vote.options))),
            null);
      }
    }
    end(vote);
  }

  private void end(Vote vote) {
    if (poll(by(chief()), vote, "/closing", EMPTY)) {
      vote.state = "closed";
    }
  }

  private void voidIt(Vote vote, Who who) {
    if (poll(who, vote, "/voiding", "{'reason':'Có sai sót'}")) {
      vote.state = "over";
    }
  }

  private void afterAPoll(Vote vote) {
    any(
        () ->
            poll(
                by(chief()),
                vote,
                "/tie",
                ("{" + vote.question() + ",'chosen':['%s'],'clause':'Điều 10'}")
                    .formatted(one(vote.options))),
        () -> lots(vote),
        () -> lots(vote),
        () -> lots(vote),
        () -> {
          if (random.nextInt(6) == 0) {
            voidIt(vote, board);
          }
        });
  }

  private void lots(Vote vote) {
    if (vote.seeds.isEmpty()) {
      List<String> drawing = new ArrayList<>(members);
      Collections.shuffle(drawing, random);
      drawing = drawing.subList(0, 2);
      if (poll(
          by(chief()),
          vote,
          "/lots",
          ("{" + vote.question() + ",'units':[%s],'clause':'Điều 10'}")
              .formatted(
                  drawing.stream().map(RandomYear::quoted).collect(Collectors.joining(","))))) {
        for (String unit : drawing) {
          String seed = "%064x".formatted(new BigInteger(256, random));
          vote.seeds.put(unit, seed);
          poll(
              by(unit),
              vote,
              "/lots/commitments",
              ("{" + vote.question() + ",'unit':'%s','digest':'%s'}")
                  .formatted(
                      unit, Lots.commitment(PollId.of(vote.id), vote.key, UnitId.of(unit), seed)));
        }
      }
    } else if (random.nextBoolean()) {
      if (poll(
          random.nextBoolean() ? board : by(chief()),
          vote,
          "/lots/abandonment",
          ("{" + vote.question() + ",'reason':'Chưa công bố hết'}"))) {
        vote.seeds.clear();
      }
    } else {
      vote.seeds.forEach(
          (unit, seed) ->
              poll(
                  by(unit),
                  vote,
                  "/lots/seeds",
                  ("{" + vote.question() + ",'unit':'%s','seed':'%s'}").formatted(unit, seed)));
    }
  }

  private boolean poll(Who who, Vote vote, String act, String body) {
    return post(who, "/api/polls/" + vote.id + act, body).isPresent();
  }

  // ---- papers, movements, complaints

  private void aboutAPaper() {
    if (papers.isEmpty() || random.nextInt(8) == 0) {
      String paper = cycle + ".van-ban-" + ++named;
      if (post(
              running(),
              "/api/papers",
              "{'id':'%s','bloc':'%s','year':%d,'type':'%s','title':'Văn bản','file':'%s'}",
              paper,
              bloc,
              year,
              one("kh", "bc", "ttr", "gm"),
              one(files))
          .isPresent()) {
        papers.add(paper);
      }
      return;
    }
    String path = "/api/papers/" + (random.nextInt(3) > 0 ? papers.getLast() : one(papers));
    String unit = one(members);
    boolean led = random.nextBoolean();
    course(
        70,
        () ->
            post(
                by(chief()),
                path + "/revisions",
                "{'title':'Văn bản sửa %d','file':'%s'}",
                random.nextInt(4),
                one(files)),
        () ->
            post(
                by(chief()),
                path + "/annexes",
                "{'title':'Phụ lục %d','file':'%s'}",
                random.nextInt(4),
                one(files)),
        () -> post(by(chief()), path + "/number", "{'blocSymbol':'KTĐ'}"),
        () ->
            course(25, () -> post(by(chief()), path + "/number-voiding", "{'reason':'Ghi nhầm'}")),
        () ->
            post(
                by(led ? chief() : deputy),
                path + "/signature",
                "{'capacity':'%s','form':'%s','person':'%s'}",
                led ? "tm" : "kt",
                one("paper", "digital"),
                one(persons)),
        () -> post(by(chief()), path + "/issue", EMPTY),
        () -> post(by(chief()), path + "/sendings", "{'to':['%s']}", unit),
        () -> post(by(unit), path + "/receipts", "{'by':'%s'}", unit),
        () -> course(30, () -> post(board, path + "/returns", "{'reason':'Cần bổ sung'}")));
  }

  private void aboutAMovement() {
    if (movements.isEmpty() || random.nextInt(10) == 0) {
      String movement = province + ".phong-trao-" + ++named;
      String launcher = one(leader, province);
      if (post(
              launcher.equals(province) ? board : by(chief()),
              "/api/movements",
              "{'id':'%s','theme':'Thi đua xây dựng nông thôn mới','by':'%s'}",
              movement,
              launcher)
          .isPresent()) {
        movements.add(movement);
      }
      return;
    }
    String movement = one(movements);
    String path = "/api/movements/" + movement;
    String unit = one(members);
    course(
        70,
        () -> post(by(chief()), path + "/blocs", "{'cycle':'%s'}", cycle),
        () ->
            post(
                by(unit),
                path + "/results",
                "{'cycle':'%s','unit':'%s','text':'Kết quả','figures':[]}",
                cycle,
                unit),
        () -> course(15, () -> post(board, path + "/closing", "{'summary':'Tổng kết'}")),
        () ->
            post(
                by(chief()),
                cycle("/exemplary-cases"),
                "{'collectives':%d,'individuals':%d,'units':['%s'],'persons':['%s']}",
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                unit,
                one(persons)));
  }

  private void aboutAComplaint() {
    if (complaints.isEmpty() || random.nextInt(5) == 0) {
      String complaint = cycle + ".khieu-nai-" + ++named;
      // whoever is complained of does not decide: not the board, nor who leads
      List<String> promised = List.copyOf(signed);
      Told told =
          told(
              promised.isEmpty() || random.nextInt(3) == 0
                  ? one("cycle:" + cycle, "bloc:" + bloc, "leadership:" + bloc)
                  : "pledge:" + cycle + "." + one(promised));
      boolean denounced = random.nextInt(4) == 0;
      String by = another(leader);
      if (post(
              denounced ? board : by(by),
              "/api/complaints",
              "{'id':'%s','bloc':'%s','stream':'%s','version':%d,%s'text':'Chưa đúng'}",
              complaint,
              bloc,
              told.stream(),
              told.version(),
              denounced ? "" : "'by':'%s',".formatted(by))
          .isPresent()) {
        complaints.put(complaint, by);
      }
      return;
    }
    List<String> lodged = List.copyOf(complaints.keySet());
    String complaint = random.nextInt(4) > 0 ? lodged.getLast() : one(lodged);
    String path = "/api/complaints/" + complaint;
    course(
        70,
        () ->
            course(20, () -> post(board, path + "/refusal", "{'reason':'Không thuộc thẩm quyền'}")),
        () -> post(board, path + "/acceptance", EMPTY),
        () ->
            post(
                board,
                path + "/suspensions",
                "{'effect':'%s','reason':'Chờ kết luận'}",
                one("ranking", "score", "award", "leadership")),
        () -> transferComplaint(path, "leadership"),
        () -> transferComplaint(path, "board"),
        () -> course(20, () -> post(by(complaints.get(complaint)), path + "/withdrawal", EMPTY)),
        () ->
            post(
                board,
                path + "/decision",
                "{'finding':'%s','reason':'Đã xem xét'}",
                one("upheld", "upheld-in-part", "dismissed")));
  }

  private void transferComplaint(String path, String to) {
    post(board, path + "/transfers", "{'to':'%s','reason':'Chuyển xử lý'}", to);
  }

  // ---- what was told wrongly, and what is told late

  /** An event as it stands in the log. */
  private record Told(String stream, long version, String type, String payload) {}

  private Told told(String stream) {
    List<Told> all =
        almanac
            .owner()
            .sql(
                "SELECT aggregate_identifier AS stream, sequence_number AS version, payload_type AS"
                    + " type, payload FROM event_store.domain_event_entry WHERE"
                    + " aggregate_identifier = ? ORDER BY sequence_number")
            .param(stream)
            .query(Told.class)
            .list();
    return one(all);
  }

  /** Anything that was told first-hand, taken back or told otherwise, by the board or somebody. */
  private void correct() {
    String stream = one(streams(""));
    if (stream.equals("leadership:" + bloc) && random.nextInt(8) > 0) {
      return; // whoever is told not to lead any more does nothing more that is of interest
    }
    Told told = told(stream);
    String right =
        switch (random.nextInt(3)) {
          case 0 -> "";
          case 1 -> ",\"on\":\"%s\"".formatted(almanac.today().minusDays(random.nextInt(30)));
          default -> ",\"right\":" + otherwise(JSON.readTree(told.payload()));
        };
    Who who = random.nextInt(3) == 0 ? by(chief()) : board;
    tell(
        who,
        "/api/corrections",
        "application/json",
        "{\"stream\":\"%s\",\"version\":%d,\"reason\":\"Ghi nhầm\"%s}"
            .formatted(told.stream(), told.version(), right),
        told.stream());
  }

  /** The same with other words and numbers, as somebody types it. */
  private JsonNode otherwise(JsonNode payload) {
    if (payload instanceof ObjectNode object) {
      if (object.size() == 1 && object.has("words")) {
        return JSON.createObjectNode().put("text", "Đúng ra là " + random.nextInt(9));
      }
      ObjectNode copy = JSON.createObjectNode();
      object.forEachEntry((name, value) -> copy.set(name, otherwise(value)));
      for (String name : List.of("name", "alias", "title", "place", "decision", "office")) {
        if (copy.path(name).isString() && !copy.path(name).asString().matches("[a-z-]+")) {
          copy.put(name, "Đúng ra là " + random.nextInt(9));
        }
      }
      return copy;
    }
    if (payload instanceof ArrayNode array) {
      ArrayNode copy = JSON.createArrayNode();
      array.forEach(value -> copy.add(otherwise(value)));
      return copy;
    }
    return payload;
  }

  /** What papers tell of earlier years is recorded now, and some of it taken back. */
  private void remember() {
    if (!recorded.isEmpty() && random.nextInt(3) == 0) {
      String proceedings = one(recorded);
      if (post(
              board,
              "/api/proceedings/" + proceedings + "/withdrawal",
              "{'reason':'Ghi nhầm nguồn'}")
          .isPresent()) {
        recorded.remove(proceedings);
      }
      return;
    }
    String proceedings = province + ".record-" + random.nextInt(4);
    String file =
        random.nextInt(4) == 0
            ? seed(one(Api.seedFiles()))
            : RandomHistoriesIT.file(proceedings, random).replaceAll("\\btp\\b", province);
    if (tell(board, "/api/proceedings", "application/yaml", file, null).isPresent()) {
      recorded.add(
          file.lines()
              .filter(line -> line.startsWith("proceedings:"))
              .findFirst()
              .orElseThrow()
              .substring("proceedings: ".length())
              .strip());
    }
  }

  private static String seed(String name) {
    try (InputStream yaml = RandomYear.class.getResourceAsStream("/proceedings/" + name)) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- the regulation

  private String regulation() {
    regulations++;
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        "number: %02d/QC-%d\ntitle: Quy chế hoạt động và bình xét thi đua\nvalidFrom: %s\nsteps:\n"
            .formatted(regulations, year, almanac.today()));
    for (int i = 0; i < STEPS.size(); i++) {
      yaml.append("  - { step: ").append(STEPS.get(i)).append(", clause: Điều ").append(i + 2);
      if (STEPS.get(i).equals("mid-year-review") && random.nextBoolean()) {
        yaml.append(", optional: true");
      }
      if (STEPS.get(i).equals("mid-year-review") && random.nextBoolean()) {
        yaml.append(", within: { days: ")
            .append(60 + random.nextInt(60))
            .append(", after: pledge }");
      }
      yaml.append(" }\n");
    }
    if (random.nextBoolean()) {
      yaml.append(
          "windows:\n"
              + "  - { act: explain, days: 40, clause: Điều 15 }\n"
              + "  - { act: appeal, days: 60, clause: Điều 16 }\n");
    }
    boolean equalRanks = random.nextInt(3) > 0;
    yaml.append(
        "scoring: { maximum: 1000, equalRanks: %s, clause: Điều 12 }\n".formatted(equalRanks));
    yaml.append(
        """
        awards:
          - { title: flag, track: annual, clause: Điều 20 khoản 1, count: { type: fixed, number: 1 } }
          - { title: certificate-of-merit, track: annual, clause: Điều 20 khoản 2, count: { type: fixed, number: 3 } }
          - { title: certificate-of-commendation, track: annual, clause: Điều 20 khoản 3, count: { type: across, id: bang-khen-chung, blocs: [%s, %s], percent: 60, parts: up } }
        exclusions:
          - { id: vi-pham, name: Vi phạm pháp luật, clause: Điều 14 khoản 1 }
        """
            .formatted(bloc, neighbour));
    if (random.nextInt(4) > 0) {
      yaml.append(
          """
          polls:
            - subjects: [ranking, texts, awards]
              clause: Điều 10
              methods: [consensus, named-vote, ballot, secret-ballot]
              rounds: 3
              absent: [written, proxy]
              ties:
                - { by: %s, clause: Điều 10 }
          """
              .formatted(one("run-off", "chair", "lots")));
    }
    if (scale) {
      yaml.append(
          """
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
          %s  layers:
              clause: Điều 14
              scores:
                - { layer: self, by: unit }
                - { layer: cross-check, by: other-member }
                - { layer: bloc, by: leader }
                - { layer: verified, by: board }
              counts: [verified, bloc]
            contents:
              - id: I
                name: Nội dung I
                clause: Phụ lục
                standard: 600
                criteria:
                  - { id: I.1, name: Tiêu chí một, clause: Phụ lục 1, standard: 400, direction: higher, kind: flow, measure: lượt, method: { type: proportional } }
                  - { id: I.2, name: Tiêu chí hai, clause: Phụ lục 2, standard: 200, direction: higher, kind: flow, measure: lượt, method: { type: proportional } }
              - id: II
                name: Nội dung II
                clause: Phụ lục
                standard: 400
                criteria:
                  - { id: II.1, name: Tiêu chí ba, clause: Phụ lục 3, standard: 400, direction: higher, kind: flow, measure: lượt, method: { type: proportional } }
          """
              .formatted(
                  // where units may share a rank, nobody breaks the last tie
                  equalRanks ? "" : "      - { by: ballot, clause: Điều 13 khoản 3 }\n"));
    }
    return yaml.toString();
  }

  // ---- how it is said

  private void any(Runnable... acts) {
    acts[random.nextInt(acts.length)].run();
  }

  @SafeVarargs
  private final <T> T one(T... all) {
    return all[random.nextInt(all.length)];
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String another(String unit) {
    return one(members.stream().filter(each -> !each.equals(unit)).toList());
  }

  private String someUnit() {
    return spare.isEmpty() || random.nextInt(3) > 0 ? one(members) : one(spare);
  }

  private @Nullable String spareOr(@Nullable String other) {
    return spare.size() < 2 ? other : spare.get(1 + random.nextInt(spare.size() - 1));
  }

  /** Some things hold from an earlier day than that on which they are said. */
  private String since() {
    return random.nextInt(3) > 0
        ? ""
        : ",'from':'%s'".formatted(almanac.today().minusDays(random.nextInt(60)));
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  private Who by(String unit) {
    return new Who(Almanac.account(unit), "member", unit);
  }

  /** The leader or the deputy. */
  private Who running() {
    return by(random.nextInt(3) == 0 ? deputy : leader);
  }

  /** Who leads today: the deputy, while it acts for the leader. */
  private String chief() {
    return actingUntil == null || almanac.today().isAfter(actingUntil) ? leader : deputy;
  }

  /** One thing after another, some of which is left out. */
  private void course(int percent, Runnable... steps) {
    for (Runnable step : steps) {
      if (random.nextInt(100) < percent) {
        step.run();
      }
    }
  }

  private LocalDate day(int month, int day) {
    return LocalDate.of(year, month, day).plusDays(random.nextInt(5));
  }

  private static String term(int year) {
    return "{'from':'%1$d-01-01','to':'%1$d-12-31'}".formatted(year);
  }

  private String cycleStream() {
    return "cycle:" + cycle;
  }

  private String cycle(String act) {
    return "/api/cycles/" + cycle + act;
  }

  private String bloc(String act) {
    return "/api/blocs/" + bloc + act;
  }

  private String leadership(String act) {
    return bloc("/leadership" + act);
  }

  private String pledge(String unit, String act) {
    return cycle("/pledges/" + unit + act);
  }

  private String sheet(String unit, String act) {
    return cycle("/sheets/" + unit + act);
  }

  private String ofStage(String stage, String act) {
    return cycle("/reports/" + stage + act);
  }

  /** The streams of this province that begin so. */
  private List<String> streams(String beginning) {
    return almanac
        .owner()
        .sql(
            "SELECT DISTINCT aggregate_identifier FROM event_store.domain_event_entry WHERE"
                + " aggregate_identifier LIKE ? ORDER BY 1")
        .param(beginning + "%" + province + ".%")
        .query(String.class)
        .list()
        .stream()
        .map(stream -> beginning.isEmpty() ? stream : stream.substring(beginning.length()))
        .toList();
  }

  private List<JsonNode> payloads(String stream, String type) {
    return almanac
        .owner()
        .sql(
            "SELECT payload FROM event_store.domain_event_entry WHERE aggregate_identifier = ? AND"
                + " payload_type = ? ORDER BY sequence_number")
        .params(stream, type)
        .query(String.class)
        .list()
        .stream()
        .map(JSON::readTree)
        .toList();
  }

  private String file(String text) {
    return answered(
        tell(by(chief()), "/api/files?name=tai-lieu.txt", "text/plain", text, null), "file");
  }

  private static String answered(Optional<HttpResponse<String>> answer, String field) {
    return JSON.readTree(answer.orElseThrow().body()).path(field).asString();
  }

  private Optional<HttpResponse<String>> post(Who who, String path, String body, Object... values) {
    return tell(
        who,
        path,
        "application/json",
        (values.length == 0 ? body : body.formatted(values)).replace('\'', '"'),
        stream(path));
  }

  private Optional<HttpResponse<String>> tell(
      Who who, String path, String type, String body, @Nullable String stream) {
    almanac.pass(Duration.ofSeconds(30 + random.nextInt(3_000)));
    return almanac.act(who, path, type, body, stream);
  }

  /** The stream that an act at this address changes, and so must have been seen. */
  private static @Nullable String stream(String path) {
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
