package vn.giaouoc.command.ballot;

import vn.giaouoc.command.Rejection;

/** Why a paper is not stamped, not taken, or cannot be voted with. */
public enum BallotRejection implements Rejection {
  NO_KEY_DIRECTORY(
      new Reason(
          409,
          "Máy chủ này chưa có nơi giữ khóa của phiếu kín (giaouoc.ballots.keys)",
          "This server has no place for the keys of secret ballots (giaouoc.ballots.keys)")),
  /** Its own log would tell what the ballot must not. */
  DATABASE_NOTES_TOO_MUCH(
      new Reason(
          409,
          "Cơ sở dữ liệu đang ghi lại thời điểm hoặc nội dung các lệnh, nên không thể bỏ phiếu kín",
          "The database notes when or what is written, so there can be no secret ballot")),
  PAPER_TOO_LONG(
      new Reason(
          422,
          "Có quá nhiều phương án cho một lá phiếu kín",
          "There are more options than fit on a paper of a secret ballot")),
  /** They are made once; others would open nothing. */
  KEYS_MISSING(
      new Reason(
          503,
          "Máy chủ này không có khóa của cuộc bỏ phiếu kín",
          "This server does not have the keys of this secret ballot")),
  NO_BALLOT_BOX(
      new Reason(
          404,
          "Cuộc biểu quyết này không có hòm phiếu kín",
          "This poll has no box for secret papers")),
  NOT_TO_BE_STAMPED(
      new Reason(
          422,
          "Đây không phải là mã phiếu có thể đóng dấu",
          "This is no blinded token that could be stamped")),
  NOT_ANONYMOUS(
      new Reason(
          400,
          "Phiếu kín phải được gửi mà không kèm thông tin người gửi (Authorization, Cookie,"
              + " Idempotency-Key)",
          "A secret paper comes without anything that tells who sends it (Authorization, Cookie,"
              + " Idempotency-Key)")),
  PAPER_MALFORMED(
      new Reason(
          422,
          "Mã phiếu, dấu hoặc nội dung niêm phong không đúng độ dài",
          "Token, stamp or sealed paper have not the length that they must have")),
  NOT_STAMPED(
      new Reason(
          422,
          "Phiếu không có dấu của cuộc biểu quyết này",
          "The paper does not bear the stamp of this poll")),
  ANOTHER_PAPER_RETURNED(
      new Reason(
          409,
          "Phiếu này đã được bỏ vào hòm với nội dung khác; phiếu đã bỏ không đổi được",
          "Another paper was returned under this token; what is in the box stays")),
  BOX_SEALED(
      new Reason(
          409,
          "Hòm phiếu đã niêm phong; phiếu đến muộn không được nhận",
          "The box is sealed; the paper comes too late"));

  private final Reason reason;

  BallotRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
