package vn.giaouoc.query.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Occurrence;
import vn.giaouoc.query.answer.Page;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Head;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Journal;

/**
 * The journal, in pages or as a feed. The feed follows what is folded: who asks a question after an
 * event of the feed finds it in the answer.
 */
@RestController
class JournalResource implements SmartLifecycle {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration TURN = Duration.ofSeconds(1);
  private static final int AT_ONCE = 500;

  private final Reading reading;
  private final Journal journal;
  private final Head head;
  private volatile boolean running;

  JournalResource(Reading reading, Journal journal, Head head) {
    this.reading = reading;
    this.journal = journal;
    this.head = head;
  }

  @GetMapping("/api/journal")
  Answer<Page> page(Moment moment, @RequestParam(defaultValue = Page.USUAL) int limit) {
    int most = Page.limit(limit);
    return reading.from(
        moment,
        view ->
            Page.answer(
                view, journal.between(Page.after(moment), view.cut().position(), most + 1), most));
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
    SseEmitter listener = new SseEmitter(-1L);
    long seen = from == null ? head.position() : Long.parseLong(from);
    Thread.ofVirtual().name("feed").start(() -> tell(listener, seen));
    return listener;
  }

  private void tell(SseEmitter listener, long from) {
    try {
      // a position without an event: whoever is cut off before the first one comes back to the
      // right place
      listener.send(SseEmitter.event().id(Long.toString(from)).comment("giao-uoc"));
      long seen = from;
      long said = System.nanoTime();
      while (running) {
        // in short waits, so that a listener to whom nothing is said does not hold up the end of
        // the program
        long at = head.awaitBeyond(seen, TURN);
        if (at <= seen) {
          if (System.nanoTime() - said >= HEARTBEAT.toNanos()) {
            listener.send(SseEmitter.event().comment("heartbeat"));
            said = System.nanoTime();
          }
          continue;
        }
        List<Entry> entries = journal.between(seen, at, AT_ONCE);
        for (Entry entry : entries) {
          listener.send(
              SseEmitter.event()
                  .id(Long.toString(entry.position()))
                  .name(entry.type())
                  .data(Occurrence.of(entry), MediaType.APPLICATION_JSON));
          seen = entry.position();
        }
        said = System.nanoTime();
      }
      listener.complete();
    } catch (IOException | IllegalStateException e) {
      listener.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // the listener comes back with the last position it saw
      listener.completeWithError(e);
    }
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
