package vn.giaouoc.query.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.giaouoc.query.fold.Cut;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.fold.Reconstruction;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The record as it stands at one moment: all that one answer is put together from, in one snapshot.
 */
public final class View {

  private final Reconstruction reconstruction;
  private final Directory directory;
  private final Cut cut;
  private final Moment moment;
  private final Answer.Asked asked;
  private final List<Fact> uncertain = new ArrayList<>();
  private final SortedMap<String, Long> versions = new TreeMap<>();
  private final SortedSet<String> parked = new TreeSet<>();

  View(
      Reconstruction reconstruction,
      Directory directory,
      Cut cut,
      Moment moment,
      Answer.Asked asked) {
    this.reconstruction = reconstruction;
    this.directory = directory;
    this.cut = cut;
    this.moment = moment;
    this.asked = asked;
  }

  /** The moment on both clocks. */
  public Cut cut() {
    return cut;
  }

  /** The moment as it was asked for. */
  public Moment moment() {
    return moment;
  }

  /** The document of an id, if anything is recorded of it. */
  public <S extends Record> Optional<Document<S>> find(Fold<S> fold, String slug) {
    Optional<Reconstruction.AtMoment<S>> found = reconstruction.find(fold, slug, cut);
    found.ifPresent(at -> uncertain.addAll(at.uncertain()));
    return found.map(Reconstruction.AtMoment::document);
  }

  /**
   * The document of an id.
   *
   * @throws Problem if nothing is recorded of it
   */
  public <S extends Record> Document<S> document(Fold<S> fold, Id id) {
    String key = Reconstruction.key(fold.kind(), id.slug());
    Document<S> document = find(fold, id.slug()).orElseThrow(() -> Problem.notRecorded(key));
    noteStreams(key);
    return document;
  }

  /**
   * That something is recorded of an id, where the answer is put together from what others say.
   *
   * @throws Problem if nothing is
   */
  public void recorded(Id id) {
    String key = id.stream();
    if (!reconstruction.known(key, cut)) {
      throw Problem.notRecorded(key);
    }
    noteStreams(key);
  }

  /** What the answer tells of the streams of a key. */
  private void noteStreams(String key) {
    versions.putAll(reconstruction.versions(key, cut));
    if (reconstruction.lacking(key, cut)) {
      parked.add(key);
    }
  }

  /** All documents of a fold. */
  public <S extends Record> List<Document<S>> all(Fold<S> fold) {
    return documents(reconstruction.all(fold, cut, parked::add));
  }

  /** All documents of a fold, as far as the events of their own streams tell. */
  public <S extends Record> List<Document<S>> allOfTheirOwn(Fold<S> fold) {
    return documents(reconstruction.allOfTheirOwn(fold, cut, parked::add));
  }

  /** The documents of a fold that are made of an event that names this, too. */
  public <S extends Record> List<Document<S>> all(Fold<S> fold, Id naming) {
    return documents(reconstruction.sharing(fold, naming.stream(), cut, parked::add));
  }

  /** The documents of a fold whose own streams have an event that names this. */
  public <S extends Record> List<Document<S>> ofStreamsNaming(Fold<S> fold, Id named) {
    return documents(reconstruction.ofStreams(fold, named.stream(), cut, parked::add));
  }

  private <S extends Record> List<Document<S>> documents(List<Reconstruction.AtMoment<S>> all) {
    return all.stream()
        .map(
            at -> {
              uncertain.addAll(at.uncertain());
              return at.document();
            })
        .toList();
  }

  /** The answer that follows from first-hand facts alone. */
  public <S extends Record> S firstHand(Fold<S> fold, Id id) {
    return reconstruction.firstHand(fold, id.slug(), cut);
  }

  /** The facts of a key that apply by the moment, in their order. */
  public List<Fact> facts(Id id) {
    return reconstruction.facts(id.stream(), cut);
  }

  /**
   * Those of the facts of a key that are events of these classes and apply by the moment, in their
   * order.
   *
   * @param events classes of events, or what they have in common
   */
  public List<Fact> facts(Id id, Collection<Class<? extends Event>> events) {
    return reconstruction.facts(id.stream(), events, cut);
  }

  /** The facts in each of these streams that apply by the moment, in their order. */
  public List<Fact> factsOfStreams(Collection<String> streams) {
    return streams.isEmpty()
        ? List.of()
        : Reconstruction.applying(
            reconstruction.factsOfStreams(streams, cut).values().stream()
                .flatMap(List::stream)
                .sorted()
                .toList(),
            cut);
  }

  /** The events of a key after a position, in order, as they are stored. */
  public List<Entry> entries(Id id, long after, int limit) {
    return reconstruction.entries(id.stream(), after, cut, limit);
  }

  /** The events of these streams, in order, as they are stored. */
  public List<Entry> entriesOfStreams(Collection<String> streams) {
    return reconstruction.entriesOfStreams(streams, cut);
  }

  /** Whether what an event tells applies by the effective moment, if one is asked for. */
  public boolean applies(Entry entry) {
    When from = cut.effective() == null ? null : Occurrence.of(entry).appliesFrom();
    return from == null || !from.earliest().isAfter(cut.applying());
  }

  /** All events after a position, in order, as they are stored. */
  public List<Entry> entries(long after, int limit) {
    return reconstruction.entries(after, cut, limit);
  }

  /**
   * A file beside the log that some event names; who may see none of these may not see it.
   *
   * @throws Problem if no event names it, or it is not kept here
   */
  public StoredFile file(FileId file) {
    if (facts(file).isEmpty()) {
      throw Problem.notRecorded(file.stream());
    }
    return directory.file(file).orElseThrow(() -> Problem.notRecorded(file.stream()));
  }

  /**
   * The address at which a unit can be written to. It is in no event, and of no moment but today.
   *
   * @throws Problem if there is none, or it is not for who asks: that cannot be told apart
   */
  public String contact(UnitId unit) {
    boolean forThem = cut.reader().sees(Audience.unit(unit)) || cut.reader().sees(Audience.BOARD);
    return (forThem ? directory.contact(unit) : Optional.<String>empty())
        .orElseThrow(
            () ->
                new Problem(
                    Problem.Kind.NOT_RECORDED,
                    "Không có địa chỉ liên hệ nào của đơn vị dành cho bạn.",
                    "There is no address of the unit that is for you."));
  }

  /** How things are called at this moment, by {@code kind:slug}. */
  public Map<String, String> names(Object mentioning) {
    return Names.of(new Mentions().in(mentioning).streams, reconstruction, cut);
  }

  /** The answer, with the names and texts of all that it mentions. */
  public <T> Answer<T> answer(T answer) {
    return answer(answer, answer);
  }

  /** The answer, with the names and texts of all that something else mentions. */
  public <T> Answer<T> answer(T answer, Object mentioning) {
    Mentions mentions = new Mentions().in(mentioning);
    return new Answer<>(
        answer,
        Names.of(mentions.streams, reconstruction, cut),
        directory.texts(mentions.digests),
        directory.persons(mentions.persons),
        asked,
        uncertain.stream().map(Answer.Uncertain::of).distinct().toList(),
        versions,
        List.copyOf(parked),
        null);
  }
}
