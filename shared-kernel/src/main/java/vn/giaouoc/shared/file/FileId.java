package vn.giaouoc.shared.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/**
 * Names a file that lies beside the log, as {@link vn.giaouoc.shared.Words} names a text: by the
 * SHA-256 of its salt and its content, in hexadecimal. The content can be taken away and the year
 * still verifies.
 */
public record FileId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public FileId {
    Slug.checked(slug);
  }

  /** The id with this digest. */
  public static FileId of(String digest) {
    return new FileId(digest);
  }

  @Override
  public String kind() {
    return "file";
  }
}
