package vn.giaouoc.query.paper;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.paper.PaperEvent.Annex;
import vn.giaouoc.shared.paper.PaperEvent.NumberVoided;
import vn.giaouoc.shared.paper.PaperEvent.PaperSigned;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A paper, as far as it has come. Its drafts are for the leadership; everybody sees what was
 * issued.
 *
 * @param paper which one
 * @param state how far it is
 * @param bloc whose
 * @param year in whose register it is numbered
 * @param paperKind its type
 * @param title what it is about
 * @param file its text
 * @param annexes what is enclosed
 * @param symbol number and symbol as printed
 * @param voidedNumbers numbers that it had and that stand for nothing now
 * @param signature who signed it, in which capacity
 * @param issued whether it is issued
 * @param sentTo to whom it was sent
 * @param receivedBy who has it
 * @param supplements why the board sent it back
 */
record Paper(
    PaperId paper,
    State state,
    @Nullable BlocId bloc,
    @Nullable Integer year,
    @Nullable PaperKind paperKind,
    @Nullable String title,
    @Nullable FileId file,
    List<Annex> annexes,
    @Nullable String symbol,
    List<NumberVoided> voidedNumbers,
    @Nullable PaperSigned signature,
    boolean issued,
    List<UnitId> sentTo,
    List<UnitId> receivedBy,
    List<Words> supplements) {

  /** How far a paper is. */
  enum State implements Code {
    /** Nothing is known but that something refers to it. */
    UNKNOWN,
    DRAFT,
    SIGNED,
    ISSUED,
    SENT
  }

  static Paper unknown(String slug) {
    return new Paper(
        PaperId.of(slug),
        State.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        null,
        false,
        List.of(),
        List.of(),
        List.of());
  }

  /** The whole while a fact changes one part of it. */
  static final class Parts {
    @Nullable BlocId bloc;
    @Nullable Integer year;
    @Nullable PaperKind paperKind;
    @Nullable String title;
    @Nullable FileId file;
    List<Annex> annexes;
    @Nullable String symbol;
    List<NumberVoided> voidedNumbers;
    @Nullable PaperSigned signature;
    boolean issued;
    List<UnitId> sentTo;
    List<UnitId> receivedBy;
    List<Words> supplements;

    private Parts(Paper whole) {
      bloc = whole.bloc;
      year = whole.year;
      paperKind = whole.paperKind;
      title = whole.title;
      file = whole.file;
      annexes = whole.annexes;
      symbol = whole.symbol;
      voidedNumbers = whole.voidedNumbers;
      signature = whole.signature;
      issued = whole.issued;
      sentTo = whole.sentTo;
      receivedBy = whole.receivedBy;
      supplements = whole.supplements;
    }

    void voided(NumberVoided number) {
      voidedNumbers = Lists.with(voidedNumbers, number);
      symbol = null;
      signature = null;
    }

    void sentBack(Words reason) {
      supplements = Lists.with(supplements, reason);
      signature = null;
      issued = false;
      sentTo = List.of();
      receivedBy = List.of();
    }

    private State state() {
      if (!sentTo.isEmpty()) {
        return State.SENT;
      }
      if (issued) {
        return State.ISSUED;
      }
      return signature != null
          ? State.SIGNED
          : title == null && symbol == null ? State.UNKNOWN : State.DRAFT;
    }

    private Paper of(PaperId paper) {
      return new Paper(
          paper,
          state(),
          bloc,
          year,
          paperKind,
          title,
          file,
          annexes,
          symbol,
          voidedNumbers,
          signature,
          issued,
          sentTo,
          receivedBy,
          supplements);
    }
  }

  Paper with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.of(paper);
  }
}
