package vn.giaouoc;

import vn.giaouoc.command.CommandSide;
import vn.giaouoc.replay.ReplayingQuerySide;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/** What can run as a process of its own. */
public enum Side {
  /** Takes commands. */
  COMMAND("command", "command-side", DatabaseSetup.COMMAND_ROLE, CommandSide.class),
  /** Answers questions, and replays years. */
  QUERY("query", "replay", DatabaseSetup.QUERY_ROLE, ReplayingQuerySide.class);

  private final String word;
  private final String module;
  private final String role;
  private final Class<?> program;

  Side(String word, String module, String role, Class<?> program) {
    this.word = word;
    this.module = module;
    this.role = role;
    this.program = program;
  }

  /** The name of its program, and of its nodes but for their number. */
  public String node() {
    return word + "-side";
  }

  /** The module that its program is built of. */
  public String module() {
    return module;
  }

  /** Its role in the database. */
  String role() {
    return role;
  }

  /** What starts it. */
  public Class<?> program() {
    return program;
  }

  /** The name of a setting of its database. */
  String database(String setting) {
    return "giaouoc." + word + ".database." + setting;
  }
}
