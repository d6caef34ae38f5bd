package vn.giaouoc;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.shared.eventstore.StoredEvent;
import vn.giaouoc.shared.eventstore.Wire;

/**
 * A log and its journal as one file: lines of JSON in UTF-8. The first tells the format; then comes
 * every event once, in the order of the positions from 1; the last tells how many there are and the
 * SHA-256 of all lines before it. Payloads and metadata are strings in it, so that they are the
 * same to the byte when they are taken out.
 */
final class LogFile {

  private static final Format FORMAT = new Format("giaouoc-log", 1);

  private LogFile() {}

  private record Format(String format, int version) {}

  private record End(long events, String sha256) {}

  /** Writes a file that is not there yet, for its owner to read. */
  static final class Writer implements AutoCloseable {

    private final FileChannel channel;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private long events;

    Writer(Path file) throws IOException {
      channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      out = new BufferedOutputStream(Channels.newOutputStream(channel));
      line(FORMAT);
    }

    /** The event of the next position. */
    void write(StoredEvent event) throws IOException {
      line(event.at(++events));
    }

    /** Makes it whole: without this it is half a file. */
    long end() throws IOException {
      line(new End(events, HexFormat.of().formatHex(digest.digest())));
      out.flush();
      channel.force(true);
      return events;
    }

    private void line(Object values) throws IOException {
      byte[] line =
          (Wire.mapper().writeValueAsString(values) + "\n").getBytes(StandardCharsets.UTF_8);
      digest.update(line);
      out.write(line);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /**
   * Reads a file to its end.
   *
   * @return its digest
   * @throws StartRefused if it is none of these files, or not as it was written
   */
  static String check(Path file) throws IOException {
    try (Reader reader = new Reader(file)) {
      while (reader.next() != null) {
        // to the end
      }
      return reader.digest;
    }
  }

  /** Reads a file event by event. */
  static final class Reader implements AutoCloseable {

    private final Path file;
    private final BufferedReader in;
    private final MessageDigest sha256 = sha256();
    private final Map<String, Long> versions = new HashMap<>();
    private String digest = "";
    private long events;

    Reader(Path file) throws IOException {
      this.file = file;
      in = Files.newBufferedReader(file);
      try {
        String line = line();
        if (!FORMAT.equals(Wire.mapper().readValue(line, Format.class))) {
          throw notOne();
        }
        count(line);
      } catch (JacksonException | StartRefused e) {
        in.close();
        throw notOne();
      }
    }

    /**
     * The event of the next position, which it bears as its place; nothing after the last one.
     *
     * @throws StartRefused if the file is not as it was written
     */
    @Nullable StoredEvent next() throws IOException {
      try {
        String text = line();
        JsonNode line = Wire.mapper().readTree(text);
        if (line.has("sha256")) {
          digest = HexFormat.of().formatHex(sha256.digest());
          if (!new End(events, digest).equals(Wire.mapper().treeToValue(line, End.class))
              || in.readLine() != null) {
            throw damaged();
          }
          return null;
        }
        count(text);
        StoredEvent event = Wire.mapper().treeToValue(line, StoredEvent.class);
        if (event.index() != ++events
            || versions.merge(event.stream(), 0L, (last, first) -> last + 1) != event.version()) {
          throw damaged();
        }
        return event;
      } catch (JacksonException e) {
        throw damaged();
      }
    }

    /** How many events were read. */
    long events() {
      return events;
    }

    private String line() throws IOException {
      try {
        String line = in.readLine();
        if (line != null) {
          return line;
        }
      } catch (CharacterCodingException e) {
        // as if the line were not there
      }
      throw damaged();
    }

    private void count(String line) {
      sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private StartRefused notOne() {
      return StartRefused.failed(
          "Không phải tệp do giaouoc export ghi, hoặc của một phiên bản khác: " + file,
          "Not a file that giaouoc export wrote, or of another version: " + file);
    }

    private StartRefused damaged() {
      return StartRefused.failed(
          "Tệp bị cắt hoặc đã bị thay đổi từ khi được ghi: " + file,
          "The file is cut, or was altered since it was written: " + file);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
