package vn.giaouoc.query.file;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.answer.StoredFile;
import vn.giaouoc.shared.file.FileId;

/** Gives out files beside the log, to whoever may see an event that names them. */
@RestController
class FileResource {

  private final Reading reading;

  FileResource(Reading reading) {
    this.reading = reading;
  }

  /** A file, to be saved and not to be shown by a browser. */
  @GetMapping("/api/files/{file}")
  ResponseEntity<byte[]> one(@PathVariable FileId file, Moment moment) {
    StoredFile stored = reading.at(moment, view -> view.file(file));
    byte[] content = stored.content();
    if (content == null) {
      throw new Problem(
          Problem.Kind.REDACTED,
          "Nội dung của tệp đã lược bỏ.",
          "The content of the file was redacted.");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(stored.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(stored.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(content);
  }
}
