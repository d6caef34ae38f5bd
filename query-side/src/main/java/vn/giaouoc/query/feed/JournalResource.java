package vn.giaouoc.query.feed;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.giaouoc.query.QuerySettings;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Occurrence;
import vn.giaouoc.query.answer.Page;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.journal.Entry;

/**
 * The journal, in pages or as a feed. The feed follows what is folded: who asks a question after an
 * event of the feed finds it in the answer.
 */
@RestController
class JournalResource implements SmartLifecycle {

  private static final Duration LONGEST_TURN = Duration.ofSeconds(1);
  private static final int AT_ONCE = 500;

  private final Reading reading;
  private final Duration heartbeat;
  private final Duration turn;
  private volatile boolean running;

  JournalResource(Reading reading, QuerySettings settings) {
    this.reading = reading;
    heartbeat = settings.feed().heartbeat();
    turn = heartbeat.compareTo(LONGEST_TURN) < 0 ? heartbeat : LONGEST_TURN;
  }

  @GetMapping("/api/journal")
  Answer<Page> page(Moment moment, @RequestParam(defaultValue = Page.USUAL) int limit) {
    int most = Page.limit(limit);
    return reading.from(
        moment, view -> Page.answer(view, view.entries(Page.after(moment), most + 1), most));
  }

  @GetMapping(path = "/api/journal", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter feed(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(required = false) @Nullable String after) {
    String from = lastEventId == null || lastEventId.isBlank() ? after : lastEventId;
    if (from != null && !from.matches("\\d{1,18}")) {
      throw Problem.badParameter(
          "after", from, "Cần một vị trí của nhật ký.", "A position of the journal is expected.");
    }
    Reading.Listener listener = reading.listener(from == null ? null : Long.valueOf(from));
    SseEmitter line = new SseEmitter(-1L);
    Thread.ofVirtual().name("feed").start(() -> tell(line, listener));
    return line;
  }

  private void tell(SseEmitter line, Reading.Listener listener) {
    try {
      line.send(position(listener, "giao-uoc"));
      long said = System.nanoTime();
      long told = listener.position();
      // in short waits, so that a listener to whom nothing is said does not hold up the end of the
      // program
      while (running && !listener.over()) {
        for (Entry entry : listener.next(turn, AT_ONCE)) {
          line.send(
              SseEmitter.event()
                  .id(Long.toString(entry.position()))
                  .name(entry.type())
                  .data(Occurrence.of(entry), MediaType.APPLICATION_JSON));
          told = entry.position();
          said = System.nanoTime();
        }
        // also where all that there was is for others: whoever comes back goes on behind it
        if (told < listener.position() || System.nanoTime() - said >= heartbeat.toNanos()) {
          line.send(position(listener, "heartbeat"));
          told = listener.position();
          said = System.nanoTime();
        }
      }
      line.complete();
    } catch (IOException | IllegalStateException e) {
      line.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // the listener comes back with the last position it saw
      line.completeWithError(e);
    }
  }

  /**
   * A position without an event: whoever is cut off before the next one comes back to the right
   * place.
   */
  private static SseEmitter.SseEventBuilder position(Reading.Listener listener, String comment) {
    return SseEmitter.event().id(Long.toString(listener.position())).comment(comment);
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
