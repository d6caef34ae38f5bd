package vn.giaouoc;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which database to work on. */
final class WhichDatabase {

  @Option(
      names = "--data",
      paramLabel = "THƯ_MỤC",
      description = {
        "Nơi giữ dữ liệu; mặc định: ~/.giaouoc",
        "(where the data is kept; default: ~/.giaouoc)"
      })
  private @Nullable Path data;

  @Option(
      names = "--database-url",
      paramLabel = "ĐỊA_CHỈ",
      description = {
        "PostgreSQL có sẵn thay cho bản kèm theo: jdbc:postgresql://máy:cổng/tên",
        "(a PostgreSQL of your own; or GIAOUOC_DATABASE_URL)"
      })
  private @Nullable String databaseUrl;

  @Option(
      names = "--database-user",
      paramLabel = "TÊN",
      description = {
        "Vai được tạo vai và lược đồ trong cơ sở dữ liệu đó.",
        "(a role that may create roles and schemas; or GIAOUOC_DATABASE_USER)"
      })
  private @Nullable String databaseUser;

  @Option(
      names = "--database-password-file",
      paramLabel = "TỆP",
      description = {
        "Tệp chứa mật khẩu của vai đó.",
        "(a file with its password; or GIAOUOC_DATABASE_PASSWORD)"
      })
  private @Nullable Path databasePasswordFile;

  /** Where the data is kept. */
  Path directory() {
    return orUsual(data);
  }

  /**
   * Where the keys of secret ballots are kept, as a setting.
   *
   * @param environment speaks first
   */
  Map.Entry<String, String> ballotKeys(Map<String, String> environment) {
    String place = environment.get("GIAOUOC_BALLOTS_KEYS");
    return Map.entry(
        "giaouoc.ballots.keys",
        place == null ? directory().resolve("ballot-keys").toAbsolutePath().toString() : place);
  }

  /** A directory, or where data is kept if none is said. */
  static Path orUsual(@Nullable Path directory) {
    return directory == null ? Path.of(System.getProperty("user.home"), ".giaouoc") : directory;
  }

  /**
   * Opens it.
   *
   * @param environment speaks where no option does
   * @throws StartRefused if it cannot be opened, or not all of it is said
   */
  Database open(Map<String, String> environment) {
    String url = setting(databaseUrl, environment.get("GIAOUOC_DATABASE_URL"));
    if (url == null) {
      return EmbeddedDatabase.open(directory());
    }
    String user = setting(databaseUser, environment.get("GIAOUOC_DATABASE_USER"));
    String password =
        databasePasswordFile == null
            ? environment.get("GIAOUOC_DATABASE_PASSWORD")
            : Secrets.read(databasePasswordFile);
    if (user == null || password == null) {
      throw StartRefused.failed(
          "Cơ sở dữ liệu riêng cần đủ ba mục: --database-url, --database-user,"
              + " --database-password-file.",
          "A database of your own needs three settings: --database-url, --database-user,"
              + " --database-password-file.");
    }
    return ExternalDatabase.open(url, user, password);
  }

  private static @Nullable String setting(@Nullable String option, @Nullable String environment) {
    return option == null ? environment : option;
  }
}
