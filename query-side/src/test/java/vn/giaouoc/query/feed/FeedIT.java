package vn.giaouoc.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.bloc.BlocEvent.AliasAdded;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.PeriodSet;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;

/** The feed to many, to slow ones, and to those who hear a part of it only. */
class FeedIT {

  /** Raised by hand for docs/performance.md. */
  private static final int MANY = Integer.getInteger("listeners", 1000);

  private final TestDatabase database = TestDatabase.create();
  private final Log log = new Log(database);
  private final Tokens tokens = new Tokens();
  private final List<Line> open = new ArrayList<>();
  private Running running = Running.withSettings(database, "--giaouoc.query.feed.heartbeat=300ms");

  @TempDir private Path directory;

  @AfterEach
  void stop() throws IOException {
    for (Line line : open) {
      line.close();
    }
    running.close();
  }

  @Test
  void a_thousand_idle_listeners_take_no_thread_each_and_all_hear_an_event() throws Exception {
    happens("before");
    running.caughtUp();
    listen("").until("id:1");
    long threads = threads();
    long memory = memory();
    for (int i = 0; i < MANY; i++) {
      listen("");
    }
    for (Line line : open) {
      line.until("id:1");
    }
    assertThat(figure("giaouoc_feed_listeners")).isEqualTo(MANY + 1);
    assertThat(threads() - threads).isLessThan(100);
    System.out.printf(
        "%d listeners: %d threads more, %d KB of heap for each%n",
        MANY, threads() - threads, (memory() - memory) / MANY / 1024);
    happens("news");
    for (Line line : open) {
      assertThat(line.until("event:unit.UnitRenamed")).isEqualTo("2");
    }
    assertThat(threads() - threads).isLessThan(100);
  }

  @Test
  void who_does_not_listen_holds_up_nobody_and_hears_everything_later() throws Exception {
    Line slow = listen("?after=0");
    slow.until("id:0");
    Line quick = listen("?after=0");
    // more than the network between us keeps
    String much = "x".repeat(100_000);
    int count = 400;
    for (int i = 0; i < count; i++) {
      happens(much + i);
    }
    assertThat(quick.positions(count)).isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
    awaitFigure("giaouoc_feed_behind_listeners", 1);
    assertThat(slow.positions(count)).isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
    awaitFigure("giaouoc_feed_behind_listeners", 0);
    happens("after");
    assertThat(slow.positions(1)).containsExactly(count + 1L);
  }

  @Test
  void who_asks_for_a_bloc_or_a_cycle_hears_what_began_in_it_and_nothing_else() throws Exception {
    BlocId mine = BlocId.of("mine");
    CycleId year = CycleId.of("of-mine");
    log.happened("2020", new BlocEstablished(mine, "Mine", null, null)); // 1
    log.happened("2020", new BlocEstablished(BlocId.of("other"), "Other", null, null)); // 2
    log.happened("2020", new CycleOpened(year, mine, 2020)); // 3
    log.happened("2020", new CycleOpened(CycleId.of("of-other"), BlocId.of("other"), 2020)); // 4
    running.caughtUp();
    Line bloc = listen("?after=0&bloc=mine");
    Line cycle = listen("?after=0&cycle=of-mine");
    Line both = listen("?after=0&bloc=mine&cycle=of-other");
    assertThat(bloc.positions(2)).containsExactly(1L, 3L);
    assertThat(cycle.positions(1)).containsExactly(3L);

    happens("of no bloc"); // 5
    // names its cycle only
    log.happened("2020", new PeriodSet(year, LocalDate.EPOCH, LocalDate.EPOCH)); // 6
    ConferenceId meeting = ConferenceId.of("meeting");
    log.happened(
        "2020",
        new ConferenceHeld(
            meeting, mine, List.of(year), ConferenceKind.values()[0], "Meeting", null)); // 7
    running.caughtUp();
    Line conference = listen("?after=0&conference=meeting");
    // names the conference only
    log.happened("2020", new ConferenceOpened(meeting)); // 8
    assertThat(bloc.positions(3)).containsExactly(6L, 7L, 8L);
    assertThat(cycle.positions(3)).containsExactly(6L, 7L, 8L);
    assertThat(conference.positions(2)).containsExactly(7L, 8L);
    // nothing is in both, and the heartbeat says so
    both.untilBeyond(8);
  }

  @Test
  void what_nothing_is_recorded_of_is_told_as_a_problem() {
    for (String unknown : List.of("?bloc=unknown", "?cycle=unknown", "?conference=unknown")) {
      HttpResponse<String> answer =
          running.get("/api/journal" + unknown, "Accept", "text/event-stream");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("/problems/not-recorded");
    }
    assertThat(running.get("/api/journal?bloc=No", "Accept", "text/event-stream").statusCode())
        .isEqualTo(400);
    assertThat(running.get("/api/journal?blocs=no", "Accept", "text/event-stream").statusCode())
        .isEqualTo(400);
  }

  @Test
  void who_was_told_more_elsewhere_waits_and_hears_nothing_twice() throws Exception {
    happens("1");
    running.caughtUp();
    Line ahead = listen("?after=3");
    ahead.until("id:3");
    for (int i = 2; i <= 5; i++) {
      happens("" + i);
    }
    assertThat(ahead.positions(2)).containsExactly(4L, 5L);
  }

  @Test
  void a_unit_hears_what_the_record_lets_it_hear_at_that_time() throws Exception {
    running.close();
    running =
        Running.withSettings(database, "--giaouoc.query.feed.heartbeat=300ms", tokens.setting());
    UnitId unit = UnitId.of("good");
    BlocId bloc = BlocId.of("mine");
    happens("known"); // 1
    log.happened("2020", new BlocEstablished(bloc, "Mine", null, null)); // 2
    running.caughtUp();
    Line member = listen("?after=0", "Authorization: Bearer " + tokens.of(unit));
    Line stranger = listen("?after=0");
    Line auditor = listen("?after=0", "Authorization: Bearer " + tokens.of(null, "auditor"));
    assertThat(member.positions(2)).containsExactly(1L, 2L);
    // not yet a member
    log.happened("2020", Audience.bloc(bloc), new AliasAdded(bloc, "first")); // 3
    running.caughtUp();
    member.untilBeyond(3);
    log.happened("2020", new MemberAdmitted(bloc, unit)); // 4
    assertThat(member.positions(1)).containsExactly(4L);
    log.happened("2020", Audience.bloc(bloc), new AliasAdded(bloc, "second")); // 5
    log.happened("2020", Audience.BOARD, new AliasAdded(bloc, "third")); // 6
    happens("last"); // 7
    assertThat(member.positions(2)).containsExactly(5L, 7L);
    assertThat(stranger.positions(4)).containsExactly(1L, 2L, 4L, 7L);
    assertThat(auditor.positions(7)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void whoever_is_cut_off_again_and_again_hears_everything_once() throws Exception {
    Random random = new Random(7);
    List<Long> heard = new ArrayList<>();
    int count = 300;
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < count; i++) {
                    happens("" + i);
                  }
                });
    try (Running other = Running.withSettings(database, "--giaouoc.query.feed.heartbeat=300ms")) {
      long last = 0;
      while (heard.size() < count) {
        Running node = random.nextBoolean() ? running : other;
        try (Line line = new Line(node, "?after=" + last)) {
          heard.addAll(line.positions(Math.min(count - heard.size(), 1 + random.nextInt(40))));
          last = heard.getLast();
        }
      }
    }
    writer.join();
    assertThat(heard).isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
  }

  private void happens(String name) {
    log.happened("2020", new UnitRenamed(UnitId.of("good"), name));
  }

  private Line listen(String query, String... headers) throws IOException {
    Line line = new Line(running, query, headers);
    open.add(line);
    return line;
  }

  /** All threads, also those that are light. */
  private long threads() throws IOException {
    Path dump = directory.resolve("threads-" + System.nanoTime());
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
    try (Stream<String> lines = Files.lines(dump)) {
      return lines.filter(line -> line.startsWith("#")).count();
    }
  }

  private static long memory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private double figure(String name) {
    return running
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private void awaitFigure(String name, double value) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (figure(name) != value) {
      assertThat(System.nanoTime()).as(name).isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** A listener that reads only when it is asked to, and needs no thread for it. */
  private static final class Line implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;
    private String id = "";

    private Line(Running node, String query, String... headers) throws IOException {
      URI address = URI.create(node.url("/api/journal" + query));
      socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
      socket.setSoTimeout(60_000);
      String more = String.join("", Stream.of(headers).map(header -> header + "\r\n").toList());
      socket
          .getOutputStream()
          .write(
              ("GET %s?%s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n%s\r\n"
                      .formatted(
                          address.getPath(),
                          address.getQuery() == null ? "" : address.getQuery(),
                          more))
                  .getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
    }

    private String next() throws IOException {
      String line = lines.readLine();
      assertThat(line).as("the feed ended").isNotNull();
      if (line.startsWith("id:")) {
        id = line.substring(3);
      }
      return line;
    }

    /** Reads up to a line; returns the position that was told last. */
    private String until(String wanted) throws IOException {
      while (!next().equals(wanted)) {}
      return id;
    }

    /** Reads until a position is told behind which nothing was for this listener. */
    private void untilBeyond(long position) throws IOException {
      String line = next();
      while (!line.startsWith("id:") || Long.parseLong(id) < position) {
        assertThat(line).doesNotStartWith("data:");
        line = next();
      }
    }

    /** The positions of the next events. */
    private List<Long> positions(int count) throws IOException {
      List<Long> positions = new ArrayList<>();
      while (positions.size() < count) {
        if (next().startsWith("data:")) {
          positions.add(Long.valueOf(id));
        }
      }
      return positions;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
