package vn.giaouoc.command.complaint;

import static vn.giaouoc.command.complaint.ComplaintRejection.ALREADY_ACCEPTED;
import static vn.giaouoc.command.complaint.ComplaintRejection.ALREADY_SUSPENDED;
import static vn.giaouoc.command.complaint.ComplaintRejection.BOARD_MUST_HANDLE_IT;
import static vn.giaouoc.command.complaint.ComplaintRejection.COMPLAINED_OF;
import static vn.giaouoc.command.complaint.ComplaintRejection.COMPLAINT_ALREADY_LODGED;
import static vn.giaouoc.command.complaint.ComplaintRejection.COMPLAINT_ENDED;
import static vn.giaouoc.command.complaint.ComplaintRejection.COMPLAINT_NOT_LODGED;
import static vn.giaouoc.command.complaint.ComplaintRejection.DENUNCIATION_NAMES_SOMEBODY;
import static vn.giaouoc.command.complaint.ComplaintRejection.EVENT_OF_ANOTHER_BLOC;
import static vn.giaouoc.command.complaint.ComplaintRejection.HANDLED_THERE_ALREADY;
import static vn.giaouoc.command.complaint.ComplaintRejection.NEVER_A_MEMBER;
import static vn.giaouoc.command.complaint.ComplaintRejection.NOBODY_CAN_WITHDRAW_IT;
import static vn.giaouoc.command.complaint.ComplaintRejection.NOT_ACCEPTED;
import static vn.giaouoc.command.complaint.ComplaintRejection.NOT_HANDLING_IT;
import static vn.giaouoc.command.complaint.ComplaintRejection.NO_SUCH_EVENT;
import static vn.giaouoc.command.complaint.ComplaintRejection.OWN_COMPLAINT;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.complaint.ComplaintCommand.AcceptComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.DecideComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.DeclineComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.Denounce;
import vn.giaouoc.command.complaint.ComplaintCommand.LodgeComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.SuspendEffect;
import vn.giaouoc.command.complaint.ComplaintCommand.TransferComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.WithdrawComplaint;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Ids;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.complaint.ComplaintEvent;
import vn.giaouoc.shared.complaint.ComplaintEvent.About;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintAccepted;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDecided;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDeclined;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintLodged;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintTransferred;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintWithdrawn;
import vn.giaouoc.shared.complaint.ComplaintEvent.Effect;
import vn.giaouoc.shared.complaint.ComplaintEvent.EffectSuspended;
import vn.giaouoc.shared.complaint.ComplaintEvent.Handler;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A complaint of a unit, or a denunciation by somebody who is named nowhere. It is taken up or
 * declined, may be given to another to handle, may suspend what it complains of, and is decided or
 * withdrawn. The leadership handles what does not concern it; all else is the board's.
 */
@AggregateRoot(type = "complaint")
class Complaint extends Recordable<ComplaintEvent> {

  /** Stands for whoever denounces. */
  static final Actor NOBODY = new Actor("anonymous", null, "denouncer");

  private @Nullable ComplaintLodged lodged;
  private Handler handler = Handler.BOARD;
  private boolean accepted;
  private boolean ended;
  private final Set<Effect> suspended = EnumSet.noneOf(Effect.class);

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(LodgeComplaint command, Streams streams, Offices offices, Keeper keeper) {
    COMPLAINT_ALREADY_LODGED.unless(lodged == null, command.stream());
    offices.mustActFor(command.envelope().actor(), command.by());
    Envelope event = complainedOf(command.about(), command.bloc(), streams);
    NEVER_A_MEMBER.unless(
        offices.roll(command.bloc()).membersOn(offices.today()).contains(command.by())
            || offices
                .roll(command.bloc())
                .membersOn(event.occurredOn().on().firstDay())
                .contains(command.by()),
        command.by().slug());
    UnitId of = actor(event).unit();
    boolean ofLeadership = of == null || isLed(of, command.bloc(), offices);
    boolean byLeadership = isLed(command.by(), command.bloc(), offices);
    append(
        new ComplaintLodged(
            command.complaint(),
            command.bloc(),
            command.about(),
            command.by(),
            of,
            ofLeadership || byLeadership ? Handler.BOARD : Handler.LEADERSHIP,
            keeper.words(command.text())),
        command.envelope().forAudience(Audience.bloc(command.bloc())));
    return version();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(Denounce command, Streams streams, Keeper keeper) {
    COMPLAINT_ALREADY_LODGED.unless(lodged == null, command.stream());
    DENUNCIATION_NAMES_SOMEBODY.unless(command.envelope().actor().equals(NOBODY));
    Envelope event = complainedOf(command.about(), command.bloc(), streams);
    append(
        new ComplaintLodged(
            command.complaint(),
            command.bloc(),
            command.about(),
            null,
            actor(event).unit(),
            Handler.BOARD,
            keeper.words(command.text())),
        command.envelope().forAudience(Audience.BOARD));
    return version();
  }

  @CommandHandler
  long handle(AcceptComplaint command, Streams streams, Offices offices) {
    handled(command, streams, offices);
    ALREADY_ACCEPTED.unless(!accepted, command.stream());
    record(new ComplaintAccepted(command.complaint()), command);
    return version();
  }

  @CommandHandler
  long handle(DeclineComplaint command, Streams streams, Offices offices, Keeper keeper) {
    handled(command, streams, offices);
    ALREADY_ACCEPTED.unless(!accepted, command.stream());
    record(new ComplaintDeclined(command.complaint(), keeper.words(command.reason())), command);
    return version();
  }

  @CommandHandler
  long handle(SuspendEffect command, Streams streams, Offices offices, Keeper keeper) {
    ComplaintLodged complaint = handled(command, streams, offices);
    NOT_ACCEPTED.unless(accepted, command.stream());
    ALREADY_SUSPENDED.unless(!suspended.contains(command.effect()), command.effect().code());
    record(
        new EffectSuspended(
            command.complaint(),
            complaint.about(),
            command.effect(),
            keeper.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(TransferComplaint command, Streams streams, Offices offices, Keeper keeper) {
    ComplaintLodged complaint = handled(command, streams, offices);
    HANDLED_THERE_ALREADY.unless(command.handler() != handler, command.handler().code());
    BOARD_MUST_HANDLE_IT.unless(
        command.handler() == Handler.BOARD
            || (complaint.by() != null
                && !isLed(complaint.by(), complaint.bloc(), offices)
                && complaint.of() != null
                && !isLed(complaint.of(), complaint.bloc(), offices)));
    record(
        new ComplaintTransferred(
            command.complaint(), command.handler(), keeper.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(DecideComplaint command, Streams streams, Offices offices, Keeper keeper) {
    handled(command, streams, offices);
    NOT_ACCEPTED.unless(accepted, command.stream());
    record(
        new ComplaintDecided(
            command.complaint(), command.finding(), keeper.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(WithdrawComplaint command, Offices offices) {
    ComplaintLodged complaint = lodged(command);
    NOBODY_CAN_WITHDRAW_IT.unless(complaint.by() != null, command.stream());
    offices.mustActFor(command.envelope().actor(), Objects.requireNonNull(complaint.by()));
    COMPLAINT_ENDED.unless(!ended, command.stream());
    record(new ComplaintWithdrawn(command.complaint()), command);
    return version();
  }

  /** A complaint that has not ended, before somebody who may handle it. */
  private ComplaintLodged handled(Command command, Streams streams, Offices offices) {
    ComplaintLodged complaint = lodged(command);
    Actor actor = command.envelope().actor();
    BlocId bloc = complaint.bloc();
    NOT_HANDLING_IT.unless(
        offices.isTheBoard(actor)
            || (handler == Handler.LEADERSHIP
                && (offices.leads(actor, bloc) || offices.deputises(actor, bloc))),
        command.stream());
    DomainEventMessage<?> event =
        streams.event(complaint.about().subject(), complaint.about().version());
    boolean acted =
        event != null
            && actor(Envelopes.of(event.getMetaData())).person().equals(actor.person())
            && !actor.office().equals("administrator"); // who acts in everybody's place
    COMPLAINED_OF.unless(
        !acted && (actor.unit() == null || !actor.unit().equals(complaint.of())), command.stream());
    OWN_COMPLAINT.unless(
        actor.unit() == null || !actor.unit().equals(complaint.by()), command.stream());
    COMPLAINT_ENDED.unless(!ended, command.stream());
    return complaint;
  }

  private ComplaintLodged lodged(Command command) {
    COMPLAINT_NOT_LODGED.unless(lodged != null, command.stream());
    return Objects.requireNonNull(lodged);
  }

  /** Everything about a complaint is for whom the complaint is. */
  private void record(ComplaintEvent event, Command command) {
    ComplaintLodged complaint = Objects.requireNonNull(lodged);
    append(
        event,
        command
            .envelope()
            .forAudience(
                complaint.by() == null ? Audience.BOARD : Audience.bloc(complaint.bloc())));
  }

  /** Who acted; history recorded later was nobody's act. */
  private static Actor actor(Envelope envelope) {
    return envelope.told() == null ? envelope.actor() : NOBODY;
  }

  private static boolean isLed(UnitId unit, BlocId bloc, Offices offices) {
    return unit.equals(offices.inOffice(bloc).leaderOn(offices.today()))
        || offices.inOffice(bloc).deputiesOn(offices.today()).stream()
            .map(Deputy::unit)
            .anyMatch(unit::equals);
  }

  /** What stands beside the event, if it is one of this bloc. */
  private static Envelope complainedOf(About about, BlocId bloc, Streams streams) {
    DomainEventMessage<?> event = streams.event(about.subject(), about.version());
    NO_SUCH_EVENT.unless(event != null, about.subject() + "@" + about.version());
    Event told = (Event) Objects.requireNonNull(event).getPayload();
    for (String mentioned : Ids.in(told)) {
      BlocId whose =
          mentioned.startsWith("bloc:")
              ? BlocId.of(mentioned.substring("bloc:".length()))
              : mentioned.startsWith("cycle:") ? streams.peek(Year.class, mentioned).bloc() : null;
      EVENT_OF_ANOTHER_BLOC.unless(whose == null || whose.equals(bloc), bloc.slug());
    }
    return Envelopes.of(event.getMetaData());
  }

  @Override
  protected AskedFor asked(ComplaintEvent event, Stored stored) {
    return ComplaintAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    lodged = null;
    handler = Handler.BOARD;
    accepted = false;
    ended = false;
    suspended.clear();
  }

  @Override
  protected void evolve(ComplaintEvent event, Since since) {
    switch (event) {
      case ComplaintLodged complaint -> {
        lodged = complaint;
        handler = complaint.handler();
      }
      case ComplaintAccepted _ -> accepted = true;
      case ComplaintDeclined _, ComplaintDecided _, ComplaintWithdrawn _ -> ended = true;
      case EffectSuspended suspension -> suspended.add(suspension.effect());
      case ComplaintTransferred transfer -> {
        handler = transfer.handler();
        accepted = false; // whoever handles it now takes it up, or does not
      }
    }
  }
}
