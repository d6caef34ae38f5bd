package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Documents that are generated from the program and committed; {@code -Dwrite-docs} writes them.
 */
final class Documents {

  private Documents() {}

  /** Compares what is committed with what would be written now, or writes it. */
  static void check(String path, String present) throws IOException {
    Path file = Here.sources().resolve(path);
    if (System.getProperty("write-docs") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, present);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as(path + " is stale: run './mvnw verify -Dwrite-docs' and commit it")
        .isEqualTo(present);
  }
}
