package vn.giaouoc.command.spreadsheet;

import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.NOTHING_FILLED_IN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.file.FileStore;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.spreadsheet.Asked.Means;
import vn.giaouoc.command.spreadsheet.SpreadsheetCommand.EnterSpreadsheet;
import vn.giaouoc.command.spreadsheet.SpreadsheetCommand.Entered;
import vn.giaouoc.command.spreadsheet.SpreadsheetCommand.Outcome;
import vn.giaouoc.command.spreadsheet.SpreadsheetCommand.Told;
import vn.giaouoc.command.words.WordsStore;
import vn.giaouoc.shared.Envelope.Written;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.eventstore.Wire;

/**
 * Enters a file: one decision across all streams that it asks something of, all or nothing. The
 * streams are held in the order of their identifiers; what each is asked it decides itself.
 */
public final class SpreadsheetHandler {

  private final List<Asked.Asking> askings;
  private final Streams streams;
  private final Offices offices;
  private final WordsStore words;
  private final FileStore files;

  /** A handler for these forms, on these streams. */
  public SpreadsheetHandler(
      List<Asked.Asking> askings,
      Streams streams,
      Offices offices,
      WordsStore words,
      FileStore files) {
    this.askings = List.copyOf(askings);
    this.streams = streams;
    this.offices = offices;
    this.words = words;
    this.files = files;
  }

  @CommandHandler
  Entered handle(EnterSpreadsheet command, CommandMessage<?> message) {
    List<CellError> errors = new ArrayList<>();
    List<Row> rows = SpreadsheetReader.read(command.content(), command.form(), errors::add);
    Means means =
        new Means(
            command.envelope(),
            streams,
            offices,
            command.dryRun() ? words::preview : words::words,
            files,
            words::text);
    List<Asked> asked =
        askings.stream()
            .filter(each -> each.takes(command.form()))
            .flatMap(
                each ->
                    each.asked(command.cycle(), command.form(), command.by(), rows, means).stream())
            .toList();
    NOTHING_FILLED_IN.unless(!asked.isEmpty() || !errors.isEmpty());
    Map<String, Aggregate<Recordable<?>>> held = new LinkedHashMap<>();
    asked.stream()
        .map(Asked::stream)
        .distinct()
        .sorted()
        .forEach(stream -> held.put(stream, streams.hold(stream)));
    if (isAnswered(held, message)) {
      return new Entered(
          Outcome.ALREADY_RECORDED, null, List.of(), List.copyOf(held.keySet()), versions(held));
    }
    FileStore.Candidate file = files.candidate(command.name(), command.content());
    Set<String> given = new HashSet<>();
    Set<String> refused = new HashSet<>();
    List<Told> told = new ArrayList<>();
    for (Asked each : asked) {
      Aggregate<Recordable<?>> stream = Objects.requireNonNull(held.get(each.stream()));
      if (refused.contains(each.stream()) || stream.invoke(root -> each.stands().in(root, means))) {
        continue;
      }
      Map<String, String> cells = places(each);
      long before = stream.invoke(Recordable::version);
      Means here = means.with(command.envelope().writtenIn(new Written(file.id(), cells)));
      if (!ask(each, stream, here, errors)) {
        refused.add(each.stream());
      }
      for (Event event : stream.invoke(root -> root.since(before))) {
        given.add(each.stream());
        told.add(told(event, cells));
      }
    }
    if (!errors.isEmpty()) {
      throw new SpreadsheetRefused(errors);
    }
    Set<String> unchanged = new TreeSet<>(held.keySet());
    unchanged.removeAll(given);
    Outcome outcome =
        told.isEmpty()
            ? Outcome.ALREADY_RECORDED
            : command.dryRun() ? Outcome.WOULD_BE_RECORDED : Outcome.RECORDED;
    Entered entered =
        new Entered(
            outcome,
            outcome == Outcome.RECORDED ? file.id() : null,
            told,
            List.copyOf(unchanged),
            versions(held));
    if (command.dryRun()) {
      throw new Previewed(entered);
    }
    if (outcome == Outcome.RECORDED) {
      files.keep(file);
    }
    return entered;
  }

  private static boolean isAnswered(
      Map<String, Aggregate<Recordable<?>>> held, CommandMessage<?> message) {
    return held.values().stream()
        .anyMatch(stream -> stream.invoke(root -> root.answered(message)) != null);
  }

  /**
   * Asks a stream, and where it refuses a target or criterion asks again without, so that all is
   * said at once that it refuses.
   *
   * @return whether it refused nothing but single targets or criteria
   */
  private static boolean ask(
      Asked asked, Aggregate<Recordable<?>> stream, Means means, List<CellError> errors) {
    Set<String> without = new HashSet<>();
    while (true) {
      try {
        stream.execute(root -> asked.act().on(root, without, means));
        return true;
      } catch (Rejected refused) {
        String subject = subject(asked, refused, without);
        List<Cell> cells =
            subject == null
                ? asked.cells().firstEntry().getValue()
                : Objects.requireNonNull(asked.cells().get(subject));
        errors.add(CellError.of(refused, cells.getLast()));
        if (subject == null) {
          return false;
        }
        without.add(subject);
        if (without.containsAll(asked.cells().keySet())) {
          return true;
        }
      }
    }
  }

  /** The target or criterion that is refused; a reason in words begins with it. */
  private static @Nullable String subject(Asked asked, Rejected refused, Set<String> without) {
    String subject = refused.subject();
    return subject == null
        ? null
        : asked.cells().keySet().stream()
            .filter(key -> !without.contains(key))
            .filter(key -> subject.equals(key) || subject.startsWith(key + ": "))
            .findFirst()
            .orElse(null);
  }

  private static Map<String, String> places(Asked asked) {
    Map<String, String> places = new TreeMap<>();
    asked
        .cells()
        .forEach(
            (key, cells) ->
                places.put(
                    key,
                    cells.stream().map(Cell::place).distinct().collect(Collectors.joining(" "))));
    return places;
  }

  private static Told told(Event event, Map<String, String> cells) {
    return new Told(
        event.stream(),
        Objects.requireNonNull(EventTypes.checkedIn().of(event.getClass())).name(),
        cells,
        Wire.mapper().valueToTree(event));
  }

  private static Map<String, Long> versions(Map<String, Aggregate<Recordable<?>>> held) {
    Map<String, Long> versions = new TreeMap<>();
    held.forEach(
        (stream, aggregate) -> versions.put(stream, aggregate.invoke(Recordable::version)));
    return versions;
  }
}
