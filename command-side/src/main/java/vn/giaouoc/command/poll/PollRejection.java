package vn.giaouoc.command.poll;

import vn.giaouoc.command.Rejection;

/** Why a command to a poll is refused. */
enum PollRejection implements Rejection {
  POLL_ALREADY_CALLED(
      new Reason(409, "Cuộc biểu quyết này đã được nêu", "This poll is already called")),
  POLL_NOT_CALLED(new Reason(404, "Chưa có cuộc biểu quyết này", "There is no such poll")),
  CONFERENCE_NOT_CONVENED(
      new Reason(
          422, "Chưa có hội nghị nào được triệu tập như vậy", "There is no such conference")),
  CYCLE_NOT_OF_THE_CONFERENCE(
      new Reason(
          422,
          "Hội nghị không thuộc năm thi đua này",
          "The conference does not belong to this emulation year")),
  NOT_RUNNING_THE_CONFERENCE(
      new Reason(
          403,
          "Chỉ khối trưởng, khối phó đương nhiệm hoặc thư ký hội nghị được làm việc này",
          "Only the leader, a deputy in office or a secretary of the conference may do this")),
  CONFERENCE_NOT_SITTING(
      new Reason(
          409,
          "Hội nghị chưa khai mạc, đang tạm dừng hoặc đã bế mạc",
          "The conference has not begun, is adjourned, or has ended")),
  OPTIONS_UNUSABLE(
      new Reason(
          422,
          "Cần ít nhất một phương án; mỗi phương án có mã riêng (chữ thường không dấu, số, nối bằng"
              + " - hoặc .) và nêu một đơn vị hoặc một nội dung",
          "There must be an option; each has a key of its own (small letters and digits, joined by"
              + " - or .) and a unit or a text")),
  CANDIDATE_NOT_A_MEMBER(
      new Reason(
          422,
          "Đơn vị này không phải thành viên của khối",
          "This unit is not a member of the bloc")),
  CANDIDATE_EXCLUDED(
      new Reason(
          422,
          "Đơn vị này bị loại khỏi bình xét năm nay",
          "This unit is excluded from this year's ranking and awards")),
  SEATS_OR_CHOICES_UNUSABLE(
      new Reason(
          422,
          "Số được chọn phải từ 1 đến số phương án, số lựa chọn mỗi phiếu từ 1 đến số được chọn",
          "Seats are from 1 to the number of options, choices from 1 to the number of seats")),
  THRESHOLD_UNUSABLE(
      new Reason(
          422,
          "Tỷ lệ cần đạt không hợp lệ với cách biểu quyết này",
          "That share of votes cannot be asked for in this kind of poll")),
  METHOD_NOT_OFFERED(
      new Reason(
          422,
          "Không thể biểu quyết bằng cách này; hãy chọn thống nhất, giơ tay, ghi danh hoặc bỏ phiếu",
          "It cannot be voted in this way: take consensus, hands, named vote or ballot")),
  TWO_TELLERS_NEEDED(
      new Reason(
          422,
          "Cần ít nhất hai đơn vị thành viên khác nhau kiểm phiếu",
          "Two different member units must count")),
  EARLIER_POLL_STANDS(
      new Reason(
          409,
          "Cuộc biểu quyết trước đã có kết quả, hoặc không phải của khối này",
          "The earlier poll has an outcome, or is not one of this bloc")),
  VOTED_ON_BEFORE(
      new Reason(
          409,
          "Vấn đề này đã được đưa ra biểu quyết; phải nêu cuộc biểu quyết trước đó",
          "This matter was put to the vote before; the earlier poll must be named")),
  VOTED_ON_AGAIN(
      new Reason(
          409,
          "Câu hỏi này đã được đưa ra biểu quyết lại",
          "This question is already being voted on again")),
  ONLY_THE_TIED_GO_ON(
      new Reason(
          422,
          "Chỉ biểu quyết lại giữa các phương án bằng phiếu",
          "Only those with equal votes are voted on again")),
  QUESTIONS_UNUSABLE(
      new Reason(
          422,
          "Phiếu cần từ 1 đến 20 câu hỏi; mỗi câu có mã riêng (chữ thường không dấu, số, nối bằng -"
              + " hoặc .) và nêu quyết định về việc gì",
          "A paper has 1 to 20 questions; each has a key of its own (small letters and digits,"
              + " joined by - or .) and says what is decided")),
  QUESTIONS_DIFFER(
      new Reason(
          422,
          "Cần trả lời đúng các câu hỏi trên phiếu, mỗi câu một lần",
          "The questions must be those of the paper, each once")),
  METHOD_NOT_PROVIDED(
      new Reason(
          422,
          "Quy chế không cho quyết định việc này bằng cách ấy",
          "The regulation does not provide this way of deciding it")),
  ROUNDS_SPENT(
      new Reason(
          409,
          "Đã biểu quyết đủ số vòng mà quy chế cho phép",
          "It has been voted on as often as the regulation allows")),
  RULES_DIFFER(
      new Reason(
          422,
          "Quy chế quy định khác nhau cho các việc trên cùng một phiếu; hãy tách thành nhiều phiếu",
          "The regulation has different rules for what stands on this paper; use several papers")),
  THRESHOLD_NOT_THE_RULE(
      new Reason(
          422,
          "Tỷ lệ cần đạt khác với quy chế",
          "The share of votes differs from that of the regulation")),
  COUNCIL_WITHOUT_LEADER(
      new Reason(
          422,
          "Khối này chưa có khối trưởng đương nhiệm để tham gia biểu quyết",
          "This bloc has no leader in office who could vote")),
  NO_QUORUM(
      new Reason(
          409,
          "Số đơn vị có mặt chưa đủ để biểu quyết theo quy chế",
          "Too few attend for a vote under the regulation")),
  ABSENCE_NOT_PROVIDED(
      new Reason(
          422,
          "Quy chế không cho đơn vị vắng mặt biểu quyết bằng cách này",
          "The regulation does not let an absent unit vote in this way")),
  NOT_IN_THE_ELECTORATE(
      new Reason(
          422,
          "Đơn vị này không có quyền biểu quyết trong lần này",
          "This unit may not vote in this poll")),
  NOT_ADMITTED(
      new Reason(
          409,
          "Đơn vị này không có mặt và chưa được ghi nhận cách biểu quyết khi vắng mặt",
          "This unit does not attend, and no way of voting in its absence is admitted")),
  ATTENDS(new Reason(409, "Đơn vị này có mặt tại hội nghị", "This unit attends the conference")),
  ALREADY_ADMITTED(
      new Reason(
          409,
          "Đã ghi nhận cách biểu quyết của đơn vị vắng mặt này",
          "How this absent unit votes is already recorded")),
  HOLDER_UNUSABLE(
      new Reason(
          422,
          "Biểu quyết thay cần nêu một đơn vị khác, có mặt và có quyền biểu quyết; ý kiến bằng văn"
              + " bản thì không nêu",
          "A proxy needs another unit that attends and may vote; a written opinion has none")),
  ANSWER_UNUSABLE(
      new Reason(
          422,
          "Câu trả lời không hợp lệ: chọn trong các phương án, mỗi phương án một lần, không quá số"
              + " được chọn",
          "The answer does not count: it takes options of the question, each once, no more than"
              + " may be chosen")),
  CLAUSE_NEEDED(
      new Reason(
          422,
          "Cần nêu điều khoản cho phép cách quyết định này",
          "The clause that provides for this must be told")),
  ANOTHER_STEP_FIRST(
      new Reason(
          409,
          "Theo quy chế, khi bằng phiếu phải theo bước khác trước",
          "By the regulation another step comes first where votes are equal")),
  LOTS_CALLED(new Reason(409, "Việc bốc thăm đã bắt đầu", "Lots are being drawn already")),
  LOTS_NEED_TWO(
      new Reason(
          422,
          "Cần ít nhất hai đơn vị khác nhau có quyền biểu quyết cùng bốc thăm",
          "Lots are drawn by at least two different units that may vote")),
  NO_LOTS(new Reason(409, "Không có việc bốc thăm nào đang diễn ra", "No lots are being drawn")),
  NOT_DRAWING(
      new Reason(
          403, "Đơn vị này không tham gia bốc thăm", "This unit is not among those that draw")),
  LOT_MALFORMED(
      new Reason(
          422,
          "Cần 64 chữ số thập lục phân viết thường",
          "It must be 64 hexadecimal figures in small letters")),
  ALREADY_COMMITTED(
      new Reason(
          409, "Đơn vị này đã gửi mã cam kết", "This unit has already committed itself to a seed")),
  NOT_ALL_COMMITTED(
      new Reason(
          409,
          "Chỉ công bố số bốc thăm khi mọi đơn vị đã gửi mã cam kết",
          "Seeds are revealed only when all have committed themselves")),
  ALREADY_REVEALED(
      new Reason(
          409, "Đơn vị này đã công bố số bốc thăm", "This unit has already revealed its seed")),
  ANOTHER_SEED(
      new Reason(
          422,
          "Số bốc thăm không khớp với mã cam kết đã gửi",
          "The seed is not the one to which the unit committed itself")),
  POLL_ALREADY_OPEN(
      new Reason(409, "Cuộc biểu quyết đã bắt đầu", "The poll has already been opened")),
  POLL_NOT_OPEN(new Reason(409, "Cuộc biểu quyết chưa bắt đầu", "The poll is not open yet")),
  POLL_CLOSED(
      new Reason(409, "Cuộc biểu quyết đã có kết quả", "The poll is closed with its outcome")),
  POLL_NOT_CLOSED(
      new Reason(409, "Cuộc biểu quyết chưa có kết quả", "The poll has no outcome yet")),
  POLL_VOID(new Reason(409, "Cuộc biểu quyết đã bị hủy", "The poll is void")),
  NOBODY_MAY_VOTE(new Reason(409, "Không có đơn vị nào được biểu quyết", "No unit may vote in it")),
  NOT_ON_THE_ROLL(
      new Reason(
          422,
          "Đơn vị này không có trong danh sách thành viên",
          "This unit is not on the roll of members")),
  NOT_EXCLUDED(
      new Reason(
          422,
          "Không có quyết định loại đơn vị này trong năm thi đua",
          "This unit is not excluded in this emulation year")),
  ANOTHER_METHOD(
      new Reason(
          409,
          "Cuộc biểu quyết này được quyết định bằng cách khác",
          "This poll is decided in another way")),
  OPTIONS_DIFFER(
      new Reason(
          422,
          "Cần nêu đúng các phương án đã đưa ra, mỗi phương án một lần",
          "The options must be those that were called, each once")),
  TOO_MANY_CHOSEN(
      new Reason(
          422, "Số được chọn nhiều hơn số cần chọn", "More are chosen than there are seats")),
  ALREADY_COUNTED(new Reason(409, "Đã ghi nhận kết quả này", "This is already recorded")),
  NOT_A_TELLER(
      new Reason(
          403,
          "Đơn vị này không kiểm phiếu cuộc biểu quyết này",
          "This unit does not count this poll")),
  COUNT_BELOW_ZERO(new Reason(422, "Số đếm không thể âm", "A count cannot be below zero")),
  MORE_HANDS_THAN_VOTERS(
      new Reason(
          422,
          "Số tay giơ nhiều hơn số đơn vị được biểu quyết",
          "More hands were counted than there are voters")),
  MORE_ISSUED_THAN_VOTERS(
      new Reason(
          422,
          "Số phiếu phát ra nhiều hơn số đơn vị được biểu quyết",
          "More papers were issued than there are voters")),
  MORE_RETURNED_THAN_ISSUED(
      new Reason(
          422,
          "Số phiếu thu về nhiều hơn số phiếu phát ra",
          "More papers were returned than issued")),
  PAPERS_DO_NOT_ADD_UP(
      new Reason(
          422,
          "Số phiếu hợp lệ và không hợp lệ không bằng số phiếu thu về",
          "Valid and invalid papers are not as many as were returned")),
  MORE_VOTES_THAN_PAPERS(
      new Reason(
          422,
          "Số lượt chọn nhiều hơn các phiếu hợp lệ cho phép",
          "There are more votes than the valid papers can hold")),
  TALLY_CERTIFIED(
      new Reason(409, "Biên bản kiểm phiếu đã được xác nhận", "The tally is already certified")),
  NO_TALLY(new Reason(409, "Chưa có biên bản kiểm phiếu", "There is no tally yet")),
  SAME_TELLER(
      new Reason(
          403,
          "Người xác nhận phải là một kiểm phiếu viên khác",
          "Another teller must certify it")),
  TALLIES_DIFFER(
      new Reason(
          422,
          "Số liệu xác nhận khác với số liệu đã ghi",
          "What is certified differs from what was recorded")),
  /** Its keys take a while to make, so they are made before anything is decided. */
  BOX_NOT_READY(
      new Reason(
          409,
          "Hòm phiếu kín chưa sẵn sàng; hãy thử lại",
          "The box for secret papers is not ready; try again")),
  CASTING_ENDED(
      new Reason(
          409,
          "Đã hết thời gian bỏ phiếu, không phát phiếu nữa",
          "Casting has ended; no further paper is issued")),
  ANOTHER_TOKEN(
      new Reason(
          409,
          "Đơn vị đã nhận phiếu trên một thiết bị khác; mỗi đơn vị chỉ được phát một phiếu",
          "The unit was issued its paper on another device; each unit is issued one")),
  WRITTEN_IS_NOT_SECRET(
      new Reason(
          409,
          "Ý kiến bằng văn bản không thể giữ kín, nên không dùng được trong bỏ phiếu kín",
          "An opinion in writing cannot be kept secret, so a secret ballot does not take it")),
  NOTHING_TO_CLOSE_WITH(
      new Reason(
          409,
          "Chưa có kết quả được ghi nhận và xác nhận",
          "Nothing is recorded and certified yet")),
  NOT_TIED(new Reason(409, "Kết quả không bằng phiếu", "The outcome is not tied")),
  NOT_THE_CHAIR(
      new Reason(
          403,
          "Chỉ người chủ trì hội nghị được quyết định khi bằng phiếu",
          "Only who presides over the conference may decide a tie")),
  NOT_AMONG_THE_TIED(
      new Reason(
          422,
          "Phải chọn đủ số còn thiếu trong các phương án bằng phiếu",
          "As many as are missing must be chosen, from those that are tied"));

  private final Reason reason;

  PollRejection(Reason reason) {
    this.reason = reason;
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
