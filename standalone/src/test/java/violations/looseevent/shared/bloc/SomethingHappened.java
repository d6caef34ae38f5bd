package violations.looseevent.shared.bloc;

import vn.giaouoc.shared.Event;

/** An event that belongs to no stream's interface. */
public record SomethingHappened(String stream) implements Event {}
