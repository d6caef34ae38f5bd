package vn.giaouoc.command.ballot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.giaouoc.command.Digests;
import vn.giaouoc.shared.poll.PollId;

/**
 * Secret ballots on connections of a test's own, with keys that were made once: to make them takes
 * longer than most of what is tested with them.
 */
public final class TestBallots {

  private static final byte[] KEYS = PollKeys.make().kept();

  private TestBallots() {}

  /** One node. */
  public static SecretBallots node(String directory, DataSource connections) {
    return new SecretBallots(
        new BallotSettings(directory),
        JdbcClient.create(connections),
        new JdbcTransactionManager(connections));
  }

  /** Lets a poll have the same keys as all others of which this is asked. */
  public static void sameKeys(Path directory, PollId poll) {
    try {
      Files.write(file(directory, poll), KEYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the keys of a poll are. */
  public static Path file(Path directory, PollId poll) {
    return directory.resolve(
        Digests.sha256(poll.slug().getBytes(StandardCharsets.US_ASCII)) + ".keys");
  }
}
