package vn.giaouoc.command.paper;

import java.util.List;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.paper.PaperEvent.Form;
import vn.giaouoc.shared.paper.PaperEvent.SigningCapacity;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of a paper. */
sealed interface PaperCommand extends Command {

  PaperId paper();

  @Override
  default String stream() {
    return paper().stream();
  }

  /** Writes a first draft. */
  record DraftPaper(
      PaperId paper,
      BlocId bloc,
      int year,
      PaperKind paperKind,
      String title,
      FileId file,
      Envelope envelope)
      implements PaperCommand {}

  /** Writes another draft, before it is signed. */
  record RevisePaper(PaperId paper, String title, FileId file, Envelope envelope)
      implements PaperCommand {}

  /** Takes the next number of its register. */
  record AssignNumber(PaperId paper, String blocSymbol, Envelope envelope)
      implements PaperCommand {}

  /** Gives its number up, before it is issued. */
  record VoidNumber(PaperId paper, String reason, Envelope envelope) implements PaperCommand {}

  /** Signs it. */
  record SignPaper(
      PaperId paper, SigningCapacity capacity, Form form, PersonId person, Envelope envelope)
      implements PaperCommand {}

  /** Issues it. */
  record IssuePaper(PaperId paper, Envelope envelope) implements PaperCommand {}

  /** Sends it. */
  record SendPaper(PaperId paper, List<UnitId> to, Envelope envelope) implements PaperCommand {}

  /** Notes that it arrived. Order does not matter. */
  record RecordReceipt(PaperId paper, UnitId by, Envelope envelope) implements PaperCommand {}

  /** Sends it back to be supplemented. */
  record ReturnForSupplement(PaperId paper, String reason, Envelope envelope)
      implements PaperCommand {}

  /** Encloses something. */
  record AddAnnex(PaperId paper, String title, FileId file, Envelope envelope)
      implements PaperCommand {}
}
