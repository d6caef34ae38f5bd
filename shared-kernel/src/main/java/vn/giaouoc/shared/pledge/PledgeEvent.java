package vn.giaouoc.shared.pledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What one party promised for a cycle, and what it reported of it. The party is a unit; it is
 * absent where the bloc itself pledges, to whoever is over it.
 */
public sealed interface PledgeEvent extends Event {

  /** Which pledge. */
  PledgeId pledge();

  @Override
  default String stream() {
    return pledge().stream();
  }

  /**
   * The pledge of this party in this cycle.
   *
   * @param party who pledges; nothing for the bloc itself
   */
  static PledgeId idOf(CycleId cycle, @Nullable UnitId party) {
    return PledgeId.of(cycle.slug() + "." + (party == null ? "bloc" : party.slug()));
  }

  /**
   * The party began to put down what it would promise.
   *
   * @param term the years for which it pledges, where that is not the year of the cycle
   */
  record PledgeDrafted(PledgeId pledge, CycleId cycle, @Nullable UnitId party, @Nullable Term term)
      implements PledgeEvent {}

  /** A target was put into the draft, or changed there. */
  record TargetSet(PledgeId pledge, CycleId cycle, @Nullable UnitId party, Target target)
      implements PledgeEvent {}

  /** A target was taken out of the draft. */
  record TargetDropped(PledgeId pledge, CycleId cycle, @Nullable UnitId party, TargetId target)
      implements PledgeEvent {}

  /**
   * The pledge was signed.
   *
   * @param party who pledged; absent where the bloc itself did
   * @param textDigest digest of the text that was signed; absent where only the signing is told
   * @param conference where, if at a conference
   */
  record PledgeSigned(
      PledgeId pledge,
      CycleId cycle,
      @Nullable UnitId party,
      @Nullable String textDigest,
      @Nullable ConferenceId conference)
      implements PledgeEvent {}

  /**
   * What was promised by a signature: it comes with it, for the members of the bloc.
   *
   * @param term the years for which it is pledged, where that is not the year of the cycle
   * @param signatory who signed, if it was not whoever gave the command
   * @param text the text that was signed, where it was typed
   * @param file the text that was signed, where it is a file
   * @param targets the targets, as they stood then
   * @param late if it was signed after the deadline
   */
  record PromiseMade(
      PledgeId pledge,
      CycleId cycle,
      @Nullable UnitId party,
      @Nullable Term term,
      @Nullable PersonId signatory,
      @Nullable Words text,
      @Nullable FileId file,
      List<Target> targets,
      @Nullable Late late)
      implements PledgeEvent {}

  /**
   * A target was changed after it was signed; what it was before stays in the record.
   *
   * @param target the target as it is from now on
   * @param reason why
   * @param approvedBy the leader who approved it, if a leader did
   * @param conference the conference that approved it, if one did
   */
  record TargetAmended(
      PledgeId pledge,
      CycleId cycle,
      @Nullable UnitId party,
      Target target,
      Words reason,
      @Nullable UnitId approvedBy,
      @Nullable ConferenceId conference)
      implements PledgeEvent {}

  /**
   * The party reported what it had reached by the middle of the year.
   *
   * @param results one for every target, also where nothing is reported of it
   * @param late if it came after the deadline
   */
  record MidYearReviewSubmitted(
      PledgeId pledge,
      CycleId cycle,
      @Nullable UnitId party,
      List<Result> results,
      @Nullable Late late)
      implements PledgeEvent {}

  /**
   * The party reported what it had reached by the end of the year.
   *
   * @param results one for every target, also where nothing is reported of it
   * @param late if it came after the deadline
   */
  record YearEndReportSubmitted(
      PledgeId pledge,
      CycleId cycle,
      @Nullable UnitId party,
      List<Result> results,
      @Nullable Late late)
      implements PledgeEvent {}

  /**
   * A file was put beside a reported figure, to show that it is so.
   *
   * @param target of which target
   * @param stage of which report
   */
  @Correctable
  record EvidenceAttached(
      PledgeId pledge,
      CycleId cycle,
      @Nullable UnitId party,
      TargetId target,
      Stage stage,
      FileId file)
      implements PledgeEvent {}

  /**
   * The party ceased to be, and its pledge passed to a successor or ended.
   *
   * @param from whose it was
   * @param to who keeps it from now on; absent where it ended
   */
  record PledgeTransferred(PledgeId pledge, CycleId cycle, UnitId from, @Nullable UnitId to)
      implements PledgeEvent {}
}
