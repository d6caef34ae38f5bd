package vn.giaouoc;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.giaouoc.shared.eventstore.Engine;

/** What is done with a log as a whole, between two runs of the system. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisHeading = "Cách dùng (usage): ",
    optionListHeading = "%nTùy chọn (options):%n",
    footer = {
      "",
      "Hệ thống phải dừng trước. Mã truy cập, chứng chỉ, ngữ cảnh của Axon Server: đặt như cho hai"
          + " bên, GIAOUOC_AXON_SERVER_TOKEN_FILE ...",
      "(End the system first. Token, certificate and context of Axon Server are set as for both"
          + " sides, GIAOUOC_AXON_SERVER_TOKEN_FILE and so on.)"
    })
abstract class LogCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TỆP",
      description = {"Tệp nhật ký.", "(the file of the log)"})
  private Path file = Path.of("");

  @Option(
      names = "--axon-server",
      paramLabel = "MÁY:CỔNG",
      description = {
        "Nhật ký nằm trên Axon Server này; mặc định: như GIAOUOC_ENGINE, hoặc trong cơ sở dữ liệu.",
        "(the log is on this Axon Server; default: as GIAOUOC_ENGINE says, or in the database)"
      })
  private @Nullable String axonServer;

  @Mixin private WhichDatabase which = new WhichDatabase();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Does it, and tells what was done. */
  abstract String on(WholeRecord whole, Path file) throws SQLException, IOException;

  @Override
  public Integer call() throws SQLException {
    Engine engine = engine();
    try (Database database = which.open(System.getenv());
        WholeRecord whole = WholeRecord.open(engine, database)) {
      spec.commandLine().getOut().println(file + ": " + on(whole, file));
      return 0;
    } catch (NoSuchFileException e) {
      throw StartRefused.failed("Không có tệp này: " + file, "There is no such file: " + file);
    } catch (FileAlreadyExistsException e) {
      throw StartRefused.failed(
          "Tệp này đã có, hãy chọn tên khác: " + file,
          "This file is there already, choose another name: " + file);
    } catch (IOException e) {
      throw StartRefused.failed(
          "Không đọc hoặc ghi được tệp: " + file, "The file cannot be read or written: " + e);
    } catch (IllegalStateException e) {
      throw StartRefused.failed(
          "Axon Server không trả lời. Nếu đang nhập thì chưa xong: hãy chạy lại.",
          "Axon Server: " + e.getMessage() + ". An import is not done: run it again");
    }
  }

  private Engine engine() {
    StandardEnvironment settings = new StandardEnvironment();
    if (axonServer != null) {
      settings
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "options",
                  Map.of(
                      "giaouoc.engine", "axon-server", "giaouoc.axon-server.servers", axonServer)));
    }
    return Engine.of(settings);
  }

  private static String equal(WholeRecord.Equal equal) {
    return "%d sự kiện, %d vị trí giống hệt (events and positions are the same)%s"
        .formatted(
            equal.events(),
            equal.positions(),
            equal.positions() == equal.events()
                ? ""
                : "; khi hệ thống chạy, các vị trí còn lại được cấp theo đúng thứ tự này (the other"
                    + " positions are given in this very order when the system runs)");
  }

  /** Writes the log and its positions to a file. */
  @Command(
      name = "export",
      description =
          "Ghi toàn bộ nhật ký và các vị trí ra một tệp mới."
              + " (Writes the whole log and its positions to a new file.)")
  static final class Export extends LogCommand {

    @Override
    String on(WholeRecord whole, Path file) throws SQLException, IOException {
      return "đã ghi %d sự kiện (events were written)".formatted(whole.export(file));
    }
  }

  /** Takes a log from a file. */
  @Command(
      name = "import",
      description = {
        "Nhập một tệp do giaouoc export ghi vào một nhật ký còn trống: cùng sự kiện, cùng vị trí."
            + " (Takes a file of giaouoc export into an empty log: the same events, the same"
            + " positions.)",
        "Nếu bị ngắt giữa chừng: chạy lại lệnh này. (If it is cut short: run it again.)"
      })
  static final class Import extends LogCommand {

    @Override
    String on(WholeRecord whole, Path file) throws SQLException, IOException {
      return "đã nhập (was taken in); " + equal(whole.take(file));
    }
  }

  /** Compares the log and its positions with a file. */
  @Command(
      name = "verify",
      description = {
        "So nhật ký và mọi vị trí với một tệp do giaouoc export ghi."
            + " (Compares the log and every position with a file of giaouoc export.)",
        "Kết thúc với 0 nếu giống hệt, 1 nếu không. (It ends with 0 if they are the same, 1 if not.)"
      })
  static final class Verify extends LogCommand {

    @Override
    String on(WholeRecord whole, Path file) throws SQLException, IOException {
      return equal(whole.compare(file));
    }
  }
}
