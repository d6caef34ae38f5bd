package vn.giaouoc.shared.eventstore;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * How values are written as JSON, in the log and in answers: what is unknown is absent, decimals
 * are strings, dates are ISO 8601, properties stand in the order of their record.
 */
public final class Wire {

  private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

  private Wire() {}

  /** The mapper of the wire format. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Gives a mapper the wire format. */
  public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
    return builder
        .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
        .withConfigOverride(
            BigDecimal.class,
            decimals -> decimals.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .polymorphicTypeValidator(tokensOfAxon());
  }

  /** Without it a replay token cannot be read back: Jackson 3 refuses its untyped context. */
  private static BasicPolymorphicTypeValidator tokensOfAxon() {
    return BasicPolymorphicTypeValidator.builder()
        .allowIfSubType("org.axonframework.")
        .allowIfSubType("java.util.")
        .allowIfSubType("java.lang.")
        .build();
  }
}
