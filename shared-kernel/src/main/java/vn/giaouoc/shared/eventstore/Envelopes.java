package vn.giaouoc.shared.eventstore;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;

/** Turns stored rows into events and envelopes, and envelopes into metadata. */
public final class Envelopes {

  private static final JsonMapper MAPPER = Wire.mapper();
  private static final TypeReference<Map<String, Object>> ENTRIES = new TypeReference<>() {};

  private Envelopes() {}

  /** The envelope as metadata of an event. */
  public static MetaData metaData(Envelope envelope) {
    return MetaData.from(MAPPER.convertValue(envelope, ENTRIES));
  }

  /** The envelope in the metadata of an event. */
  public static Envelope of(Map<String, ?> metaData) {
    return MAPPER.convertValue(metaData, Envelope.class);
  }

  /** Where the event was told, if it was recorded later. */
  public static Envelope.@Nullable Told told(Map<String, ?> metaData) {
    Object told = metaData.get("told");
    return told == null ? null : MAPPER.convertValue(told, Envelope.Told.class);
  }

  /** The envelope in stored metadata. */
  public static Envelope read(String metaData) {
    return MAPPER.readValue(metaData, Envelope.class);
  }

  /**
   * The event in a stored payload, brought into its present form; nothing if this program does not
   * know its type.
   *
   * @param type its name in the log
   * @param revision the revision it is written in
   */
  public static @Nullable Event read(String type, String revision, String payload) {
    EventTypes types = EventTypes.checkedIn();
    EventTypes.Type known = types.named(types.retired().getOrDefault(type, type));
    if (known == null) {
      return null;
    }
    return known.name().equals(type) && known.revision().equals(revision)
        ? MAPPER.readValue(payload, known.event())
        : MAPPER.treeToValue(
            Upcasters.all()
                .upcast(new Upcasters.Form(type, revision, MAPPER.readTree(payload)))
                .event(),
            known.event());
  }
}
