package vn.giaouoc.command.leadership;

import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.leadership.LeadershipCommand.AcceptHandover;
import vn.giaouoc.command.leadership.LeadershipCommand.AppointActing;
import vn.giaouoc.command.leadership.LeadershipCommand.DeclineDesignation;
import vn.giaouoc.command.leadership.LeadershipCommand.DesignateLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.EndActing;
import vn.giaouoc.command.leadership.LeadershipCommand.HandOverLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.Handed;
import vn.giaouoc.command.leadership.LeadershipCommand.InstallLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.ReplaceLeader;
import vn.giaouoc.command.leadership.LeadershipCommand.WithdrawDesignation;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.LeadershipEvent.ActingAppointed;
import vn.giaouoc.shared.leadership.LeadershipEvent.ActingEnded;
import vn.giaouoc.shared.leadership.LeadershipEvent.DesignationDeclined;
import vn.giaouoc.shared.leadership.LeadershipEvent.DesignationWithdrawn;
import vn.giaouoc.shared.leadership.LeadershipEvent.HandoverAccepted;
import vn.giaouoc.shared.leadership.LeadershipEvent.HandoverTendered;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeaderReplaced;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipAttested;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipHandedOver;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;

/** What was asked about the leadership of a bloc. */
final class LeadershipAsked {

  private LeadershipAsked() {}

  static AskedFor of(LeadershipEvent event, Stored stored) {
    Envelope act = stored.act();
    return switch (event) {
      case LeadershipDesignated(
              var bloc,
              var term,
              var leader,
              var deputies,
              var mode,
              _,
              var decidedBy) ->
          leader == null
              ? AskedFor.Not.RECORDED_LATER
              : AskedFor.by(
                  new DesignateLeadership(bloc, term, leader, deputies, mode, decidedBy, act));
      case LeadershipInstalled(var bloc, var term, _, _) ->
          AskedFor.by(new InstallLeadership(bloc, term, act));
      case DesignationDeclined(var bloc, var term, _, var reason) ->
          AskedFor.by(new DeclineDesignation(bloc, term, reason.words(), act));
      case DesignationWithdrawn(var bloc, var term, var reason) ->
          AskedFor.by(new WithdrawDesignation(bloc, term, reason.words(), act));
      case HandoverTendered(var bloc, var term, _, _, var inventory) ->
          AskedFor.by(
              new HandOverLeadership(
                  bloc,
                  term,
                  inventory.stream()
                      .map(item -> new Handed(item.thing(), item.what().words()))
                      .toList(),
                  act));
      case HandoverAccepted(var bloc, var term, _, var reservations) ->
          AskedFor.by(
              new AcceptHandover(
                  bloc, term, reservations == null ? null : reservations.words(), act));
      case LeaderReplaced(var bloc, var term, _, var leader, var deputies, var reason) ->
          AskedFor.by(new ReplaceLeader(bloc, term, leader, deputies, reason.words(), act));
      case ActingAppointed(var bloc, var unit, var until, var reason) ->
          AskedFor.by(new AppointActing(bloc, unit, until, reason.words(), act));
      case ActingEnded(var bloc, _) -> AskedFor.by(new EndActing(bloc, act));
      case LeadershipHandedOver _ -> AskedFor.Not.COMES_WITH_ANOTHER;
      case LeadershipAttested _ -> AskedFor.Not.RECORDED_LATER;
    };
  }
}
