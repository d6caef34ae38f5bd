package vn.giaouoc.query.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.giaouoc.query.answer.Problem;

/** In which form a table is given out: {@code ?format=}. */
public enum Format {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("text/csv;charset=UTF-8");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /**
   * The format of this name.
   *
   * @param among those that there are at the address
   * @throws Problem if it is none of them
   */
  public static Format of(String name, Format... among) {
    List<String> names =
        Arrays.stream(among).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(name)) {
      throw Problem.badParameter(
          "format",
          name,
          "Có thể dùng: " + String.join(", ", names) + ".",
          "There are: " + String.join(", ", names) + ".");
    }
    return among[names.indexOf(name)];
  }

  /**
   * The tables as a file to be saved.
   *
   * @param name what it is called, without ending
   */
  public ResponseEntity<byte[]> file(String name, List<Table> tables) {
    byte[] content =
        switch (this) {
          case XLSX -> Workbooks.xlsx(tables);
          case CSV -> Workbooks.csv(tables.getFirst());
        };
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(mediaType))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + "." + name().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }
}
