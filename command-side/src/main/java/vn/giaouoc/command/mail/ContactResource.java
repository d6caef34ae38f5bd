package vn.giaouoc.command.mail;

import static vn.giaouoc.command.Answers.required;
import static vn.giaouoc.command.mail.ContactRejection.NOT_AN_ADDRESS;
import static vn.giaouoc.command.mail.ContactRejection.UNIT_NOT_REGISTERED;
import static vn.giaouoc.command.mail.ContactRejection.UNIT_NO_LONGER_EXISTS;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Acting;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Takes the addresses to which units are written. They stand beside the log and in no event: an
 * address may be a person's, and is gone when it is taken away.
 */
@RestController
@RequestMapping("/api/units/{unit}/contact")
class ContactResource {

  private final JdbcClient database;
  private final Streams streams;
  private final Offices offices;
  private final Acting acting;

  ContactResource(
      @Qualifier("commandJdbcClient") JdbcClient database,
      Streams streams,
      Offices offices,
      Acting acting) {
    this.database = database;
    this.streams = streams;
    this.offices = offices;
    this.acting = acting;
  }

  /**
   * Where a unit can be written to.
   *
   * @param address of a mailbox
   */
  record Contact(@Nullable String address) {}

  /**
   * Keeps the address of a unit, in place of the one before. The unit itself or the board tells.
   */
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keep(@PathVariable UnitId unit, @RequestBody Contact body) {
    String address = required(body.address(), "address").strip();
    mustSpeakFor(unit);
    UNIT_NO_LONGER_EXISTS.unless(
        streams.peek(Body.class, unit.stream()).existsOn(offices.today()), unit.slug());
    // the address is not repeated: a refusal may end up in a log
    NOT_AN_ADDRESS.unless(MailSettings.isAddress(address), unit.slug());
    database
        .sql(
            "INSERT INTO command_side.contact (unit, address) VALUES (?, ?) ON CONFLICT (unit) DO"
                + " UPDATE SET address = excluded.address")
        .params(unit.slug(), address)
        .update();
  }

  /** Takes the address of a unit away; nothing is sent to it any more. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(@PathVariable UnitId unit) {
    mustSpeakFor(unit);
    database.sql("DELETE FROM command_side.contact WHERE unit = ?").param(unit.slug()).update();
  }

  private void mustSpeakFor(UnitId unit) {
    Actor actor = acting.now();
    if (!offices.isTheBoard(actor)) {
      offices.mustActFor(actor, unit);
    }
    UNIT_NOT_REGISTERED.unless(streams.exists(unit), unit.slug());
  }
}
