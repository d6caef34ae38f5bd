package vn.giaouoc.query.poll;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.answer.Entitlement;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.unit.UnitId;

/** Whoever counts a poll reads what was counted before it is closed. */
@Component
class TellerEntitlement implements Entitlement {

  private final TellingFold fold;

  TellerEntitlement(TellingFold fold) {
    this.fold = fold;
  }

  @Override
  public Set<Audience> of(UnitId unit, View record) {
    return record.find(fold, unit.slug()).map(document -> document.answer().polls()).stream()
        .flatMap(polls -> polls.stream())
        .map(Audience::tellers)
        .collect(Collectors.toSet());
  }
}
