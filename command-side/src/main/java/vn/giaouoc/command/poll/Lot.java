package vn.giaouoc.command.poll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.giaouoc.shared.poll.PollEvent.LotsCalled;
import vn.giaouoc.shared.unit.UnitId;

/** Lots that are being drawn: who has committed itself to what, and who has revealed it. */
final class Lot {

  private final LotsCalled called;
  private final Map<UnitId, String> commitments = new HashMap<>();
  private final Map<UnitId, String> seeds = new HashMap<>();

  Lot(LotsCalled called) {
    this.called = called;
  }

  LotsCalled called() {
    return called;
  }

  List<UnitId> units() {
    return called.units();
  }

  Map<UnitId, String> commitments() {
    return commitments;
  }

  Map<UnitId, String> seeds() {
    return seeds;
  }

  /** Whether all have committed themselves, so that seeds may be told. */
  boolean isCommitted() {
    return commitments.keySet().containsAll(called.units());
  }

  /** The seeds, with one more. */
  Map<UnitId, String> seedsWith(UnitId unit, String seed) {
    Map<UnitId, String> all = new HashMap<>(seeds);
    all.put(unit, seed);
    return all;
  }
}
