package vn.giaouoc.shared.paper;

import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;

/**
 * The register that numbers a bloc's papers of one type in one year. It is a stream of its own, so
 * that two who want the next number at once meet in it.
 */
public sealed interface RegisterEvent extends Event {

  /** Which register. */
  RegisterId register();

  @Override
  default String stream() {
    return register().stream();
  }

  /**
   * A number was allotted. It is never used again.
   *
   * @param number counted from 1
   * @param symbol number and symbol as they are printed
   */
  record NumberAllotted(
      RegisterId register,
      BlocId bloc,
      int year,
      PaperKind paperKind,
      int number,
      String symbol,
      PaperId paper)
      implements RegisterEvent {}

  /** A number stands for no paper. It stays in the register. */
  record NumberCancelled(RegisterId register, int number, PaperId paper, Words reason)
      implements RegisterEvent {}
}
