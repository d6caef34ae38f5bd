package vn.giaouoc.query.answer;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.journal.Reader;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.web.Account;
import vn.giaouoc.web.Account.Role;
import vn.giaouoc.web.Asking;

/** Who asks, and what they may see. */
@Component
class Readers {

  private final Asking asking;
  private final List<Entitlement> entitlements;

  Readers(Asking asking, List<Entitlement> entitlements) {
    this.asking = asking;
    this.entitlements = entitlements;
  }

  /**
   * Who asks.
   *
   * @param identified whether anybody is asked who they are
   * @param account as whom they signed in, if they did
   */
  record Who(boolean identified, @Nullable Account account) {

    /** Whether it is known who they are; where nobody is asked, they are the administrator. */
    boolean known() {
      return !identified || account != null;
    }

    /** Whether they look at everything, to see that it is right. */
    boolean audits() {
      return account != null && account.isOneOf(Role.AUDITOR);
    }

    /** Whether they may look at how the system is doing, and mend it. */
    boolean keepsTheSystem() {
      return !identified || (account != null && account.isOneOf(Role.ADMINISTRATOR, Role.BOARD));
    }

    /** Whether what they may see follows from the record, too. */
    boolean restsOnRecord() {
      return account != null && account.unit() != null;
    }

    /** Until when that is known. */
    Instant until() {
      return account == null ? Instant.MAX : account.until();
    }
  }

  /** Who sends the present request. */
  Who now() {
    return new Who(asking.identified(), asking.account().orElse(null));
  }

  /**
   * What they may see.
   *
   * @param record the record at its head; a unit's place in it decides
   */
  Reader of(Who who, Supplier<View> record) {
    Reader reader = fixed(who);
    UnitId unit = who.account() == null ? null : who.account().unit();
    if (unit != null && !reader.everything()) {
      View head = record.get();
      for (Entitlement entitlement : entitlements) {
        reader = reader.and(entitlement.of(unit, head));
      }
    }
    return reader;
  }

  /** What they may see whatever the record says of them. */
  Reader fixed(Who who) {
    Account account = who.account();
    if (!who.identified()
        || (account != null && account.isOneOf(Role.ADMINISTRATOR, Role.AUDITOR))) {
      return Reader.EVERYTHING;
    }
    Reader reader = Reader.PUBLIC;
    if (account != null && account.isOneOf(Role.BOARD)) {
      reader = reader.andBoard();
    }
    UnitId unit = account == null ? null : account.unit();
    if (unit != null) {
      reader = reader.and(List.of(Audience.unit(unit)));
    }
    return reader;
  }
}
