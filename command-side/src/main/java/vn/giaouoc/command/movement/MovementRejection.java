package vn.giaouoc.command.movement;

import vn.giaouoc.command.Rejection;

/** Why a command to a movement, or about exemplary cases, is refused. */
enum MovementRejection implements Rejection {
  CYCLE_NOT_OPEN(
      new Reason(409, "Năm thi đua chưa mở hoặc đã kết thúc", "The emulation year is not open")),
  MOVEMENT_ALREADY_LAUNCHED(
      new Reason(409, "Phong trào đã được phát động", "The movement is already launched")),
  MOVEMENT_NOT_LAUNCHED(new Reason(404, "Chưa có phong trào này", "There is no such movement")),
  MOVEMENT_CLOSED(new Reason(409, "Phong trào đã kết thúc", "The movement has ended")),
  ALREADY_JOINED(
      new Reason(
          409,
          "Khối đã tham gia phong trào trong năm này",
          "The bloc already takes part in it in this year")),
  NOT_JOINED(
      new Reason(
          409,
          "Khối chưa tham gia phong trào trong năm này",
          "The bloc does not take part in it in this year")),
  UNIT_NOT_A_MEMBER(
      new Reason(
          422, "Đơn vị không phải là thành viên của khối", "The unit is no member of the bloc")),
  LAUNCHER_NOT_KNOWN(
      new Reason(422, "Chưa có đơn vị phát động này", "There is no such unit to launch it")),
  NOT_THE_LAUNCHER(
      new Reason(
          403,
          "Chỉ đơn vị phát động hoặc Ban Thi đua - Khen thưởng được kết thúc phong trào",
          "Only who launched it, or the emulation board, may end it")),
  NOBODY_COMMENDED(
      new Reason(
          422,
          "Cần nêu số tập thể, số cá nhân hoặc danh sách",
          "A number of collectives or individuals, or a list is needed")),
  COUNT_NOT_PLAUSIBLE(
      new Reason(
          422,
          "Số không âm, danh sách và từng phần trong đó không quá tổng số",
          "Numbers are not negative, and neither a list nor a part is more than the whole")),
  CASE_NAMED_TWICE(new Reason(422, "Một điển hình được nêu hai lần", "A case is named twice"));

  private final Reason reason;

  MovementRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
