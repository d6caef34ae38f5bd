package vn.giaouoc.command.leadership;

import vn.giaouoc.command.Rejection;

/** Why somebody may not do what they ask for. */
public enum OfficeRejection implements Rejection {
  /** Only the emulation board may. */
  NOT_THE_BOARD(
      new Reason(
          403,
          "Chỉ Ban Thi đua - Khen thưởng được làm việc này",
          "Only the emulation board may do this")),
  /** Only the leader in office may. */
  NOT_THE_LEADER(
      new Reason(
          403,
          "Chỉ khối trưởng đương nhiệm được làm việc này",
          "Only the leader in office may do this")),
  /** Only the leader or a deputy in office may. */
  NOT_THE_LEADER_OR_A_DEPUTY(
      new Reason(
          403,
          "Chỉ khối trưởng hoặc khối phó đương nhiệm được làm việc này",
          "Only the leader or a deputy in office may do this")),
  /** Only the leader in office or the board may. */
  NOT_THE_LEADER_OR_THE_BOARD(
      new Reason(
          403,
          "Chỉ khối trưởng đương nhiệm hoặc Ban Thi đua - Khen thưởng được làm việc này",
          "Only the leader in office or the emulation board may do this")),
  /** Only who represents this unit may. */
  NOT_YOUR_UNIT(
      new Reason(
          403,
          "Chỉ người đại diện của đơn vị này được làm việc này",
          "Only a representative of this unit may do this"));

  private final Reason reason;

  OfficeRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
