package vn.giaouoc.command.correction;

import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.TODAY;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.correction.CorrectionRejection.NOT_YOURS_TO_CORRECT;
import static vn.giaouoc.command.correction.CorrectionRejection.YEAR_IS_OVER;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.movement.MovementEvent.MovementJoined;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.movement.MovementEvent.MovementResultReported;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.EvidenceAttached;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.pledge.PledgeId;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.report.ReportEvent.Stage;

/**
 * A unit puts right what it told of a year while it is a member and the year goes on; after that
 * only the board does.
 */
class CorrectionAfterTheYearTest {

  private static final PledgeId PLEDGE = PledgeEvent.idOf(CYCLE, MEMBER);
  private static final MovementId MOVEMENT = MovementId.of("kien-giang.phong-trao");

  private static Living told() {
    return Lived.year()
        .given(
            new PledgeSigned(PLEDGE, CYCLE, MEMBER, null, null),
            new EvidenceAttached(
                PLEDGE, CYCLE, MEMBER, new TargetId("1"), Stage.MID_YEAR, FileId.of("aa")),
            new MovementLaunched(MOVEMENT, "Thi đua", MEMBER, null, null),
            new MovementJoined(MOVEMENT, BLOC, CYCLE),
            new MovementResultReported(
                MOVEMENT, BLOC, CYCLE, MEMBER, Living.words("kết quả"), List.of()));
  }

  private static Correct evidence(Envelope by) {
    return new Correct(PLEDGE.stream(), 1, "nhầm tệp", null, null, by);
  }

  private static Correct result(Envelope by) {
    return new Correct(MOVEMENT.stream(), 2, "nhầm số", null, null, by);
  }

  private static FactCorrected corrected(Correct command) {
    return new FactCorrected(command.stream(), command.version(), Living.words(command.reason()));
  }

  @Test
  void a_member_corrects_what_it_told_of_a_year_that_goes_on() {
    for (Correct each : List.of(evidence(by(MEMBER)), result(by(MEMBER)))) {
      told().when(each).then(corrected(each));
    }
  }

  @Test
  void who_has_left_the_bloc_corrects_nothing_there_any_more() {
    for (Correct each : List.of(evidence(by(MEMBER)), result(by(MEMBER)))) {
      told().given(new MemberReleased(BLOC, MEMBER)).when(each).refused(NOT_YOURS_TO_CORRECT);
    }
  }

  @Test
  void of_a_year_that_is_over_only_the_board_corrects_what_was_told() {
    for (Correct each : List.of(evidence(by(MEMBER)), result(by(MEMBER)))) {
      told().given(new CycleClosed(CYCLE, List.of())).when(each).refused(YEAR_IS_OVER);
    }
    Envelope board = Living.byTheBoard(TODAY);
    for (Correct each : List.of(evidence(board), result(board))) {
      told()
          .given(new CycleClosed(CYCLE, List.of()), new MemberReleased(BLOC, MEMBER))
          .when(each)
          .then(corrected(each));
    }
  }
}
