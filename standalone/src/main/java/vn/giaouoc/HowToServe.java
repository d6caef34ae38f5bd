package vn.giaouoc;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of whatever starts the system, in one process or in several. */
final class HowToServe {

  @Option(
      names = "--port",
      paramLabel = "CỔNG",
      defaultValue = "8080",
      description = {"Cổng; mặc định: 8080", "(port; default: 8080)"})
  private int port;

  @Option(
      names = "--identity",
      description = {
        "Đòi mã truy cập khi ghi, và chỉ cho xem những gì người hỏi được xem; xem: giaouoc help"
            + " token",
        "(asks for tokens, and shows to each what is for them; see: giaouoc help token)"
      })
  private boolean identity;

  @Option(
      names = "--demo",
      description = {
        "Ghi năm biên bản mẫu để xem ngay; biên bản đã ghi thì không đổi gì.",
        "(records five sample proceedings; those recorded before change nothing)"
      })
  private boolean demo;

  /**
   * Where the API is to answer; 0 for any free port.
   *
   * @throws StartRefused if the port is taken
   */
  int freePort() {
    if (port != 0 && !Ports.isFree(port)) {
      throw StartRefused.inUse(
          "Cổng " + port + " đã có chương trình khác dùng. Hãy chọn cổng khác bằng --port.",
          "Port " + port + " is taken. Choose another one with --port.");
    }
    return port;
  }

  /** The key for tokens, kept in a directory; nothing where nobody is asked who they are. */
  @Nullable TokenKey key(Path directory) {
    return identity ? TokenKey.atOrNew(directory) : null;
  }

  /** Whether the samples are to be recorded. */
  boolean demo() {
    return demo;
  }
}
