package vn.giaouoc;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.NestedRuntimeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program, as it is called from a command line. */
@Command(
    name = "giaouoc",
    description = {
      "Một năm thi đua của khối, cụm thi đua, kể bằng các sự kiện.",
      "(The year of an emulation bloc, told by events.)"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Giaouoc.Version.class,
    subcommands = {
      StartHere.class,
      StartApart.class,
      PrepareDatabase.class,
      ServeDatabase.class,
      RecordProceedings.class,
      WithdrawProceedings.class,
      ReplayRecord.class,
      PrintToken.class,
      LogCommand.Export.class,
      LogCommand.Import.class,
      LogCommand.Verify.class,
      HelpCommand.class
    },
    synopsisHeading = "Cách dùng (usage): ",
    optionListHeading = "%nTùy chọn (options):%n",
    commandListHeading = "%nLệnh (commands):%n",
    footer = {"", "giaouoc help LỆNH: giải thích một lệnh (explains a command)"})
public final class Giaouoc implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Giaouoc() {}

  /** Does what the command line says. */
  public static void main(String[] arguments) {
    // people read Vietnamese here, whatever the locale of the machine
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    int exitCode =
        execute(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments);
    System.exit(exitCode);
  }

  /** Does what the command line says, and returns what the program ends with. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Giaouoc())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(Giaouoc::explain)
        .execute(arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int explain(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
    if (exception instanceof StartRefused refused) {
      commandLine.getErr().println(refused.getMessage());
      commandLine.getErr().println("(" + refused.english() + ")");
      return refused.exitCode();
    }
    Throwable cause = exception;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    commandLine.getErr().println("Lỗi của chương trình, không phải của bạn.");
    commandLine.getErr().println("(A fault of the program, not yours.) " + cause);
    if (!(exception instanceof NestedRuntimeException)) {
      // Spring has logged its own already
      exception.printStackTrace(commandLine.getErr());
    }
    return StartRefused.FAILED;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** What the build wrote down about itself. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws Exception {
      Properties build = new Properties();
      try (var stream = Giaouoc.class.getResourceAsStream("build.properties")) {
        if (stream != null) {
          build.load(stream);
        }
      }
      return new String[] {
        "Giao Ước " + build.getProperty("version", "?"),
        "PostgreSQL " + build.getProperty("postgresql", "?"),
        "Java " + Runtime.version()
      };
    }
  }
}
