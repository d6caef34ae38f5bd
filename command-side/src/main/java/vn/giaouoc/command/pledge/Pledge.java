package vn.giaouoc.command.pledge;

import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.pledge.PledgeRejection.ALREADY_SUBMITTED;
import static vn.giaouoc.command.pledge.PledgeRejection.CONFERENCE_NOT_KNOWN;
import static vn.giaouoc.command.pledge.PledgeRejection.FIGURE_NOT_REPORTED;
import static vn.giaouoc.command.pledge.PledgeRejection.NOTHING_TO_SIGN;
import static vn.giaouoc.command.pledge.PledgeRejection.OWN_TARGET_NEEDS_A_CONFERENCE;
import static vn.giaouoc.command.pledge.PledgeRejection.PLEDGE_ALREADY_DRAFTED;
import static vn.giaouoc.command.pledge.PledgeRejection.PLEDGE_ALREADY_SIGNED;
import static vn.giaouoc.command.pledge.PledgeRejection.PLEDGE_ENDED;
import static vn.giaouoc.command.pledge.PledgeRejection.PLEDGE_NOT_DRAFTED;
import static vn.giaouoc.command.pledge.PledgeRejection.PLEDGE_NOT_SIGNED;
import static vn.giaouoc.command.pledge.PledgeRejection.STEP_SKIPPED;
import static vn.giaouoc.command.pledge.PledgeRejection.SUCCESSOR_NOT_SUITABLE;
import static vn.giaouoc.command.pledge.PledgeRejection.TARGETS_ARE_FROZEN;
import static vn.giaouoc.command.pledge.PledgeRejection.TARGET_NOT_PROMISED;
import static vn.giaouoc.command.pledge.PledgeRejection.TOO_MANY;
import static vn.giaouoc.command.pledge.PledgeRejection.YEAR_END_ALREADY_REPORTED;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.correction.Corrects;
import vn.giaouoc.command.cycle.Duty;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.pledge.PledgeCommand.AmendTarget;
import vn.giaouoc.command.pledge.PledgeCommand.AttachEvidence;
import vn.giaouoc.command.pledge.PledgeCommand.DraftPledge;
import vn.giaouoc.command.pledge.PledgeCommand.DropTarget;
import vn.giaouoc.command.pledge.PledgeCommand.SetTarget;
import vn.giaouoc.command.pledge.PledgeCommand.SignPledge;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitMidYearReview;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitYearEndReport;
import vn.giaouoc.command.pledge.PledgeCommand.TransferPledge;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.pledge.Late;
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
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.regulation.Proposals.Known;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The pledge (giao ước) of one party for one cycle: drafted, signed, reported on twice. Signing
 * freezes its targets; after that they are only amended, with a reason and somebody's approval. A
 * draft is for the party alone, what was signed and reported for the members of the bloc.
 */
@AggregateRoot(type = "pledge")
class Pledge extends Recordable<PledgeEvent> implements Duty, Corrects {

  private static final int MOST_TARGETS = 200;

  private boolean drafted;
  private boolean signed;
  private boolean ended;
  private @Nullable Term term;
  private @Nullable UnitId successor;
  private final Map<TargetId, Target> targets = new LinkedHashMap<>();
  private final Map<Stage, List<Result>> reports = new EnumMap<>(Stage.class);
  private final Map<Step, Known> inTime = new EnumMap<>(Step.class);
  private final Set<Evidence> evidence = new HashSet<>();
  private final Map<Step, Fulfilled> fulfilled = new EnumMap<>(Step.class);

  private record Evidence(TargetId target, Stage stage, FileId file) {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(DraftPledge command, Streams streams, Offices offices) {
    Party party = party(command, streams, offices);
    PLEDGE_ALREADY_SIGNED.unless(!signed, command.pledge().slug(), party.clause(Step.PLEDGE));
    PLEDGE_ALREADY_DRAFTED.unless(!drafted, command.pledge().slug());
    append(
        new PledgeDrafted(command.pledge(), command.cycle(), command.party(), command.term()),
        forParty(command, party));
    return version();
  }

  @CommandHandler
  long handle(SetTarget command, Streams streams, Offices offices) {
    Party party = party(command, streams, offices);
    mustBeADraft(command, party);
    Targets.mustFit(command.target());
    TOO_MANY.unless(targets.size() < MOST_TARGETS || targets.containsKey(command.target().id()));
    append(
        new TargetSet(command.pledge(), command.cycle(), command.party(), command.target()),
        forParty(command, party));
    return version();
  }

  @CommandHandler
  long handle(DropTarget command, Streams streams, Offices offices) {
    Party party = party(command, streams, offices);
    mustBeADraft(command, party);
    TARGET_NOT_PROMISED.unless(targets.containsKey(command.target()), command.target().name());
    append(
        new TargetDropped(command.pledge(), command.cycle(), command.party(), command.target()),
        forParty(command, party));
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(SignPledge command, Streams streams, Offices offices, Keeper keeper, Files files) {
    Party party = party(command, streams, offices);
    PLEDGE_ALREADY_SIGNED.unless(!signed, command.pledge().slug(), party.clause(Step.PLEDGE));
    STEP_SKIPPED.unless(!party.skipped(Step.PLEDGE), null, party.clause(Step.PLEDGE));
    party.mustHaveBegun(Step.PLEDGE);
    NOTHING_TO_SIGN.unless(command.text() != null || command.file() != null || !targets.isEmpty());
    mustBeKept(command.file(), files);
    mustBeKnown(command.conference(), streams);
    Words text = command.text() == null ? null : keeper.words(command.text());
    tell(
        new PledgeSigned(
            command.pledge(),
            command.cycle(),
            command.party(),
            command.file() != null ? command.file().slug() : text == null ? null : text.words(),
            command.conference()),
        command);
    append(
        new PromiseMade(
            command.pledge(),
            command.cycle(),
            command.party(),
            term,
            command.signatory(),
            text,
            command.file(),
            List.copyOf(targets.values()),
            party.late(Step.PLEDGE)),
        forBloc(command, party));
    return version();
  }

  @CommandHandler
  long handle(AmendTarget command, Streams streams, Offices offices, Keeper keeper) {
    Party party = Party.of(command, holder(command), streams, offices);
    PLEDGE_ENDED.unless(!ended, command.pledge().slug());
    UnitId leader = offices.inOffice(party.bloc()).leaderOn(offices.today());
    UnitId holder = holder(command);
    if (command.conference() == null) {
      offices.mustLead(command.envelope().actor(), party.bloc());
      OWN_TARGET_NEEDS_A_CONFERENCE.unless(
          leader != null && holder != null && !holder.equals(leader), command.pledge().slug());
    } else if (!offices.leads(command.envelope().actor(), party.bloc())) {
      party.mustAct(offices);
    }
    mustBeKnown(command.conference(), streams);
    PLEDGE_NOT_SIGNED.unless(signed, command.pledge().slug(), party.clause(Step.PLEDGE));
    YEAR_END_ALREADY_REPORTED.unless(
        !yearEndSubmitted(), command.pledge().slug(), party.clause(Step.YEAR_END_REVIEW));
    TARGET_NOT_PROMISED.unless(
        targets.containsKey(command.target().id()), command.target().id().name());
    Targets.mustFit(command.target());
    append(
        new TargetAmended(
            command.pledge(),
            command.cycle(),
            command.party(),
            command.target(),
            keeper.words(command.reason()),
            command.conference() == null ? leader : null,
            command.conference()),
        forBloc(command, party));
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(SubmitMidYearReview command, Streams streams, Offices offices) {
    Party party = party(command, streams, offices);
    mustBeDue(command, party, Step.MID_YEAR_REVIEW, Stage.MID_YEAR);
    YEAR_END_ALREADY_REPORTED.unless(
        !yearEndSubmitted(), command.pledge().slug(), party.clause(Step.YEAR_END_REVIEW));
    append(
        new MidYearReviewSubmitted(
            command.pledge(),
            command.cycle(),
            command.party(),
            Targets.results(targets, Stage.MID_YEAR, command.results()),
            party.late(Step.MID_YEAR_REVIEW)),
        forBloc(command, party));
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(SubmitYearEndReport command, Streams streams, Offices offices) {
    Party party = party(command, streams, offices);
    mustBeDue(command, party, Step.YEAR_END_REVIEW, Stage.YEAR_END);
    append(
        new YearEndReportSubmitted(
            command.pledge(),
            command.cycle(),
            command.party(),
            Targets.results(targets, Stage.YEAR_END, command.results()),
            party.late(Step.YEAR_END_REVIEW)),
        forBloc(command, party));
    return version();
  }

  @CommandHandler
  long handle(AttachEvidence command, Streams streams, Offices offices, Files files) {
    Party party = party(command, streams, offices);
    FIGURE_NOT_REPORTED.unless(
        reports.getOrDefault(command.stage(), List.of()).stream()
            .anyMatch(result -> result.target().equals(command.target()) && !result.missing()),
        command.target().name());
    mustBeKept(command.file(), files);
    if (!evidence.contains(new Evidence(command.target(), command.stage(), command.file()))) {
      append(
          new EvidenceAttached(
              command.pledge(),
              command.cycle(),
              command.party(),
              command.target(),
              command.stage(),
              command.file()),
          forBloc(command, party));
    }
    return version();
  }

  @CommandHandler
  long handle(TransferPledge command, Streams streams, Offices offices) {
    Party party = Party.ofCycle(command, streams, offices);
    offices.mustBeTheBoard(command.envelope().actor());
    PLEDGE_NOT_DRAFTED.unless(drafted || signed, command.pledge().slug());
    PLEDGE_ENDED.unless(!ended, command.pledge().slug());
    UnitId from = successor == null ? command.party() : successor;
    UnitId to = command.to();
    SUCCESSOR_NOT_SUITABLE.unless(
        to == null || (!to.equals(from) && party.isMember(to, offices)),
        to == null ? null : to.slug());
    tell(new PledgeTransferred(command.pledge(), command.cycle(), from, to), command);
    return version();
  }

  /** Whether there is a draft, or was one before it was signed. */
  boolean isBegun() {
    return drafted || signed;
  }

  /** A target as it is now; nothing if there is none of this name. */
  @Nullable Target target(TargetId id) {
    return targets.get(id);
  }

  /** What was reported at a stage; nothing if no report was submitted. */
  List<Result> reported(Stage stage) {
    return reports.getOrDefault(stage, List.of());
  }

  /** Who pledges, and that it may today: every guard that all commands of a party share. */
  private Party party(PledgeCommand command, Streams streams, Offices offices) {
    Party party = Party.of(command, holder(command), streams, offices);
    PLEDGE_ENDED.unless(!ended, command.pledge().slug());
    party.mustAct(offices);
    return party;
  }

  private @Nullable UnitId holder(PledgeCommand command) {
    return successor == null ? command.party() : successor;
  }

  private void mustBeADraft(PledgeCommand command, Party party) {
    TARGETS_ARE_FROZEN.unless(!signed, command.pledge().slug(), party.clause(Step.PLEDGE));
    PLEDGE_NOT_DRAFTED.unless(drafted, command.pledge().slug());
  }

  /** A report is given once, at a step that is held, of a pledge that is signed. */
  private void mustBeDue(PledgeCommand command, Party party, Step step, Stage stage) {
    STEP_SKIPPED.unless(!party.skipped(step), command.pledge().slug(), party.clause(step));
    party.mustHaveBegun(step);
    PLEDGE_NOT_SIGNED.unless(
        signed || !party.mustComeBefore(Step.PLEDGE, step),
        command.pledge().slug(),
        party.clause(Step.PLEDGE));
    ALREADY_SUBMITTED.unless(
        !reports.containsKey(stage), command.pledge().slug(), party.clause(step));
  }

  private static void mustBeKept(@Nullable FileId file, Files files) {
    FILE_NOT_KEPT.unless(file == null || files.has(file), file == null ? null : file.slug());
  }

  private static void mustBeKnown(@Nullable ConferenceId conference, Streams streams) {
    CONFERENCE_NOT_KNOWN.unless(
        conference == null || streams.exists(conference),
        conference == null ? null : conference.slug());
  }

  /** A draft is for whoever makes it. */
  private static Envelope forParty(PledgeCommand command, Party party) {
    UnitId unit = party.unit();
    return command
        .envelope()
        .forAudience(unit == null ? Audience.leadership(party.bloc()) : Audience.unit(unit));
  }

  private static Envelope forBloc(PledgeCommand command, Party party) {
    return command.envelope().forAudience(Audience.bloc(party.bloc()));
  }

  @Override
  public boolean done(Step step) {
    return switch (step) {
      case PLEDGE -> signed;
      case MID_YEAR_REVIEW -> reports.containsKey(Stage.MID_YEAR);
      case YEAR_END_REVIEW -> yearEndSubmitted();
      case REGULATION, SCORING, RANKING, AWARD_PROPOSAL, DESIGNATION, HANDOVER -> false;
    };
  }

  @Override
  public Known inTime(Step step) {
    return inTime.getOrDefault(step, Known.UNKNOWN);
  }

  private void came(Step step, @Nullable Late late) {
    inTime.put(step, late == null ? Known.YES : Known.NO);
  }

  @Override
  public @Nullable Fulfilled fulfilled(Step step) {
    return fulfilled.get(step);
  }

  @Override
  public boolean isOpen() {
    return signed && !ended && !yearEndSubmitted();
  }

  private boolean yearEndSubmitted() {
    return reports.containsKey(Stage.YEAR_END);
  }

  @Override
  public boolean mayCorrect(Event fact, Actor actor, Offices offices) {
    return fact instanceof EvidenceAttached evidence
        && evidence.party() != null
        && offices.actsFor(actor, evidence.party());
  }

  @Override
  protected AskedFor asked(PledgeEvent event, Stored stored) {
    return PledgeAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    drafted = false;
    signed = false;
    inTime.clear();
    ended = false;
    term = null;
    successor = null;
    targets.clear();
    reports.clear();
    evidence.clear();
    fulfilled.clear();
  }

  @Override
  protected void evolve(PledgeEvent event, Since since) {
    switch (event) {
      case PledgeDrafted begun -> {
        drafted = true;
        term = begun.term();
      }
      case TargetSet set -> targets.put(set.target().id(), set.target());
      case TargetDropped dropped -> targets.remove(dropped.target());
      case PledgeSigned _ -> {
        signed = true;
        did(Step.PLEDGE, since);
      }
      case PromiseMade promise -> came(Step.PLEDGE, promise.late());
      case TargetAmended amended -> targets.put(amended.target().id(), amended.target());
      case MidYearReviewSubmitted review -> {
        reports.put(Stage.MID_YEAR, review.results());
        came(Step.MID_YEAR_REVIEW, review.late());
        did(Step.MID_YEAR_REVIEW, since);
      }
      case YearEndReportSubmitted report -> {
        reports.put(Stage.YEAR_END, report.results());
        came(Step.YEAR_END_REVIEW, report.late());
        did(Step.YEAR_END_REVIEW, since);
      }
      case EvidenceAttached attached ->
          evidence.add(new Evidence(attached.target(), attached.stage(), attached.file()));
      case PledgeTransferred(_, _, _, var to) -> {
        successor = to;
        ended = to == null;
      }
    }
  }

  private void did(Step step, Since since) {
    fulfilled.putIfAbsent(step, new Fulfilled(since.from(), since.version()));
  }
}
