package vn.giaouoc.query.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What folds do with the lists in their states: always a new list. */
public final class Lists {

  private Lists() {}

  /** The list with one more at its end. */
  public static <T> List<T> with(List<T> list, T another) {
    List<T> more = new ArrayList<>(list);
    more.add(another);
    return List.copyOf(more);
  }

  /** The list with others at its end. */
  public static <T> List<T> withAll(List<T> list, List<T> others) {
    List<T> more = new ArrayList<>(list);
    more.addAll(others);
    return List.copyOf(more);
  }

  /** The list with one more at its end, unless it is in it. */
  public static <T> List<T> withOnce(List<T> list, T another) {
    return list.contains(another) ? list : with(list, another);
  }

  /** The list with those that meet the condition changed. */
  public static <T> List<T> changed(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
    return list.stream().map(each -> which.test(each) ? change.apply(each) : each).toList();
  }
}
