package vn.giaouoc;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded proceedings that come with the program, for people who want to look at something.
 */
final class Demo {

  private static final String FOLDER = "/proceedings/";

  private final ProceedingsApi api;
  private final PrintWriter out;

  Demo(String url, @Nullable String token, PrintWriter out) {
    this.api = new ProceedingsApi(url, token);
    this.out = out;
  }

  /** The names of the files, in the order in which they are recorded. */
  static List<String> files() throws IOException {
    return new String(read("index.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Records them, through the API like anybody else; what was recorded before stays as it is. */
  void record() {
    out.println();
    out.println("Biên bản mẫu (sample proceedings):");
    Report report = new Report(out);
    try {
      for (String file : files()) {
        report.line("  " + file, api.record(read(file), false));
      }
    } catch (IOException e) {
      out.println("  không ghi được: " + e.getMessage());
    }
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream stream = Demo.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IOException("không có " + FOLDER + file);
      }
      return stream.readAllBytes();
    }
  }
}
