package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All sources are as google-java-format writes them; {@code -Dformat=write} writes them so. */
class SourceFormatTest {

  private final Formatter formatter = new Formatter();

  @Test
  void all_sources_are_formatted() throws Exception {
    boolean write = "write".equals(System.getProperty("format"));
    List<String> wrong = new ArrayList<>();
    Path root = Here.sources();
    for (Path file : files(root)) {
      String present = Files.readString(file);
      String formatted = format(file, present);
      if (!present.equals(formatted)) {
        if (write) {
          Files.writeString(file, formatted);
        } else {
          wrong.add(root.relativize(file).toString());
        }
      }
    }
    assertThat(wrong)
        .as(
            "not formatted; './mvnw test -pl standalone -am -Dtest=SourceFormatTest"
                + " -Dformat=write -Dsurefire.failIfNoSpecifiedTests=false' formats them")
        .isEmpty();
  }

  private String format(Path file, String source) {
    try {
      return formatter.formatSource(
          RemoveUnusedImports.removeUnusedImports(
              ImportOrderer.reorderImports(source, Style.GOOGLE)));
    } catch (FormatterException e) {
      throw new AssertionError(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> files(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.filter(path -> Files.exists(path.resolve("pom.xml"))).toList()) {
        Path sources = module.resolve("src");
        if (Files.exists(sources)) {
          try (Stream<Path> found = Files.walk(sources)) {
            found.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
          }
        }
      }
    }
    assertThat(files).isNotEmpty();
    return files;
  }
}
