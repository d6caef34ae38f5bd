package vn.giaouoc.command.award;

import java.util.List;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.award.AwardCommand.Approve;
import vn.giaouoc.command.award.AwardCommand.Candidate;
import vn.giaouoc.command.award.AwardCommand.Finding;
import vn.giaouoc.command.award.AwardCommand.Forward;
import vn.giaouoc.command.award.AwardCommand.Grant;
import vn.giaouoc.command.award.AwardCommand.Present;
import vn.giaouoc.command.award.AwardCommand.ProposeAwards;
import vn.giaouoc.command.award.AwardCommand.RecordAward;
import vn.giaouoc.command.award.AwardCommand.Refuse;
import vn.giaouoc.command.award.AwardCommand.Revoke;
import vn.giaouoc.command.award.AwardCommand.Upgrade;
import vn.giaouoc.command.award.AwardCommand.WithdrawProposal;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.award.AwardEvent.Approved;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.AwardRecorded;
import vn.giaouoc.shared.award.AwardEvent.Forwarded;
import vn.giaouoc.shared.award.AwardEvent.Granted;
import vn.giaouoc.shared.award.AwardEvent.Presented;
import vn.giaouoc.shared.award.AwardEvent.ProposalWithdrawn;
import vn.giaouoc.shared.award.AwardEvent.Refused;
import vn.giaouoc.shared.award.AwardEvent.Revoked;
import vn.giaouoc.shared.award.AwardEvent.Upgraded;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.Found;
import vn.giaouoc.shared.cycle.CycleEvent.How;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;

/** What was asked of an award, and of the proposals of a bloc. */
public final class AwardAsked {

  private AwardAsked() {}

  static AskedFor of(AwardEvent event, Stored stored) {
    AwardId award = event.award();
    Envelope act = stored.act();
    return switch (event) {
      case AwardRecorded(_, var about, var title, var authority, var track, var year, var reason) ->
          AskedFor.by(
              new RecordAward(
                  award,
                  about,
                  title,
                  authority,
                  track,
                  year,
                  reason == null ? null : reason.words(),
                  act));
      case Forwarded(_, _, var to, var number) -> AskedFor.by(new Forward(award, to, number, act));
      case Approved _ -> AskedFor.by(new Approve(award, act));
      case Refused(_, _, var reason) -> AskedFor.by(new Refuse(award, reason.words(), act));
      case Granted(_, _, var number, var decidedOn, var authority) ->
          AskedFor.by(new Grant(award, number, decidedOn, authority, act));
      case Presented(_, _, var conference, var ceremony) ->
          AskedFor.by(new Present(award, conference, ceremony, act));
      case Upgraded(_, _, var higher, var title, var authority) ->
          AskedFor.by(new Upgrade(award, higher, title, authority, act));
      case Revoked(_, _, var ground, var number) ->
          AskedFor.by(new Revoke(award, ground.words(), number, act));
      case ProposalWithdrawn(_, _, var reason) ->
          AskedFor.by(new WithdrawProposal(award, reason.words(), act));
      case AwardProposed _ -> AskedFor.Not.COMES_WITH_ANOTHER;
    };
  }

  /** The command by which awards were proposed; who was drawn by the rule is not named in it. */
  public static Command of(AwardsProposed proposed, Stored stored) {
    boolean drawn = proposed.drawing() != null && proposed.drawing().how() == How.DRAWN;
    AwardProposed begun =
        proposed.proposals().stream()
            .flatMap(each -> stored.elsewhere().apply(each.award().stream()).stream())
            .filter(AwardProposed.class::isInstance)
            .map(AwardProposed.class::cast)
            .findFirst()
            .orElse(null);
    ProposalsReasoned reasoned = stored.next(ProposalsReasoned.class);
    return new ProposeAwards(
        proposed.cycle(),
        proposed.title(),
        proposed.authority(),
        proposed.track(),
        proposed.contest(),
        drawn ? List.of() : proposed.proposals().stream().map(AwardAsked::candidate).toList(),
        reasoned == null
            ? List.of()
            : reasoned.findings().stream().map(AwardAsked::finding).toList(),
        begun == null ? null : begun.conference(),
        begun == null ? null : begun.decidedBy(),
        stored.act());
  }

  private static Candidate candidate(CycleEvent.Proposal proposal) {
    return new Candidate(
        proposal.unit(),
        proposal.award(),
        proposal.reason() == null ? null : proposal.reason().words());
  }

  private static Finding finding(Found found) {
    return new Finding(
        found.unit(),
        found.condition(),
        found.met(),
        found.reason() == null ? null : found.reason().words(),
        found.evidence());
  }
}
