package vn.giaouoc.command.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.giaouoc.shared.poll.PollId;

/** Where keys lie, and how they go. */
class KeyDirectoryTest {

  private static final PollId POLL = PollId.of("an-giang.khoi-3.2026.year-end.leader");
  private static final PollId OTHER = PollId.of("an-giang.khoi-3.2026.year-end.flag");

  @TempDir private Path temporary;

  private List<Path> files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Test
  void keys_are_made_once_and_are_for_their_owner() throws IOException {
    Path directory = temporary.resolve("deep/keys");
    KeyDirectory keys = KeyDirectory.at(directory);
    assertThat(keys.at(POLL)).isEmpty();
    PollKeys made = keys.atOrNew(POLL);
    assertThat(keys.atOrNew(POLL).kept()).isEqualTo(made.kept());
    assertThat(KeyDirectory.at(directory).at(POLL).orElseThrow().kept()).isEqualTo(made.kept());
    assertThat(keys.at(OTHER)).isEmpty();
    assertThat(files(directory)).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(files(directory).getFirst())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_directory_into_which_others_may_look_is_refused() throws IOException {
    for (String permissions : List.of("rwxr-x---", "rwx-----x", "rwx---r--")) {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(() -> KeyDirectory.at(temporary))
          .as(permissions)
          .hasMessageContaining("chmod 700");
    }
  }

  @Test
  void several_nodes_make_the_same_keys() throws Exception {
    Path directory = temporary.resolve("keys");
    List<Callable<byte[]>> nodes = new ArrayList<>();
    for (int node = 0; node < 6; node++) {
      nodes.add(() -> KeyDirectory.at(directory).atOrNew(POLL).kept());
    }
    try (ExecutorService at = Executors.newFixedThreadPool(6)) {
      byte[] first = null;
      for (Future<byte[]> kept : at.invokeAll(nodes)) {
        first = first == null ? kept.get() : first;
        assertThat(kept.get()).isEqualTo(first);
      }
    }
    assertThat(files(directory)).hasSize(1);
  }

  @Test
  void keys_are_overwritten_before_they_go_and_those_of_others_stay() throws IOException {
    Path directory = temporary.resolve("keys");
    KeyDirectory keys = KeyDirectory.at(directory);
    byte[] others = keys.atOrNew(OTHER).kept();
    byte[] own = keys.atOrNew(POLL).kept();
    Path file =
        files(directory).stream()
            .filter(
                each -> {
                  try {
                    return Arrays.equals(Files.readAllBytes(each), own);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .findFirst()
            .orElseThrow();
    // a second name of the same bytes shows what becomes of them
    Path witness = temporary.resolve("witness");
    Files.createLink(witness, file);
    // killed after it was written and before it had its name
    Path unfinished = directory.resolve(file.getFileName().toString().replace(".keys", ".x.new"));
    Files.write(unfinished, own);
    keys.destroy(POLL);
    assertThat(Files.readAllBytes(witness)).isEqualTo(new byte[own.length]);
    assertThat(keys.at(POLL)).isEmpty();
    assertThat(files(directory)).hasSize(1);
    assertThat(keys.at(OTHER).orElseThrow().kept()).isEqualTo(others);
    keys.destroy(POLL);
    assertThat(files(directory)).hasSize(1);
  }

  @Test
  void a_file_that_was_overwritten_and_not_taken_away_holds_no_keys() throws IOException {
    Path directory = temporary.resolve("keys");
    KeyDirectory keys = KeyDirectory.at(directory);
    byte[] own = keys.atOrNew(POLL).kept();
    Path file = files(directory).getFirst();
    Files.write(file, new byte[own.length]);
    assertThat(keys.at(POLL)).isEmpty();
    assertThatThrownBy(() -> keys.atOrNew(POLL)).hasMessageContaining("gone");
    keys.destroy(POLL);
    assertThat(files(directory)).isEmpty();
    Files.write(file, Arrays.copyOf(own, own.length / 2));
    assertThat(keys.at(POLL)).isEmpty();
  }
}
