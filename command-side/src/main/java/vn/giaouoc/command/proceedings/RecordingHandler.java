package vn.giaouoc.command.proceedings;

import static vn.giaouoc.command.proceedings.ProceedingsRejection.LATER_EVENTS_REST_ON_IT;
import static vn.giaouoc.command.proceedings.ProceedingsRejection.PROCEEDINGS_NOT_RECORDED;
import static vn.giaouoc.command.proceedings.ProceedingsRejection.PROCEEDINGS_RECORDED_OTHERWISE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import vn.giaouoc.command.Digests;
import vn.giaouoc.command.References;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.proceedings.ProceedingsCommand.FactOutcome;
import vn.giaouoc.command.proceedings.ProceedingsCommand.Outcome;
import vn.giaouoc.command.proceedings.ProceedingsCommand.RecordProceedings;
import vn.giaouoc.command.proceedings.ProceedingsCommand.Recorded;
import vn.giaouoc.command.proceedings.ProceedingsCommand.RecordedFact;
import vn.giaouoc.command.proceedings.ProceedingsCommand.WithdrawProceedings;
import vn.giaouoc.command.words.WordsStore;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent.DoubtRaised;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Remark.About;
import vn.giaouoc.shared.proceedings.Remark.Kind;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.When;

/**
 * Records history, and withdraws it: one decision across all streams that a source tells of, all or
 * nothing. A fact that is there gains a source; one that contradicts another source is recorded
 * with a doubt that names both.
 */
public final class RecordingHandler {

  private final Streams streams;
  private final WordsStore wordsStore;
  private final References references;

  /** A handler on these streams. */
  public RecordingHandler(Streams streams, WordsStore wordsStore, References references) {
    this.streams = streams;
    this.wordsStore = wordsStore;
    this.references = references;
  }

  /** A fact of the file, and what the record already knows of it. */
  private record Compared(
      Telling.Fact fact,
      int number,
      String digest,
      FactOutcome outcome,
      List<Remark> remarks,
      List<Contradicted> contradicted) {}

  /** A fact that another source tells otherwise, and who does. */
  private record Contradicted(Recordable.Fact fact, Source source) {}

  @CommandHandler
  Recorded handle(RecordProceedings command) {
    ProceedingsFile file = command.file();
    Aggregate<Proceedings> proceedings = streams.hold(file.proceedings().stream());
    ProceedingsRecorded standing = proceedings.invoke(Proceedings::standing);
    if (standing != null) {
      PROCEEDINGS_RECORDED_OTHERWISE.unless(
          standing.fileDigest().equals(command.digest()), file.proceedings().slug());
      return new Recorded(
          file.proceedings(),
          standing.recording(),
          Outcome.ALREADY_RECORDED,
          List.of(),
          version(proceedings));
    }
    int recording = proceedings.invoke(Proceedings::nextRecording);
    List<Telling.Fact> facts = Telling.of(file, command.dryRun() ? preview() : keeper());
    Map<String, Aggregate<Recordable<?>>> held = new TreeMap<>();
    facts.stream()
        .map(fact -> fact.event().stream())
        .distinct()
        .sorted()
        .forEach(stream -> held.put(stream, streams.hold(stream)));
    List<Compared> compared = new ArrayList<>();
    for (Telling.Fact fact : facts) {
      compared.add(
          compare(file, fact, compared.size() + 1, of(held, fact).invoke(Function.identity())));
    }
    if (!command.dryRun()) {
      compared.forEach(each -> tell(file, recording, each, of(held, each.fact()), command.actor()));
      proceedings.execute(
          root ->
              root.tell(
                  recorded(file, recording, command.digest(), compared, List.copyOf(held.keySet())),
                  Envelope.firstHand(command.today(), command.actor())));
    }
    return new Recorded(
        file.proceedings(),
        recording,
        command.dryRun() ? Outcome.WOULD_BE_RECORDED : Outcome.RECORDED,
        compared.stream().map(each -> told(file, each)).toList(),
        version(proceedings));
  }

  @CommandHandler
  long handle(WithdrawProceedings command) {
    Aggregate<Proceedings> proceedings = streams.hold(command.proceedings().stream());
    ProceedingsRecorded standing = proceedings.invoke(Proceedings::standing);
    PROCEEDINGS_NOT_RECORDED.unless(standing != null, command.proceedings().slug());
    Batch batch = Proceedings.batchOf(Objects.requireNonNull(standing));
    Envelope envelope = Envelope.firstHand(command.today(), command.actor());
    Words reason = wordsStore.keep(command.reason());
    Map<String, Aggregate<Recordable<?>>> held = new TreeMap<>();
    standing.streams().forEach(stream -> held.put(stream, streams.hold(stream)));
    String resting =
        held.entrySet().stream()
            .filter(
                each ->
                    each.getValue()
                        .invoke(
                            root -> root.restsOn(batch) || referredTo(root, each.getKey(), batch)))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    LATER_EVENTS_REST_ON_IT.unless(resting.isEmpty(), resting);
    held.values().forEach(stream -> stream.execute(root -> root.withdraw(batch, envelope)));
    proceedings.execute(
        root ->
            root.tell(
                new ProceedingsWithdrawn(command.proceedings(), standing.recording(), reason),
                envelope));
    return version(proceedings);
  }

  private static Aggregate<Recordable<?>> of(
      Map<String, Aggregate<Recordable<?>>> held, Telling.Fact fact) {
    return Objects.requireNonNull(held.get(fact.event().stream()));
  }

  /** Whether a stream would be gone, and first-hand events of other streams name it. */
  private boolean referredTo(Recordable<?> root, String stream, Batch batch) {
    return root.tellsNothingWithout(batch) && references.to(stream);
  }

  private Compared compare(
      ProceedingsFile file, Telling.Fact fact, int number, Recordable<?> stream) {
    String digest =
        Digests.ofFact(fact.event(), fact.manner(), fact.occurredOn(), fact.appliesFrom());
    boolean known = stream.standing().anyMatch(each -> digest.equals(each.digest()));
    List<Contradicted> contradicted =
        stream
            .standing()
            .filter(
                each -> Contradictions.between(fact.event(), each.event(), sameMoment(fact, each)))
            .flatMap(each -> each.sources().stream().map(source -> new Contradicted(each, source)))
            .toList();
    List<Remark> remarks = new ArrayList<>(fact.remarks());
    contradicted.forEach(
        each -> remarks.add(sourcesDiffer(file, fact, each, List.of(each.source().batch()))));
    return new Compared(
        fact,
        number,
        digest,
        known ? FactOutcome.CONFIRMED : FactOutcome.NEW,
        remarks,
        contradicted);
  }

  private static boolean sameMoment(Telling.Fact fact, Recordable.Fact other) {
    return fact.appliesFrom().text().equals(other.appliesFrom().text());
  }

  /** Both sources are named, in the same words whichever was recorded first. */
  private static Remark sourcesDiffer(
      ProceedingsFile file, Telling.Fact fact, Contradicted other, List<Batch> restsOn) {
    Map<String, String> says = new TreeMap<>();
    says.put(file.proceedings().slug(), said(fact.event(), fact.appliesFrom().text()));
    says.put(
        other.source().proceedings().slug(),
        said(other.fact().event(), other.fact().appliesFrom().text()));
    When otherFrom = other.fact().appliesFrom();
    When since =
        fact.appliesFrom().earliest().isAfter(otherFrom.earliest())
            ? fact.appliesFrom()
            : otherFrom;
    return new Remark(Kind.DOUBT, About.SOURCES_DIFFER, says, null, restsOn, since);
  }

  private static String said(Event event, String from) {
    return Wire.mapper().writeValueAsString(event) + " @ " + from;
  }

  private static void tell(
      ProceedingsFile file,
      int recording,
      Compared compared,
      Aggregate<Recordable<?>> stream,
      Actor actor) {
    Telling.Fact fact = compared.fact();
    Source source =
        new Source(
            file.proceedings(),
            recording,
            file.source().published(),
            fact.line(),
            compared.number());
    Envelope.Told told = new Envelope.Told(compared.digest(), source, compared.remarks());
    Envelope envelope =
        new Envelope(
            fact.occurredOn(),
            fact.appliesFrom(),
            fact.manner(),
            actor,
            Audience.PUBLIC,
            told,
            null);
    stream.execute(
        root -> {
          switch (compared.outcome()) {
            case NEW -> root.tell(fact.event(), envelope);
            case CONFIRMED ->
                root.confirm(
                    new SourceAdded(
                        fact.event().stream(), compared.digest(), source, compared.remarks()),
                    envelope);
          }
          for (Contradicted other : compared.contradicted()) {
            Remark remark =
                sourcesDiffer(file, fact, other, List.of(source.batch(), other.source().batch()));
            String doubted = Objects.requireNonNull(other.fact().digest());
            root.doubt(new DoubtRaised(fact.event().stream(), doubted, remark), envelope);
          }
        });
  }

  private static ProceedingsRecorded recorded(
      ProceedingsFile file,
      int recording,
      String digest,
      List<Compared> facts,
      List<String> streams) {
    return new ProceedingsRecorded(
        file.proceedings(),
        recording,
        digest,
        file.source().title(),
        file.source().publisher(),
        file.source().published(),
        List.of(file.bloc().id()),
        streams,
        facts.size(),
        (int) facts.stream().filter(each -> each.outcome() == FactOutcome.CONFIRMED).count(),
        (int)
            facts.stream()
                .flatMap(each -> each.remarks().stream())
                .filter(remark -> remark.kind() == Kind.DOUBT)
                .count());
  }

  private static RecordedFact told(ProceedingsFile file, Compared compared) {
    Telling.Fact fact = compared.fact();
    return new RecordedFact(
        fact.line(),
        fact.event().stream(),
        Objects.requireNonNull(EventTypes.checkedIn().of(fact.event().getClass())).name(),
        new Sentences(file).of(fact.event()),
        compared.outcome(),
        compared.remarks());
  }

  private static long version(Aggregate<?> aggregate) {
    return Objects.requireNonNullElse(aggregate.version(), -1L);
  }

  private Telling.Keeper keeper() {
    return new Telling.Keeper() {
      @Override
      public Words words(String text) {
        return wordsStore.keep(text);
      }

      @Override
      public PersonId person(String name) {
        return wordsStore.keepPerson(name);
      }
    };
  }

  private Telling.Keeper preview() {
    return new Telling.Keeper() {
      @Override
      public Words words(String text) {
        return wordsStore.preview(text);
      }

      @Override
      public PersonId person(String name) {
        return wordsStore.previewPerson(name);
      }
    };
  }
}
