package vn.giaouoc.command.scoring;

import static vn.giaouoc.command.RequestRejection.STALE_VERSION;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_A_DEPUTY;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.CYCLE;
import static vn.giaouoc.command.scoring.Scored.DAY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.STRANGER;
import static vn.giaouoc.command.scoring.ScoringRejection.SHEET_RETURNED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.scoring.RankingCommand.ScoreBloc;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Return;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReturned;

/** Who may not act learns that, and not what a stream has come to. */
class SeenTest {

  private static final Map<String, Long> STALE = Map.of(Commands.SEEN, 7L);
  private static final Map<String, Long> FRESH = Map.of(Commands.SEEN, 0L);
  private static final Envelope BY_STRANGER = Living.by(STRANGER, DAY);

  private static Living scored() {
    return Scored.bloc().given((Object[]) Scored.scores("900", "800", "700", "600"));
  }

  private static Return back(Envelope by) {
    return new Return(CYCLE, HEALTH, "thiếu dòng", by);
  }

  private static ScoreBloc rank(Envelope by) {
    return new ScoreBloc(CYCLE, Contest.WHOLE_BLOC, List.of(), List.of(), null, null, by);
  }

  @Test
  void an_outsider_is_told_that_it_may_not_act_whatever_it_claims_to_have_seen() {
    scored()
        .when(back(BY_STRANGER), STALE)
        .refused(NOT_THE_LEADER_OR_A_DEPUTY)
        .when(back(BY_STRANGER), FRESH)
        .refused(NOT_THE_LEADER_OR_A_DEPUTY)
        .when(rank(BY_STRANGER), STALE)
        .refused(NOT_THE_LEADER);
  }

  @Test
  void who_may_act_must_have_seen_the_stream_as_it_is_and_nothing_is_appended_otherwise() {
    scored()
        .when(back(BY_LEADER), STALE)
        .refused(STALE_VERSION)
        .when(rank(BY_LEADER), STALE)
        .refused(STALE_VERSION)
        .when(back(BY_LEADER), FRESH)
        .then(new SheetReturned(Scored.sheet(HEALTH), CYCLE, HEALTH, Living.words("thiếu dòng")));
  }

  @Test
  void what_came_since_may_be_why_it_is_refused_and_is_told_to_who_may_act() {
    Living living = scored().when(back(BY_LEADER), FRESH);
    living.when(back(BY_LEADER), FRESH).refused(STALE_VERSION);
    living.when(back(BY_STRANGER), FRESH).refused(NOT_THE_LEADER_OR_A_DEPUTY);
    living.when(back(BY_LEADER), Map.of(Commands.SEEN, 1L)).refused(SHEET_RETURNED);
  }
}
