package vn.giaouoc.query.unit;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.answer.Entitlement;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.query.leadership.Leadership;
import vn.giaouoc.query.leadership.LeadershipFold;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A unit reads what is for the blocs in which it is or was a member, and what is for the leadership
 * of a bloc while it is leader or deputy there. The latter follows from first-hand facts only: what
 * was recorded later gives nobody a standing today.
 */
@Component
class UnitEntitlement implements Entitlement {

  private final UnitFold units;
  private final LeadershipFold leaderships;

  UnitEntitlement(UnitFold units, LeadershipFold leaderships) {
    this.units = units;
    this.leaderships = leaderships;
  }

  @Override
  public Set<Audience> of(UnitId unit, View record) {
    Set<Audience> audiences = new HashSet<>();
    Unit known = record.find(units, unit.slug()).map(Document::answer).orElse(null);
    if (known == null) {
      return audiences;
    }
    Set<BlocId> seenInOffice = new HashSet<>();
    known.blocs().forEach(membership -> audiences.add(Audience.bloc(membership.bloc())));
    known.offices().forEach(office -> seenInOffice.add(office.bloc()));
    for (BlocId bloc : seenInOffice) {
      if (inOffice(unit, record.firstHand(leaderships, bloc))) {
        audiences.add(Audience.bloc(bloc));
        audiences.add(Audience.leadership(bloc));
      }
    }
    return audiences;
  }

  private static boolean inOffice(UnitId unit, Leadership leadership) {
    Leadership.InOffice present = leadership.inOffice();
    return present != null
        && (unit.equals(present.leader())
            || present.deputies().stream().anyMatch(deputy -> deputy.unit().equals(unit)));
  }
}
