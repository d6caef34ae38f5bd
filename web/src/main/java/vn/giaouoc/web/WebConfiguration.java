package vn.giaouoc.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imported by either side. In standalone both import it, and there is one of everything in it.
 *
 * <p>Where no keys are set there is no filter at all, and nobody is asked who they are.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
@Import(WebConfiguration.Identified.class)
public class WebConfiguration {

  /** In seconds; so with the wait for a connection a probe gets its answer within twelve. */
  private static final int ANSWER = 3;

  @Bean
  Asking asking(IdentitySettings settings) {
    boolean identified = settings.keys() != null;
    return new Asking() {
      @Override
      public boolean identified() {
        return identified;
      }

      @Override
      public Optional<Account> account() {
        return SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken token
            ? Optional.of(Claims.account(token.getToken()))
            : Optional.empty();
      }
    };
  }

  /** Health says to everybody whether, and only to who keeps the system what and why. */
  @Bean
  static HealthEndpointGroupsPostProcessor whoSeesDetailsOfHealth(ObjectProvider<Asking> asking) {
    return groups -> new Detailed(groups, asking::getObject);
  }

  /** Whether each database answers; in bounded time also where one hangs. */
  @Bean
  HealthIndicator dbHealthIndicator(Map<String, DataSource> databases) {
    return () -> {
      Health.Builder health = Health.up();
      databases.forEach(
          (name, database) -> {
            try (Connection connection = database.getConnection()) {
              if (connection.isValid(ANSWER)) {
                health.withDetail(name, "answers");
                return;
              }
            } catch (SQLException e) {
              // as if it did not answer
            }
            health.down();
            health.withDetail(name, "does not answer");
          });
      return health.build();
    };
  }

  /** Before who asks is looked at, for that costs too; after what counts the answers. */
  @Bean
  FilterRegistrationBean<Crowd> crowd(JsonMapper json) {
    FilterRegistrationBean<Crowd> registration = new FilterRegistrationBean<>(new Crowd(json));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
    return registration;
  }

  /** What the server refuses by itself, such as a broken address, is no page of HTML either. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainRefusals() {
    return server -> server.addContextCustomizers(PlainRefusals::replaceHtml);
  }

  /** What there is where tokens are checked. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("giaouoc.identity.keys")
  @Import(IdentityConfiguration.class)
  static class Identified {}
}
