package vn.giaouoc.command;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a stream has answered. A request's key stands in the metadata of every event
 * that came of it, so the stream itself remembers, on either engine and over a restart: the same
 * request again is answered with the same version and does nothing.
 */
public final class Requests {

  private final Map<String, Answered> answered = new HashMap<>();

  private record Answered(String request, long version) {}

  /** Notes an event of the stream. */
  public void note(MetaData metaData, long version) {
    if (metaData.get(Commands.REQUEST) instanceof String request) {
      answered.put(key(request), new Answered(request, version));
    }
  }

  /**
   * The version with which this request was answered before.
   *
   * @return nothing if it is new, or has no key
   * @throws Rejection.Rejected if its key was used for another request
   */
  public @Nullable Long answer(CommandMessage<?> command) {
    if (!(command.getMetaData().get(Commands.REQUEST) instanceof String request)) {
      return null;
    }
    Answered before = answered.get(key(request));
    if (before == null) {
      return null;
    }
    RequestRejection.KEY_USED_FOR_ANOTHER_REQUEST.unless(
        before.request().equals(request), key(request));
    return before.version();
  }

  private static String key(String request) {
    return request.substring(0, request.indexOf(' '));
  }
}
