package vn.giaouoc.web;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Imported by either side. In standalone both import it, and there is one of everything in it.
 *
 * <p>Where no keys are set there is no filter at all, and nobody is asked who they are.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
@Import(WebConfiguration.Identified.class)
public class WebConfiguration {

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
