package vn.giaouoc.query.proceedings;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;

/**
 * A source of history that was recorded later.
 *
 * @param proceedings which one
 * @param title the source's title
 * @param publisher who published it
 * @param published when
 * @param blocs the blocs that it tells of
 * @param recordings every time that it was recorded
 * @param streams the streams that it tells something in, sorted
 */
record Proceedings(
    ProceedingsId proceedings,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable When published,
    List<BlocId> blocs,
    List<Recording> recordings,
    List<String> streams) {

  /**
   * One recording.
   *
   * @param recording counted from 1
   * @param digest SHA-256 of the file, in hexadecimal
   * @param on when it was recorded
   * @param facts how many facts it tells
   * @param confirmed how many of them were recorded before, from another source
   * @param doubts how many doubts it raised
   * @param withdrawn that it was taken back, and why
   */
  record Recording(
      int recording,
      String digest,
      Dated on,
      int facts,
      int confirmed,
      int doubts,
      @Nullable Withdrawal withdrawn) {}

  /** That a recording was taken back. */
  record Withdrawal(Dated on, Words reason) {}

  static Proceedings unknown(String slug) {
    return new Proceedings(
        ProceedingsId.of(slug), null, null, null, List.of(), List.of(), List.of());
  }

  Proceedings recorded(ProceedingsRecorded event, Dated on) {
    TreeSet<String> all = new TreeSet<>(streams);
    all.addAll(event.streams());
    return new Proceedings(
        proceedings,
        event.title(),
        event.publisher(),
        event.published(),
        event.blocs(),
        Lists.with(
            recordings,
            new Recording(
                event.recording(),
                event.fileDigest(),
                on,
                event.facts(),
                event.confirmed(),
                event.doubts(),
                null)),
        List.copyOf(all));
  }

  Proceedings withdrawn(int recording, Withdrawal withdrawal) {
    return new Proceedings(
        proceedings,
        title,
        publisher,
        published,
        blocs,
        Lists.changed(
            recordings,
            each -> each.recording() == recording,
            each ->
                new Recording(
                    recording,
                    each.digest(),
                    each.on(),
                    each.facts(),
                    each.confirmed(),
                    each.doubts(),
                    withdrawal)),
        streams);
  }
}
