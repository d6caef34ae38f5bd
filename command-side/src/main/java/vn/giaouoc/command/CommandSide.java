package vn.giaouoc.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;
import vn.giaouoc.web.WebConfiguration;

/** The side that takes commands. */
@Import(WebConfiguration.class)
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
public class CommandSide {

  /** Starts this side alone. */
  public static void main(String[] arguments) {
    System.setProperty("spring.config.name", "command-side");
    SpringApplication.run(CommandSide.class, arguments);
  }
}
