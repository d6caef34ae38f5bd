package vn.giaouoc.query.paper;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.paper.PaperEvent;
import vn.giaouoc.shared.paper.PaperEvent.AnnexAdded;
import vn.giaouoc.shared.paper.PaperEvent.NumberAssigned;
import vn.giaouoc.shared.paper.PaperEvent.NumberVoided;
import vn.giaouoc.shared.paper.PaperEvent.PaperDrafted;
import vn.giaouoc.shared.paper.PaperEvent.PaperIssued;
import vn.giaouoc.shared.paper.PaperEvent.PaperRevised;
import vn.giaouoc.shared.paper.PaperEvent.PaperSent;
import vn.giaouoc.shared.paper.PaperEvent.PaperSigned;
import vn.giaouoc.shared.paper.PaperEvent.ReceiptRecorded;
import vn.giaouoc.shared.paper.PaperEvent.SupplementRequested;

/** A paper from its draft to whoever received it. */
@Component
class PaperFold implements Fold<Paper> {

  @Override
  public String name() {
    return "paper";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "paper";
  }

  @Override
  public Class<Paper> answer() {
    return Paper.class;
  }

  @Override
  public Paper empty(String slug) {
    return Paper.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(PaperEvent.class);
  }

  @Override
  public Paper apply(Paper state, Fact fact) {
    return fact.event() instanceof PaperEvent event
        ? state.with(parts -> change(parts, event))
        : state;
  }

  private static void change(Paper.Parts parts, PaperEvent event) {
    switch (event) {
      case PaperDrafted drafted -> {
        parts.bloc = drafted.bloc();
        parts.year = drafted.year();
        parts.paperKind = drafted.paperKind();
        parts.title = drafted.title();
        parts.file = drafted.file();
      }
      case PaperRevised revised -> {
        parts.title = revised.title();
        parts.file = revised.file();
      }
      case AnnexAdded added -> parts.annexes = Lists.withOnce(parts.annexes, added.annex());
      case NumberAssigned number -> parts.symbol = number.symbol();
      case NumberVoided number -> parts.voided(number);
      case PaperSigned signed -> parts.signature = signed;
      case PaperIssued issued -> {
        parts.bloc = issued.bloc();
        parts.year = issued.year();
        parts.paperKind = issued.paperKind();
        parts.symbol = issued.symbol();
        parts.title = issued.title();
        parts.file = issued.file();
        parts.annexes = issued.annexes();
        parts.issued = true;
      }
      case PaperSent sent -> {
        for (var unit : sent.to()) {
          parts.sentTo = Lists.withOnce(parts.sentTo, unit);
        }
      }
      case ReceiptRecorded receipt ->
          parts.receivedBy = Lists.withOnce(parts.receivedBy, receipt.by());
      case SupplementRequested request -> parts.sentBack(request.reason());
    }
  }
}
