package vn.giaouoc;

/** The program. */
public final class Giaouoc {

  private Giaouoc() {}

  /** Starts it. */
  public static void main(String[] arguments) {}
}
