package vn.giaouoc.command.ballot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.giaouoc.command.Digests;
import vn.giaouoc.shared.poll.PollId;

/**
 * Where the keys of open polls lie: one file for each, outside the database and its backups. All
 * command sides share it. A file is there whole or not at all, is made once whoever else tries, and
 * is overwritten before it goes.
 */
final class KeyDirectory {

  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path directory;

  private KeyDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * A directory, made if there is none.
   *
   * @throws IllegalStateException if others than its owner may look into it
   */
  static KeyDirectory at(Path directory) {
    try {
      Files.createDirectories(directory, OWNERS_DIRECTORY);
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
      if (!Set.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE)
          .containsAll(permissions)) {
        throw new IllegalStateException(
            directory
                + " keeps the keys of secret ballots and must be open to its owner only"
                + " (chmod 700), but is "
                + PosixFilePermissions.toString(permissions));
      }
      return new KeyDirectory(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of a poll, made if there are none. Everybody who asks gets the same. */
  PollKeys atOrNew(PollId poll) {
    return at(poll).orElseGet(() -> make(poll));
  }

  /** The keys of a poll; nothing if they were destroyed or never made. */
  Optional<PollKeys> at(PollId poll) {
    try {
      return PollKeys.of(Files.readAllBytes(file(poll)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PollKeys make(PollId poll) {
    Path unfinished = directory.resolve(name(poll) + "." + UUID.randomUUID() + ".new");
    try {
      PollKeys made = PollKeys.make();
      try (FileChannel channel =
          FileChannel.open(
              unfinished,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              OWNERS_FILE)) {
        write(channel, made.kept());
      }
      try {
        // unlike a move it never takes the place of what another node has made meanwhile
        Files.createLink(file(poll), unfinished);
      } catch (FileAlreadyExistsException e) {
        overwrite(unfinished);
      }
      Files.delete(unfinished);
      settle();
      return at(poll).orElseThrow(() -> new IOException("Keys are gone as soon as they are made"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Destroys the keys of a poll, and what an interrupted start may have left of others for it. */
  void destroy(PollId poll) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, name(poll) + ".*")) {
      for (Path file : files) {
        overwrite(file);
        Files.deleteIfExists(file);
      }
      settle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void overwrite(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      write(channel, new byte[Math.toIntExact(channel.size())]);
    } catch (NoSuchFileException e) {
      // another node was faster
    }
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left);
    }
    channel.force(true);
  }

  /** What was made or taken away in the directory is so after a power cut too. */
  private void settle() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path file(PollId poll) {
    return directory.resolve(name(poll) + ".keys");
  }

  /** An id may be longer than the name of a file, and a full stop ends a name here. */
  private static String name(PollId poll) {
    return Digests.sha256(poll.slug().getBytes(StandardCharsets.US_ASCII));
  }
}
