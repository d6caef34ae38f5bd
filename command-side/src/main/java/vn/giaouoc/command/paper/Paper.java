package vn.giaouoc.command.paper;

import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.paper.PaperRejection.ALREADY_RECEIVED;
import static vn.giaouoc.command.paper.PaperRejection.ALREADY_SENT_TO;
import static vn.giaouoc.command.paper.PaperRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.paper.PaperRejection.NOBODY_TO_SEND_TO;
import static vn.giaouoc.command.paper.PaperRejection.NOT_SENT;
import static vn.giaouoc.command.paper.PaperRejection.NOT_SENT_TO_THIS_UNIT;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_ALREADY_DRAFTED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_ISSUED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_NOT_DRAFTED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_NOT_ISSUED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_NOT_NUMBERED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_NOT_SIGNED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_NUMBERED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_SIGNED;
import static vn.giaouoc.command.paper.PaperRejection.SIGNS_AS_DEPUTY;
import static vn.giaouoc.command.paper.PaperRejection.SIGNS_AS_LEADER;
import static vn.giaouoc.command.paper.PaperRejection.SYMBOL_UNUSABLE;
import static vn.giaouoc.command.paper.PaperRejection.UNIT_DOES_NOT_EXIST;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.correction.Corrects;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.paper.PaperCommand.AddAnnex;
import vn.giaouoc.command.paper.PaperCommand.AssignNumber;
import vn.giaouoc.command.paper.PaperCommand.DraftPaper;
import vn.giaouoc.command.paper.PaperCommand.IssuePaper;
import vn.giaouoc.command.paper.PaperCommand.RecordReceipt;
import vn.giaouoc.command.paper.PaperCommand.ReturnForSupplement;
import vn.giaouoc.command.paper.PaperCommand.RevisePaper;
import vn.giaouoc.command.paper.PaperCommand.SendPaper;
import vn.giaouoc.command.paper.PaperCommand.SignPaper;
import vn.giaouoc.command.paper.PaperCommand.VoidNumber;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.paper.PaperEvent;
import vn.giaouoc.shared.paper.PaperEvent.Annex;
import vn.giaouoc.shared.paper.PaperEvent.AnnexAdded;
import vn.giaouoc.shared.paper.PaperEvent.NumberAssigned;
import vn.giaouoc.shared.paper.PaperEvent.NumberVoided;
import vn.giaouoc.shared.paper.PaperEvent.PaperDrafted;
import vn.giaouoc.shared.paper.PaperEvent.PaperIssued;
import vn.giaouoc.shared.paper.PaperEvent.PaperRevised;
import vn.giaouoc.shared.paper.PaperEvent.PaperSent;
import vn.giaouoc.shared.paper.PaperEvent.PaperSigned;
import vn.giaouoc.shared.paper.PaperEvent.ReceiptRecorded;
import vn.giaouoc.shared.paper.PaperEvent.SupplementRequested;
import vn.giaouoc.shared.paper.RegisterEvent.NumberAllotted;
import vn.giaouoc.shared.paper.RegisterEvent.NumberCancelled;
import vn.giaouoc.shared.paper.RegisterId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A paper of a bloc. It is drafted and revised by the leadership, numbered from its register,
 * signed, issued, sent and received, in this order but that number and signature may come either
 * way. What the board sends back is a draft again and keeps its number.
 */
@AggregateRoot(type = "paper")
class Paper extends Recordable<PaperEvent> implements Corrects {

  private static final Pattern SYMBOL = Pattern.compile("[\\p{Lu}\\d][\\p{Lu}\\d-]{0,19}");

  private @Nullable PaperDrafted drafted;
  private @Nullable String title;
  private @Nullable FileId file;
  private final List<Annex> annexes = new ArrayList<>();
  private @Nullable NumberAssigned number;
  private boolean signed;
  private boolean issued;
  private boolean everIssued;
  private final Set<UnitId> sentTo = new HashSet<>();
  private final Set<UnitId> receivedBy = new HashSet<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(DraftPaper command, Offices offices, Files files) {
    PAPER_ALREADY_DRAFTED.unless(drafted == null, command.stream());
    BLOC_NOT_ESTABLISHED.unless(offices.roll(command.bloc()).established(), command.bloc().slug());
    offices.mustLeadOrDeputise(command.envelope().actor(), command.bloc());
    FILE_NOT_KEPT.unless(files.has(command.file()), command.file().slug());
    append(
        new PaperDrafted(
            command.paper(),
            command.bloc(),
            command.year(),
            command.paperKind(),
            command.title(),
            command.file()),
        forLeadership(command, command.bloc()));
    return version();
  }

  @CommandHandler
  long handle(RevisePaper command, Offices offices, Files files) {
    BlocId bloc = led(command, offices).bloc();
    PAPER_SIGNED.unless(!signed, command.stream());
    FILE_NOT_KEPT.unless(files.has(command.file()), command.file().slug());
    append(
        new PaperRevised(command.paper(), command.title(), command.file()),
        forLeadership(command, bloc));
    return version();
  }

  @CommandHandler
  long handle(AddAnnex command, Offices offices, Files files) {
    BlocId bloc = led(command, offices).bloc();
    PAPER_SIGNED.unless(!signed, command.stream());
    FILE_NOT_KEPT.unless(files.has(command.file()), command.file().slug());
    Annex annex = new Annex(command.title(), command.file());
    if (!annexes.contains(annex)) {
      append(new AnnexAdded(command.paper(), annex), forLeadership(command, bloc));
    }
    return version();
  }

  @CommandHandler
  long handle(AssignNumber command, Streams streams, Offices offices) {
    PaperDrafted paper = led(command, offices);
    PAPER_NUMBERED.unless(number == null, command.stream());
    SYMBOL_UNUSABLE.unless(SYMBOL.matcher(command.blocSymbol()).matches(), command.blocSymbol());
    RegisterId register = RegisterId.of(paper.bloc(), paper.year(), paper.paperKind());
    Aggregate<Register> numbers = streams.hold(register.stream());
    int next = numbers.invoke(Register::next);
    String symbol = paper.paperKind().symbol(next, command.blocSymbol());
    numbers.execute(
        root ->
            root.append(
                new NumberAllotted(
                    register,
                    paper.bloc(),
                    paper.year(),
                    paper.paperKind(),
                    next,
                    symbol,
                    command.paper()),
                command.envelope()));
    tell(new NumberAssigned(command.paper(), register, next, symbol), command);
    return version();
  }

  @CommandHandler
  long handle(VoidNumber command, Streams streams, Offices offices, Keeper keeper) {
    led(command, offices);
    PAPER_NOT_NUMBERED.unless(number != null, command.stream());
    PAPER_ISSUED.unless(!everIssued, command.stream());
    NumberAssigned given = Objects.requireNonNull(number);
    Aggregate<Register> numbers = streams.hold(given.register().stream());
    Words reason = keeper.words(command.reason());
    numbers.execute(
        root ->
            root.append(
                new NumberCancelled(given.register(), given.number(), command.paper(), reason),
                command.envelope()));
    tell(new NumberVoided(command.paper(), given.register(), given.number(), reason), command);
    return version();
  }

  @CommandHandler
  long handle(SignPaper command, Offices offices) {
    PaperDrafted paper = drafted(command);
    Actor actor = command.envelope().actor();
    switch (command.capacity()) {
      case TM -> SIGNS_AS_LEADER.unless(offices.leads(actor, paper.bloc()), paper.bloc().slug());
      case KT ->
          SIGNS_AS_DEPUTY.unless(offices.deputises(actor, paper.bloc()), paper.bloc().slug());
      case TL -> offices.mustLeadOrDeputise(actor, paper.bloc());
    }
    PAPER_SIGNED.unless(!signed, command.stream());
    tell(
        new PaperSigned(
            command.paper(), command.capacity(), command.form(), command.person(), actor.unit()),
        command);
    return version();
  }

  @CommandHandler
  long handle(IssuePaper command, Offices offices) {
    PaperDrafted paper = led(command, offices);
    PAPER_ISSUED.unless(!issued, command.stream());
    PAPER_NOT_NUMBERED.unless(number != null, command.stream());
    PAPER_NOT_SIGNED.unless(signed, command.stream());
    tell(
        new PaperIssued(
            command.paper(),
            paper.bloc(),
            paper.year(),
            paper.paperKind(),
            Objects.requireNonNull(number).symbol(),
            Objects.requireNonNull(title),
            Objects.requireNonNull(file),
            List.copyOf(annexes)),
        command);
    return version();
  }

  @CommandHandler
  long handle(SendPaper command, Streams streams, Offices offices) {
    led(command, offices);
    PAPER_NOT_ISSUED.unless(issued, command.stream());
    NOBODY_TO_SEND_TO.unless(!command.to().isEmpty());
    for (UnitId unit : command.to()) {
      UNIT_DOES_NOT_EXIST.unless(
          streams.peek(Body.class, unit.stream()).existsOn(offices.today()), unit.slug());
      ALREADY_SENT_TO.unless(!sentTo.contains(unit), unit.slug());
    }
    tell(new PaperSent(command.paper(), command.to()), command);
    return version();
  }

  @CommandHandler
  long handle(RecordReceipt command, Offices offices) {
    drafted(command);
    Actor actor = command.envelope().actor();
    if (!offices.isTheBoard(actor)) {
      offices.mustActFor(actor, command.by());
    }
    NOT_SENT_TO_THIS_UNIT.unless(sentTo.contains(command.by()), command.by().slug());
    ALREADY_RECEIVED.unless(!receivedBy.contains(command.by()), command.by().slug());
    tell(new ReceiptRecorded(command.paper(), command.by()), command);
    return version();
  }

  @CommandHandler
  long handle(ReturnForSupplement command, Offices offices, Keeper keeper) {
    PaperDrafted paper = drafted(command);
    offices.mustBeTheBoard(command.envelope().actor());
    NOT_SENT.unless(!sentTo.isEmpty(), command.stream());
    append(
        new SupplementRequested(command.paper(), keeper.words(command.reason())),
        forLeadership(command, paper.bloc()));
    return version();
  }

  private PaperDrafted drafted(Command command) {
    PAPER_NOT_DRAFTED.unless(drafted != null, command.stream());
    return Objects.requireNonNull(drafted);
  }

  private PaperDrafted led(Command command, Offices offices) {
    PaperDrafted paper = drafted(command);
    offices.mustLeadOrDeputise(command.envelope().actor(), paper.bloc());
    return paper;
  }

  private static Envelope forLeadership(Command command, BlocId bloc) {
    return command.envelope().forAudience(Audience.leadership(bloc));
  }

  @Override
  public boolean mayCorrect(Event fact, Actor actor, Offices offices) {
    if (fact instanceof ReceiptRecorded receipt) {
      return offices.actsFor(actor, receipt.by());
    }
    return drafted != null
        && (offices.leads(actor, drafted.bloc()) || offices.deputises(actor, drafted.bloc()));
  }

  @Override
  protected AskedFor asked(PaperEvent event, Stored stored) {
    return PaperAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    drafted = null;
    title = null;
    file = null;
    annexes.clear();
    number = null;
    signed = false;
    issued = false;
    everIssued = false;
    sentTo.clear();
    receivedBy.clear();
  }

  @Override
  protected void evolve(PaperEvent event, Since since) {
    switch (event) {
      case PaperDrafted draft -> {
        drafted = draft;
        title = draft.title();
        file = draft.file();
      }
      case PaperRevised(_, var called, var text) -> {
        title = called;
        file = text;
      }
      case AnnexAdded(_, var annex) -> annexes.add(annex);
      case NumberAssigned assigned -> number = assigned;
      case NumberVoided _ -> {
        number = null;
        signed = false; // what was signed bore the number
      }
      case PaperSigned _ -> signed = true;
      case PaperIssued _ -> {
        issued = true;
        everIssued = true;
      }
      case PaperSent(_, var to) -> sentTo.addAll(to);
      case ReceiptRecorded(_, var by) -> receivedBy.add(by);
      case SupplementRequested _ -> {
        signed = false;
        issued = false;
        sentTo.clear();
        receivedBy.clear();
      }
    }
  }
}
