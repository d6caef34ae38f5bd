package vn.giaouoc.query.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.fold.Head;
import vn.giaouoc.query.fold.Rebuilds;
import vn.giaouoc.query.journal.Follower;
import vn.giaouoc.query.journal.JournalWriter;
import vn.giaouoc.query.journal.Waiting;

/**
 * How the reading side is doing, in figures. What was not seen lately is no number: a line that
 * ends is noticed, one that stays as it was is not.
 */
@Component
class Figures implements MeterBinder {

  private final Watch watch;
  private final JournalWriter writer;
  private final Head head;
  private final List<Fold<?>> folds;
  private final List<Follower> followers;
  private final Clock clock;

  Figures(
      Watch watch,
      JournalWriter writer,
      Head head,
      List<Fold<?>> folds,
      List<Follower> followers,
      @Qualifier("queryClock") Clock clock) {
    this.watch = watch;
    this.writer = writer;
    this.head = head;
    this.folds = folds;
    this.followers = followers;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    seen("giaouoc.journal.position", Signs::position)
        .description("Last position of the journal")
        .register(meters);
    seen("giaouoc.folded.position", Signs::folded)
        .description("Last position that is folded into documents")
        .register(meters);
    figure("giaouoc.node.position", () -> (double) head.position())
        .description("Last position that this node knows to be folded")
        .register(meters);
    waiting("journal", Signs::unread, meters);
    waiting("documents", Signs::unfolded, meters);
    figure("giaouoc.journal.writer", () -> writer.active() ? 1.0 : 0.0)
        .description("1 on the node that writes the journal")
        .register(meters);
    seen("giaouoc.events.unreadable", Signs::unreadable)
        .description("Events that this program cannot read")
        .register(meters);
    folds.forEach(
        fold -> {
          seen("giaouoc.folds.parked", signs -> signs.parked().getOrDefault(fold.name(), 0L))
              .tag("fold", fold.name())
              .description("Documents that cannot be made")
              .register(meters);
          seen("giaouoc.rebuild.progress", signs -> progress(signs.rebuilds().get(fold.name())))
              .baseUnit("ratio")
              .tag("fold", fold.name())
              .description("How far the stage of the last rebuild is; no number without one")
              .register(meters);
        });
    followers.forEach(
        follower -> {
          figure("giaouoc.follower.silence", () -> seconds(follower.silence()))
              .baseUnit("seconds")
              .tag("follower", follower.name())
              .description("Since when a thread has ended no turn without trouble")
              .register(meters);
          figure("giaouoc.follower.alive", () -> follower.alive() ? 1.0 : 0.0)
              .tag("follower", follower.name())
              .description("0 if a thread has died")
              .register(meters);
        });
  }

  private void waiting(
      String on, Function<Signs, @Nullable Waiting> waiting, MeterRegistry meters) {
    seen(
            "giaouoc.waiting",
            signs -> {
              Waiting now = waiting.apply(signs);
              return now == null ? Double.NaN : now.events();
            })
        .baseUnit("events")
        .tag("of", on)
        .description("Events that are not yet in the journal, or not yet in the documents")
        .register(meters);
    seen(
            "giaouoc.lag",
            signs -> {
              Waiting now = waiting.apply(signs);
              return now == null ? Double.NaN : seconds(now.age(clock.instant()));
            })
        .baseUnit("seconds")
        .tag("of", on)
        .description("Age of the oldest event that is not yet in the journal, or the documents")
        .register(meters);
  }

  private static double progress(Rebuilds.@Nullable Progress rebuild) {
    return rebuild == null
        ? Double.NaN
        : rebuild.total() == 0 ? 1 : (double) rebuild.done() / rebuild.total();
  }

  private Gauge.Builder<Supplier<Number>> seen(String name, Function<Signs, Number> value) {
    return Gauge.builder(name, () -> watch.signs().<Number>map(value).orElse(Double.NaN));
  }

  private static Gauge.Builder<Supplier<Number>> figure(String name, Supplier<Number> value) {
    return Gauge.builder(name, value);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
