package vn.giaouoc.command.paper;

import vn.giaouoc.command.Rejection;

/** Why a command to a paper is refused. */
enum PaperRejection implements Rejection {
  PAPER_ALREADY_DRAFTED(
      new Reason(409, "Văn bản này đã được soạn", "This paper is already drafted")),
  PAPER_NOT_DRAFTED(new Reason(404, "Chưa có văn bản này", "There is no such paper")),
  BLOC_NOT_ESTABLISHED(new Reason(422, "Chưa có khối thi đua này", "There is no such bloc")),
  PAPER_SIGNED(
      new Reason(
          409, "Văn bản đã ký, không sửa được", "The paper is signed and cannot be changed")),
  PAPER_NOT_SIGNED(new Reason(409, "Văn bản chưa được ký", "The paper is not signed")),
  PAPER_NUMBERED(new Reason(409, "Văn bản đã có số", "The paper has its number")),
  PAPER_NOT_NUMBERED(new Reason(409, "Văn bản chưa có số", "The paper has no number")),
  SYMBOL_UNUSABLE(
      new Reason(
          422,
          "Ký hiệu của khối chỉ gồm chữ in hoa và chữ số, ví dụ KTĐ4",
          "The symbol of the bloc has capital letters and digits only, such as KTĐ4")),
  PAPER_ISSUED(new Reason(409, "Văn bản đã ban hành", "The paper is issued")),
  PAPER_NOT_ISSUED(new Reason(409, "Văn bản chưa ban hành", "The paper is not issued")),
  SIGNS_AS_LEADER(
      new Reason(
          403,
          "Chỉ khối trưởng đương nhiệm được ký TM.",
          "Only the leader in office signs on behalf of the bloc (TM.)")),
  SIGNS_AS_DEPUTY(
      new Reason(
          403,
          "Chỉ khối phó đương nhiệm được ký KT.",
          "Only a deputy in office signs in the place of the leader (KT.)")),
  NOBODY_TO_SEND_TO(new Reason(422, "Cần nêu nơi nhận", "Whom it goes to must be named")),
  UNIT_DOES_NOT_EXIST(
      new Reason(
          422,
          "Đơn vị này chưa có hoặc không còn tồn tại",
          "There is no such unit, or there is none any more")),
  ALREADY_SENT_TO(new Reason(409, "Văn bản đã gửi nơi này", "The paper was already sent there")),
  NOT_SENT(new Reason(409, "Văn bản chưa gửi đi", "The paper was not sent")),
  NOT_SENT_TO_THIS_UNIT(
      new Reason(422, "Văn bản không gửi cho đơn vị này", "The paper was not sent to this unit")),
  ALREADY_RECEIVED(
      new Reason(409, "Đơn vị này đã nhận văn bản", "This unit has already received the paper"));

  private final Reason reason;

  PaperRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
