package vn.giaouoc.command.conference;

import vn.giaouoc.command.Rejection;

/** Why a command to a conference is refused. */
enum ConferenceRejection implements Rejection {
  CONFERENCE_ALREADY_CONVENED(
      new Reason(409, "Hội nghị này đã được triệu tập", "This conference is already convened")),
  CONFERENCE_NOT_CONVENED(
      new Reason(
          404, "Chưa có hội nghị nào được triệu tập như vậy", "There is no such conference")),
  BLOC_NOT_ESTABLISHED(new Reason(422, "Chưa có khối thi đua này", "There is no such bloc")),
  NO_CYCLE_NAMED(
      new Reason(
          422,
          "Hội nghị phải thuộc một hoặc hai năm thi đua khác nhau",
          "A conference belongs to one emulation year, or to two different ones")),
  CYCLE_OF_ANOTHER_BLOC(
      new Reason(
          422,
          "Năm thi đua này không phải của khối",
          "This emulation year is not one of the bloc")),
  CYCLE_NOT_OPEN(
      new Reason(
          409, "Năm thi đua này chưa mở hoặc đã khép lại", "This emulation year is not open")),
  CONFERENCE_ALREADY_OPENED(
      new Reason(409, "Hội nghị đã khai mạc", "The conference has already begun")),
  CONFERENCE_NOT_OPENED(new Reason(409, "Hội nghị chưa khai mạc", "The conference has not begun")),
  CONFERENCE_ADJOURNED(new Reason(409, "Hội nghị đang tạm dừng", "The conference is adjourned")),
  CONFERENCE_NOT_ADJOURNED(
      new Reason(409, "Hội nghị không tạm dừng", "The conference is not adjourned")),
  CONFERENCE_CLOSED(new Reason(409, "Hội nghị đã bế mạc", "The conference has ended")),
  CONFERENCE_NOT_CLOSED(new Reason(409, "Hội nghị chưa bế mạc", "The conference has not ended")),
  MINUTES_ALREADY_APPROVED(
      new Reason(
          409,
          "Biên bản đã được thư ký và chủ trì thông qua",
          "The minutes are approved by secretary and chair")),
  NOT_LEADING_THE_BLOC(
      new Reason(
          403,
          "Chỉ khối trưởng hoặc khối phó đương nhiệm được triệu tập, hoãn và khai mạc hội nghị",
          "Only the leader or a deputy in office may convene, postpone and open a conference")),
  NOT_RUNNING_THE_CONFERENCE(
      new Reason(
          403,
          "Chỉ khối trưởng, khối phó đương nhiệm hoặc thư ký hội nghị được làm việc này",
          "Only the leader, a deputy in office or a secretary of the conference may do this")),
  NOT_THE_SECRETARY(
      new Reason(
          403,
          "Đơn vị này không làm thư ký hội nghị",
          "This unit is not a secretary of the conference")),
  NOT_THE_CHAIR(
      new Reason(
          403,
          "Đơn vị này không chủ trì hội nghị",
          "This unit does not preside over the conference")),
  GUESTS_DO_NOT_RESOLVE(
      new Reason(
          403, "Khách mời không quyết nghị thay khối", "Guests do not resolve for the bloc")),
  NOBODY_NAMED(
      new Reason(
          422,
          "Cần nêu đơn vị, người hoặc chức danh của người dự",
          "A unit, a person or a capacity must be named")),
  UNIT_DOES_NOT_EXIST(
      new Reason(
          422,
          "Đơn vị này chưa có hoặc không còn tồn tại",
          "There is no such unit, or there is none any more")),
  NOT_A_MEMBER_THEN(
      new Reason(
          422,
          "Đơn vị này không phải thành viên của khối vào ngày hội nghị",
          "This unit was not a member of the bloc on the day of the conference")),
  LETTER_WITHOUT_MEMBER(
      new Reason(
          422,
          "Giấy ủy quyền chỉ dùng cho đơn vị thành viên dự hội nghị",
          "A letter of authority is for a member unit that attends")),
  CAPACITY_NOT_HELD(
      new Reason(
          422,
          "Đơn vị này không giữ vai trò đó vào ngày hội nghị",
          "This unit did not hold that office on the day of the conference")),
  VERSION_ALREADY_TABLED(
      new Reason(
          409,
          "Phiên bản này của văn bản đã được trình",
          "This version of the paper was already tabled")),
  DUE_BEFORE_THE_CONFERENCE(
      new Reason(
          422,
          "Thời hạn không thể trước ngày hội nghị",
          "It cannot be due before the day of the conference")),
  NO_SUCH_ASSIGNMENT(
      new Reason(
          422,
          "Hội nghị này không giao việc nào như vậy",
          "The conference made no such assignment")),
  NOT_ASSIGNED_TO_THIS_UNIT(
      new Reason(403, "Việc này không giao cho đơn vị đó", "This was not assigned to that unit")),
  ASSIGNMENT_ALREADY_DONE(
      new Reason(409, "Việc này đã báo cáo hoàn thành", "This is already reported as done")),
  POLL_OF_ANOTHER_BLOC(
      new Reason(
          422, "Khối không có biểu quyết nào như vậy", "The bloc has taken no such decision")),
  NOT_DECIDED(
      new Reason(
          409,
          "Việc này chưa được quyết định: chưa công bố kết quả, bằng phiếu, không đủ phiếu hoặc đã"
              + " hủy",
          "This is not decided: it is not closed, tied, short of votes, or void")),
  ALREADY_RESOLVED(
      new Reason(
          409,
          "Hội nghị đã quyết nghị về việc này",
          "The conference has already resolved on this")),
  MINUTES_DIFFER(
      new Reason(
          409,
          "Bên kia đã thông qua một văn bản khác của biên bản",
          "The other side approved another text of the minutes")),
  MINUTES_APPROVED_TWICE(
      new Reason(
          409, "Bên này đã thông qua biên bản đó", "This side has already approved these minutes")),
  MINUTES_NOT_APPROVED(
      new Reason(
          409,
          "Biên bản chưa được cả hai bên thông qua nên không cần mở lại",
          "The minutes are not approved by both sides, so there is nothing to reopen")),
  NOT_A_DRAFT(
      new Reason(
          422,
          "Dự thảo phải nêu vị trí nhật ký và mã tóm tắt đúng như đã đọc",
          "A draft is named by its position and its digest, just as they were read")),
  AGENDA_UNUSABLE(
      new Reason(
          422,
          "Chương trình phải có ít nhất một nội dung; mỗi nội dung có tên và mã riêng",
          "An agenda has an item at least; each has a title, and a key of its own")),
  AGENDA_ITEM_ALREADY_BEGUN(
      new Reason(
          409,
          "Nội dung đã bàn phải còn trong chương trình",
          "What was taken up already stays in the agenda")),
  NO_SUCH_AGENDA_ITEM(
      new Reason(422, "Chương trình không có nội dung này", "There is no such item in the agenda")),
  AGENDA_ITEM_UNDER_WAY(
      new Reason(409, "Nội dung này đang được bàn", "This item is under way already")),
  NO_AGENDA_ITEM_UNDER_WAY(
      new Reason(409, "Không có nội dung nào đang được bàn", "No item is under way")),
  NOT_CHAIRING(
      new Reason(
          403,
          "Chỉ chủ trì, khối trưởng, khối phó đương nhiệm hoặc thư ký hội nghị được làm việc này",
          "Only who presides, the leader, a deputy in office or a secretary of the conference may do"
              + " this")),
  NOT_ATTENDING(
      new Reason(422, "Đơn vị này không dự hội nghị", "This unit does not attend the conference")),
  ALREADY_WAITING(
      new Reason(409, "Đơn vị này đã đăng ký phát biểu", "This unit waits for the floor already")),
  NOT_WAITING(
      new Reason(
          409, "Đơn vị này không đăng ký phát biểu", "This unit does not wait for the floor")),
  HAS_THE_FLOOR(new Reason(409, "Đơn vị này đang phát biểu", "This unit has the floor already")),
  FLOOR_TAKEN(
      new Reason(
          409,
          "Đang có đơn vị khác phát biểu; phải kết thúc lượt đó trước",
          "Another unit has the floor; its turn must end first")),
  NOBODY_HAS_THE_FLOOR(
      new Reason(409, "Không có đơn vị nào đang phát biểu", "Nobody has the floor"));

  private final Reason reason;

  ConferenceRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
