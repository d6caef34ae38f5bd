package vn.giaouoc.command.file;

import static vn.giaouoc.command.file.FileRejection.FILE_FROM_NOBODY;
import static vn.giaouoc.command.file.FileRejection.FILE_IS_EMPTY;
import static vn.giaouoc.command.file.FileRejection.FILE_IS_NOT_WHAT_IT_SAYS;
import static vn.giaouoc.command.file.FileRejection.FILE_TOO_LARGE;
import static vn.giaouoc.command.file.FileRejection.REQUEST_KEY_NOT_USABLE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Acting;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.file.FileId;

/** Takes files, which commands then name by their digest. */
@RestController
class FileResource {

  private static final int LARGEST = 8 * 1024 * 1024;
  private static final String KEY = "[\\x21-\\x7e]{1,200}";

  private final FileStore store;
  private final Acting acting;

  FileResource(FileStore store, Acting acting) {
    this.store = store;
    this.acting = acting;
  }

  /**
   * A file that is kept.
   *
   * @param file the digest by which commands name it
   */
  record Kept(FileId file) {}

  /** Keeps the body of the request under the name of a file. */
  @PostMapping("/api/files")
  ResponseEntity<Kept> keep(
      @RequestParam String name,
      @RequestHeader(value = "Content-Type", required = false) @Nullable String contentType,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request)
      throws IOException {
    FILE_FROM_NOBODY.unless(mayHandIn(acting.now()));
    Handed handed = Handed.called(name);
    String composed = handed.name();
    FileType type = handed.type();
    REQUEST_KEY_NOT_USABLE.unless(key == null || key.matches(KEY));
    byte[] content = request.getInputStream().readNBytes(LARGEST + 1);
    FILE_TOO_LARGE.unless(content.length <= LARGEST, composed);
    FILE_IS_EMPTY.unless(content.length > 0, composed);
    FILE_IS_NOT_WHAT_IT_SAYS.unless(says(contentType, type) && type.is(content), composed);
    FileId file = store.keep(composed, type, content, key);
    return ResponseEntity.status(HttpStatus.CREATED)
        .location(URI.create("/api/files/" + file.slug()))
        .body(new Kept(file));
  }

  private static boolean mayHandIn(Actor actor) {
    return actor.unit() != null
        || actor.office().equals("board")
        || actor.office().equals("administrator");
  }

  /** A sender that does not know the type says so, or nothing. */
  private static boolean says(@Nullable String contentType, FileType type) {
    if (contentType == null) {
      return true;
    }
    try {
      MediaType stated = MediaType.parseMediaType(contentType);
      return MediaType.APPLICATION_OCTET_STREAM.equalsTypeAndSubtype(stated)
          || MediaType.parseMediaType(type.mediaType()).equalsTypeAndSubtype(stated);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
