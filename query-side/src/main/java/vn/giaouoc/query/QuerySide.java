package vn.giaouoc.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** The side that answers. */
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
public class QuerySide {

  /** Starts this side alone. */
  public static void main(String[] arguments) {
    System.setProperty("spring.config.name", "query-side");
    SpringApplication.run(QuerySide.class, arguments);
  }
}
