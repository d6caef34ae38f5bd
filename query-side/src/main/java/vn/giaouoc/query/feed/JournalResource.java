package vn.giaouoc.query.feed;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Page;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;

/** The journal, in pages or as a feed. */
@RestController
class JournalResource {

  private final Reading reading;
  private final Feed feed;

  JournalResource(Reading reading, Feed feed) {
    this.reading = reading;
    this.feed = feed;
  }

  @GetMapping("/api/journal")
  Answer<Page> page(Moment moment, @RequestParam(defaultValue = Page.USUAL) int limit) {
    int most = Page.limit(limit);
    return reading.from(
        moment, view -> Page.answer(view, view.entries(Page.after(moment), most + 1), most));
  }

  /** The request is not answered by a thread that stays: see {@link Line}. */
  @GetMapping(path = "/api/journal", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void feed(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable BlocId bloc,
      @RequestParam(required = false) @Nullable CycleId cycle,
      @RequestParam(required = false) @Nullable ConferenceId conference,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String from = lastEventId == null || lastEventId.isBlank() ? after : lastEventId;
    if (from != null && !from.matches("\\d{1,18}")) {
      throw Problem.badParameter(
          "after", from, "Cần một vị trí của nhật ký.", "A position of the journal is expected.");
    }
    Set<String> within =
        Stream.of(bloc, cycle, conference)
            .filter(Objects::nonNull)
            .map(this::known)
            .collect(Collectors.toSet());
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // said to proxies that keep answers back until they are whole
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    Line line =
        new Line(
            feed,
            reading.listener(),
            within,
            from == null ? feed.position() : Long.parseLong(from),
            context,
            response.getOutputStream());
    context.addListener(line);
    line.greet();
    response.getOutputStream().setWriteListener(line);
    feed.add(line);
  }

  /** The key of an id of which they may know something. */
  private String known(Id id) {
    return reading.at(
        Moment.NOW,
        view -> {
          if (view.entries(id, 0, 1).isEmpty()) {
            throw Problem.notRecorded(id.stream());
          }
          return id.stream();
        });
  }
}
