package vn.giaouoc.command.award;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.award.AwardRejection.ALREADY_UPGRADED;
import static vn.giaouoc.command.award.AwardRejection.AWARD_ALREADY_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.AWARD_NOT_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.NOT_APPROVED;
import static vn.giaouoc.command.award.AwardRejection.NOT_DECIDED_YET;
import static vn.giaouoc.command.award.AwardRejection.NOT_FORWARDED;
import static vn.giaouoc.command.award.AwardRejection.NOT_GRANTED;
import static vn.giaouoc.command.award.AwardRejection.NOT_HELD;
import static vn.giaouoc.command.award.AwardRejection.NOT_KNOWN;
import static vn.giaouoc.command.award.AwardRejection.NOT_TO_BE_FORWARDED;
import static vn.giaouoc.command.award.AwardRejection.NOT_TO_BE_WITHDRAWN;
import static vn.giaouoc.command.award.AwardRejection.PROPOSED_IN_THE_CYCLE;
import static vn.giaouoc.command.award.AwardRejection.RECIPIENT_UNCLEAR;
import static vn.giaouoc.command.award.AwardRejection.WHERE_IT_WAS_PRESENTED;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.award.AwardCommand.Approve;
import vn.giaouoc.command.award.AwardCommand.Forward;
import vn.giaouoc.command.award.AwardCommand.Grant;
import vn.giaouoc.command.award.AwardCommand.Present;
import vn.giaouoc.command.award.AwardCommand.RecordAward;
import vn.giaouoc.command.award.AwardCommand.Refuse;
import vn.giaouoc.command.award.AwardCommand.Revoke;
import vn.giaouoc.command.award.AwardCommand.Upgrade;
import vn.giaouoc.command.award.AwardCommand.WithdrawProposal;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.award.AwardEvent.About;
import vn.giaouoc.shared.award.AwardEvent.Approved;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.AwardRecorded;
import vn.giaouoc.shared.award.AwardEvent.FateEvent;
import vn.giaouoc.shared.award.AwardEvent.Forwarded;
import vn.giaouoc.shared.award.AwardEvent.Granted;
import vn.giaouoc.shared.award.AwardEvent.Presented;
import vn.giaouoc.shared.award.AwardEvent.ProposalWithdrawn;
import vn.giaouoc.shared.award.AwardEvent.Recipient;
import vn.giaouoc.shared.award.AwardEvent.Refused;
import vn.giaouoc.shared.award.AwardEvent.Revoked;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardEvent.Upgraded;
import vn.giaouoc.shared.award.AwardStatus;

/**
 * One award, from its proposal to its end, which may be years later. A bloc proposes within its
 * quota and sends on; the board agrees or not, and records what an authority gave. What was given
 * and taken back stays in the record.
 */
@AggregateRoot(type = "award")
class Award extends Recordable<AwardEvent> implements Proposal {

  private @Nullable AwardStatus status;
  private @Nullable About about;
  private int yearOfMerit;
  private boolean direct;
  private boolean upgraded;

  @Override
  public @Nullable AwardStatus status() {
    return status;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(RecordAward command, Streams streams, Offices offices, Keeper keeper) {
    offices.mustBeTheBoard(command.envelope().actor());
    AWARD_ALREADY_PROPOSED.unless(status == null, command.stream());
    About whose = command.about();
    RECIPIENT_UNCLEAR.unless(whose.recipient().isOne());
    PROPOSED_IN_THE_CYCLE.unless(command.track() != Track.ANNUAL || whose.cycle() == null);
    Stream.<@Nullable Id>of(
            command.authority().unit(),
            whose.bloc(),
            whose.cycle(),
            whose.recipient().unit(),
            whose.recipient().bloc())
        .filter(Objects::nonNull)
        .forEach(id -> NOT_KNOWN.unless(streams.exists(requireNonNull(id)), id.stream()));
    tell(
        new AwardRecorded(
            command.award(),
            whose,
            command.title(),
            command.authority(),
            command.track(),
            command.yearOfMerit(),
            command.reason() == null ? null : keeper.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Forward command, Streams streams, Offices offices) {
    About whose = known(command);
    mayPropose(whose, command.envelope().actor(), offices);
    NOT_TO_BE_FORWARDED.unless(status == AwardStatus.PROPOSED, command.stream());
    NOT_KNOWN.unless(streams.exists(command.to()), command.to().stream());
    tell(new Forwarded(command.award(), whose, command.to(), command.paperNumber()), command);
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Approve command, Offices offices) {
    About whose = known(command);
    offices.mustBeTheBoard(command.envelope().actor());
    NOT_FORWARDED.unless(isBeforeTheBoard(), command.stream());
    tell(new Approved(command.award(), whose), command);
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Refuse command, Offices offices, Keeper keeper) {
    About whose = known(command);
    offices.mustBeTheBoard(command.envelope().actor());
    NOT_FORWARDED.unless(isBeforeTheBoard() || status == AwardStatus.APPROVED, command.stream());
    append(
        new Refused(command.award(), whose, keeper.words(command.reason())),
        amongThem(whose, command));
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Grant command, Streams streams, Offices offices) {
    About whose = known(command);
    offices.mustBeTheBoard(command.envelope().actor());
    NOT_APPROVED.unless(
        status == AwardStatus.APPROVED || (direct && isBeforeTheBoard()), command.stream());
    NOT_DECIDED_YET.unless(
        !command.decidedOn().isAfter(offices.today()), command.decidedOn().toString());
    NOT_KNOWN.unless(
        streams.exists(command.authority().unit()), command.authority().unit().stream());
    tell(
        new Granted(
            command.award(),
            whose,
            command.decisionNumber(),
            command.decidedOn(),
            command.authority()),
        command);
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Present command, Streams streams, Offices offices) {
    About whose = known(command);
    mayPropose(whose, command.envelope().actor(), offices);
    NOT_GRANTED.unless(status == AwardStatus.GRANTED, command.stream());
    WHERE_IT_WAS_PRESENTED.unless((command.conference() == null) != (command.ceremony() == null));
    NOT_KNOWN.unless(
        command.conference() == null || streams.exists(command.conference()),
        command.conference() == null ? null : command.conference().stream());
    tell(new Presented(command.award(), whose, command.conference(), command.ceremony()), command);
    return version();
  }

  /** The higher award begins at the same time; whoever gave this one does not decide that one. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Upgrade command, Streams streams, Offices offices) {
    About whose = known(command);
    offices.mustBeTheBoard(command.envelope().actor());
    NOT_HELD.unless(isHeld(), command.stream());
    ALREADY_UPGRADED.unless(!upgraded, command.stream());
    NOT_KNOWN.unless(
        streams.exists(command.authority().unit()), command.authority().unit().stream());
    AWARD_ALREADY_PROPOSED.unless(
        !command.higher().equals(command.award()), command.higher().stream());
    Aggregate<Award> higher = streams.hold(command.higher().stream());
    AWARD_ALREADY_PROPOSED.unless(
        higher.<Boolean>invoke(each -> each.status == null), command.higher().stream());
    tell(
        new Upgraded(
            command.award(), whose, command.higher(), command.title(), command.authority()),
        command);
    AwardRecorded begun =
        new AwardRecorded(
            command.higher(),
            whose,
            command.title(),
            command.authority(),
            Track.ANNUAL,
            yearOfMerit,
            null);
    higher.execute(each -> each.append(begun, command.envelope()));
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Revoke command, Offices offices, Keeper keeper) {
    About whose = known(command);
    offices.mustBeTheBoard(command.envelope().actor());
    NOT_HELD.unless(isHeld(), command.stream());
    tell(
        new Revoked(
            command.award(), whose, keeper.words(command.ground()), command.decisionNumber()),
        command);
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(WithdrawProposal command, Offices offices, Keeper keeper) {
    About whose = known(command);
    mayPropose(whose, command.envelope().actor(), offices);
    NOT_TO_BE_WITHDRAWN.unless(
        Set.of(AwardStatus.PROPOSED, AwardStatus.FORWARDED).contains(requireNonNull(status)),
        command.stream());
    append(
        new ProposalWithdrawn(command.award(), whose, keeper.words(command.reason())),
        amongThem(whose, command));
    return version();
  }

  private About known(AwardCommand command) {
    AWARD_NOT_PROPOSED.unless(about != null, command.stream());
    return requireNonNull(about);
  }

  /** The leader of the bloc that proposed it; the board, where none did, or in the bloc's place. */
  private static void mayPropose(About whose, Actor actor, Offices offices) {
    if (!offices.isTheBoard(actor)) {
      if (whose.bloc() == null) {
        offices.mustBeTheBoard(actor);
      } else {
        offices.mustLead(actor, whose.bloc());
      }
    }
  }

  /** What the board itself recorded needs not be sent to it. */
  private boolean isBeforeTheBoard() {
    return status == AwardStatus.FORWARDED || (direct && status == AwardStatus.PROPOSED);
  }

  private boolean isHeld() {
    return status == AwardStatus.GRANTED || status == AwardStatus.PRESENTED;
  }

  /** Who proposed in vain is known to the bloc and to the board. */
  private static Envelope amongThem(About whose, AwardCommand command) {
    return command
        .envelope()
        .forAudience(whose.bloc() == null ? Audience.BOARD : Audience.bloc(whose.bloc()));
  }

  @Override
  protected AskedFor asked(AwardEvent event, Stored stored) {
    return AwardAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    status = null;
    about = null;
    yearOfMerit = 0;
    direct = false;
    upgraded = false;
  }

  @Override
  protected void evolve(AwardEvent event, Since since) {
    switch (event) {
      case AwardProposed proposed -> {
        about = new About(proposed.bloc(), proposed.cycle(), Recipient.of(proposed.recipient()));
        yearOfMerit = proposed.yearOfMerit();
        status = status == null ? AwardStatus.PROPOSED : status;
      }
      case AwardRecorded recorded -> {
        about = recorded.about();
        yearOfMerit = recorded.yearOfMerit();
        direct = true;
        status = status == null ? AwardStatus.PROPOSED : status;
      }
      case FateEvent fate -> {
        about = fate.about();
        upgraded |= fate instanceof Upgraded;
        status = (status == null ? AwardStatus.PROPOSED : status).after(fate);
      }
    }
  }
}
