package vn.giaouoc.shared.proceedings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.time.When;

/** The record of one source: its provenance, when it was recorded, and whether it was withdrawn. */
public sealed interface ProceedingsEvent extends Event {

  /** Whose record. */
  ProceedingsId proceedings();

  @Override
  default String stream() {
    return proceedings().stream();
  }

  /**
   * A proceedings file was recorded as history.
   *
   * @param recording which recording of it, counted from 1
   * @param fileDigest SHA-256 of the file, in hexadecimal
   * @param title the source's title
   * @param publisher who published it
   * @param published when
   * @param blocs the blocs that it tells of
   * @param streams the streams that gained a fact, or a further source of one; sorted
   * @param facts how many facts it tells
   * @param confirmed how many of them were recorded before, from another source
   * @param doubts how many doubts the recording raised
   */
  record ProceedingsRecorded(
      ProceedingsId proceedings,
      int recording,
      String fileDigest,
      String title,
      @Nullable String publisher,
      When published,
      List<BlocId> blocs,
      List<String> streams,
      int facts,
      int confirmed,
      int doubts)
      implements ProceedingsEvent {}

  /**
   * The whole record was taken back.
   *
   * @param recording which recording of it
   * @param reason why
   */
  record ProceedingsWithdrawn(ProceedingsId proceedings, int recording, Words reason)
      implements ProceedingsEvent {}
}
