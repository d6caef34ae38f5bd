package vn.giaouoc;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the PostgreSQL that comes with the program and nothing else: for rehearsals and tests. */
@Command(
    name = "database",
    hidden = true,
    description =
        "Chỉ chạy PostgreSQL kèm theo. (Runs the PostgreSQL that comes with the program, alone.)",
    mixinStandardHelpOptions = true)
final class ServeDatabase implements Callable<Integer> {

  @Option(names = "--data", required = true, paramLabel = "THƯ_MỤC")
  private Path data = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    EmbeddedDatabase database = EmbeddedDatabase.open(data);
    Runtime.getRuntime().addShutdownHook(new Thread(database::close, "close"));
    spec.commandLine().getOut().println(database.url());
    new CountDownLatch(1).await();
    return 0;
  }
}
