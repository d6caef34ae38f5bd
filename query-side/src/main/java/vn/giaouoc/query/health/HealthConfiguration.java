package vn.giaouoc.query.health;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaouoc.query.QuerySettings;
import vn.giaouoc.query.fold.Folder;
import vn.giaouoc.query.fold.Head;
import vn.giaouoc.query.journal.Follower;
import vn.giaouoc.query.journal.JournalWriter;
import vn.giaouoc.query.journal.Waiting;

/**
 * What health says of the reading side. Nothing is asked while somebody waits for the answer: see
 * {@link Watch}. What was not seen lately is not healthy.
 *
 * <p>Of this node: {@code threads} and {@code node}. Of all nodes alike: {@code journal}, {@code
 * documents} and {@code parked}; these do not keep a node from being ready, since no other would
 * answer better.
 */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

  private final Watch watch;
  private final Clock clock;
  private final Duration patience;

  HealthConfiguration(Watch watch, @Qualifier("queryClock") Clock clock, QuerySettings settings) {
    this.watch = watch;
    this.clock = clock;
    patience = settings.journal().patience();
  }

  /** A thread that has died does not come back: the process is to be started again. */
  @Bean
  HealthIndicator threadsHealthIndicator(List<Follower> followers) {
    return () -> {
      Map<String, Object> states = new TreeMap<>();
      followers.forEach(each -> states.put(each.name(), each.alive() ? "alive" : "dead"));
      return (states.containsValue("dead") ? Health.down() : Health.up())
          .withDetails(states)
          .build();
    };
  }

  /** Whether this node can tell how things are, and knows what the others have folded. */
  @Bean
  HealthIndicator nodeHealthIndicator(Head head) {
    return indicator(
        (signs, health) -> {
          health.withDetail("position", head.position()).withDetail("folded", signs.folded());
          late(health, watch.knowingStill());
        });
  }

  /** Whether all that is in the log comes into the journal. */
  @Bean
  HealthIndicator journalHealthIndicator(JournalWriter writer) {
    return indicator(
        (signs, health) -> {
          health
              .withDetail("position", signs.position())
              .withDetail(
                  "writer", writer.active() ? "here" : signs.writer() ? "elsewhere" : "nobody");
          Waiting unread = signs.unread();
          if (unread == null) {
            health.withDetail("log", "does not answer");
          } else {
            waits(health, unread);
          }
          late(health, watch.readingStill());
          silent(health, writer);
        });
  }

  /** Whether all that is in the journal comes into the documents. */
  @Bean
  HealthIndicator documentsHealthIndicator(Folder folder) {
    return indicator(
        (signs, health) -> {
          health.withDetail("position", signs.folded());
          waits(health, signs.unfolded());
          late(health, watch.foldingStill());
          silent(health, folder);
        });
  }

  /** Whether every event could be read, and every document made. */
  @Bean
  HealthIndicator parkedHealthIndicator() {
    return indicator(
        (signs, health) -> {
          if (signs.unreadable() > 0 || !signs.parked().isEmpty()) {
            health.outOfService();
          }
          health.withDetail("unreadable", signs.unreadable());
          signs.parked().forEach(health::withDetail);
        });
  }

  private HealthIndicator indicator(BiConsumer<Signs, Health.Builder> judge) {
    return () -> {
      Optional<Signs> signs = watch.signs();
      Health.Builder health = Health.up();
      if (signs.isPresent()) {
        judge.accept(signs.get(), health);
      } else {
        health.outOfService();
        health.withDetail("seen", "not for " + watch.silence().toSeconds() + " s");
      }
      return health.build();
    };
  }

  private void waits(Health.Builder health, Waiting waiting) {
    Duration age = waiting.age(clock.instant());
    health.withDetail("waiting", waiting.events()).withDetail("seconds", age.toSeconds());
    late(health, age);
  }

  private void late(Health.Builder health, Duration late) {
    if (late.compareTo(patience) > 0) {
      health.outOfService();
      health.withDetail("late", late.toSeconds() + " s");
    }
  }

  /** What keeps it is told by its kind alone: messages name hosts. */
  private void silent(Health.Builder health, Follower follower) {
    Throwable trouble = follower.trouble();
    if (trouble != null) {
      health.withDetail("trouble", trouble.getClass().getSimpleName());
    }
    if (!follower.alive()) {
      health.down();
    } else if (follower.silence().compareTo(patience) > 0) {
      health.outOfService();
      health.withDetail("silent", follower.silence().toSeconds() + " s");
    }
  }
}
