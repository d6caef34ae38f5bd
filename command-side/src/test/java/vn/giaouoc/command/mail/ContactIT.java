package vn.giaouoc.command.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.TODAY;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.command.Answers.BadRequest;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Rejection;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.TestStreams;
import vn.giaouoc.command.leadership.OfficeRejection;
import vn.giaouoc.command.mail.ContactResource.Contact;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitEvent.RepresentativeAppointed;
import vn.giaouoc.shared.unit.UnitEvent.UnitDissolved;
import vn.giaouoc.shared.unit.UnitId;

/** The addresses of units: who tells them, and which can be told. */
class ContactIT {

  private static final Actor BOARD = new Actor("account of the board", null, "board");
  private static final PersonId CLERK = new PersonId(new java.util.UUID(1, 2));

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient sql = JdbcClient.create(database.as(DatabaseSetup.COMMAND_ROLE));
  private final Living living = Lived.year();
  private Actor actor = BOARD;
  private ContactResource contacts;

  @BeforeEach
  void given() {
    Flyway.configure()
        .dataSource(database.as(DatabaseSetup.COMMAND_ROLE))
        .schemas("command_side")
        .createSchemas(false)
        .locations("classpath:db/command")
        .load()
        .migrate();
    living
        .givenOn(
            "2026-02-01", new RepresentativeAppointed(DEPUTY, CLERK, "Chánh Văn phòng", null, null))
        .givenOn("2026-03-01", new UnitDissolved(Lived.STRANGER, List.of(), null));
    contacts =
        new ContactResource(
            sql, living.streams(), TestStreams.offices(living.streams(), TODAY), () -> actor);
  }

  private void keep(Actor by, UnitId unit, String address) {
    actor = by;
    contacts.keep(unit, new Contact(address));
  }

  private String kept(UnitId unit) {
    return sql.sql("SELECT address FROM command_side.contact WHERE unit = ?")
        .param(unit.slug())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private void refused(Rejection reason, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat((Object) refused.rejection()).isEqualTo(reason))
        .hasMessageNotContaining("example.vn");
  }

  private static Actor of(UnitId unit) {
    return new Actor("account of " + unit.slug(), unit, "member");
  }

  @Test
  void a_unit_tells_its_address_and_another_takes_its_place() {
    keep(of(MEMBER), MEMBER, "van-phong@example.vn");
    keep(of(MEMBER), MEMBER, "van-phong@example.vn");
    assertThat(kept(MEMBER)).isEqualTo("van-phong@example.vn");
    keep(BOARD, MEMBER, " vp.so-khcn@kiengiang.example.vn ");
    assertThat(kept(MEMBER)).isEqualTo("vp.so-khcn@kiengiang.example.vn");
    contacts.forget(MEMBER);
    contacts.forget(MEMBER);
    assertThat(kept(MEMBER)).isNull();
  }

  @Test
  void nobody_tells_that_of_another_unit_not_even_the_leader() {
    refused(OfficeRejection.NOT_YOUR_UNIT, () -> keep(of(LEADER), MEMBER, "a@example.vn"));
    refused(OfficeRejection.NOT_YOUR_UNIT, () -> keep(Actor.SYSTEM, MEMBER, "a@example.vn"));
    keep(of(MEMBER), MEMBER, "a@example.vn");
    actor = of(LEADER);
    refused(OfficeRejection.NOT_YOUR_UNIT, () -> contacts.forget(MEMBER));
    assertThat(kept(MEMBER)).isEqualTo("a@example.vn");
  }

  @Test
  void where_representatives_are_appointed_only_they_do() {
    refused(OfficeRejection.NOT_YOUR_UNIT, () -> keep(of(DEPUTY), DEPUTY, "a@example.vn"));
    keep(new Actor(CLERK.id().toString(), DEPUTY, "member"), DEPUTY, "a@example.vn");
    assertThat(kept(DEPUTY)).isEqualTo("a@example.vn");
  }

  @Test
  void a_unit_that_is_not_there_or_not_any_more_has_no_address_but_one_can_be_taken_away() {
    UnitId nowhere = UnitId.of("nowhere");
    refused(ContactRejection.UNIT_NOT_REGISTERED, () -> keep(BOARD, nowhere, "a@example.vn"));
    refused(
        ContactRejection.UNIT_NO_LONGER_EXISTS, () -> keep(BOARD, Lived.STRANGER, "a@example.vn"));
    refused(
        OfficeRejection.NOT_YOUR_UNIT,
        () -> keep(of(Lived.STRANGER), Lived.STRANGER, "a@example.vn"));
    actor = BOARD;
    contacts.forget(Lived.STRANGER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.vn",
        "vp.so-y-te+thi-dua@kiengiang.gov.vn",
        "1@x.y",
        "a@mail.example.co"
      })
  void an_address_of_a_mailbox_is_kept(String address) {
    keep(BOARD, MEMBER, address);
    assertThat(kept(MEMBER)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.vn",
        "@example.vn",
        "a@",
        "a@vn",
        "a b@example.vn",
        "a@example.vn, b@example.vn",
        "Sở Y tế <a@example.vn>",
        "a@example.vn\r\nBcc: b@example.vn",
        "a@-example.vn",
        "a..b@example.vn",
        "sở@example.vn",
        "\"a b\"@example.vn",
        "a@[127.0.0.1]"
      })
  void anything_else_is_refused(String address) {
    refused(ContactRejection.NOT_AN_ADDRESS, () -> keep(BOARD, MEMBER, address));
    assertThat(kept(MEMBER)).isNull();
  }

  @Test
  void no_address_is_a_request_that_cannot_be_understood_and_too_long_a_one_is_none() {
    assertThatThrownBy(() -> keep(BOARD, MEMBER, null)).isInstanceOf(BadRequest.class);
    assertThatThrownBy(() -> keep(BOARD, MEMBER, "  ")).isInstanceOf(BadRequest.class);
    refused(
        ContactRejection.NOT_AN_ADDRESS,
        () -> keep(BOARD, MEMBER, "a".repeat(250) + "@example.vn"));
  }
}
