package vn.giaouoc;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes recorded proceedings back. */
@Command(
    name = "withdraw",
    description =
        "Rút lại toàn bộ những gì một biên bản đã ghi."
            + " (Takes back everything that a proceedings file told.)",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Nếu hệ thống đòi mã truy cập: đặt nó vào biến môi trường GIAOUOC_TOKEN.",
      "(A system that asks for tokens: put one into GIAOUOC_TOKEN.)"
    },
    synopsisHeading = "Cách dùng (usage): ",
    optionListHeading = "%nTùy chọn (options):%n")
final class WithdrawProceedings implements Callable<Integer> {

  @Parameters(
      paramLabel = "BIÊN_BẢN",
      description = {"Mã của biên bản.", "(the id of the proceedings)"})
  private String proceedings = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "LÝ_DO",
      description = {"Lý do rút.", "(the reason)"})
  private String reason = "";

  @Option(
      names = "--url",
      paramLabel = "ĐỊA_CHỈ",
      defaultValue = "http://127.0.0.1:8080",
      description = {"Địa chỉ của hệ thống.", "(where the system answers)"})
  private String url = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      ProceedingsApi.Answer answer = new ProceedingsApi(url).withdraw(proceedings, reason);
      if (answer.accepted()) {
        spec.commandLine().getOut().println(proceedings + ": đã rút (withdrawn)");
        return 0;
      }
      new Report(spec.commandLine().getOut()).refusal(proceedings, answer);
      return 1;
    } catch (IOException e) {
      RecordProceedings.unreachable(spec, url, e);
      return 2;
    }
  }
}
