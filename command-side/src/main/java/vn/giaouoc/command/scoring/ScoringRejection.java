package vn.giaouoc.command.scoring;

import vn.giaouoc.command.Rejection;

/** Why a command about scores or a ranking is refused. */
enum ScoringRejection implements Rejection {
  CYCLE_NOT_OPEN(
      new Reason(
          409,
          "Năm thi đua chưa được mở hoặc đã kết thúc",
          "The emulation year is not open, or is over")),
  SCORING_SKIPPED(
      new Reason(
          409,
          "Khối không chấm điểm trong năm thi đua này",
          "The bloc does not score in this emulation year")),
  NOT_A_MEMBER_TODAY(
      new Reason(
          409,
          "Đơn vị không phải là thành viên của khối trong ngày hôm nay",
          "The unit is not a member of the bloc today")),
  OWN_SHEET(
      new Reason(
          403,
          "Đơn vị không được chấm hoặc kiểm tra bảng điểm của chính mình",
          "Nobody checks its own sheet")),
  NOTHING_TO_CHECK(
      new Reason(409, "Đơn vị chưa tự chấm điểm", "The unit has not scored itself yet")),
  NOTHING_ENTERED(
      new Reason(
          422,
          "Chưa nêu điểm: bỏ trống không phải là không điểm",
          "No points are given: missing is not zero")),
  TOTAL_DIFFERS(
      new Reason(
          422, "Tổng điểm không bằng tổng các dòng", "The total is not the sum of the lines")),
  CRITERION_NAMED_TWICE(
      new Reason(422, "Một tiêu chí được nêu hai lần", "A criterion is named twice")),
  POINTS_NOT_WELL_FORMED(
      new Reason(
          422,
          "Điểm có nhiều nhất chín chữ số phần nguyên và sáu chữ số thập phân",
          "Points have at most nine digits before the point and six after it")),
  POINTS_OUT_OF_RANGE(
      new Reason(
          422,
          "Điểm phải từ 0 đến mức tối đa theo quy chế",
          "Points must be from 0 to the maximum of the regulation")),
  NO_SCALE(
      new Reason(
          422,
          "Quy chế đang áp dụng không có thang điểm; hãy nhập điểm, không nhập số liệu",
          "The regulation in force has no scale; enter points, not figures")),
  POINTS_ARE_COMPUTED(
      new Reason(
          422,
          "Điểm do thang điểm của quy chế tính từ số liệu; hãy nhập số liệu, không nhập điểm",
          "The scale of the regulation makes points of figures; enter figures, not points")),
  NOT_A_CRITERION(
      new Reason(
          422,
          "Thang điểm của quy chế không có tiêu chí này",
          "The scale of the regulation has no such criterion")),
  FIGURE_DOES_NOT_FIT(
      new Reason(
          422,
          "Số liệu không phù hợp với cách chấm của tiêu chí",
          "The figure does not fit the way the criterion is scored")),
  LAYER_NOT_PROVIDED(
      new Reason(
          409,
          "Quy chế không quy định lượt chấm này",
          "The regulation does not provide for this layer")),
  POINTS_UNKNOWN(
      new Reason(
          409,
          "Chưa tính được điểm: điều chưa biết không phải là 0",
          "The points cannot be computed: what is not known is not zero")),
  RANK_RULE_UNKNOWN(
      new Reason(
          409,
          "Quy chế không nêu cách xếp hạng",
          "The regulation does not state how units are ranked")),
  SHEET_FROZEN(
      new Reason(
          409,
          "Bảng điểm đã chốt theo kết quả xếp hạng; phải mở lại trước khi sửa",
          "The sheet is frozen by the ranking; it must be reopened first")),
  SHEET_NOT_FROZEN(new Reason(409, "Bảng điểm chưa chốt", "The sheet is not frozen")),
  SHEET_RETURNED(
      new Reason(
          409,
          "Bảng điểm đã trả lại và đơn vị chưa chấm lại",
          "The sheet was returned, and the unit has not scored itself anew")),
  NO_SCORE_YET(new Reason(409, "Bảng điểm chưa có điểm nào", "There is no score in the sheet yet")),
  APPEAL_ALREADY_LODGED(
      new Reason(
          409,
          "Kiến nghị trước của đơn vị chưa được trả lời",
          "An earlier appeal of the unit is not answered yet")),
  NO_APPEAL(
      new Reason(409, "Không có kiến nghị nào đang chờ trả lời", "There is no appeal to answer")),
  NO_REGULATION_IN_FORCE(
      new Reason(
          409,
          "Chưa có quy chế có hiệu lực để xếp hạng",
          "No regulation is in force by which to rank")),
  RANKING_SKIPPED(
      new Reason(
          409,
          "Khối không xếp hạng trong năm thi đua này",
          "The bloc does not rank in this emulation year")),
  NOBODY_TO_RANK(new Reason(422, "Chưa nêu đơn vị nào để xếp hạng", "There is nobody to rank")),
  UNIT_NAMED_TWICE(new Reason(422, "Một đơn vị được nêu hai lần", "A unit is named twice")),
  NOT_ON_THE_ROLL(
      new Reason(
          409,
          "Đơn vị không có trong danh sách thành viên của khối trong ngày",
          "The unit is not on the roll of the day")),
  CONTEST_NOT_PROVIDED(
      new Reason(
          422,
          "Quy chế không có cuộc đua này",
          "The regulation does not provide for this contest")),
  NOT_IN_THE_CONTEST(
      new Reason(
          409,
          "Đơn vị không thuộc nhóm hoặc loại thành viên của cuộc đua này",
          "The unit is not of the group or kind that the contest is for")),
  MEMBER_NOT_PLACED(
      new Reason(
          409,
          "Chưa biết đơn vị thuộc nhóm hoặc loại thành viên nào: phải xếp nhóm trước",
          "It is not told of which group or kind the unit is: place it first")),
  UNIT_EXCLUDED(
      new Reason(
          409,
          "Đơn vị không được xét trong năm thi đua này",
          "The unit is excluded from this year")),
  POINTS_MISSING(
      new Reason(
          409,
          "Đơn vị chưa có điểm: bỏ trống không phải là không điểm",
          "The unit has no points: missing is not zero")),
  EQUAL_POINTS(
      new Reason(
          409,
          "Các đơn vị bằng điểm nhau: phải quyết định thứ tự",
          "Units have the same points: their order must be decided")),
  ORDER_OF_UNEQUALS(
      new Reason(
          422,
          "Chỉ quyết định thứ tự của những đơn vị bằng điểm nhau, và phải nêu đủ",
          "Only the order of units with the same points is decided, and of all of them")),
  ALREADY_SCORED(
      new Reason(
          409,
          "Đã xếp hạng; xếp hạng lại phải có lý do",
          "The ranking is made; making it again needs a reason")),
  NOTHING_REOPENED(
      new Reason(
          409,
          "Chưa có bảng điểm nào được mở lại kể từ lần xếp hạng trước",
          "No sheet was reopened since the ranking was made"));

  private final Reason reason;

  ScoringRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
