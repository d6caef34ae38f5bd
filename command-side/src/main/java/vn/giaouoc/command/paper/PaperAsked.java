package vn.giaouoc.command.paper;

import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.paper.PaperCommand.AddAnnex;
import vn.giaouoc.command.paper.PaperCommand.AssignNumber;
import vn.giaouoc.command.paper.PaperCommand.DraftPaper;
import vn.giaouoc.command.paper.PaperCommand.IssuePaper;
import vn.giaouoc.command.paper.PaperCommand.RecordReceipt;
import vn.giaouoc.command.paper.PaperCommand.ReturnForSupplement;
import vn.giaouoc.command.paper.PaperCommand.RevisePaper;
import vn.giaouoc.command.paper.PaperCommand.SendPaper;
import vn.giaouoc.command.paper.PaperCommand.SignPaper;
import vn.giaouoc.command.paper.PaperCommand.VoidNumber;
import vn.giaouoc.shared.Envelope;
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
import vn.giaouoc.shared.paper.PaperId;

/** What was asked of a paper. */
final class PaperAsked {

  private PaperAsked() {}

  static AskedFor of(PaperEvent event, Stored stored) {
    PaperId paper = event.paper();
    Envelope act = stored.act();
    return switch (event) {
      case PaperDrafted(_, var bloc, var year, var kind, var title, var file) ->
          AskedFor.by(new DraftPaper(paper, bloc, year, kind, title, file, act));
      case PaperRevised(_, var title, var file) ->
          AskedFor.by(new RevisePaper(paper, title, file, act));
      case NumberAssigned assigned ->
          AskedFor.by(new AssignNumber(paper, blocSymbol(assigned.symbol()), act));
      case NumberVoided voided -> AskedFor.by(new VoidNumber(paper, voided.reason().words(), act));
      case PaperSigned(_, var capacity, var form, var person, _) ->
          AskedFor.by(new SignPaper(paper, capacity, form, person, act));
      case PaperIssued _ -> AskedFor.by(new IssuePaper(paper, act));
      case PaperSent(_, var to) -> AskedFor.by(new SendPaper(paper, to, act));
      case ReceiptRecorded(_, var by) -> AskedFor.by(new RecordReceipt(paper, by, act));
      case SupplementRequested(_, var reason) ->
          AskedFor.by(new ReturnForSupplement(paper, reason.words(), act));
      case AnnexAdded(_, var annex) ->
          AskedFor.by(new AddAnnex(paper, annex.title(), annex.file(), act));
    };
  }

  /** The bloc's own part of a symbol: {@code KTĐ4} of {@code 05/BC-KTĐ4}. */
  private static String blocSymbol(String symbol) {
    return symbol.substring(symbol.indexOf('-', symbol.indexOf('/')) + 1);
  }
}
