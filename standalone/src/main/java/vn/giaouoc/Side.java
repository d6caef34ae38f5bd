package vn.giaouoc;

import vn.giaouoc.command.CommandSide;
import vn.giaouoc.query.QuerySide;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/** What can run as a process of its own. */
public enum Side {
  /** Takes commands. */
  COMMAND("command", DatabaseSetup.COMMAND_ROLE, CommandSide.class),
  /** Answers questions. */
  QUERY("query", DatabaseSetup.QUERY_ROLE, QuerySide.class);

  private final String word;
  private final String role;
  private final Class<?> program;

  Side(String word, String role, Class<?> program) {
    this.word = word;
    this.role = role;
    this.program = program;
  }

  /** The name of its module, and of its nodes but for their number. */
  public String module() {
    return word + "-side";
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
