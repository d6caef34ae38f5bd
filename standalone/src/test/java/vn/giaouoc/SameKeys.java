package vn.giaouoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.giaouoc.command.Digests;

/**
 * Lets several polls have the same keys, for tests to which it does not matter: to make them takes
 * longer than all else that happens to a poll.
 */
final class SameKeys {

  private final Path directory;
  private byte[] made;

  /**
   * Keys of polls in a directory.
   *
   * @param directory where the program keeps them
   */
  SameKeys(Path directory) {
    this.directory = directory;
  }

  /** Opens a secret poll; the first makes its keys, all others find the same. */
  void open(Hall hall, String poll) {
    Path keys =
        directory.resolve(Digests.sha256(poll.getBytes(StandardCharsets.US_ASCII)) + ".keys");
    try {
      if (made != null) {
        Files.write(keys, made);
      }
      hall.act(poll, "/opening", "{}");
      made = Files.readAllBytes(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
