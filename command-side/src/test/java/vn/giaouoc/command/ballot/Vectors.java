package vn.giaouoc.command.ballot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an RFC gives to compare with. */
final class Vectors {

  private final JsonNode values;

  private Vectors(JsonNode values) {
    this.values = values;
  }

  static Vectors of(String rfc) {
    try (InputStream json = Vectors.class.getResourceAsStream("/ballot/" + rfc + ".json")) {
      return new Vectors(JsonMapper.shared().readTree(Objects.requireNonNull(json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(String name) {
    return HexFormat.of().parseHex(values.get(name).stringValue());
  }

  BigInteger number(String name) {
    return new BigInteger(values.get(name).stringValue(), 16);
  }
}
