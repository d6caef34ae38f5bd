package vn.giaouoc;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.web.Account;

/** Prints a token for an account, signed with the key of this installation. */
@Command(
    name = "token",
    description =
        "In một mã truy cập, ký bằng khóa trong thư mục dữ liệu."
            + " (Prints a token, signed with the key in the data directory.)",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisHeading = "Cách dùng (usage): ",
    optionListHeading = "%nTùy chọn (options):%n")
final class PrintToken implements Callable<Integer> {

  @Option(
      names = "--account",
      required = true,
      paramLabel = "UUID",
      description = {"Tài khoản; không phải tên người.", "(the account, never a name)"})
  private UUID account = new UUID(0, 0);

  @Option(
      names = "--unit",
      paramLabel = "ĐƠN_VỊ",
      description = {"Mã đơn vị mà tài khoản thay mặt.", "(the unit that it acts for)"})
  private @Nullable String unit;

  @Option(
      names = "--role",
      paramLabel = "VAI",
      description = {
        "board (Hội đồng), auditor (thanh tra) hoặc administrator (quản trị); có thể nhiều lần.",
        "(board, auditor or administrator; may be repeated)"
      })
  private List<String> roles = new ArrayList<>();

  @Option(
      names = "--valid",
      paramLabel = "THỜI_GIAN",
      defaultValue = "12h",
      description = {"Hiệu lực, như 12h hay 90m; mặc định: 12h", "(for how long; default: 12h)"})
  private String valid = "";

  @Option(
      names = "--data",
      paramLabel = "THƯ_MỤC",
      description = {
        "Nơi giữ dữ liệu; mặc định: ~/.giaouoc",
        "(where the data is kept; default: ~/.giaouoc)"
      })
  private @Nullable Path data;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Account signedIn;
    try {
      signedIn =
          new Account(
              account, unit == null ? null : UnitId.of(unit), roles(), Instant.now().plus(lasts()));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(),
          "Không hiểu --unit, --role hoặc --valid. (--unit, --role or --valid is not understood: "
              + e.getMessage()
              + ")",
          e);
    }
    spec.commandLine().getOut().println(TokenKey.at(WhichDatabase.orUsual(data)).token(signedIn));
    return 0;
  }

  private Set<Account.Role> roles() {
    Set<Account.Role> all = EnumSet.noneOf(Account.Role.class);
    roles.forEach(role -> all.add(Account.Role.of(role)));
    return all;
  }

  private Duration lasts() {
    Duration duration = Duration.parse("PT" + valid.toUpperCase(Locale.ROOT));
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(valid);
    }
    return duration;
  }
}
