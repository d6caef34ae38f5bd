package vn.giaouoc.command.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.RequestRejection.STALE_VERSION;
import static vn.giaouoc.command.ballot.BallotRejection.ANOTHER_PAPER_RETURNED;
import static vn.giaouoc.command.ballot.BallotRejection.BOX_SEALED;
import static vn.giaouoc.command.ballot.BallotRejection.KEYS_MISSING;
import static vn.giaouoc.command.ballot.BallotRejection.NOT_STAMPED;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_TOKEN;
import static vn.giaouoc.command.poll.PollRejection.CASTING_ENDED;
import static vn.giaouoc.command.poll.PollRejection.POLL_ALREADY_OPEN;
import static vn.giaouoc.command.poll.PollRejection.POLL_CLOSED;
import static vn.giaouoc.command.poll.PollRejection.POLL_VOID;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Node;
import vn.giaouoc.command.Rejection;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.SteppedDatabase;
import vn.giaouoc.command.Steps;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.command.ballot.TestBallots;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.poll.Flaw;
import vn.giaouoc.shared.poll.PollEvent.BallotBoxOpened;
import vn.giaouoc.shared.poll.PollEvent.BoxAnswers;
import vn.giaouoc.shared.poll.PollEvent.BoxCounted;
import vn.giaouoc.shared.poll.PollEvent.BoxDestroyed;
import vn.giaouoc.shared.poll.PollEvent.CastingEnded;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Flawed;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.PapersListed;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.ReturnedPaper;
import vn.giaouoc.shared.poll.PollEvent.SameAnswer;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.Voter;
import vn.giaouoc.shared.poll.VotingPaperEvent;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/**
 * Small secret polls are held on two nodes, in random orders of all steps on the database that all
 * who take part bring about: units ask for stamps from two devices, return papers, the same again,
 * another one in its place, forged ones, one of another poll, and late ones, while the poll is
 * closed or voided by several at once. On random steps a connection is lost or a node ends, before
 * the step or after it; another node takes its place and looks after the boxes, as at every start.
 * Whoever gets no answer asks the same again.
 *
 * <p>What was acknowledged is counted once, nothing else is, and the record is whole.
 *
 * <p>{@code -Dbox.seed} holds one poll again, in the same order of steps; {@code -Dbox.runs} says
 * how many are held in the endurance profile, {@code -Dendurance.seed} from which seed on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoxRunsIT {

  private static final int FEW = 100;
  private static final int MANY = Integer.getInteger("box.runs", 5_000);
  private static final @Nullable Long AGAIN = Long.getLong("box.seed");
  private static final long FROM = Long.getLong("endurance.seed", System.nanoTime());

  private static final String TODAY = "2026-07-10";
  private static final List<String> OPTIONS = List.of("a", "b", "c");
  private static final int LARGEST = 5;
  private static final List<Question> QUESTIONS = List.of(question("1"), question("2"));

  private final ThreadLocal<Actor> acting = new ThreadLocal<>();
  private final TestDatabase database = TestDatabase.create();
  private JdbcClient looking;
  private SteppedDatabase stepped;
  private Path keys;
  private Node clerk;
  private final List<Side> sides = new ArrayList<>();
  private Voter stranger;

  private int counted;
  private int tooLate;
  private int steps;
  private int ended;

  /** One of the nodes, for as long as it lives. */
  private record Side(
      SteppedDatabase.Process process,
      Node node,
      SecretBallots ballots,
      Boxes boxes,
      PollResource resource) {}

  /** What is lost on purpose is not told a thousand times. */
  private static void tell(@Nullable Level level) {
    LoggerContext all = (LoggerContext) LoggerFactory.getILoggerFactory();
    for (String talkative :
        List.of("org.axonframework", "org.springframework", "vn.giaouoc.command")) {
      all.getLogger(talkative).setLevel(level);
    }
  }

  @BeforeAll
  void found(@TempDir Path directory) throws Exception {
    tell(Level.OFF);
    Flyway.configure()
        .dataSource(database.as(DatabaseSetup.COMMAND_ROLE))
        .schemas("command_side")
        .createSchemas(false)
        .locations("classpath:db/command")
        .load()
        .migrate();
    keys = directory.resolve("keys");
    stepped = new SteppedDatabase(database);
    clerk = Node.on(stepped.process(), TODAY);
    // who only looks takes no step, and loses nothing
    looking = JdbcClient.create(database.as(DatabaseSetup.COMMAND_ROLE));
    for (int size = 1; size <= LARGEST; size++) {
      BlocId bloc = bloc(size);
      clerk.given("2020-01-02", new BlocEstablished(bloc, "Khối thi đua " + size, "khối", null));
      for (UnitId unit : units(size)) {
        clerk.given("2020-01-01", new UnitRegistered(unit, unit.slug(), UnitKind.DEPARTMENT, null));
        clerk.given("2020-01-03", new MemberAdmitted(bloc, unit));
      }
      clerk.given(
          "2026-01-01",
          new LeadershipInstalled(bloc, Term.year(2026), units(size).getFirst(), List.of()));
      clerk.given("2026-01-02", new CycleOpened(cycle(size), bloc, 2026));
      clerk.given(
          TODAY,
          new ConferenceConvened(
              hall(size),
              bloc,
              List.of(cycle(size)),
              ConferenceKind.YEAR_END,
              "Hội nghị tổng kết",
              When.of(TODAY),
              null),
          new ConferenceOpened(hall(size)));
    }
    sides.add(side());
    sides.add(side());
    // of a poll with other keys, which is over
    PollId elsewhere = PollId.of("elsewhere");
    SecretBallots ballots = sides.getFirst().ballots();
    stranger = voter(elsewhere, ballots.prepare(elsewhere, QUESTIONS));
    stranger.stamped(ballots.stamp(elsewhere, stranger.blinded()));
    ballots.seal(elsewhere);
    ballots.destroy(elsewhere);
    ballots.told(elsewhere);
  }

  @AfterAll
  void end() throws Exception {
    tell(null);
    clerk.close();
    stepped.close();
  }

  private Side side() {
    SteppedDatabase.Process process = stepped.process();
    Node node = Node.on(process, TODAY);
    var commands = node.commands(() -> requireNonNull(acting.get()));
    SecretBallots ballots = TestBallots.node(keys.toString(), process);
    Boxes boxes = new Boxes(commands, ballots);
    return new Side(process, node, ballots, boxes, new PollResource(commands, boxes, ballots));
  }

  private static BlocId bloc(int size) {
    return BlocId.of("an-giang.khoi-" + size);
  }

  private static CycleId cycle(int size) {
    return CycleId.of("an-giang.khoi-" + size + ".2026");
  }

  private static ConferenceId hall(int size) {
    return ConferenceId.of("an-giang.khoi-" + size + ".2026.year-end");
  }

  private static List<UnitId> units(int size) {
    return IntStream.range(0, size)
        .mapToObj(number -> UnitId.of("an-giang.khoi-" + size + "-so-" + number))
        .toList();
  }

  private static Question question(String key) {
    return new Question(
        key,
        List.of(Subject.TEXTS),
        Contest.WHOLE_BLOC,
        Living.words("Chọn phương án nào?"),
        Question.Form.CHOOSE,
        OPTIONS.stream().map(option -> new Question.Option(option, null, null)).toList(),
        1,
        1,
        new Threshold(Threshold.Base.RETURNED, 1, 2, true, null),
        null,
        List.of());
  }

  private static Voter voter(PollId poll, SecretBallots.Prepared box) {
    return new Voter(poll.slug(), box.stampingKey(), box.boxKey(), box.paperLength());
  }

  @Test
  void what_was_acknowledged_is_counted_once_whatever_is_lost_between_any_two_steps()
      throws Exception {
    if (AGAIN != null) {
      hold(AGAIN);
      return;
    }
    hold(1, FEW);
    // otherwise nothing raced, and nothing was lost
    assertThat(counted).isPositive();
    assertThat(tooLate).isPositive();
    assertThat(ended).isPositive();
  }

  @Test
  @Tag("endurance")
  void the_same_in_thousands_of_polls() throws Exception {
    hold(FROM, MANY);
  }

  private void hold(long from, int count) throws Exception {
    for (long seed = from; seed < from + count; seed++) {
      hold(seed);
    }
    System.out.printf(
        "%d secret polls from seed %d: %d steps on the database, %d nodes ended, %d papers counted,"
            + " %d that came too late%n",
        count, from, steps, ended, counted, tooLate);
  }

  private void hold(long seed) throws Exception {
    try {
      new Run(seed).hold();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Dbox.seed=" + seed, e);
    }
  }

  /** What is written on a paper, and how it counts. */
  private enum Written {
    FIRST("{\"1\":[\"a\"],\"2\":[\"a\"]}", "a", null),
    SECOND("{\"1\":[\"b\"],\"2\":[\"b\"]}", "b", null),
    TWO_AT_ONCE("{\"1\":[\"a\",\"b\"],\"2\":[\"b\",\"c\"]}", null, Flaw.TOO_MANY),
    NOTHING("{}", null, Flaw.BLANK),
    UNREADABLE("?", null, Flaw.UNREADABLE);

    private final String answers;
    private final @Nullable String counts;
    private final @Nullable Flaw flaw;

    Written(String answers, @Nullable String counts, @Nullable Flaw flaw) {
      this.answers = answers;
      this.counts = counts;
      this.flaw = flaw;
    }
  }

  /** What somebody is told in the end, and whether earlier answers were lost. */
  private record Told<T>(@Nullable T answer, @Nullable Rejection refused, boolean lostBefore) {}

  /** One who votes, or tries to. */
  private static final class Device {
    private final UnitId unit;
    private final Voter voter;
    private final Written written;
    private final int length;
    private String sealed;
    private boolean isStamped;
    private boolean isAcknowledged;
    private boolean isUnsure;

    private Device(UnitId unit, Voter voter, Written written, int length) {
      this.unit = unit;
      this.voter = voter;
      this.written = written;
      this.length = length;
    }

    /** Seals what is written; no two seals are the same. */
    private void seal() {
      byte[] paper =
          ("{\"version\":1,\"answers\":" + written.answers + "}")
              .getBytes(StandardCharsets.US_ASCII);
      byte[] filled = Arrays.copyOf(paper, length);
      Arrays.fill(filled, paper.length, length, (byte) ' ');
      sealed = voter.sealed(filled);
    }
  }

  /** One poll. */
  private final class Run {

    private final Random random;
    private final int size;
    private final PollId poll;
    private final Steps play;
    private final List<Device> devices = new ArrayList<>();
    private final List<Device> late = new CopyOnWriteArrayList<>();

    private Run(long seed) {
      random = new Random(seed);
      size = 1 + random.nextInt(LARGEST);
      poll = PollId.of(cycle(size).slug() + ".lan-" + Long.toUnsignedString(seed));
      play =
          new Steps(
              stepped, random, random.nextInt(6), 1.0 / (10 + random.nextInt(150)), this::restart);
    }

    private void restart(SteppedDatabase.Process process) {
      ended++;
      for (int i = 0; i < sides.size(); i++) {
        if (sides.get(i).process() == process) {
          Side next = side();
          sides.set(i, next);
          play.add("the start of a node", () -> follow(next));
        }
      }
    }

    private void hold() throws Exception {
      call();
      for (int i = 0; i <= random.nextInt(2); i++) {
        Random own = own();
        play.add("who opens it", () -> open(own));
      }
      play.run();
      BallotBoxOpened told = only(clerk.stream(poll.stream()), BallotBoxOpened.class);
      SecretBallots.Prepared box =
          new SecretBallots.Prepared(told.stampingKey(), told.boxKey(), told.paperLength());
      for (UnitId unit : units(size)) {
        int some = random.nextInt(10);
        for (int i = 0; i < (some == 0 ? 0 : some < 4 ? 2 : 1); i++) {
          Written written = Written.values()[random.nextInt(Written.values().length)];
          Device device = new Device(unit, voter(poll, box), written, box.paperLength());
          devices.add(device);
          Random own = own();
          play.add("a device of " + unit.slug(), () -> vote(device, own));
        }
      }
      if (random.nextInt(3) == 0) {
        Random own = own();
        Voter forger = voter(poll, box);
        play.add("who has no stamp", () -> forge(forger, box.paperLength(), own));
      }
      boolean isVoided = random.nextInt(8) == 0;
      for (int i = 0; i <= random.nextInt(2); i++) {
        Random own = own();
        boolean voids = i == 0 && isVoided;
        play.add(voids ? "who voids it" : "who closes it", () -> end(voids, own));
      }
      if (random.nextInt(3) == 0) {
        Random own = own();
        play.add(
            "the minute",
            () -> {
              play.pause(own.nextInt(60) * size);
              follow(sides.get(own.nextInt(2)));
            });
      }
      play.run();
      steps += play.taken();
      // nothing is lost any more, and the next minute comes
      follow(sides.getFirst());
      for (Device device : late) {
        assertThat(cast(device.voter, device.sealed, own()).refused()).isEqualTo(BOX_SEALED);
      }
      check();
    }

    private Random own() {
      return new Random(random.nextLong());
    }

    private void call() {
      clerk.given(
          TODAY,
          new PollCalled(
              poll,
              bloc(size),
              cycle(size),
              hall(size),
              QUESTIONS,
              Method.SECRET_BALLOT,
              List.of(),
              List.of(),
              null,
              null,
              List.of(),
              null,
              true,
              1,
              null));
      TestBallots.sameKeys(keys, poll);
    }

    private void open(Random own) {
      PollResource.Opening all = new PollResource.Opening(List.of());
      assertThat(run(side -> side.resource().open(poll, all, seen(side)), own))
          .isIn(null, POLL_ALREADY_OPEN);
    }

    private void end(boolean voids, Random own) {
      play.pause(own.nextInt(40) * size);
      PollResource.Voiding why = new PollResource.Voiding("Gọi nhầm");
      Rejection refused =
          run(
              side ->
                  voids
                      ? side.resource().annul(poll, why, seen(side))
                      : side.resource().close(poll, seen(side)),
              own);
      assertThat(refused).isIn(null, POLL_CLOSED, POLL_VOID, voids ? NOT_THE_BOARD : null);
    }

    /** What whoever runs the conference does to the poll as it stands; tells why it is refused. */
    private @Nullable Rejection run(Function<Side, Object> act, Random own) {
      UnitId leader = units(size).getFirst();
      Rejection refused;
      do {
        refused = persist(leader, act, own).refused();
      } while (refused == STALE_VERSION);
      return refused;
    }

    private String seen(Side side) {
      return "\"%s@%d\"".formatted(poll.stream(), side.node().stream(poll.stream()).size() - 1);
    }

    /** What a node does at its start, and every minute. */
    private void follow(Side side) {
      try {
        side.boxes().once();
      } catch (RuntimeException e) {
        mustBeOfSilence(side, e);
      }
    }

    private void vote(Device device, Random own) {
      play.pause(own.nextInt(20));
      PollResource.Blank blank = new PollResource.Blank(device.unit, device.voter.blinded());
      Told<ResponseEntity<PollResource.Stamp>> issued =
          persist(device.unit, side -> side.resource().issue(poll, blank), own);
      if (issued.answer() == null) {
        assertThat(issued.refused())
            .isIn(ANOTHER_TOKEN, CASTING_ENDED, POLL_CLOSED, POLL_VOID, BOX_SEALED, KEYS_MISSING);
        return;
      }
      device.voter.stamped(requireNonNull(issued.answer().getBody()).stamp());
      device.isStamped = true;
      device.seal();
      int habit = own.nextInt(8);
      if (habit == 0) {
        late.add(device);
        return;
      }
      Told<Boolean> told = cast(device.voter, device.sealed, own);
      device.isAcknowledged = told.refused() == null;
      if (!device.isAcknowledged) {
        assertThat(told.refused()).isEqualTo(BOX_SEALED);
        assertThat(state()).isNotEqualTo("open");
        device.isUnsure = told.lostBefore();
      } else if (habit < 3) {
        again(device, own);
      } else if (habit < 5) {
        device.seal();
        assertThat(cast(device.voter, device.sealed, own).refused())
            .isIn(ANOTHER_PAPER_RETURNED, BOX_SEALED);
      }
    }

    private void again(Device device, Random own) {
      Rejection refused = cast(device.voter, device.sealed, own).refused();
      if (refused != null) {
        assertThat(refused).isEqualTo(BOX_SEALED);
        assertThat(state()).isIn("destroyed", "told");
      }
    }

    private void forge(Voter forger, int length, Random own) {
      play.pause(own.nextInt(40) * size);
      for (String stamp : List.of(stranger.stamp(), Voter.base64(new byte[384]))) {
        forger.stamped(stamp);
        assertThat(cast(forger, forger.sealed(new byte[length]), own).refused())
            .isEqualTo(NOT_STAMPED);
      }
      assertThat(cast(stranger, stranger.sealed(new byte[length]), own).refused())
          .isEqualTo(NOT_STAMPED);
    }

    private Told<Boolean> cast(Voter voter, String sealed, Random own) {
      return persist(
          null,
          side -> {
            side.ballots().cast(poll, voter.token(), voter.stamp(), sealed);
            return true;
          },
          own);
    }

    /** Asks the same of one node or the other until there is an answer. */
    private <T> Told<T> persist(@Nullable UnitId who, Function<Side, T> request, Random own) {
      for (boolean lost = false; ; ) {
        Side side = sides.get(own.nextInt(sides.size()));
        if (who != null) {
          acting.set(new Actor("account of " + who.slug(), who, "member"));
        }
        try {
          return new Told<>(request.apply(side), null, lost);
        } catch (Rejected refused) {
          return new Told<>(null, refused.rejection(), lost);
        } catch (ConcurrencyException | AggregateStreamCreationException race) {
          // nothing was done; once more
        } catch (RuntimeException e) {
          mustBeOfSilence(side, e);
          lost = true;
        }
      }
    }

    private void mustBeOfSilence(Side side, RuntimeException e) {
      if (!side.process().isOver() && Node.status(e) != 503) {
        throw new AssertionError("Nothing was lost, and yet it was not done", e);
      }
    }

    private String state() {
      return looking
          .sql("SELECT state FROM command_side.ballot_box WHERE poll = ?")
          .param(poll.slug())
          .query(String.class)
          .single();
    }

    private void check() throws Exception {
      List<Event> record = clerk.stream(poll.stream());
      if (of(record, PollVoided.class).isEmpty()) {
        only(record, CastingEnded.class);
        checkCount(record);
        assertThat(record.subList(record.size() - 3, record.size()))
            .hasExactlyElementsOfTypes(BoxCounted.class, PollClosed.class, BoxDestroyed.class);
      } else {
        assertThat(of(record, PollVoided.class)).hasSize(1);
        assertThat(record)
            .noneMatch(
                event ->
                    event instanceof PapersListed
                        || event instanceof BoxCounted
                        || event instanceof PollClosed);
        only(record, BoxDestroyed.class);
      }
      assertThat(only(record, PollOpened.class).electorate())
          .containsExactlyInAnyOrderElementsOf(units(size));
      assertThat(state()).isEqualTo("told");
      assertThat(
              looking
                  .sql("SELECT relname FROM pg_class WHERE relname LIKE 'in\\_box\\_%'")
                  .query(String.class)
                  .list())
          .isEmpty();
      assertThat(TestBallots.file(keys, poll)).doesNotExist();
      // once more: nothing is left to do
      assertThat(end().refused()).isIn(POLL_CLOSED, POLL_VOID);
      assertThat(sides.getLast().boxes().follow(poll)).isNull();
      assertThat(clerk.stream(poll.stream())).isEqualTo(record);
    }

    private Told<?> end() {
      return persist(
          units(size).getFirst(), side -> side.resource().close(poll, seen(side)), own());
    }

    private void checkCount(List<Event> record) {
      BoxCounted count = only(record, BoxCounted.class);
      PollClosed closed = only(record, PollClosed.class);
      Map<String, Device> stamped = new HashMap<>();
      Set<UnitId> once = new HashSet<>();
      for (Device device : devices) {
        if (device.isStamped) {
          assertThat(once.add(device.unit)).as("two papers of " + device.unit.slug()).isTrue();
          stamped.put(device.voter.token(), device);
        }
        if (device.isStamped && !device.isAcknowledged && !late.contains(device)) {
          tooLate++;
        }
      }
      List<String> tokens =
          of(record, PapersListed.class).stream()
              .flatMap(listed -> listed.papers().stream())
              .map(ReturnedPaper::token)
              .toList();
      assertThat(tokens).doesNotHaveDuplicates();
      assertThat(stamped.keySet()).containsAll(tokens);
      for (Device device : stamped.values()) {
        boolean isIn = tokens.contains(device.voter.token());
        assertThat(device.isUnsure || isIn == device.isAcknowledged)
            .as(device.unit.slug() + " acknowledged: " + device.isAcknowledged)
            .isTrue();
      }
      counted += tokens.size();
      long issued =
          units(size).stream()
              .filter(unit -> !clerk.stream(VotingPaperEvent.streamOf(poll, unit)).isEmpty())
              .count();
      assertThat((long) count.issued()).isBetween((long) once.size(), issued);
      assertThat(count.returned()).isEqualTo(tokens.size());
      assertThat(count.foreign()).isZero();
      List<Written> written = tokens.stream().map(token -> stamped.get(token).written).toList();
      for (int i = 0; i < QUESTIONS.size(); i++) {
        String key = QUESTIONS.get(i).key();
        assertThat(count.questions().get(i)).isEqualTo(said(key, written));
        assertThat(closed.decided().get(i).counts())
            .isEqualTo(
                new Counts(
                    count.issued(),
                    tokens.size(),
                    (int) written.stream().filter(each -> each.flaw == null).count(),
                    (int) written.stream().filter(each -> each.flaw != null).count()));
      }
    }

    private BoxAnswers said(String question, List<Written> written) {
      Map<String, Integer> valid = new TreeMap<>();
      Map<Flaw, Integer> invalid = new EnumMap<>(Flaw.class);
      for (Written each : written) {
        if (each.flaw == null) {
          valid.merge(each.counts, 1, Integer::sum);
        } else {
          invalid.merge(each.flaw, 1, Integer::sum);
        }
      }
      return new BoxAnswers(
          question,
          valid.entrySet().stream()
              .map(each -> new SameAnswer(List.of(each.getKey()), List.of(), each.getValue()))
              .toList(),
          invalid.entrySet().stream()
              .map(each -> new Flawed(each.getKey(), each.getValue()))
              .toList());
    }

    private static <E extends Event> E only(List<Event> record, Class<E> type) {
      List<E> all = of(record, type);
      assertThat(all).as(type.getSimpleName()).hasSize(1);
      return all.getFirst();
    }

    private static <E extends Event> List<E> of(List<Event> record, Class<E> type) {
      return record.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }
}
