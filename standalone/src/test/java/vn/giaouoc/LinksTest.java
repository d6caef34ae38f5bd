package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at inside the repository is there. */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  @Test
  void every_link_between_documents_leads_somewhere() throws Exception {
    Path root = Here.sources();
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      Stream.concat(top, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .forEach(documents::add);
    }
    List<String> broken = new ArrayList<>();
    for (Path document : documents) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        String target = link.group(1).replaceAll("#.*", "");
        if (!target.isEmpty()
            && !target.contains("://")
            && !target.startsWith("mailto:")
            && !Files.exists(document.resolveSibling(target))) {
          broken.add(root.relativize(document) + ": " + link.group(1));
        }
      }
    }
    assertThat(documents).isNotEmpty();
    assertThat(broken).isEmpty();
  }
}
