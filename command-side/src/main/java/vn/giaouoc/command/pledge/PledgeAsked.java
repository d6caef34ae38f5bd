package vn.giaouoc.command.pledge;

import java.util.List;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.pledge.PledgeCommand.AmendTarget;
import vn.giaouoc.command.pledge.PledgeCommand.AttachEvidence;
import vn.giaouoc.command.pledge.PledgeCommand.DraftPledge;
import vn.giaouoc.command.pledge.PledgeCommand.DropTarget;
import vn.giaouoc.command.pledge.PledgeCommand.SetTarget;
import vn.giaouoc.command.pledge.PledgeCommand.SignPledge;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitMidYearReview;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitYearEndReport;
import vn.giaouoc.command.pledge.PledgeCommand.TransferPledge;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.EvidenceAttached;
import vn.giaouoc.shared.pledge.PledgeEvent.MidYearReviewSubmitted;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeDrafted;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeTransferred;
import vn.giaouoc.shared.pledge.PledgeEvent.PromiseMade;
import vn.giaouoc.shared.pledge.PledgeEvent.TargetAmended;
import vn.giaouoc.shared.pledge.PledgeEvent.TargetDropped;
import vn.giaouoc.shared.pledge.PledgeEvent.TargetSet;
import vn.giaouoc.shared.pledge.PledgeEvent.YearEndReportSubmitted;
import vn.giaouoc.shared.pledge.PledgeId;
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Result.Reported;
import vn.giaouoc.shared.unit.UnitId;

/** What was asked of a pledge. */
final class PledgeAsked {

  private PledgeAsked() {}

  static AskedFor of(PledgeEvent event, Stored stored) {
    Envelope act = stored.act();
    return switch (event) {
      case PledgeDrafted(_, var cycle, var party, var term) ->
          AskedFor.by(new DraftPledge(cycle, party, term, act));
      case TargetSet(_, var cycle, var party, var target) ->
          AskedFor.by(new SetTarget(cycle, party, target, act));
      case TargetDropped(_, var cycle, var party, var target) ->
          AskedFor.by(new DropTarget(cycle, party, target, act));
      case PledgeSigned signed -> AskedFor.by(signing(signed, stored));
      case PromiseMade _ -> AskedFor.Not.COMES_WITH_ANOTHER;
      case TargetAmended(_, var cycle, var party, var target, var reason, _, var conference) ->
          AskedFor.by(new AmendTarget(cycle, party, target, reason.words(), conference, act));
      case MidYearReviewSubmitted(_, var cycle, var party, var results, _) ->
          AskedFor.by(new SubmitMidYearReview(cycle, party, reported(results), act));
      case YearEndReportSubmitted(_, var cycle, var party, var results, _) ->
          AskedFor.by(new SubmitYearEndReport(cycle, party, reported(results), act));
      case EvidenceAttached(_, var cycle, var party, var target, var stage, var file) ->
          AskedFor.by(new AttachEvidence(cycle, party, target, stage, file, act));
      case PledgeTransferred(var pledge, var cycle, _, var to) ->
          AskedFor.by(new TransferPledge(cycle, firstParty(pledge, cycle), to, act));
    };
  }

  private static SignPledge signing(PledgeSigned signed, Stored stored) {
    PromiseMade promise = stored.next(PromiseMade.class);
    return new SignPledge(
        signed.cycle(),
        signed.party(),
        signed.conference(),
        promise == null || promise.text() == null ? null : promise.text().words(),
        promise == null ? null : promise.file(),
        promise == null ? null : promise.signatory(),
        stored.act());
  }

  private static List<Reported> reported(List<Result> results) {
    return results.stream()
        .filter(result -> !result.missing())
        .map(
            result ->
                new Reported(
                    result.target(),
                    result.figure().actual(),
                    result.figure().reportedPercent(),
                    result.done(),
                    result.figure().items()))
        .toList();
  }

  /** Whose it was when it was begun: that names the pledge, whoever keeps it by now. */
  private static UnitId firstParty(PledgeId pledge, CycleId cycle) {
    return UnitId.of(pledge.slug().substring(cycle.slug().length() + 1));
  }
}
