package vn.giaouoc.query.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import vn.giaouoc.query.Recorder.Told;
import vn.giaouoc.query.Vocabulary;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Ids;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;
import vn.giaouoc.shared.time.When;

class FoldsTest {

  private static final Actor ACTOR = new Actor("p", null, "o");

  private static final List<Fold<?>> FOLDS = folds();

  private static List<Fold<?>> folds() {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
      scanner.addIncludeFilter(new AssignableTypeFilter(Fold.class));
      scanner.scan("vn.giaouoc.query");
      context.refresh();
      List<Fold<?>> folds = new ArrayList<>();
      context.getBeansOfType(Fold.class).values().forEach(fold -> folds.add((Fold<?>) fold));
      return folds;
    }
  }

  /** The facts of each document's key, of everything that can happen, in some order. */
  private static Map<String, List<Fact>> facts(long seed) {
    List<Told> told = new ArrayList<>();
    for (int turn = 0; turn < 3; turn++) {
      told.addAll(Vocabulary.everything(turn));
    }
    if (seed != 0) {
      Collections.shuffle(told, new Random(seed));
    }
    Map<String, List<Fact>> facts = new HashMap<>();
    for (int i = 0; i < told.size(); i++) {
      Fact fact =
          new Fact(
              told.get(i).event(),
              Envelope.firstHand(When.of(told.get(i).on()), ACTOR),
              i + 1,
              "e" + i,
              Instant.EPOCH,
              told.get(i).event().stream(),
              i,
              EventTypes.checkedIn().of(told.get(i).event().getClass()).name(),
              i + 1,
              List.of(),
              List.of(),
              List.of(Audience.PUBLIC));
      Set<String> keys = new HashSet<>(Ids.in(fact.event()));
      keys.add(fact.stream());
      keys.forEach(key -> facts.computeIfAbsent(key, any -> new ArrayList<>()).add(fact));
    }
    return facts;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3})
  void what_a_fold_does_not_rest_on_says_nothing_to_it(long seed) {
    facts(seed).forEach((key, facts) -> FOLDS.forEach(fold -> passesOver(fold, key, facts)));
  }

  private static <S extends Record> void passesOver(Fold<S> fold, String key, List<Fact> facts) {
    if (!fold.kind().equals(Keys.kind(key))) {
      return;
    }
    S state = fold.empty(Keys.slug(key));
    for (Fact fact : facts) {
      S next = fold.apply(state, fact);
      if (!fold.restsOn(fact.event())) {
        assertThat(next)
            .as("%s rests on %s, and does not say so", fold.name(), fact.type())
            .isSameAs(state);
      }
      state = next;
    }
  }

  /** A fold that rested on everything would be right, and slow. */
  @Test
  void every_fold_is_told_something_by_every_kind_of_event_that_it_rests_on() {
    Map<String, Set<Class<?>>> telling = new HashMap<>();
    for (long seed = 0; seed < 4; seed++) {
      facts(seed).forEach((key, facts) -> FOLDS.forEach(fold -> note(fold, key, facts, telling)));
    }
    for (Fold<?> fold : FOLDS) {
      for (Class<?> rests : fold.restsOn()) {
        if (rests == ProceedingsEvent.class) {
          continue; // everything that can happen, but not that it is recorded
        }
        assertThat(telling.getOrDefault(fold.name(), Set.of()))
            .as("%s rests on %s, which tells it nothing", fold.name(), rests.getSimpleName())
            .anyMatch(rests::isAssignableFrom);
      }
    }
  }

  private static <S extends Record> void note(
      Fold<S> fold, String key, List<Fact> facts, Map<String, Set<Class<?>>> telling) {
    if (!fold.kind().equals(Keys.kind(key))) {
      return;
    }
    S state = fold.empty(Keys.slug(key));
    for (Fact fact : facts) {
      S next = fold.apply(state, fact);
      if (next != state) {
        telling.computeIfAbsent(fold.name(), any -> new HashSet<>()).add(fact.event().getClass());
      }
      state = next;
    }
  }
}
