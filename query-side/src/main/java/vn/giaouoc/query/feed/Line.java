package vn.giaouoc.query.feed;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import vn.giaouoc.query.answer.Reading;

/**
 * The line to one listener. Nothing is ever waited for: what cannot be sent at once is kept, up to
 * {@link #MOST}, and sent when the network takes it; from there on the line is behind, forgets what
 * more there is, and reads it from the journal when it has sent what it had.
 */
final class Line implements WriteListener, AsyncListener {

  /** How many events are kept for who is slow. */
  static final int MOST = 64;

  private final Feed feed;
  private final Reading.Listener listener;
  private final Set<String> within;
  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Queue<byte[]> unsent = new ArrayDeque<>();
  private long position;
  private long told = -1;
  private long said = System.nanoTime();
  private boolean unflushed;
  private boolean catchingUp = true;
  private volatile boolean behind = true;
  private volatile boolean ended;

  /**
   * A line that is behind as long as it has not caught up.
   *
   * @param within the keys in whose scope an event must be, all of them
   * @param position after which it begins
   */
  Line(
      Feed feed,
      Reading.Listener listener,
      Set<String> within,
      long position,
      AsyncContext context,
      ServletOutputStream out) {
    this.feed = feed;
    this.listener = listener;
    this.within = within;
    this.position = position;
    this.context = context;
    this.out = out;
  }

  /** Says where it begins, so that who is cut off now comes back to the right place. */
  synchronized void greet() {
    sayPosition("giao-uoc");
  }

  /** Whether it is not up to date. */
  boolean behind() {
    return behind;
  }

  /** Whether it hears of some blocs, cycles or conferences only. */
  boolean scoped() {
    return !within.isEmpty();
  }

  /** Hears news, unless it is behind or knows them. */
  synchronized void hear(List<Feed.Told> news, long upTo) {
    if (behind || ended) {
      return;
    }
    for (Feed.Told each : news) {
      if (each.entry().position() > position && each.scope().containsAll(within)) {
        Optional<Boolean> sees = listener.sees(each.entry());
        if (sees.isEmpty() || unsent.size() >= MOST) {
          behind = true;
          position = each.entry().position() - 1;
          goOn();
          return;
        }
        if (sees.get()) {
          say(each);
        }
      }
    }
    position = Math.max(position, upTo);
    goOn();
  }

  /** Reads what it has missed, until it is up to date or the network takes no more. */
  void catchUp() {
    try {
      while (true) {
        long from;
        synchronized (this) {
          if (ended || !unsent.isEmpty()) {
            // goes on when that is sent
            catchingUp = false;
            return;
          }
          from = position;
        }
        Reading.Heard heard = listener.after(from, Feed.AT_ONCE);
        List<Feed.Told> told = feed.told(heard.entries(), scoped());
        synchronized (this) {
          int kept = 0;
          for (Feed.Told each : told) {
            if (each.scope().containsAll(within)) {
              if (kept == MOST) {
                break;
              }
              say(each);
              kept++;
            }
            position = each.entry().position();
          }
          if (kept < MOST) {
            position = Math.max(position, heard.upTo());
          }
          goOn();
          // under both locks, the feed's last: it never holds its own while it waits for a line's
          if (feed.joins(position, () -> behind = false)) {
            catchingUp = false;
            return;
          }
        }
      }
    } catch (RuntimeException e) {
      // the listener comes back with the last position it saw
      end();
    }
  }

  /** Says that it lives, and up to where there was nothing; ends where a token has. */
  synchronized void beat(Duration heartbeat) {
    if (listener.over()) {
      end();
    } else if (unsent.isEmpty() && System.nanoTime() - said >= heartbeat.toNanos()) {
      sayPosition("heartbeat");
      goOn();
    }
  }

  private void say(Feed.Told each) {
    unsent.add(each.text());
    told = each.entry().position();
    said = System.nanoTime();
  }

  private void sayPosition(String comment) {
    unsent.add("id:%d\n:%s\n\n".formatted(position, comment).getBytes(StandardCharsets.US_ASCII));
    told = position;
    said = System.nanoTime();
  }

  /** Sends what the network takes, and never waits for it. */
  private void goOn() {
    try {
      while (!ended && out.isReady()) {
        byte[] next = unsent.poll();
        if (next != null) {
          out.write(next);
          unflushed = true;
        } else if (unflushed) {
          out.flush();
          unflushed = false;
        } else {
          if (behind && !catchingUp) {
            catchingUp = true;
            feed.catchUp(this);
          }
          return;
        }
      }
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }

  /** Nothing more is told; whoever wants to hear more comes back. */
  void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      unsent.clear();
    }
    feed.remove(this);
    try {
      context.complete();
    } catch (IllegalStateException e) {
      // the server has done so
    }
  }

  @Override
  public synchronized void onWritePossible() {
    goOn();
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
