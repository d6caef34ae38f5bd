package vn.giaouoc.query.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.paper.RegisterEvent.NumberAllotted;
import vn.giaouoc.shared.paper.RegisterEvent.NumberCancelled;
import vn.giaouoc.shared.paper.RegisterId;

/**
 * The register of a bloc's papers of one type in one year.
 *
 * @param register which one
 * @param bloc whose
 * @param year of which year
 * @param paperKind of which type
 * @param numbers all numbers that were allotted, the cancelled ones too
 */
record Register(
    RegisterId register,
    @Nullable BlocId bloc,
    @Nullable Integer year,
    @Nullable PaperKind paperKind,
    List<Number> numbers) {

  /**
   * A number.
   *
   * @param symbol as it is printed
   * @param paper the paper that it was allotted to
   * @param cancelled why it stands for nothing, if it does
   */
  record Number(int number, String symbol, PaperId paper, @Nullable Words cancelled) {}

  static Register unknown(String slug) {
    return new Register(RegisterId.of(slug), null, null, null, List.of());
  }

  Register allotted(NumberAllotted event) {
    return new Register(
        register,
        event.bloc(),
        event.year(),
        event.paperKind(),
        Lists.with(numbers, new Number(event.number(), event.symbol(), event.paper(), null)));
  }

  Register cancelled(NumberCancelled event) {
    return new Register(
        register,
        bloc,
        year,
        paperKind,
        Lists.changed(
            numbers,
            each -> each.number() == event.number(),
            each -> new Number(each.number(), each.symbol(), each.paper(), event.reason())));
  }
}
