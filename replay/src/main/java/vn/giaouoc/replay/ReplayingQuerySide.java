package vn.giaouoc.replay;

import org.springframework.boot.SpringApplication;
import vn.giaouoc.query.QuerySide;

/**
 * The program of the side that answers, where it runs as a process of its own: a year can be
 * replayed there. Of the command side it has the rules as classes, and neither its parts nor its
 * addresses nor its role in the database.
 */
public final class ReplayingQuerySide {

  private ReplayingQuerySide() {}

  /** Starts it. */
  public static void main(String[] arguments) {
    System.setProperty("spring.config.name", "query-side");
    SpringApplication.run(new Class<?>[] {QuerySide.class, ReplayConfiguration.class}, arguments);
  }
}
