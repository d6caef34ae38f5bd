package vn.giaouoc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/** Prepares a database for sides that run apart; each of them then knows its own password only. */
@Command(
    name = "prepare-database",
    description =
        "Chuẩn bị cơ sở dữ liệu cho hai bên chạy riêng: vai, lược đồ, nhật ký; làm lại cũng không"
            + " sao. (Prepares a database for sides that run apart; may be repeated.)",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisHeading = "Cách dùng (usage): ",
    optionListHeading = "%nTùy chọn (options):%n")
final class PrepareDatabase implements Callable<Integer> {

  @Option(
      names = "--database-url",
      paramLabel = "ĐỊA_CHỈ",
      required = true,
      description = "jdbc:postgresql://máy:cổng/tên (host:port/name)")
  private String url = "";

  @Option(
      names = "--database-user",
      paramLabel = "TÊN",
      required = true,
      description = {"Vai được tạo vai và lược đồ.", "(a role that may create roles and schemas)"})
  private String user = "";

  @Option(
      names = "--database-password-file",
      paramLabel = "TỆP",
      required = true,
      description = {"Tệp chứa mật khẩu của vai đó.", "(a file with its password)"})
  private Path passwordFile = Path.of("");

  @Option(
      names = "--command-password-file",
      paramLabel = "TỆP",
      required = true,
      description = {
        "Tệp chứa mật khẩu dành cho vai " + DatabaseSetup.COMMAND_ROLE + ".",
        "(a file with the password that the role of the command side gets)"
      })
  private Path commandPasswordFile = Path.of("");

  @Option(
      names = "--query-password-file",
      paramLabel = "TỆP",
      required = true,
      description = {
        "Tệp chứa mật khẩu dành cho vai " + DatabaseSetup.QUERY_ROLE + ".",
        "(a file with the password that the role of the query side gets)"
      })
  private Path queryPasswordFile = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    try {
      owner.setUrl(url);
      owner.setUser(user);
      owner.setPassword(Secrets.read(passwordFile));
      DatabaseSetup.prepare(
          owner,
          Map.of(
              DatabaseSetup.COMMAND_ROLE, Secrets.read(commandPasswordFile),
              DatabaseSetup.QUERY_ROLE, Secrets.read(queryPasswordFile)));
    } catch (IllegalArgumentException | SQLException e) {
      throw StartRefused.failed(
          "Không chuẩn bị được cơ sở dữ liệu: " + url,
          "The database cannot be prepared: " + e.getMessage());
    }
    spec.commandLine().getOut().println("Cơ sở dữ liệu đã sẵn sàng. (The database is ready.)");
    return 0;
  }
}
