package vn.giaouoc;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the program until it is told to end. */
@Command(
    name = "start",
    description = "Chạy hệ thống trên máy này." + " (Runs the system on this machine.)",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisHeading = "Cách dùng (usage): ",
    optionListHeading = "%nTùy chọn (options):%n")
final class StartHere implements Callable<Integer> {

  static final String NO_TOKENS =
      """
        Mọi việc ghi dưới tên một quản trị viên duy nhất, và ai cũng xem được mọi thứ.
        (Everything is done as ONE named administrator, and everybody sees everything.)"""
          .indent(2)
          .stripTrailing();

  static final String TOKENS =
      """
        Muốn ghi phải có mã truy cập; không có mã thì chỉ xem được những gì công khai.
        (Writing needs a token; without one only what is public can be seen: giaouoc help token)"""
          .indent(2)
          .stripTrailing();

  @Mixin private WhichDatabase which = new WhichDatabase();
  @Mixin private HowToServe serving = new HowToServe();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Giao Ước đang khởi động … (starting)");
    int port = serving.freePort();
    AtomicReference<Runnable> close = new AtomicReference<>(() -> {});
    // there from the beginning: whoever is impatient must not leave a server behind
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> Objects.requireNonNull(close.get()).run(), "close"));
    Database database = which.open(System.getenv());
    close.set(database::close);
    TokenKey key = serving.key(which.directory());
    Map<String, Object> settings = new HashMap<>(Map.ofEntries(which.ballotKeys(System.getenv())));
    if (key != null) {
      settings.put("giaouoc.identity.keys", key.keys());
    }
    Installation installation = Installation.start(database, port, settings);
    close.set(installation::close);
    tell(installation, out);
    if (serving.demo()) {
      new Demo(installation.url(), key == null ? null : key.administrator(), out).record();
    }
    out.println();
    out.println("Nhấn Ctrl-C để dừng. (Ctrl-C ends it.)");
    // the end comes as a signal, and its hook closes the installation
    new CountDownLatch(1).await();
    return 0;
  }

  private static void tell(Installation installation, PrintWriter out) {
    String url = installation.url();
    out.printf(
        """

        Giao Ước đang chạy. (It is running.)
          Chỉ máy này truy cập được: %1$s
          (It listens on loopback only: nobody outside this machine reaches it.)
        %3$s
          Dữ liệu (data): %2$s

          Xem (look at):
            %1$s/api/blocs
            %1$s/api/cycles/kien-giang.khoi-4.2019/standing
            %1$s/v3/api-docs
        """,
        url, installation.database().place(), installation.identified() ? TOKENS : NO_TOKENS);
    out.flush();
  }
}
