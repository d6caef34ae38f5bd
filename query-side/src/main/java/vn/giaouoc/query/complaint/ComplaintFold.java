package vn.giaouoc.query.complaint;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.complaint.ComplaintEvent;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintAccepted;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDecided;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDeclined;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintLodged;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintTransferred;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintWithdrawn;
import vn.giaouoc.shared.complaint.ComplaintEvent.EffectSuspended;

/** What is complained of, and what comes of it. */
@Component
class ComplaintFold implements Fold<Complaint> {

  @Override
  public String name() {
    return "complaint";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "complaint";
  }

  @Override
  public Class<Complaint> answer() {
    return Complaint.class;
  }

  @Override
  public Complaint empty(String slug) {
    return Complaint.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(ComplaintEvent.class);
  }

  @Override
  public Complaint apply(Complaint state, Fact fact) {
    return fact.event() instanceof ComplaintEvent event
        ? state.with(parts -> change(parts, event))
        : state;
  }

  private static void change(Complaint.Parts parts, ComplaintEvent event) {
    switch (event) {
      case ComplaintLodged lodged -> parts.lodged(lodged);
      case ComplaintAccepted accepted -> parts.accepted = true;
      case ComplaintDeclined declined -> parts.declined = declined;
      case EffectSuspended suspended -> parts.suspended(suspended);
      case ComplaintTransferred transferred -> parts.transferred(transferred);
      case ComplaintDecided decided -> parts.decided = decided;
      case ComplaintWithdrawn withdrawn -> parts.withdrawn = true;
    }
  }
}
