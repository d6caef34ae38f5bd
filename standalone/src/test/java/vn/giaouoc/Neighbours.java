package vn.giaouoc;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.time.When;

/**
 * Another bloc of the same year, in whose conference three people are busy at once: one notes who
 * attends, one what is said, one hands in evidence. None of them need have seen what the others do.
 */
final class Neighbours {

  private static final int PACE = 250;
  private static final Executor EACH = Thread::startVirtualThread;

  private final Desk desk;
  private final Desk attendance;
  private final Desk entries;
  private final Desk evidence;
  private final String province;
  private final String bloc;
  private final String cycle;
  private final String conference;
  private final Who board = new Who(LivedYear.account("board"), null, "board");
  private final Who leader;
  private final Who second;
  private volatile boolean ended;

  /** Neighbours in a province of their own, each at a desk of his own. */
  Neighbours(Supplier<Desk> desks, String province) {
    desk = desks.get();
    attendance = desks.get();
    entries = desks.get();
    evidence = desks.get();
    this.province = province;
    bloc = province + ".khoi-1";
    cycle = bloc + "." + LocalDate.now(When.ZONE).getYear();
    conference = cycle + ".extraordinary";
    leader = of("so-mot");
    second = of("so-hai");
  }

  /** The desks at which they sit. */
  List<Desk> desks() {
    return List.of(desk, attendance, entries, evidence);
  }

  /** They begin, and go on until they are told to end; what fails one of them fails it. */
  CompletableFuture<Void> begin() {
    return CompletableFuture.runAsync(this::found, EACH)
        .thenCompose(
            founded ->
                CompletableFuture.allOf(
                    Stream.<Runnable>of(this::attend, this::enter, this::prove)
                        .map(busy -> CompletableFuture.runAsync(busy, EACH))
                        .toArray(CompletableFuture[]::new)));
  }

  /** Tells them to end. */
  void end() {
    ended = true;
  }

  private void found() {
    desk.act(
        board,
        "/api/units",
        "{\"id\":\"%s\",\"name\":\"UBND tỉnh\",\"kind\":\"peoples-committee\"}",
        province);
    for (Who who : List.of(leader, second)) {
      desk.act(
          board,
          "/api/units",
          "{\"id\":\"%s\",\"name\":\"Sở\",\"kind\":\"department\",\"authority\":\"%s\"}",
          who.unit(),
          province);
    }
    desk.act(
        board,
        "/api/blocs",
        "{\"id\":\"%s\",\"name\":\"Khối thi đua 1\",\"authority\":\"%s\"}",
        bloc,
        province);
    for (Who who : List.of(leader, second)) {
      desk.actSeen(
          board,
          "bloc:" + bloc,
          "/api/blocs/" + bloc,
          "/api/blocs/" + bloc + "/members",
          "{\"unit\":\"%s\"}",
          who.unit());
    }
    int year = LocalDate.now(When.ZONE).getYear();
    String term = "\"term\":{\"from\":\"%1$d-01-01\",\"to\":\"%1$d-12-31\"}".formatted(year);
    String leadership = "/api/blocs/" + bloc + "/leadership";
    desk.act(
        board,
        leadership + "/designations",
        "{%s,\"leader\":\"%s\",\"mode\":\"agreed\"}",
        term,
        leader.unit());
    desk.act(board, leadership + "/installations", "{%s}", term);
    desk.act(leader, "/api/cycles", "{\"bloc\":\"%s\",\"year\":%d}", bloc, year);
    desk.act(second, pledge("/draft"), "{}");
    desk.act(
        second,
        pledge("/targets"),
        "{\"id\":\"viec\",\"content\":1,\"indicator\":\"Việc\",\"measure\":\"lượt\","
            + "\"direction\":\"higher\",\"kind\":\"flow\",\"amount\":\"10\"}");
    desk.act(second, pledge("/signature"), "{\"text\":\"Giao ước\"}");
    desk.act(
        second,
        pledge("/mid-year-review"),
        "{\"results\":[{\"target\":\"viec\",\"actual\":{\"value\":\"5\"}}]}");
    desk.act(
        leader,
        "/api/conferences",
        "{\"id\":\"%s\",\"bloc\":\"%s\",\"cycles\":[\"%s\"],\"kind\":\"extraordinary\","
            + "\"title\":\"Hội nghị\",\"planned\":\"%s\"}",
        conference,
        bloc,
        cycle,
        LocalDate.now(When.ZONE));
    desk.actSeen(
        leader,
        "conference:" + conference,
        "/api/conferences/" + conference,
        "/api/conferences/" + conference + "/opening",
        "{}");
  }

  private void attend() {
    for (int number = 0; !ended; number++) {
      attendance.act(
          leader,
          "/api/conferences/" + conference + "/attendance",
          "{\"role\":\"guest\",\"capacity\":\"Khách %d\"}",
          number);
      pause();
    }
  }

  private void enter() {
    for (int number = 0; !ended; number++) {
      entries.act(
          second,
          "/api/conferences/" + conference + "/entries",
          "{\"kind\":\"comment\",\"by\":\"%s\",\"text\":\"Ý kiến %d\"}",
          second.unit(),
          number);
      pause();
    }
  }

  private void prove() {
    for (int number = 0; !ended; number++) {
      String file = evidence.file(second, "minh-chung.txt", "Minh chứng " + number);
      evidence.act(
          second,
          pledge("/evidence"),
          "{\"target\":\"viec\",\"stage\":\"mid-year\",\"file\":\"%s\"}",
          file);
      pause();
    }
  }

  private String pledge(String act) {
    return "/api/cycles/" + cycle + "/pledges/" + second.unit() + act;
  }

  private Who of(String unit) {
    return new Who(
        UUID.nameUUIDFromBytes(unit.getBytes(StandardCharsets.UTF_8)), province + "." + unit, null);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
