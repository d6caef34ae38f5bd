package violations.primary;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Prefers one side. */
class Wiring {
  @Bean
  @Primary
  String dataSource() {
    return "";
  }
}
