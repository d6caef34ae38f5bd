package vn.giaouoc;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs both sides apart on this machine until it is told to end. */
@Command(
    name = "apart",
    description =
        "Chạy bên lệnh và bên đọc thành các tiến trình riêng sau một địa chỉ, trên máy này."
            + " (Runs both sides as processes of their own behind one address, on this machine.)",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisHeading = "Cách dùng (usage): ",
    optionListHeading = "%nTùy chọn (options):%n")
final class StartApart implements Callable<Integer> {

  @Mixin private WhichDatabase which = new WhichDatabase();
  @Mixin private HowToServe serving = new HowToServe();

  @Option(
      names = "--command-sides",
      paramLabel = "SỐ",
      defaultValue = "2",
      description = {"Số tiến trình bên lệnh.", "(how many take commands; default: 2)"})
  private int commandSides;

  @Option(
      names = "--query-sides",
      paramLabel = "SỐ",
      defaultValue = "2",
      description = {"Số tiến trình bên đọc.", "(how many answer; default: 2)"})
  private int querySides;

  @Option(
      names = "--axon-server",
      paramLabel = "MÁY:CỔNG",
      description = {
        "Giữ nhật ký sự kiện trên Axon Server đang chạy ở đó.",
        "(keeps the event log on the Axon Server that runs there)"
      })
  private @Nullable String axonServer;

  @Option(
      names = "--sources",
      paramLabel = "THƯ_MỤC",
      defaultValue = ".",
      description = {"Cây mã nguồn đã dựng.", "(the source tree, built)"})
  private Path sources = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Giao Ước đang khởi động … (starting)");
    int port = serving.freePort();
    if (commandSides < 1 || querySides < 1) {
      throw StartRefused.failed(
          "Mỗi bên cần ít nhất một tiến trình.", "Each side needs at least one process.");
    }
    Proxy proxy =
        Nginx.installed()
            .orElseThrow(
                () ->
                    StartRefused.failed(
                        "Cần nginx để hai bên có chung một địa chỉ. Trên Debian, Ubuntu: sudo apt"
                            + " install nginx-light",
                        "nginx is needed to give both sides one address. On Debian and Ubuntu: sudo"
                            + " apt install nginx-light"));
    List<String> settings = new ArrayList<>();
    if (axonServer != null) {
      settings.add("giaouoc.engine=axon-server");
      settings.add("giaouoc.axon-server.servers=" + axonServer);
    }
    TokenKey key = serving.key(which.directory());
    if (key != null) {
      settings.add("giaouoc.identity.keys=" + key.keys());
    }
    settings.add(which.ballotKeys(System.getenv()).toString());
    Database database = which.open(System.getenv());
    Path directory = which.directory().resolve("apart");
    Topology topology =
        Topology.start(
            database,
            directory,
            new Topology.Plan(port, commandSides, querySides, settings),
            Programs.built(sources),
            proxy);
    tell(topology, directory, key != null, out);
    if (serving.demo()) {
      new Demo(topology.url(), key == null ? null : key.administrator(), out).record();
    }
    out.println();
    out.println("Nhấn Ctrl-C để dừng. (Ctrl-C ends it.)");
    new CountDownLatch(1).await();
    return 0;
  }

  private static void tell(Topology topology, Path directory, boolean identity, PrintWriter out) {
    out.printf(
        """

        Giao Ước đang chạy, hai bên riêng biệt. (It is running, both sides apart.)
          Chỉ máy này truy cập được: %s
          (It listens on loopback only: nobody outside this machine reaches it.)
        %s
          Dữ liệu (data): %s
          Nhật ký vận hành (logs): %s

        """,
        topology.url(),
        identity ? StartHere.TOKENS : StartHere.NO_TOKENS,
        topology.database().place(),
        directory);
    for (String name : topology.names()) {
      out.printf("  %-16s %s  (pid %d)%n", name, topology.url(name), topology.process(name).pid());
    }
    out.flush();
  }
}
