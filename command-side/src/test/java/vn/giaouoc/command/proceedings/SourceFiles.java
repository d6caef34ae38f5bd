package vn.giaouoc.command.proceedings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.giaouoc.command.document.YamlTree.FileError;
import vn.giaouoc.command.document.YamlTree.UnreadableFile;
import vn.giaouoc.command.proceedings.Telling.Fact;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.proceedings.Remark;

/**
 * Proceedings files for tests: those of the product, the example of the manual, and what they tell.
 */
final class SourceFiles {

  private static final String FOLDER = "/proceedings/";

  private SourceFiles() {}

  /** A file that was read, its text, and what it tells. */
  record Told(String text, ProceedingsFile file, List<Fact> facts, InMemoryKeeper keeper) {

    <E extends Event> List<E> events(Class<E> type) {
      return facts.stream().map(Fact::event).filter(type::isInstance).map(type::cast).toList();
    }

    <E extends Event> E only(Class<E> type) {
      List<E> events = events(type);
      if (events.size() != 1) {
        throw new AssertionError(events.size() + " of " + type.getSimpleName() + ": " + events);
      }
      return events.getFirst();
    }

    Fact factOf(Event event) {
      return facts.stream().filter(fact -> fact.event().equals(event)).findFirst().orElseThrow();
    }

    /** The remarks on facts of a type, each as a reader sees it. */
    Stream<Seen> remarksOn(Class<? extends Event> type) {
      return facts.stream()
          .filter(fact -> type.isInstance(fact.event()))
          .flatMap(fact -> fact.remarks().stream())
          .map(
              remark ->
                  new Seen(
                      remark.kind(), remark.about(), remark.vietnamese() + ". " + textOf(remark)));
    }

    private String textOf(Remark remark) {
      return remark.words() == null ? "" : keeper.text(remark.words());
    }
  }

  /** A remark in words. */
  record Seen(Remark.Kind kind, Remark.About about, String text) {}

  /** Keeps words and names in memory. */
  static final class InMemoryKeeper implements Telling.Keeper {

    private final Map<Words, String> texts = new HashMap<>();

    @Override
    public Words words(String text) {
      Words words =
          new Words(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
      texts.put(words, text);
      return words;
    }

    @Override
    public PersonId person(String name) {
      return new PersonId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    String text(Words words) {
      return texts.get(words);
    }
  }

  /** The names of the product's files, in the order in which they are recorded. */
  static List<String> index() {
    return resource("index.txt").lines().toList();
  }

  /** One of the product's files, by its number. */
  static Told seed(String number) {
    String name =
        index().stream().filter(each -> each.startsWith(number + "-")).findFirst().orElseThrow();
    return tell(resource(name));
  }

  /** The example of the manual. */
  static String example() {
    return page("examples/proceedings.yaml");
  }

  /** A page of the documentation. */
  static String page(String name) {
    try {
      return Files.readString(Path.of("..", "docs").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a text tells. */
  static Told tell(String text) {
    ProceedingsFile file = ProceedingsReader.read(text.getBytes(StandardCharsets.UTF_8));
    InMemoryKeeper keeper = new InMemoryKeeper();
    return new Told(text, file, Telling.of(file, keeper), keeper);
  }

  /** All that is wrong with a file. */
  static List<FileError> errors(byte[] bytes) {
    try {
      return Consistency.check(ProceedingsReader.read(bytes));
    } catch (UnreadableFile unreadable) {
      return unreadable.errors();
    }
  }

  private static String resource(String name) {
    try (InputStream stream = SourceFiles.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new AssertionError("There is no " + FOLDER + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
