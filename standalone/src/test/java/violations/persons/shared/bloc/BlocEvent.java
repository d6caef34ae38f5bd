package violations.persons.shared.bloc;

import vn.giaouoc.shared.Event;

/** Events that name a person and carry anything. */
public sealed interface BlocEvent extends Event {
  /** Names its signatory. */
  record Signed(String stream, String signatory, Object more) implements BlocEvent {}
}
