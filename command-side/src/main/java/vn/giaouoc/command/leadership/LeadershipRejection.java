package vn.giaouoc.command.leadership;

import vn.giaouoc.command.Rejection;

/** Why a command to a leadership is refused. */
enum LeadershipRejection implements Rejection {
  BLOC_NOT_ESTABLISHED(new Reason(422, "Chưa có khối này", "There is no such bloc")),
  UNIT_NOT_REGISTERED(new Reason(422, "Chưa có đơn vị này", "There is no such unit")),
  LEADER_CANNOT_BE_DEPUTY(
      new Reason(
          422,
          "Khối trưởng không thể đồng thời là khối phó",
          "The leader cannot be a deputy as well")),
  DEPUTY_NAMED_TWICE(new Reason(422, "Khối phó được nêu hai lần", "A deputy is named twice")),
  ALREADY_DESIGNATED(
      new Reason(
          409,
          "Nhiệm kỳ này đã có khối trưởng được chọn",
          "A leadership is already designated for this term")),
  NOT_DESIGNATED(
      new Reason(
          409, "Nhiệm kỳ này chưa có khối trưởng được chọn", "Nobody is designated for this term")),
  ALREADY_IN_OFFICE(
      new Reason(409, "Khối trưởng đã nhận nhiệm vụ", "The leadership is already in office")),
  /** It has merged into another unit or was dissolved by then. */
  UNIT_NO_LONGER_EXISTS(
      new Reason(
          409,
          "Đơn vị đã sáp nhập hoặc giải thể",
          "The unit has merged into another or was dissolved")),
  /** It was a member, and is none any more. */
  UNIT_HAS_LEFT_THE_BLOC(new Reason(409, "Đơn vị đã rời khối", "The unit has left the bloc")),
  ANOTHER_IN_OFFICE(
      new Reason(
          409,
          "Đang có khối trưởng khác đương nhiệm: phải bàn giao, hoặc Ban Thi đua - Khen thưởng thay",
          "Another leader is in office: it must hand over, or be replaced by the board")),
  NOBODY_IN_OFFICE(
      new Reason(
          409,
          "Chưa có khối trưởng đương nhiệm để bàn giao hoặc thay",
          "Nobody is in office who could hand over or be replaced")),
  HANDOVER_TO_ITSELF(
      new Reason(
          409,
          "Khối trưởng đương nhiệm được chọn tiếp thì không cần bàn giao",
          "The leader in office was chosen again: there is nothing to hand over")),
  ALREADY_TENDERED(
      new Reason(
          409,
          "Bên giao đã lập bàn giao, đang chờ bên nhận",
          "It is handed over already and waits to be accepted")),
  NOT_TENDERED(
      new Reason(
          409,
          "Bên giao chưa lập bàn giao cho nhiệm kỳ này",
          "Nothing was handed over for this term yet")),
  TERM_IS_OVER(new Reason(409, "Nhiệm kỳ này đã hết", "This term is over")),
  NOTHING_HANDED_OVER(
      new Reason(
          422,
          "Bàn giao phải có danh mục: việc dở dang, hồ sơ, cờ luân lưu, con dấu, tài khoản",
          "A handover needs its inventory")),
  REPLACED_BY_ITSELF(
      new Reason(
          409, "Đơn vị này đang là khối trưởng", "This unit is the leader in office already")),
  ALREADY_ACTING(
      new Reason(409, "Đã có đơn vị điều hành thay", "A unit acts in place of the leader already")),
  NOBODY_ACTS(
      new Reason(409, "Không có đơn vị nào điều hành thay", "Nobody acts in place of the leader")),
  ACTS_FOR_ITSELF(
      new Reason(
          422,
          "Khối trưởng không thể điều hành thay chính mình",
          "The leader cannot act in its own place")),
  /** A leader is stood in for by a deputy in office; only the board may have another member act. */
  NOT_A_DEPUTY(
      new Reason(
          422,
          "Chỉ khối phó đương nhiệm được điều hành thay; Ban Thi đua - Khen thưởng có thể giao đơn"
              + " vị thành viên khác",
          "Only a deputy in office may act; the board may appoint another member")),
  ENDS_BEFORE_IT_BEGINS(
      new Reason(
          422,
          "Thời hạn điều hành thay kết thúc trước khi bắt đầu",
          "The acting would end before it begins")),
  MODE_NOT_PROVIDED(
      new Reason(
          422,
          "Quy chế không cho chọn khối trưởng bằng cách này",
          "The regulation does not provide this way of choosing a leader")),
  TERM_NOT_THE_RULE(
      new Reason(
          422,
          "Nhiệm kỳ không đúng số tháng của quy chế",
          "The term is not as many months as the regulation says")),
  DEPUTIES_NOT_THE_RULE(
      new Reason(
          422,
          "Số khối phó không đúng quy chế",
          "There are not as many deputies as the regulation says")),
  KIND_NOT_THE_RULE(
      new Reason(
          422,
          "Quy chế dành chức vụ này cho loại đơn vị khác",
          "The regulation keeps this office for units of another kind")),
  CANDIDATE_BARRED(
      new Reason(
          422,
          "Theo quy chế, đơn vị này không được chọn",
          "By the regulation this unit may not stand")),
  NO_DECISION(
      new Reason(
          422,
          "Quy chế quy định phải biểu quyết; cần nêu cuộc biểu quyết đã quyết định",
          "The regulation provides for a vote; the poll that decided must be told")),
  DECIDED_FOR_ANOTHER_TERM(
      new Reason(
          422,
          "Cuộc biểu quyết này quyết định cho nhiệm kỳ khác",
          "This poll decided for another term")),
  NOT_DECIDED_SO(
      new Reason(
          422,
          "Cuộc biểu quyết này không chọn khối trưởng và các khối phó như vậy",
          "This poll did not choose this leader and these deputies"));

  private final Reason reason;

  LeadershipRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
