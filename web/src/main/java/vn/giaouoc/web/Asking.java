package vn.giaouoc.web;

import java.util.Optional;

/** The one place that knows who sends the present request. */
public interface Asking {

  /** Whether requests say who sends them. If not, everybody is the one administrator. */
  boolean identified();

  /** Whose the present request is; nobody's where it came without a token. */
  Optional<Account> account();
}
