package vn.giaouoc.command.correction;

import static vn.giaouoc.command.correction.CorrectionRejection.ALREADY_CORRECTED;
import static vn.giaouoc.command.correction.CorrectionRejection.CHANGES_NOTHING;
import static vn.giaouoc.command.correction.CorrectionRejection.IS_AN_OUTCOME;
import static vn.giaouoc.command.correction.CorrectionRejection.IS_THE_BEGINNING;
import static vn.giaouoc.command.correction.CorrectionRejection.LIES_AHEAD;
import static vn.giaouoc.command.correction.CorrectionRejection.NAMES_WHAT_IS_NOT_THERE;
import static vn.giaouoc.command.correction.CorrectionRejection.NOT_YOURS_TO_CORRECT;
import static vn.giaouoc.command.correction.CorrectionRejection.NO_SUCH_EVENT;
import static vn.giaouoc.command.correction.CorrectionRejection.OF_ANOTHER_STREAM;
import static vn.giaouoc.command.correction.CorrectionRejection.RECORDED_LATER;
import static vn.giaouoc.command.correction.CorrectionRejection.YEAR_IS_OVER;

import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Ids;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;
import vn.giaouoc.shared.time.When;

/**
 * Takes back a fact that was told wrongly, in whatever stream, and tells what is right in its
 * place. It is for the eyes for which the wrong one was.
 */
public final class CorrectionHandler {

  private static final Words TYPED = new Words("");
  private static final String FILE = "file:";
  private static final String CYCLE = "cycle:";

  private final Streams streams;
  private final Offices offices;
  private final Keeper keeper;
  private final Files files;

  /** Corrects in these streams. */
  public CorrectionHandler(Streams streams, Offices offices, Keeper keeper, Files files) {
    this.streams = streams;
    this.offices = offices;
    this.keeper = keeper;
    this.files = files;
  }

  @CommandHandler
  long handle(Correct command, CommandMessage<?> message) {
    String id = command.stream() + "@" + command.version();
    DomainEventMessage<?> told = streams.event(command.stream(), command.version());
    Actor actor = command.envelope().actor();
    // who may correct nothing here does not learn what is here
    NOT_YOURS_TO_CORRECT.unless(told != null || offices.isTheBoard(actor), id);
    NO_SUCH_EVENT.unless(told != null, id);
    boolean record = Objects.requireNonNull(told).getPayload() instanceof ProceedingsEvent;
    NOT_YOURS_TO_CORRECT.unless(!record || offices.isTheBoard(actor), id);
    RECORDED_LATER.unless(!record, id);
    Aggregate<Recordable<?>> stream = streams.hold(command.stream());
    Long before = stream.invoke(root -> root.answered(message));
    if (before != null) {
      return before;
    }
    Event wrong = (Event) told.getPayload();
    NOT_YOURS_TO_CORRECT.unless(
        offices.isTheBoard(actor) || stream.invoke(root -> may(root, wrong, actor)), id);
    stream.execute(root -> root.mustBeAsSeen(message));
    if (!offices.isTheBoard(actor)) {
      yearsMustBeOpen(wrong);
    }
    Envelope envelope = Envelopes.of(told.getMetaData());
    RECORDED_LATER.unless(envelope.told() == null, id);
    IS_AN_OUTCOME.unless(isCorrectable(wrong), id);
    ALREADY_CORRECTED.unless(stream.invoke(root -> root.counts(command.version())), id);
    When from = command.on() == null ? envelope.appliesFrom() : command.on();
    LIES_AHEAD.unless(
        command.on() == null || !from.firstDay().isAfter(offices.today()), from.text());
    Event looked = looked(command, wrong, from.equals(envelope.appliesFrom()));
    // nobody makes of what it told what others tell
    NOT_YOURS_TO_CORRECT.unless(
        looked == null
            || offices.isTheBoard(actor)
            || stream.invoke(root -> may(root, looked, actor)),
        id);
    Event right =
        command.right() == null
            ? looked
            : AsTyped.read(command.right(), wrong.getClass(), keeper::words);
    IS_THE_BEGINNING.unless(
        right != null || !stream.invoke(root -> root.beginsWith(command.version())), id);
    Words reason = keeper.words(command.reason());
    stream.execute(
        root ->
            root.correct(
                command.version(),
                reason,
                command.envelope().forAudience(envelope.audience()),
                right,
                from));
    return stream.invoke(Recordable::version);
  }

  private boolean may(Recordable<?> stream, Event event, Actor actor) {
    return stream instanceof Corrects corrects
        && isCorrectable(event)
        && corrects.mayCorrect(event, actor, offices)
        && yearsOf(event)
            .map(Year::bloc)
            .filter(Objects::nonNull)
            .allMatch(bloc -> offices.belongs(actor, Objects.requireNonNull(bloc)));
  }

  /** What was told of a year is put right by its bloc while that lasts, and then by the board. */
  private void yearsMustBeOpen(Event event) {
    yearsOf(event).forEach(year -> YEAR_IS_OVER.unless(year.isOpen(), event.stream()));
  }

  private Stream<Year> yearsOf(Event event) {
    return Ids.in(event).stream()
        .filter(id -> id.startsWith(CYCLE))
        .map(id -> streams.peek(Year.class, id));
  }

  private static boolean isCorrectable(Event event) {
    return event.getClass().isAnnotationPresent(Correctable.class);
  }

  /** What is right, with none of its texts kept yet. */
  private @Nullable Event looked(Correct command, Event wrong, boolean sameDay) {
    if (command.right() == null) {
      CHANGES_NOTHING.unless(command.on() == null || !sameDay, command.stream());
      return command.on() == null ? null : wrong;
    }
    Event looked = AsTyped.read(command.right(), wrong.getClass(), text -> TYPED);
    OF_ANOTHER_STREAM.unless(looked.stream().equals(wrong.stream()), looked.stream());
    CHANGES_NOTHING.unless(!sameDay || !looked.equals(wrong), command.stream());
    SortedSet<String> named = Ids.in(looked);
    named.removeAll(Ids.in(wrong));
    named.forEach(id -> NAMES_WHAT_IS_NOT_THERE.unless(isThere(id), id));
    return looked;
  }

  private boolean isThere(String id) {
    return id.startsWith(FILE)
        ? files.has(FileId.of(id.substring(FILE.length())))
        : streams.peek(id).stands();
  }
}
