package vn.giaouoc.command.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Eventually.eventually;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.command.Node;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestAxonServer;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReminded;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineSet;
import vn.giaouoc.shared.cycle.CycleEvent.ReminderSent;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Reminders by mail, through a real SMTP server, on a real PostgreSQL. */
class ReminderMailIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final LocalDate DUE = LocalDate.of(2026, 12, 20);

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient sql = JdbcClient.create(database.owner());
  private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private int port;

  /** A bloc of three, of whom the leader has signed its pledge. */
  @BeforeEach
  void given() {
    server.start();
    port = server.getSmtp().getPort();
    try (Node node = Node.on(database, "2026-07-10")) {
      node.given(
          "2020-01-01",
          unit(LEADER, "Sở Y tế"),
          unit(DEPUTY, "Sở Du lịch"),
          unit(MEMBER, "Sở Khoa học và Công nghệ"),
          new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null),
          new MemberAdmitted(BLOC, LEADER),
          new MemberAdmitted(BLOC, DEPUTY),
          new MemberAdmitted(BLOC, MEMBER),
          new CycleOpened(CYCLE, BLOC, 2026),
          new DeadlineSet(CYCLE, Step.PLEDGE, DUE),
          new PledgeSigned(PledgeEvent.idOf(CYCLE, LEADER), CYCLE, LEADER, null, null));
    }
  }

  @AfterEach
  void stop() {
    nodes.forEach(ConfigurableApplicationContext::close);
    server.stop();
  }

  @Test
  void who_has_not_done_it_gets_one_mail_and_who_has_done_it_none() throws Exception {
    ConfigurableApplicationContext node = node();
    tellAddresses(node);
    remind(node);
    eventually(() -> server.getReceivedMessages().length == 2);
    MimeMessage mail = to("du-lich@example.vn").getFirst();
    assertThat(mail.getSubject())
        .isEqualTo("Nhắc việc: ký kết giao ước thi đua năm 2026 - thời hạn 20/12/2026");
    assertThat(mail.getContentType()).containsIgnoringCase("text/plain; charset=UTF-8");
    assertThat((String) mail.getContent())
        .isEqualToNormalizingNewlines(
            """
            Kính gửi: Sở Du lịch,

            Hệ thống chưa ghi nhận đơn vị thực hiện việc sau:
            - Nội dung: ký kết giao ước thi đua năm 2026 của Khối thi đua 4.
            - Thời hạn: ngày 20/12/2026.

            Đề nghị đơn vị quan tâm thực hiện. Những việc đến hạn của đơn vị xem trên hệ thống Giao Ước: https://thidua.example.vn

            Thư này do hệ thống tự động gửi, đề nghị không trả lời vào địa chỉ này.\
            """);
    assertThat(mail.getFrom()[0]).hasToString("khoi@example.vn");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(to("khoa-hoc@example.vn")).hasSize(1);
    eventually(() -> states().equals(List.of("sent", "sent")));
    assertThat(counted(node, "sent")).isEqualTo(2);
    // the next reminder is another event, and another mail
    remind(node);
    eventually(() -> to("du-lich@example.vn").size() == 2);
    assertThat(to("y-te@example.vn")).isEmpty();
    List<String> ids = new ArrayList<>();
    for (MimeMessage each : server.getReceivedMessages()) {
      ids.add(each.getMessageID());
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void without_a_host_nothing_is_sent_and_nothing_waits_for_the_day_when_there_is_one()
      throws Exception {
    ConfigurableApplicationContext off = start();
    tellAddresses(off);
    remind(off);
    assertThat(off.getBean(Postman.class).isRunning()).isFalse();
    off.close();
    assertThat(states()).isEmpty();
    ConfigurableApplicationContext on = node();
    following();
    remind(on);
    eventually(() -> states().equals(List.of("sent", "sent")));
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void history_recorded_later_reminds_nobody() throws Exception {
    ConfigurableApplicationContext node = node();
    tellAddresses(node);
    following();
    Envelope now = Envelope.firstHand(When.of("2026-11-01"), Actor.SYSTEM);
    Envelope later =
        new Envelope(
            now.occurredOn(),
            now.appliesFrom(),
            now.manner(),
            now.actor(),
            now.audience(),
            new Envelope.Told(
                "fact",
                new Source(ProceedingsId.of("a.b"), 1, When.of("2019-08-05"), 1, 1),
                List.of()),
            null);
    publish(node, 2, later, new ReminderSent(CYCLE, Step.PLEDGE, DUE, List.of(LEADER)));
    publish(node, 3, now, new ReminderSent(CYCLE, Step.PLEDGE, DUE, List.of(MEMBER)));
    eventually(() -> states().equals(List.of("sent")));
    assertThat(to("khoa-hoc@example.vn")).hasSize(1);
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void what_a_conference_assigned_is_told_by_mail_without_its_words() throws Exception {
    ConfigurableApplicationContext node = node();
    tellAddresses(node);
    ConferenceId hall = ConferenceId.of("kien-giang.khoi-4.2026.mid-year");
    Envelope july = Envelope.firstHand(When.of("2026-07-10"), Actor.SYSTEM);
    publish(
        node,
        0,
        july,
        new ConferenceConvened(
            hall,
            BLOC,
            List.of(CYCLE),
            ConferenceKind.MID_YEAR,
            "Hội nghị sơ kết",
            When.of("2026-07-10"),
            null));
    publish(node, 1, july, new ConferenceOpened(hall));
    publish(
        node, 2, july, new FollowUpReminded(hall, new Words("aa"), DUE, List.of(MEMBER, DEPUTY)));
    eventually(() -> states().equals(List.of("sent", "sent")));
    MimeMessage mail = to("khoa-hoc@example.vn").getFirst();
    assertThat(mail.getSubject())
        .isEqualTo(
            "Nhắc việc: báo cáo kết quả việc được giao tại hội nghị ngày 10/07/2026 - thời hạn"
                + " 20/12/2026");
    assertThat((String) mail.getContent())
        .contains(
            "- Nội dung: báo cáo kết quả việc được giao tại hội nghị ngày 10/07/2026 của Khối thi"
                + " đua 4.");
    assertThat(to("du-lich@example.vn")).hasSize(1);
  }

  @Test
  void on_axon_server_too_one_reminder_is_one_mail_to_each() {
    try (TestAxonServer axon = TestAxonServer.emptyOrSkip()) {
      String[] engine = {
        "giaouoc.engine", "axon-server", "giaouoc.axon-server.servers", axon.engine().servers()
      };
      ConfigurableApplicationContext one = node(engine);
      ConfigurableApplicationContext two = node(engine);
      Envelope january = Envelope.firstHand(When.of("2026-01-01"), Actor.SYSTEM);
      publish(one, 0, january, unit(LEADER, "Sở Y tế"));
      publish(one, 0, january, unit(DEPUTY, "Sở Du lịch"));
      publish(one, 0, january, unit(MEMBER, "Sở Khoa học và Công nghệ"));
      publish(one, 0, january, new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null));
      publish(one, 1, january, new MemberAdmitted(BLOC, LEADER));
      publish(one, 2, january, new MemberAdmitted(BLOC, DEPUTY));
      publish(one, 3, january, new MemberAdmitted(BLOC, MEMBER));
      publish(one, 0, january, new CycleOpened(CYCLE, BLOC, 2026));
      publish(
          one,
          0,
          january,
          new PledgeSigned(PledgeEvent.idOf(CYCLE, LEADER), CYCLE, LEADER, null, null));
      tellAddresses(one);
      remind(one);
      remind(two);
      eventually(() -> states().equals(List.of("sent", "sent", "sent", "sent")));
      assertThat(server.getReceivedMessages()).hasSize(4);
      assertThat(to("y-te@example.vn")).isEmpty();
      assertThat(Stream.of(server.getReceivedMessages()).map(ReminderMailIT::id))
          .doesNotHaveDuplicates();
      nodes.forEach(ConfigurableApplicationContext::close);
    }
  }

  private static UnitRegistered unit(UnitId unit, String name) {
    return new UnitRegistered(unit, name, UnitKind.DEPARTMENT, null);
  }

  @Test
  void a_server_that_is_away_is_tried_again_also_after_a_restart() throws Exception {
    ConfigurableApplicationContext node = node();
    tellAddresses(node);
    server.stop();
    remind(node);
    eventually(() -> reasons().size() == 2);
    assertThat(reasons()).allMatch(reason -> reason.contains("Couldn't connect"));
    assertThat(states()).containsOnly("waiting");
    assertThat(counted(node, "failed")).isGreaterThanOrEqualTo(2);
    node.close();
    GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    again.start();
    try {
      node();
      eventually(() -> states().equals(List.of("sent", "sent")));
      assertThat(again.getReceivedMessages()).hasSize(2);
    } finally {
      again.stop();
    }
  }

  @Test
  void what_cannot_be_sent_is_given_up_after_some_tries_with_its_reason() {
    ConfigurableApplicationContext node = node("giaouoc.mail.tries", "2");
    tellAddresses(node);
    put(node, "/api/units/" + MEMBER.slug() + "/contact", null);
    server.stop();
    remind(node);
    eventually(() -> states().equals(List.of("given-up", "given-up")));
    assertThat(reasons()).anyMatch(reason -> reason.contains("Couldn't connect"));
    assertThat(reasons()).contains("the unit has told no address");
    assertThat(counted(node, "given-up")).isEqualTo(1);
    assertThat(counted(node, "no-address")).isEqualTo(1);
    assertThat(counted(node, "failed")).isEqualTo(1);
  }

  @Test
  void nothing_is_said_in_clear_to_a_server_that_should_speak_tls() {
    ConfigurableApplicationContext node =
        node("giaouoc.mail.starttls", "true", "giaouoc.mail.tries", "1");
    tellAddresses(node);
    remind(node);
    eventually(() -> states().equals(List.of("given-up", "given-up")));
    assertThat(reasons()).allMatch(reason -> reason.contains("STARTTLS"));
    assertThat(reasons()).noneMatch(reason -> reason.contains("example.vn"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_that_asks_who_sends_is_told() {
    server.setUser("khoi@example.vn", "khoi", "mật khẩu");
    ConfigurableApplicationContext node =
        node("giaouoc.mail.user", "khoi", "giaouoc.mail.password", "mật khẩu");
    tellAddresses(node);
    remind(node);
    eventually(() -> states().equals(List.of("sent", "sent")));
  }

  @Test
  void of_two_nodes_one_sends() throws Exception {
    ConfigurableApplicationContext one = node();
    ConfigurableApplicationContext two = node();
    tellAddresses(one);
    for (int i = 0; i < 10; i++) {
      remind(i % 2 == 0 ? one : two);
    }
    eventually(() -> states().size() == 20 && states().stream().allMatch("sent"::equals));
    assertThat(server.getReceivedMessages()).hasSize(20);
    assertThat(Stream.of(server.getReceivedMessages()).map(ReminderMailIT::id))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_mail_is_taken_by_one_of_many_who_look_at_once() throws Exception {
    ConfigurableApplicationContext node = start();
    Outbox outbox = node.getBean(Outbox.class);
    for (int i = 0; i < 100; i++) {
      outbox.put(new Mail("mail/" + i, MEMBER, "Nhắc việc", "…"));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<List<String>>> takers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        takers.add(
            () -> {
              List<String> taken = new ArrayList<>();
              while (true) {
                var next = outbox.take(Duration.ofMinutes(5), Duration.ofDays(2));
                if (next.isEmpty()) {
                  return taken;
                }
                taken.add(next.get().mail().key());
              }
            });
      }
      List<String> taken = new ArrayList<>();
      for (Future<List<String>> each : threads.invokeAll(takers)) {
        taken.addAll(each.get());
      }
      // one that finds the only one left in another's hands finds none: the rest is taken later
      outbox.take(Duration.ofMinutes(5), Duration.ofDays(2)).ifPresent(late -> taken.add("late"));
      assertThat(taken).hasSize(100).doesNotHaveDuplicates().doesNotContain("late");
    }
  }

  @Test
  void a_mail_whose_sender_was_killed_before_it_said_so_is_sent_again_with_the_same_id()
      throws Exception {
    ConfigurableApplicationContext node = start();
    tellAddresses(node);
    Outbox outbox = node.getBean(Outbox.class);
    outbox.put(new Mail("event/" + MEMBER.slug(), MEMBER, "Nhắc việc", "Ký giao ước"));
    Outbox.Taken taken = outbox.take(Duration.ofMillis(1), Duration.ofDays(2)).orElseThrow();
    new Smtp(settings(), Clock.systemUTC()).send(taken.mail(), taken.address());
    // here it is killed
    node();
    eventually(() -> states().equals(List.of("sent")));
    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(id(received[0]))
        .isEqualTo("<event." + MEMBER.slug() + "@example.vn>")
        .isEqualTo(id(received[1]));
  }

  @Test
  void what_has_waited_too_long_is_not_sent_any_more() {
    ConfigurableApplicationContext off = start();
    tellAddresses(off);
    Outbox outbox = off.getBean(Outbox.class);
    outbox.put(new Mail("old/1", MEMBER, "Nhắc việc", "…"));
    sql.sql("UPDATE command_side.mail SET put_at = now() - interval '3 days'").update();
    outbox.put(new Mail("new/1", MEMBER, "Nhắc việc", "…"));
    node();
    eventually(() -> states().equals(List.of("sent", "given-up")));
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  private ConfigurableApplicationContext node(String... more) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("giaouoc.mail.host", "127.0.0.1");
    settings.put("giaouoc.mail.port", Integer.toString(port));
    settings.put("giaouoc.mail.from", "khoi@example.vn");
    settings.put("giaouoc.mail.starttls", "false");
    settings.put("giaouoc.mail.link", "https://thidua.example.vn");
    settings.put("giaouoc.mail.pause", "300ms");
    settings.put("giaouoc.mail.poll", "50ms");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    ConfigurableApplicationContext node =
        start(
            settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    following();
    return node;
  }

  private MailSettings settings() {
    return new MailSettings(
        "127.0.0.1",
        port,
        "khoi@example.vn",
        "",
        "",
        false,
        "",
        Duration.ofMinutes(5),
        8,
        Duration.ofSeconds(5));
  }

  private ConfigurableApplicationContext start(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--spring.config.name=command-side",
                "--server.port=0",
                "--server.shutdown=immediate",
                "--giaouoc.command.database.url=" + database.url(),
                "--giaouoc.command.database.user=" + DatabaseSetup.COMMAND_ROLE,
                "--giaouoc.command.database.password=test"));
    all.addAll(Arrays.asList(settings));
    ConfigurableApplicationContext node =
        new SpringApplicationBuilder(CommandSide.class).run(all.toArray(String[]::new));
    nodes.add(node);
    return node;
  }

  /** Waits until the policy follows the log: what was said before is not for it. */
  private void following() {
    eventually(
        () ->
            sql.sql(
                    "SELECT EXISTS (SELECT 1 FROM command_side.token_entry WHERE processor_name ="
                        + " 'reminder-mail')")
                .query(Boolean.class)
                .single());
  }

  private static void tellAddresses(ConfigurableApplicationContext node) {
    put(node, "/api/units/" + LEADER.slug() + "/contact", "y-te@example.vn");
    put(node, "/api/units/" + DEPUTY.slug() + "/contact", "du-lich@example.vn");
    put(node, "/api/units/" + MEMBER.slug() + "/contact", "khoa-hoc@example.vn");
  }

  private static void put(ConfigurableApplicationContext node, String path, String address) {
    HttpRequest.Builder request = request(node, path);
    HttpResponse<String> answer =
        send(
            address == null
                ? request.DELETE()
                : request.PUT(BodyPublishers.ofString("{\"address\":\"" + address + "\"}")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static void remind(ConfigurableApplicationContext node) {
    HttpResponse<String> answer =
        send(
            request(node, "/api/cycles/" + CYCLE.slug() + "/reminders")
                .POST(BodyPublishers.ofString("{\"step\":\"pledge\"}")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static void publish(
      ConfigurableApplicationContext node, long version, Envelope envelope, Event event) {
    node.getBean(org.axonframework.config.Configuration.class)
        .eventStore()
        .publish(
            new GenericDomainEventMessage<>(
                event.stream().substring(0, event.stream().indexOf(':')),
                event.stream(),
                version,
                event,
                Envelopes.metaData(envelope)));
  }

  private static HttpRequest.Builder request(ConfigurableApplicationContext node, String path) {
    return HttpRequest.newBuilder(
            URI.create(
                "http://localhost:"
                    + ((WebServerApplicationContext) node).getWebServer().getPort()
                    + path))
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<MimeMessage> to(String address) {
    return Stream.of(server.getReceivedMessages())
        .filter(mail -> recipient(mail).equals(address))
        .toList();
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> states() {
    return sql.sql("SELECT state FROM command_side.mail ORDER BY put_at DESC, key")
        .query(String.class)
        .list();
  }

  private List<String> reasons() {
    return sql.sql("SELECT reason FROM command_side.mail WHERE reason IS NOT NULL")
        .query(String.class)
        .list();
  }

  private static double counted(ConfigurableApplicationContext node, String outcome) {
    return node.getBean(MeterRegistry.class)
        .get("giaouoc.mail")
        .tag("outcome", outcome)
        .counter()
        .count();
  }
}
