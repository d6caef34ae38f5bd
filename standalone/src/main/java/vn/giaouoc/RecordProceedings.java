package vn.giaouoc;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands proceedings files to a running program. */
@Command(
    name = "record",
    description =
        "Ghi các biên bản (tệp YAML) vào hệ thống đang chạy."
            + " (Records proceedings files in the running system.)",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Nếu hệ thống đòi mã truy cập: đặt nó vào biến môi trường GIAOUOC_TOKEN.",
      "(A system that asks for tokens: put one into GIAOUOC_TOKEN.)"
    },
    synopsisHeading = "Cách dùng (usage): ",
    optionListHeading = "%nTùy chọn (options):%n",
    exitCodeListHeading = "%nMã kết thúc (exit codes):%n",
    exitCodeList = {
      "0:mọi tệp đều được nhận (every file was accepted)",
      "1:có tệp bị từ chối (a file was refused)",
      "2:không đọc được tệp hoặc không gặp được hệ thống (no file, or no system)"
    })
final class RecordProceedings implements Callable<Integer> {

  private static final int ACCEPTED = 0;
  private static final int REFUSED = 1;
  private static final int OUT_OF_REACH = 2;

  @Parameters(
      arity = "1..*",
      paramLabel = "TỆP",
      description = {"Các tệp YAML, ghi theo thứ tự này.", "(YAML files, in this order)"})
  private List<Path> files = List.of();

  @Option(
      names = "--dry-run",
      description = {"Chỉ thử, không ghi.", "(only says what recording would do)"})
  private boolean dryRun;

  @Option(
      names = "--url",
      paramLabel = "ĐỊA_CHỈ",
      defaultValue = "http://127.0.0.1:8080",
      description = {"Địa chỉ của hệ thống.", "(where the system answers)"})
  private String url = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ProceedingsApi api = new ProceedingsApi(url);
    Report report = new Report(out);
    int result = ACCEPTED;
    for (Path file : files) {
      byte[] yaml;
      try {
        yaml = Files.readAllBytes(file);
      } catch (IOException e) {
        spec.commandLine()
            .getErr()
            .println(file + ": không đọc được tệp (the file cannot be read)");
        return OUT_OF_REACH;
      }
      try {
        ProceedingsApi.Answer answer = api.record(yaml, dryRun);
        report.whole(file.toString(), answer);
        result = Math.max(result, answer.accepted() ? ACCEPTED : REFUSED);
      } catch (IOException e) {
        unreachable(spec, url, e);
        return OUT_OF_REACH;
      }
    }
    return result;
  }

  /** Says that no program answers at an address. */
  static void unreachable(CommandSpec spec, String url, IOException why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        why instanceof ConnectException
            ? "Không có hệ thống nào chạy ở " + url + ". Hãy chạy: giaouoc start"
            : "Không nhận được trả lời từ " + url + ": " + why.getMessage());
    err.println("(No system answers at " + url + ".)");
  }
}
