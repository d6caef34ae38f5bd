package vn.giaouoc.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.client.RestTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * One chain of filters for both sides: a token, if there is one, is checked; a write needs one,
 * unless it is a secret paper. There are no sessions, no cookies and no pages. Who may do what is
 * decided elsewhere, from the record.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class IdentityConfiguration {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Clocks of two machines. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final int BEFORE_ALL_OTHERS = Ordered.HIGHEST_PRECEDENCE + 100;

  @Bean
  SecurityFilterChain tokens(HttpSecurity http, JwtDecoder decoder, JsonMapper json) {
    AuthenticationEntryPoint refused =
        (request, response, exception) -> refuse(response, exception, json);
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // an answer may be kept and asked after by its tag; who may keep it is said with it
        .headers(headers -> headers.cacheControl(cache -> cache.disable()))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD)
                    .permitAll()
                    .requestMatchers(HttpMethod.OPTIONS)
                    .permitAll()
                    // a secret paper bears a stamp instead of a name
                    .requestMatchers(HttpMethod.POST, "/api/polls/*/ballots")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(refused)
                    .accessDeniedHandler(
                        (request, response, exception) -> Refusal.NOT_YOURS.write(response, json)))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(refused)
                    .jwt(tokens -> tokens.decoder(decoder))
                    .withObjectPostProcessor(keysOutOfReachAreARefusalToo(refused)))
        .build();
  }

  @Bean
  FilterRegistrationBean<Filter> tokensBeforeAllOtherFilters(
      @Qualifier("springSecurityFilterChain") Filter chain) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(chain);
    registration.setOrder(BEFORE_ALL_OTHERS);
    return registration;
  }

  @Bean
  RequestRejectedHandler strangeAddresses(JsonMapper json) {
    return (request, response, exception) -> Refusal.BAD_REQUEST.write(response, json);
  }

  @Bean
  JwtDecoder tokenDecoder(IdentitySettings settings, ResourceLoader resources)
      throws IOException, ParseException {
    String keys = Objects.requireNonNull(settings.keys());
    NimbusJwtDecoder decoder =
        keys.startsWith("http:") || keys.startsWith("https:")
            ? ofAddress(keys)
            : ofFile(resources.getResource(keys));
    List<OAuth2TokenValidator<Jwt>> checks = new ArrayList<>();
    checks.add(new JwtTimestampValidator(SKEW));
    checks.add(
        new JwtClaimValidator<List<String>>(
            "aud", named -> named != null && named.contains(settings.audience())));
    if (settings.issuer() != null) {
      checks.add(new JwtIssuerValidator(settings.issuer()));
    }
    checks.add(new Claims());
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
    return decoder;
  }

  private static NimbusJwtDecoder ofAddress(String keys) {
    SimpleClientHttpRequestFactory client = new SimpleClientHttpRequestFactory();
    client.setConnectTimeout(PATIENCE);
    client.setReadTimeout(PATIENCE);
    return NimbusJwtDecoder.withJwkSetUri(keys)
        .jwsAlgorithm(SignatureAlgorithm.RS256)
        .jwsAlgorithm(SignatureAlgorithm.ES256)
        .restOperations(new RestTemplate(client))
        .build();
  }

  private static NimbusJwtDecoder ofFile(Resource keys) throws IOException, ParseException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    try (InputStream json = keys.getInputStream()) {
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256),
              new ImmutableJWKSet<>(JWKSet.load(json))));
    }
    // the decoder's own validators check what a token claims
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return new NimbusJwtDecoder(processor);
  }

  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> keysOutOfReachAreARefusalToo(
      AuthenticationEntryPoint refused) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        AuthenticationEntryPointFailureHandler handler =
            new AuthenticationEntryPointFailureHandler(refused);
        handler.setRethrowAuthenticationServiceException(false);
        filter.setAuthenticationFailureHandler(handler);
        return filter;
      }
    };
  }

  private static void refuse(
      HttpServletResponse response, AuthenticationException exception, JsonMapper json)
      throws IOException {
    if (exception instanceof AuthenticationServiceException) {
      Refusal.NO_KEYS.write(response, json);
      return;
    }
    boolean had = exception instanceof OAuth2AuthenticationException;
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, had ? "Bearer error=\"invalid_token\"" : "Bearer");
    (had ? Refusal.BAD_TOKEN : Refusal.NO_TOKEN).write(response, json);
  }
}
