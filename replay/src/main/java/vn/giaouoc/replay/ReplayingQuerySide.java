package vn.giaouoc.replay;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.giaouoc.query.QuerySide;

/**
 * The program of the side that answers, where it runs as a process of its own: a year can be
 * replayed there. Of the command side it has the rules as classes, and neither its parts nor its
 * addresses nor its role in the database.
 */
@Configuration(proxyBeanMethods = false)
@Import({QuerySide.class, ReplayConfiguration.class})
public class ReplayingQuerySide {

  /** Starts it. */
  public static void main(String[] arguments) {
    System.setProperty("spring.config.name", "query-side");
    SpringApplication.run(ReplayingQuerySide.class, arguments);
  }
}
