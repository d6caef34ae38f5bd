package vn.giaouoc.command.award;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.award.AwardEvent.About;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of an award. */
sealed interface AwardCommand extends Command {

  AwardId award();

  @Override
  default String stream() {
    return award().stream();
  }

  /** Records an award that no bloc proposed within its quota. */
  record RecordAward(
      AwardId award,
      About about,
      Title title,
      Authority authority,
      Track track,
      int yearOfMerit,
      @Nullable String reason,
      Envelope envelope)
      implements AwardCommand {}

  /** Sends the proposal on. */
  record Forward(AwardId award, UnitId to, @Nullable String paperNumber, Envelope envelope)
      implements AwardCommand {}

  /** Agrees to it. */
  record Approve(AwardId award, Envelope envelope) implements AwardCommand {}

  /** Does not agree to it. */
  record Refuse(AwardId award, String reason, Envelope envelope) implements AwardCommand {}

  /** Gives it. */
  record Grant(
      AwardId award,
      String decisionNumber,
      LocalDate decidedOn,
      Authority authority,
      Envelope envelope)
      implements AwardCommand {}

  /** Hands it over. */
  record Present(
      AwardId award,
      @Nullable ConferenceId conference,
      @Nullable String ceremony,
      Envelope envelope)
      implements AwardCommand {}

  /** Seeks a higher one for its holder. */
  record Upgrade(AwardId award, AwardId higher, Title title, Authority authority, Envelope envelope)
      implements AwardCommand {}

  /** Takes it back. */
  record Revoke(AwardId award, String ground, String decisionNumber, Envelope envelope)
      implements AwardCommand {}

  /** Takes the proposal back. */
  record WithdrawProposal(AwardId award, String reason, Envelope envelope)
      implements AwardCommand {}

  /**
   * Proposes awards for members of a bloc, within its quota: a decision of the cycle.
   *
   * @param candidates for whom; nobody named: who is drawn from the ranking
   * @param findings what people find of units, where the regulation leaves that to them
   */
  record ProposeAwards(
      CycleId cycle,
      Title title,
      Authority authority,
      Track track,
      Contest contest,
      List<Candidate> candidates,
      List<Finding> findings,
      @Nullable ConferenceId conference,
      @Nullable PollId decidedBy,
      Envelope envelope)
      implements Command {

    /** Where nothing is left to people. */
    ProposeAwards(
        CycleId cycle,
        Title title,
        Authority authority,
        Track track,
        Contest contest,
        List<Candidate> candidates,
        @Nullable ConferenceId conference,
        @Nullable PollId decidedBy,
        Envelope envelope) {
      this(
          cycle,
          title,
          authority,
          track,
          contest,
          candidates,
          List.of(),
          conference,
          decidedBy,
          envelope);
    }

    @Override
    public String stream() {
      return cycle().stream();
    }
  }

  /**
   * A member for whom an award is proposed.
   *
   * @param award how the award shall be called; absent where its name follows from the rest
   * @param reason why it, which must be said where it is not ranked, or would not be drawn
   */
  record Candidate(UnitId unit, @Nullable AwardId award, @Nullable String reason) {}

  /**
   * What people find of a unit.
   *
   * @param condition the id of the condition
   * @param met whether the unit fulfils it
   * @param reason why they find so; it, or evidence, must be given
   * @param evidence what shows it
   */
  record Finding(
      UnitId unit, String condition, boolean met, @Nullable String reason, List<FileId> evidence) {}
}
