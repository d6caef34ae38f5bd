package vn.giaouoc.query.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.bloc.Bloc;
import vn.giaouoc.query.bloc.BlocFold;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.print.Layout;
import vn.giaouoc.query.print.Print;
import vn.giaouoc.query.print.Said;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.conference.ConferenceEvent.DraftName;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/** The minutes of a conference, drafted from what is recorded. */
@RestController
class MinutesResource {

  private final Reading reading;
  private final ConferenceFold fold;
  private final BlocFold blocs;

  MinutesResource(Reading reading, ConferenceFold fold, BlocFold blocs) {
    this.reading = reading;
    this.fold = fold;
    this.blocs = blocs;
  }

  /**
   * A draft of minutes.
   *
   * @param conference of which conference
   * @param draft what names it when minutes made from it are approved
   * @param paper what it says
   * @param approved who approved which minutes, made from which draft
   * @param changedSince whether what is recorded is other than the approved minutes were made from;
   *     absent where nothing is approved, no draft is told, or the reader does not see all of it
   */
  record MinutesDraft(
      ConferenceId conference,
      DraftName draft,
      Print paper,
      List<Session.Approval> approved,
      @Nullable Boolean changedSince) {}

  @GetMapping("/api/conferences/{conference}/minutes")
  Answer<MinutesDraft> drafted(@PathVariable ConferenceId conference, Moment moment) {
    return reading.at(moment, view -> draft(conference, view));
  }

  @GetMapping(value = "/api/conferences/{conference}/minutes", params = "format")
  ResponseEntity<byte[]> page(
      @PathVariable ConferenceId conference, Moment moment, @RequestParam String format) {
    Layout.mustBeHtml(format);
    Print paper = reading.at(moment, view -> draft(conference, view)).answer().paper();
    return Layout.file(format, "bien-ban-" + conference.slug(), paper);
  }

  private Answer<MinutesDraft> draft(ConferenceId id, View view) {
    Conference record = view.document(fold, id).answer();
    List<Fact> facts = view.facts(id);
    Map<PollId, List<Fact>> polls = new LinkedHashMap<>();
    for (Fact fact : facts) {
      PollId poll =
          switch (fact.event()) {
            case PollCalled called -> called.poll();
            case PollRecorded recorded -> recorded.poll();
            default -> null;
          };
      if (poll != null) {
        polls.putIfAbsent(
            poll,
            view.facts(poll).stream().filter(each -> each.stream().equals(poll.stream())).toList());
      }
    }
    Collection<UnitId> members = members(record, view);
    Minutes minutes = new Minutes(id, facts, polls, members);
    List<Object> mentioned = new ArrayList<>(members);
    facts.forEach(fact -> mentioned.add(fact.event()));
    polls.values().forEach(poll -> poll.forEach(fact -> mentioned.add(fact.event())));
    Print paper = minutes.print(new Said(view.answer(id, mentioned)));
    DraftName draft = new DraftName(view.cut().position(), minutes.digest());
    List<Session.Approval> approved =
        record.session() == null ? List.of() : record.session().minutes();
    boolean all = record.bloc() != null && view.cut().reader().sees(Audience.bloc(record.bloc()));
    return view.answer(
        new MinutesDraft(id, draft, paper, approved, all ? changed(approved, draft) : null));
  }

  private static @Nullable Boolean changed(List<Session.Approval> approved, DraftName now) {
    List<DraftName> drafts = new ArrayList<>();
    for (Session.Approval approval : approved) {
      if (approval.draft() != null) {
        drafts.add(approval.draft());
      }
    }
    return drafts.isEmpty()
        ? null
        : drafts.stream().anyMatch(draft -> !draft.digest().equals(now.digest()));
  }

  /** Who were members of its bloc on its day. */
  private Collection<UnitId> members(Conference record, View view) {
    if (record.bloc() == null || record.occurredOn() == null) {
      return List.of();
    }
    LocalDate day = record.occurredOn().on().firstDay();
    return view.find(blocs, record.bloc().slug())
        .map(
            bloc ->
                bloc.answer().roll().stream()
                    .filter(member -> wasOn(member, day))
                    .map(Bloc.Membership::unit)
                    .distinct()
                    .toList())
        .orElse(List.of());
  }

  private static boolean wasOn(Bloc.Membership member, LocalDate day) {
    return !member.since().firstDay().isAfter(day)
        && (member.until() == null || member.until().firstDay().isAfter(day));
  }
}
