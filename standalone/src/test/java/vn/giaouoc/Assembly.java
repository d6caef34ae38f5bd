package vn.giaouoc;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.time.When;

/**
 * A bloc in the year that is now, and a conference of it that is held through the API: the words in
 * which tests tell what happens in a hall.
 */
final class Assembly {

  private static final String EMPTY = "{}";

  private final Desk desk;
  private final String province;
  private final String bloc;
  private final int year = LocalDate.now(When.ZONE).getYear();
  private final SequencedMap<String, Who> units = new LinkedHashMap<>();
  private final Who board = new Who(LivedYear.account("board"), null, "board");
  private String conference = "";

  /**
   * Founds the bloc, puts its leadership in office and opens its year.
   *
   * @param members its members by the last part of their names; the first leads
   * @param deputies which of them deputise
   */
  Assembly(
      Desk desk,
      String province,
      String bloc,
      String name,
      SequencedMap<String, String> members,
      List<String> deputies) {
    this.desk = desk;
    this.province = province;
    this.bloc = province + "." + bloc;
    desk.act(
        board,
        "/api/units",
        "{\"id\":\"%1$s\",\"name\":\"UBND tỉnh\",\"kind\":\"peoples-committee\"}",
        province);
    desk.act(
        board,
        "/api/blocs",
        "{\"id\":\"%s\",\"name\":\"%s\",\"authority\":\"%s\"}",
        this.bloc,
        name,
        province);
    members.forEach(this::admit);
    int rank = 0;
    StringBuilder ranked = new StringBuilder();
    for (String deputy : deputies) {
      ranked.append(
          "%s{\"unit\":\"%s\",\"rank\":%d}".formatted(rank == 0 ? "" : ",", unit(deputy), ++rank));
    }
    Map.Entry<String, Who> leader = units.firstEntry();
    desk.act(
        board,
        leadership("/designations"),
        "{%s,\"leader\":\"%s\",\"deputies\":[%s],\"mode\":\"agreed\"}",
        term(year),
        unit(leader.getKey()),
        ranked);
    desk.act(board, leadership("/installations"), "{%s}", term(year));
    desk.act(leader.getValue(), "/api/cycles", "{\"bloc\":\"%s\",\"year\":%d}", this.bloc, year);
  }

  private void admit(String short_, String name) {
    register(short_, name);
    desk.actSeen(
        board,
        "bloc:" + bloc,
        "/api/blocs/" + bloc,
        "/api/blocs/" + bloc + "/members",
        "{\"unit\":\"%s\"}",
        unit(short_));
  }

  /** Registers a unit that is no member. */
  void register(String short_, String name) {
    units.put(short_, new Who(LivedYear.account(province + short_), province + "." + short_, null));
    desk.act(
        board,
        "/api/units",
        "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"department\",\"authority\":\"%s\"}",
        unit(short_),
        name,
        province);
  }

  /** Convenes a conference and opens it. */
  void open(String kind, String title, String place) {
    conference = cycle() + "." + kind;
    desk.act(
        leader(),
        "/api/conferences",
        """
        {"id":"%s","bloc":"%s","cycles":["%s"],"kind":"%s","title":"%s","planned":"%s"%s}""",
        conference,
        bloc,
        cycle(),
        kind,
        title,
        LocalDate.now(When.ZONE),
        place == null ? "" : ",\"place\":\"" + place + "\"");
    seen(leader(), "/opening", EMPTY);
  }

  /** These members come, and say so themselves. */
  void attend(Iterable<String> members) {
    for (String member : members) {
      does(who(member), "/attendance", "{\"role\":\"member\",\"unit\":\"%s\"}", unit(member));
    }
  }

  /** These preside. */
  void preside(String... chairs) {
    StringBuilder all = new StringBuilder();
    for (String chair : chairs) {
      all.append(all.isEmpty() ? "" : ",")
          .append("{\"role\":\"host\",\"unit\":\"%s\"}".formatted(unit(chair)));
    }
    seen(leader(), "/presiding", "{\"presiding\":[%s]}", all);
  }

  /** Somebody attends without a unit that is known, or as something else than a member. */
  void guest(String capacity) {
    does(leader(), "/attendance", "{\"role\":\"guest\",\"capacity\":\"%s\"}", capacity);
  }

  void secretary(String unit) {
    does(leader(), "/attendance", "{\"role\":\"secretary\",\"unit\":\"%s\"}", unit(unit));
  }

  /** The agenda: {@code key, title, key, title, …}. */
  void agenda(String... items) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < items.length; i += 2) {
      all.append(i == 0 ? "" : ",")
          .append("{\"key\":\"%s\",\"title\":\"%s\"}".formatted(items[i], items[i + 1]));
    }
    seen(leader(), "/agenda", "{\"items\":[%s]}", all);
  }

  void begin(String item) {
    does(leader(), "/agenda/beginnings", "{\"item\":\"%s\"}", item);
  }

  /** A unit asks for the floor, gets it, says something, and ends. */
  void speaks(String unit, String text) {
    does(who(unit), "/floor/requests", "{\"unit\":\"%s\"}", unit(unit));
    does(leader(), "/floor/turns", "{\"unit\":\"%s\"}", unit(unit));
    does(
        who(unit),
        "/entries",
        "{\"kind\":\"comment\",\"by\":\"%s\",\"text\":\"%s\"}",
        unit(unit),
        text);
    does(who(unit), "/floor/endings", EMPTY);
  }

  /** A paper is tabled as a draft. */
  void table(String type, String title, String version, String by, String capacity) {
    String file = desk.file(who(by), "van-ban.txt", title + " " + version);
    does(
        leader(),
        "/papers",
        """
        {"type":"%s","title":"%s","version":"%s","file":"%s","draft":true,"presentedBy":"%s","capacity":"%s"}""",
        type,
        title,
        version,
        file,
        unit(by),
        capacity);
  }

  /** Calls and opens a poll; returns its name. */
  String poll(String key, String method, String tellers, String... questions) {
    String poll = cycle() + "." + key;
    desk.act(
        leader(),
        "/api/polls",
        """
        {"id":"%s","cycle":"%s","conference":"%s","method":"%s","tellers":[%s],"questions":[%s]}""",
        poll,
        cycle(),
        conference,
        method,
        tellers,
        String.join(",", questions));
    onPoll(leader(), poll, "/opening", EMPTY);
    return poll;
  }

  /** A question that chooses so many units. */
  String question(String key, String subject, String text, int seats, String... among) {
    StringBuilder options = new StringBuilder();
    for (String unit : among) {
      options
          .append(options.isEmpty() ? "" : ",")
          .append("{\"key\":\"%s\",\"unit\":\"%s\"}".formatted(unit, unit(unit)));
    }
    return """
        {"key":"%s","subjects":["%s"],"text":"%s","seats":%d,"options":[%s]}"""
        .formatted(key, subject, text, seats, options);
  }

  /** Texts that are agreed to as they were tabled. */
  String texts(String key, String text) {
    return """
        {"key":"%s","subjects":["texts"],"text":"%s",
         "options":[{"key":"thong-qua","text":"Thông qua"}]}"""
        .formatted(key, text);
  }

  static String answer(String question, String... inFavour) {
    return "{\"question\":\"%s\",\"inFavour\":[\"%s\"]}"
        .formatted(question, String.join("\",\"", inFavour));
  }

  /** All agree, and it is announced. */
  void agree(String poll, String... answers) {
    onPoll(leader(), poll, "/consensus", "{\"agreed\":[" + String.join(",", answers) + "]}");
    announce(poll);
  }

  void announce(String poll) {
    onPoll(leader(), poll, "/closing", EMPTY);
  }

  void resolve(String poll, String text) {
    seen(leader(), "/resolutions", "{\"decidedBy\":\"%s\",\"text\":\"%s\"}", poll, text);
  }

  void close() {
    seen(leader(), "/closing", EMPTY);
  }

  /** The leadership of the next year, as it was decided. */
  void designate(String poll, String leader, String... deputies) {
    StringBuilder ranked = new StringBuilder();
    for (int i = 0; i < deputies.length; i++) {
      ranked.append(
          "%s{\"unit\":\"%s\",\"rank\":%d}".formatted(i == 0 ? "" : ",", unit(deputies[i]), i + 1));
    }
    desk.act(
        board,
        leadership("/designations"),
        "{%s,\"leader\":\"%s\",\"deputies\":[%s],\"mode\":\"agreed\",\"decidedBy\":\"%s\"}",
        term(year + 1),
        unit(leader),
        ranked,
        poll);
  }

  /** Does something in the hall for which no version is asked. */
  void does(Who who, String act, String body, Object... values) {
    desk.act(who, path() + act, body, values);
  }

  /** Does something in the hall, having seen the conference as it is. */
  void seen(Who who, String act, String body, Object... values) {
    desk.actSeen(who, "conference:" + conference, path(), path() + act, body, values);
  }

  void onPoll(Who who, String poll, String act, String body) {
    desk.actSeen(who, "poll:" + poll, "/api/polls/" + poll, "/api/polls/" + poll + act, body);
  }

  /** The units that were chosen for a question, in their order. */
  List<String> chosen(String poll, String question) {
    for (JsonNode decided :
        desk.read(leader(), "/api/polls/" + poll).at("/answer/closed/decided")) {
      if (decided.at("/question").asString().equals(question)) {
        return decided.at("/outcome/units").valueStream().map(JsonNode::asString).toList();
      }
    }
    return List.of();
  }

  /** The draft of the minutes, as a member reads it. */
  JsonNode minutes() {
    return desk.read(leader(), path() + "/minutes").at("/answer");
  }

  /** All that the draft says, in one text. */
  String draft() {
    return minutes().at("/paper").toString();
  }

  /** What the record of a poll says. */
  String record(String poll) {
    return desk.read(leader(), "/api/polls/" + poll + "/record").at("/answer/paper").toString();
  }

  String path() {
    return "/api/conferences/" + conference;
  }

  String conference() {
    return conference;
  }

  String cycle() {
    return bloc + "." + year;
  }

  Who who(String unit) {
    return units.get(unit);
  }

  Who leader() {
    return units.firstEntry().getValue();
  }

  String unit(String short_) {
    return province + "." + short_;
  }

  private String leadership(String act) {
    return "/api/blocs/" + bloc + "/leadership" + act;
  }

  private static String term(int year) {
    return "\"term\":{\"from\":\"%1$d-01-01\",\"to\":\"%1$d-12-31\"}".formatted(year);
  }
}
