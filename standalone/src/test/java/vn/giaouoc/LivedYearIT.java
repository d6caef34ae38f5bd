package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.web.Account;

/** The year of a bloc in one process, as most will live it. */
class LivedYearIT {

  @TempDir Path directory;

  @Test
  void a_year_is_lived_from_founding_to_the_next_year() {
    live(false);
  }

  @Test
  void a_year_in_which_everything_is_sent_twice_is_the_same_year() {
    live(true);
  }

  private void live(boolean twice) {
    TokenKey key = TokenKey.atOrNew(directory);
    try (Installation installation =
        Installation.start(
            Api.on(TestDatabase.create()), 0, Map.of("giaouoc.identity.keys", key.keys()))) {
      Desk desk = new Desk(installation::url, who -> token(key, who), twice);
      LivedYear year = new LivedYear(desk);
      year.live();
      assertThat(year.story()).doesNotHaveDuplicates().containsAll(desk.acknowledged());
      assertThat(year.rebuild()).as("documents that were other than made anew").isZero();
    }
  }

  /** A token of somebody, signed with the key of the installation. */
  static String token(TokenKey key, Who who) {
    Set<Account.Role> roles = EnumSet.noneOf(Account.Role.class);
    if (who.role() != null) {
      roles.add(Account.Role.of(who.role()));
    }
    return key.token(
        new Account(
            who.account(),
            who.unit() == null ? null : UnitId.of(who.unit()),
            roles,
            Instant.now().plus(Duration.ofHours(1))));
  }
}
