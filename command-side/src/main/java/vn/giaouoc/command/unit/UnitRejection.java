package vn.giaouoc.command.unit;

import vn.giaouoc.command.Rejection;

/** Why a command to a unit is refused. */
enum UnitRejection implements Rejection {
  UNIT_ALREADY_REGISTERED(
      new Reason(409, "Đơn vị đã có trong hệ thống", "The unit is already registered")),
  UNIT_NOT_REGISTERED(new Reason(404, "Chưa có đơn vị này", "There is no such unit")),
  AUTHORITY_NOT_REGISTERED(
      new Reason(422, "Chưa có cơ quan cấp trên này", "There is no such authority")),
  UNIT_ALREADY_SO_NAMED(
      new Reason(409, "Đơn vị đã mang tên này", "The unit already bears this name")),
  /** It has merged into another unit or was dissolved by then. */
  UNIT_NO_LONGER_EXISTS(
      new Reason(
          409,
          "Đơn vị đã sáp nhập hoặc giải thể",
          "The unit has merged into another or was dissolved")),
  /** A unit would be the authority over itself, directly or by others. */
  AUTHORITY_IS_BELOW_IT(
      new Reason(
          422,
          "Đơn vị không thể là cấp trên của chính mình",
          "A unit cannot be an authority over itself")),
  ALREADY_UNDER_THIS_AUTHORITY(
      new Reason(
          409, "Đơn vị đã trực thuộc cơ quan này", "The unit is already under this authority")),
  /** What carries on is not there, or not any more. */
  SUCCESSOR_DOES_NOT_EXIST(
      new Reason(
          422,
          "Chưa có hoặc không còn đơn vị tiếp nhận này",
          "There is no such unit to carry on, or not any more")),
  SUCCEEDS_ITSELF(
      new Reason(
          422,
          "Đơn vị không thể sáp nhập vào chính mình hay là đơn vị kế thừa của chính mình",
          "A unit cannot merge into itself or succeed itself")),
  SUCCESSOR_NAMED_TWICE(
      new Reason(422, "Đơn vị kế thừa được nêu hai lần", "A successor is named twice")),
  ALREADY_REPRESENTS_IT(
      new Reason(
          409,
          "Người này đang là người đại diện của đơn vị",
          "This person represents the unit already")),
  DOES_NOT_REPRESENT_IT(
      new Reason(
          409,
          "Người này không phải là người đại diện của đơn vị",
          "This person does not represent the unit")),
  ENDS_BEFORE_IT_BEGINS(
      new Reason(
          422,
          "Thời hạn đại diện kết thúc trước khi bắt đầu",
          "The representation would end before it begins")),
  NOT_A_DIGEST(
      new Reason(
          422,
          "Mã băm của giấy giới thiệu phải gồm 64 chữ số thập lục phân (SHA-256)",
          "The digest of the letter must be 64 hexadecimal digits (SHA-256)"));

  private final Reason reason;

  UnitRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
