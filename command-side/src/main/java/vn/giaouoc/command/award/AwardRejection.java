package vn.giaouoc.command.award;

import vn.giaouoc.command.Rejection;

/** Why a command to an award is refused. */
enum AwardRejection implements Rejection {
  AWARD_ALREADY_PROPOSED(
      new Reason(
          409,
          "Đã có đề nghị hoặc khen thưởng mang tên này",
          "An award of this name is proposed already")),
  AWARD_NOT_PROPOSED(new Reason(404, "Chưa có đề nghị khen thưởng này", "There is no such award")),
  RECIPIENT_UNCLEAR(
      new Reason(
          422,
          "Phải nêu đúng một đối tượng: đơn vị, khối, tập thể thuộc đơn vị, cá nhân, hoặc số lượng",
          "Name one recipient: a unit, a bloc, a collective of a unit, a person, or a number")),
  NOT_KNOWN(
      new Reason(
          422, "Đơn vị, khối hoặc năm thi đua chưa có", "There is no such unit, bloc or year")),
  PROPOSED_IN_THE_CYCLE(
      new Reason(
          422,
          "Khen thưởng thường xuyên trong năm thi đua phải do khối đề nghị theo chỉ tiêu",
          "Annual awards of a cycle are proposed by the bloc, within its quota")),
  NOT_TO_BE_FORWARDED(
      new Reason(
          409,
          "Chỉ trình đề nghị chưa được trình hoặc giải quyết",
          "Only what was not sent on or decided yet can be forwarded")),
  NOT_FORWARDED(
      new Reason(
          409,
          "Đề nghị chưa được trình hoặc đã được giải quyết",
          "The proposal was not forwarded, or is decided already")),
  NOT_APPROVED(
      new Reason(
          409,
          "Chưa được đồng ý hoặc đã có quyết định khen thưởng",
          "It is not approved, or is granted already")),
  NOT_GRANTED(
      new Reason(
          409,
          "Chưa có quyết định khen thưởng, hoặc đã trao hay đã hủy bỏ",
          "It is not granted, or was presented or revoked already")),
  NOT_HELD(
      new Reason(
          409,
          "Chưa được khen thưởng hoặc đã bị hủy bỏ",
          "It is not held: not granted, or revoked")),
  ALREADY_UPGRADED(
      new Reason(
          409, "Đã đề nghị khen thưởng ở cấp cao hơn", "A higher award is sought for it already")),
  WHERE_IT_WAS_PRESENTED(
      new Reason(
          422,
          "Phải nêu hội nghị hoặc buổi lễ trao tặng, không nêu cả hai",
          "Name the conference or the ceremony where it was presented, and not both")),
  NOT_DECIDED_YET(
      new Reason(
          422,
          "Ngày quyết định không thể ở tương lai",
          "A decision cannot be dated in the future")),
  NOT_TO_BE_WITHDRAWN(
      new Reason(
          409,
          "Không rút được đề nghị đã được giải quyết",
          "A proposal that is decided cannot be withdrawn")),
  CYCLE_NOT_OPEN(
      new Reason(
          409,
          "Năm thi đua chưa được mở hoặc đã kết thúc",
          "The emulation year is not open, or is over")),
  CONTEST_NOT_PROVIDED(
      new Reason(
          422,
          "Quy chế không có cuộc đua này",
          "The regulation does not provide for this contest")),
  NO_RULE_TO_DRAW_BY(
      new Reason(
          422,
          "Quy chế không có hình thức khen này; hãy nêu đơn vị được đề nghị",
          "The regulation has no such award; name who is proposed")),
  NOT_RANKED_YET(
      new Reason(409, "Chưa xếp hạng, chưa đề nghị được", "There is no ranking to draw from")),
  RANKING_REOPENED(
      new Reason(
          409,
          "Bảng điểm đã mở lại từ khi xếp hạng; phải xếp hạng lại trước",
          "A sheet was reopened since the ranking; rank again first")),
  NOBODY_DRAWN(
      new Reason(
          409, "Không đơn vị nào được đề nghị theo xếp hạng", "Nobody is drawn from the ranking")),
  CONDITION_NOT_MET(
      new Reason(
          409,
          "Đơn vị không đạt điều kiện của quy chế",
          "The unit does not fulfil a condition of the regulation")),
  DEPARTURE_WITHOUT_REASON(
      new Reason(
          422,
          "Đề nghị khác với kết quả theo xếp hạng và quy chế: phải nêu lý do",
          "This is other than what the ranking and the regulation give: say why")),
  NOT_FOR_PEOPLE_TO_FIND(
      new Reason(
          422,
          "Quy chế không giao con người xác nhận điều kiện này",
          "The regulation does not leave this condition to people to find")),
  FINDING_WITHOUT_GROUND(
      new Reason(
          422,
          "Xác nhận phải có lý do hoặc tài liệu minh chứng",
          "A finding needs a reason or evidence")),
  FILE_NOT_KEPT(new Reason(422, "Chưa có tệp này", "There is no such file")),
  RULES_OF_BLOCS_DIFFER(
      new Reason(
          409,
          "Quy chế của các khối nêu khác nhau về số đề nghị chung",
          "The regulations of the blocs differ about the number they have together")),
  NOT_A_MEMBER_TODAY(
      new Reason(
          409,
          "Đơn vị không phải là thành viên của khối trong ngày hôm nay",
          "The unit is not a member of the bloc today")),
  UNIT_EXCLUDED(
      new Reason(
          409,
          "Đơn vị không được xét trong năm thi đua này",
          "The unit is excluded from this year")),
  UNRANKED_WITHOUT_REASON(
      new Reason(
          422,
          "Đơn vị không được xếp hạng: phải nêu lý do đề nghị",
          "The unit is not ranked: say why it is proposed")),
  UNIT_ALREADY_PROPOSED(
      new Reason(
          409, "Đơn vị đã được đề nghị danh hiệu này", "The unit is proposed for this already")),
  LEADER_OF_THE_CONTEST_FIRST(
      new Reason(
          409,
          "Cờ thi đua trước hết dành cho đơn vị dẫn đầu",
          "The flag is first for the unit that leads")),
  WHICH_AWARD(
      new Reason(
          422,
          "Quy chế có nhiều mục cho danh hiệu này; hãy ghi cơ quan khen đúng như trong quy chế",
          "The regulation has several rules for this title; write the authority as it does")),
  QUOTA_EXCEEDED(
      new Reason(409, "Vượt chỉ tiêu khen thưởng của khối", "More than the bloc may propose"));

  private final Reason reason;

  AwardRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
