package vn.giaouoc.command.bloc;

import vn.giaouoc.command.Rejection;

/** Why a command to a bloc is refused. */
enum BlocRejection implements Rejection {
  BLOC_ALREADY_ESTABLISHED(
      new Reason(409, "Khối đã được thành lập", "The bloc is already established")),
  BLOC_NOT_ESTABLISHED(new Reason(404, "Chưa có khối này", "There is no such bloc")),
  ALREADY_A_MEMBER(
      new Reason(
          409, "Đơn vị đã là thành viên của khối", "The unit is already a member of the bloc")),
  NOT_A_MEMBER(
      new Reason(
          409, "Đơn vị không phải là thành viên của khối", "The unit is not a member of the bloc")),
  UNIT_NOT_REGISTERED(new Reason(422, "Chưa có đơn vị này", "There is no such unit")),
  /** It has merged into another unit or was dissolved by then. */
  UNIT_NO_LONGER_EXISTS(
      new Reason(
          409,
          "Đơn vị đã sáp nhập hoặc giải thể",
          "The unit has merged into another or was dissolved")),
  /** Nobody would lead the bloc any more. */
  LEADER_IN_OFFICE(
      new Reason(
          409,
          "Khối trưởng đương nhiệm chỉ rời khối sau khi bàn giao, được thay hoặc có đơn vị điều"
              + " hành thay",
          "The leader in office leaves only after a handover, a replacement, or when another unit"
              + " acts in its place")),
  NOT_PLACED(
      new Reason(
          422, "Cần nêu nhóm hoặc loại thành viên", "A group or a kind of member must be named")),
  BLOC_HAS_MERGED(
      new Reason(409, "Khối đã nhập vào khối khác", "The bloc has merged into another")),
  MERGES_INTO_ITSELF(
      new Reason(422, "Khối không thể nhập vào chính mình", "A bloc cannot merge into itself")),
  /** The bloc that should carry on is not there, or not any more. */
  NO_SUCH_BLOC_TO_MERGE_INTO(
      new Reason(
          422,
          "Chưa có hoặc không còn khối tiếp nhận này",
          "There is no such bloc to merge into, or not any more")),
  SUPERVISOR_NOT_NAMED(
      new Reason(
          422,
          "Cần nêu đơn vị hoặc người phụ trách khối",
          "The unit or the person who supervises must be named")),
  /** Only what a former member left open can be transferred. */
  STILL_A_MEMBER(
      new Reason(
          409,
          "Đơn vị vẫn là thành viên: chưa sáp nhập, giải thể hay rời khối",
          "The unit is still a member: it has not merged, been dissolved or left")),
  NEVER_A_MEMBER(
      new Reason(
          409,
          "Đơn vị chưa từng là thành viên của khối",
          "The unit was never a member of the bloc")),
  NOTHING_TO_TRANSFER(
      new Reason(
          422, "Cần nêu ít nhất một công việc dở dang", "At least one open matter must be named")),
  /** Where there is a recipient, it is transferred, and where it is transferred, there is one. */
  RECIPIENT_DOES_NOT_FIT(
      new Reason(
          422,
          "Công việc được chuyển thì phải nêu đơn vị nhận, công việc khác thì không",
          "What is transferred needs a unit that takes it over, and nothing else has one")),
  /** A pledge or sheet is of a year, a proposal is of an award, an office is of neither. */
  MATTER_NOT_NAMED(
      new Reason(
          422,
          "Giao ước và phiếu chấm điểm phải nêu năm thi đua, đề nghị khen thưởng phải nêu mã",
          "A pledge or a score sheet needs its year, a proposal its award")),
  NO_SUCH_MATTER(new Reason(422, "Chưa có công việc này", "There is no such matter")),
  ALREADY_TRANSFERRED(
      new Reason(
          409,
          "Công việc này đã được quyết định chuyển hoặc kết thúc",
          "It is already decided what becomes of this matter"));

  private final Reason reason;

  BlocRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
