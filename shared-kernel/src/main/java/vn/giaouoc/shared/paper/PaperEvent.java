package vn.giaouoc.shared.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

/** The life of a paper, from its draft to whoever received it. */
public sealed interface PaperEvent extends Event {

  /** Which paper. */
  PaperId paper();

  @Override
  default String stream() {
    return paper().stream();
  }

  /** In which capacity a paper is signed. */
  enum SigningCapacity implements Code {
    /** Thay mặt: the leader, on behalf of the bloc. */
    TM,
    /** Ký thay: a deputy, in the leader's place. */
    KT,
    /** Thừa lệnh: by order of the leader. */
    TL
  }

  /** On what a paper is signed. */
  enum Form implements Code {
    PAPER,
    DIGITAL
  }

  /**
   * A paper was drafted.
   *
   * @param year the year in whose register it is numbered
   * @param title what it is about (trích yếu)
   * @param file its text
   */
  record PaperDrafted(
      PaperId paper, BlocId bloc, int year, PaperKind paperKind, String title, FileId file)
      implements PaperEvent {}

  /** The draft was revised. */
  record PaperRevised(PaperId paper, String title, FileId file) implements PaperEvent {}

  /**
   * It got its number, from the register.
   *
   * @param symbol number and symbol as they are printed: {@code 15/BC-KTĐ4}
   */
  record NumberAssigned(PaperId paper, RegisterId register, int number, String symbol)
      implements PaperEvent {}

  /** Its number stands for no paper any more, and is never used again. */
  record NumberVoided(PaperId paper, RegisterId register, int number, Words reason)
      implements PaperEvent {}

  /**
   * It was signed.
   *
   * @param capacity in which capacity
   * @param form on paper or digitally
   * @param person who signed
   * @param unit for which unit
   */
  record PaperSigned(
      PaperId paper, SigningCapacity capacity, Form form, PersonId person, @Nullable UnitId unit)
      implements PaperEvent {}

  /** What is enclosed with a paper. */
  record Annex(String title, FileId file) {}

  /**
   * It was issued. What was issued is told once more, because its drafts were for the leadership
   * alone.
   */
  record PaperIssued(
      PaperId paper,
      BlocId bloc,
      int year,
      PaperKind paperKind,
      String symbol,
      String title,
      FileId file,
      List<Annex> annexes)
      implements PaperEvent {}

  /**
   * It was sent.
   *
   * @param to to whom
   */
  @Correctable
  record PaperSent(PaperId paper, List<UnitId> to) implements PaperEvent {}

  /**
   * It was received.
   *
   * @param by by whom
   */
  @Correctable
  record ReceiptRecorded(PaperId paper, UnitId by) implements PaperEvent {}

  /** The board sent it back, to be supplemented. */
  record SupplementRequested(PaperId paper, Words reason) implements PaperEvent {}

  /**
   * An annex was added.
   *
   * @param annex what is enclosed
   */
  @Correctable
  record AnnexAdded(PaperId paper, Annex annex) implements PaperEvent {}
}
