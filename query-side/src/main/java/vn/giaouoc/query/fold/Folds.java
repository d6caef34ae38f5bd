package vn.giaouoc.query.fold;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All folds of this program. */
@Component
public class Folds {

  private final List<Fold<?>> all;
  private final Map<String, List<Fold<?>>> byKind;

  Folds(List<Fold<?>> all) {
    this.all = all.stream().sorted(Comparator.comparing((Fold<?> fold) -> fold.name())).toList();
    byKind = this.all.stream().collect(Collectors.groupingBy(fold -> fold.kind()));
  }

  /** Each of them, by name. */
  public List<Fold<?>> all() {
    return all;
  }

  /** The folds whose keys are of this kind; none for most kinds. */
  List<Fold<?>> ofKind(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** The fold of a name, if there is one. */
  public Optional<Fold<?>> named(String name) {
    return all.stream()
        .filter(fold -> fold.name().equals(name))
        .<Fold<?>>map(fold -> fold)
        .findFirst();
  }
}
