package vn.giaouoc;

/** The program cannot start, for a reason that whoever started it can do something about. */
public final class StartRefused extends RuntimeException {

  /** Something else holds what is needed: the directory, the database, the port. */
  public static final int IN_USE = 3;

  /** Anything else. */
  public static final int FAILED = 1;

  private static final long serialVersionUID = 1L;

  private final String english;
  private final int exitCode;

  private StartRefused(int exitCode, String vietnamese, String english) {
    super(vietnamese);
    this.exitCode = exitCode;
    this.english = english;
  }

  /** Something else holds what is needed. */
  static StartRefused inUse(String vietnamese, String english) {
    return new StartRefused(IN_USE, vietnamese, english);
  }

  /** Something does not work. */
  static StartRefused failed(String vietnamese, String english) {
    return new StartRefused(FAILED, vietnamese, english);
  }

  /** The same reason in English. */
  public String english() {
    return english;
  }

  /** What the program ends with. */
  public int exitCode() {
    return exitCode;
  }
}
