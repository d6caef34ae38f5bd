package vn.giaouoc.query.player;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Labels;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Occurrence;
import vn.giaouoc.query.answer.Page;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;

/** A year or a conference as a list of moments, to step through. */
@RestController
class PlayerResource {

  /** Streams of which all belongs to what any event of theirs belongs to. */
  private static final Set<String> WHOLE = Set.of("conference", "poll");

  /** A moment before all that is known, for what has always held. */
  private static final String ALWAYS = "0001-01-01";

  private final Reading reading;

  PlayerResource(Reading reading) {
    this.reading = reading;
  }

  /**
   * A page of steps.
   *
   * @param order in which order they are: {@code recorded} or {@code held}
   * @param total how many steps there are
   * @param steps those of this page
   * @param links where to go from here
   */
  record Moments(String order, int total, List<Step> steps, Links links) {}

  /**
   * Where to go from a page.
   *
   * @param first the page of the first steps
   * @param previous the page before; absent at the beginning
   * @param next the page behind; absent at the end
   * @param last the page of the last steps
   */
  record Links(String first, @Nullable String previous, @Nullable String next, String last) {}

  /**
   * Where a page begins, of which at most one is given.
   *
   * @param at with the step that stands at a moment
   * @param after behind the step of a position
   * @param before so that it ends before the step of a position
   */
  private record Place(@Nullable String at, @Nullable Long after, @Nullable Long before) {

    private void mustBeOne() {
      if (Stream.of(at, after, before).filter(Objects::nonNull).count() > 1) {
        throw Problem.badParameter(
            "at",
            "" + at,
            "Chỉ dùng một trong 'at', 'after', 'before'.",
            "Only one of 'at', 'after' and 'before' can be given.");
      }
    }
  }

  /** The steps of a year. */
  @GetMapping("/api/cycles/{cycle}/moments")
  Answer<Moments> year(
      @PathVariable CycleId cycle,
      Moment moment,
      @RequestParam(defaultValue = "recorded") String order,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = Page.USUAL) int limit) {
    String path = "/api/cycles/" + cycle.slug();
    Map<String, String> reads = new LinkedHashMap<>();
    reads.put("cycle", path);
    reads.put("standing", path + "/standing");
    reads.put("progress", path + "/progress");
    Place place = new Place(at, moment.cursor(), before);
    return reading.from(moment, view -> moments(cycle, path, reads, order, place, limit, view));
  }

  /** The steps of a conference. */
  @GetMapping("/api/conferences/{conference}/moments")
  Answer<Moments> conference(
      @PathVariable ConferenceId conference,
      Moment moment,
      @RequestParam(defaultValue = "recorded") String order,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = Page.USUAL) int limit) {
    String path = "/api/conferences/" + conference.slug();
    Map<String, String> reads = new LinkedHashMap<>();
    reads.put("conference", path);
    reads.put("minutes", path + "/minutes");
    Place place = new Place(at, moment.cursor(), before);
    return reading.from(
        moment, view -> moments(conference, path, reads, order, place, limit, view));
  }

  private static Answer<Moments> moments(
      Id id,
      String path,
      Map<String, String> reads,
      String order,
      Place place,
      int limit,
      View view) {
    int most = Page.limit(limit);
    boolean held = order.equals("held");
    if (!held && !order.equals("recorded")) {
      throw Problem.badParameter(
          "order", order, "Có: recorded, held.", "There are: recorded, held.");
    }
    place.mustBeOne();
    List<Entry> entries = entries(id, view);
    if (entries.isEmpty()) {
      throw Problem.notRecorded(id.stream());
    }
    List<Act> acts =
        held
            ? Act.asHeld(held(id, entries, view))
            : Act.asRecorded(entries.stream().filter(view::applies).toList());
    int from = begin(acts, place, held, most);
    int until = place.before() == null ? from + most : begin(acts, place, held, 0);
    List<Act> shown = acts.subList(from, Math.min(until, acts.size()));
    Answer<?> known =
        view.answer(id, shown.stream().flatMap(act -> act.events().stream()).toList());
    Sentences sentences = new Sentences(known.names(), known.texts());
    Addresses addresses = new Addresses(path, reads, view.moment(), held, most);
    List<Step> steps = new ArrayList<>();
    for (Act act : shown) {
      int index = from + steps.size();
      steps.add(
          step(
              act,
              index + 1,
              sentences,
              addresses.state(act),
              index == 0 ? null : addresses.changed(acts.get(index - 1), act)));
    }
    return known.saying(new Moments(order, acts.size(), steps, addresses.links(acts, shown, from)));
  }

  /** All that was recorded of it, and of what belongs to it, in order. */
  private static List<Entry> entries(Id id, View view) {
    List<Entry> own = view.entries(id, 0, Integer.MAX_VALUE);
    Map<Long, Entry> all = new TreeMap<>();
    own.forEach(entry -> all.put(entry.position(), entry));
    view.entriesOfStreams(wholeStreams(own)).forEach(entry -> all.put(entry.position(), entry));
    return List.copyOf(all.values());
  }

  private static Set<String> wholeStreams(Collection<Entry> entries) {
    return entries.stream()
        .map(Entry::stream)
        .filter(stream -> WHOLE.contains(stream.substring(0, stream.indexOf(':'))))
        .collect(Collectors.toSet());
  }

  /** The events that count, in the order in which they hold. */
  private static List<Entry> held(Id id, List<Entry> entries, View view) {
    Map<Long, Entry> byPosition = new LinkedHashMap<>();
    entries.forEach(entry -> byPosition.put(entry.position(), entry));
    Set<Long> seen = new HashSet<>();
    return Stream.concat(
            view.facts(id).stream(), view.factsOfStreams(wholeStreams(entries)).stream())
        .filter(fact -> seen.add(fact.position()))
        .sorted()
        .map(Fact::position)
        .map(byPosition::get)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The index of the step with which a page begins. */
  private static int begin(List<Act> acts, Place place, boolean held, int back) {
    if (place.after() != null) {
      long after = place.after();
      return held ? indexOf(acts, "after", after) + 1 : first(acts, act -> act.position() > after);
    }
    if (place.before() != null) {
      long before = place.before();
      int end =
          held ? indexOf(acts, "before", before) : first(acts, act -> act.position() >= before);
      return Math.max(0, end - back);
    }
    String at = place.at();
    if (at == null) {
      return 0;
    }
    if (at.matches("\\d{1,18}")) {
      long position = Long.parseLong(at);
      return held
          ? indexOf(acts, "at", position)
          : Math.max(0, first(acts, act -> act.position() > position) - 1);
    }
    Instant instant = Moment.instant("at", at, true);
    return Math.max(
        0, first(acts, act -> (held ? act.holdsFrom() : act.recordedAt()).isAfter(instant)) - 1);
  }

  private static int first(List<Act> acts, Predicate<Act> which) {
    for (int i = 0; i < acts.size(); i++) {
      if (which.test(acts.get(i))) {
        return i;
      }
    }
    return acts.size();
  }

  private static int indexOf(List<Act> acts, String parameter, long position) {
    int index = first(acts, act -> act.has(position));
    if (index == acts.size()) {
      throw Problem.badParameter(
          parameter,
          "" + position,
          "Không có bước nào ở vị trí này.",
          "There is no step at this position.");
    }
    return index;
  }

  private static Step step(
      Act act,
      int number,
      Sentences sentences,
      Map<String, String> state,
      @Nullable String changed) {
    return new Step(
        number,
        act.position(),
        act.recordedAt().toString(),
        act.by(),
        act.entries().stream().map(entry -> happened(entry, sentences)).toList(),
        state,
        changed);
  }

  private static Step.Happened happened(Entry entry, Sentences sentences) {
    Occurrence shown = Occurrence.of(entry);
    Event event = Occurrence.event(entry);
    Sentence sentence =
        event == null
            ? new Sentence(Labels.of(entry.type()) + ".", "An event that cannot be read.")
            : sentences.of(event);
    return new Step.Happened(
        entry.position(),
        entry.stream(),
        entry.type(),
        shown.label(),
        sentence.vietnamese(),
        sentence.english(),
        shown.occurredOn(),
        shown.appliesFrom(),
        shown.sources());
  }

  /** The addresses in an answer: of the same question, in other places and of other moments. */
  private record Addresses(
      String path, Map<String, String> reads, Moment moment, boolean held, int limit) {

    private Map<String, String> state(Act act) {
      Map<String, String> state = new LinkedHashMap<>();
      reads.forEach((name, address) -> state.put(name, address + "?" + parameters(act)));
      return state;
    }

    private String changed(Act before, Act act) {
      return reads.values().iterator().next()
          + "?"
          + parameters(act)
          + (held
              ? "&comparedEffective=" + holdsFrom(before)
              : "&comparedWith=" + before.position());
    }

    private String parameters(Act act) {
      return held
          ? given("asOf", moment.asOf()) + "effective=" + holdsFrom(act)
          : given("effective", moment.effective()) + "asOf=" + act.position();
    }

    private static String holdsFrom(Act act) {
      return act.holdsFrom().equals(Instant.MIN) ? ALWAYS : act.holdsFrom().toString();
    }

    private Links links(List<Act> acts, List<Act> shown, int from) {
      String page =
          path
              + "/moments?"
              + given("asOf", moment.asOf())
              + given("effective", moment.effective())
              + (held ? "order=held&" : "")
              + "limit="
              + limit;
      int end = from + shown.size();
      int lastPage = Math.max(0, acts.size() - limit);
      return new Links(
          page,
          from == 0 || shown.isEmpty() ? null : page + "&before=" + shown.getFirst().position(),
          end >= acts.size() ? null : page + "&after=" + shown.getLast().position(),
          lastPage == 0 ? page : page + "&after=" + acts.get(lastPage - 1).position());
    }

    private static String given(String name, @Nullable String value) {
      return value == null
          ? ""
          : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }
  }
}
