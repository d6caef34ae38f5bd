package vn.giaouoc.command.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files are taken.
 *
 * @param largest the largest content; it is held in memory while it is handed in
 * @param types what their names may end with; only such as the program knows
 */
@ConfigurationProperties("giaouoc.files")
public record FileSettings(
    @DefaultValue("8MB") DataSize largest,
    @DefaultValue({"pdf", "docx", "xlsx", "odt", "png", "jpg", "txt", "csv"}) List<String> types) {

  private static final DataSize MOST = DataSize.ofMegabytes(100);

  /** Refuses to start with what cannot be. */
  public FileSettings {
    types = List.copyOf(types);
    if (largest.toBytes() <= 0 || largest.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("giaouoc.files.largest is from 1B to 100MB: " + largest);
    }
    for (String type : types) {
      if (FileType.named("a." + type).isEmpty()) {
        throw new IllegalArgumentException("giaouoc.files.types: unknown is " + type);
      }
    }
  }

  /** The type of a file of this name, if files of it are taken. */
  Optional<FileType> named(String name) {
    Set<FileType> taken = EnumSet.noneOf(FileType.class);
    types.forEach(each -> FileType.named("a." + each).ifPresent(taken::add));
    return FileType.named(name).filter(taken::contains);
  }

  /** The limit as people write it. */
  String most() {
    long bytes = largest.toBytes();
    for (String unit : Arrays.asList("MB", "KB")) {
      long size = unit.equals("MB") ? 1024 * 1024 : 1024;
      if (bytes % size == 0) {
        return bytes / size + " " + unit;
      }
    }
    return bytes + " B";
  }

  /** All that is taken. */
  String taken() {
    return types.stream().collect(Collectors.joining(", "));
  }
}
