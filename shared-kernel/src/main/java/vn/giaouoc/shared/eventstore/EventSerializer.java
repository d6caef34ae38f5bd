package vn.giaouoc.shared.eventstore;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import vn.giaouoc.shared.Event;

/**
 * Writes events under the domain's names and in the wire format. An event that the table does not
 * know can neither be written nor read.
 */
public final class EventSerializer extends Jackson3Serializer {

  private EventSerializer(Builder builder) {
    super(builder);
  }

  /** The serializer of the log. */
  public static EventSerializer create() {
    return new EventSerializer(
        Jackson3Serializer.builder().jsonMapperBuilderCustomizer(Wire::configure));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(Class type) {
    EventTypes.Type known = EventTypes.checkedIn().of(type);
    if (known != null) {
      return new SimpleSerializedType(known.name(), known.revision());
    }
    if (type != null && Event.class.isAssignableFrom(type)) {
      throw new IllegalStateException(type.getName() + " is not in the table of event types");
    }
    return super.typeForClass(type);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    EventTypes.Type known = EventTypes.checkedIn().named(type.getName());
    if (known == null) {
      return super.classForType(type);
    }
    return known.revision().equals(type.getRevision())
        ? known.event()
        : UnknownSerializedType.class;
  }
}
