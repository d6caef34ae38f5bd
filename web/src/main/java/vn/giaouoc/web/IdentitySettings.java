package vn.giaouoc.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are checked. Nothing is asked of their issuer when the program starts.
 *
 * @param keys where the public keys of the issuer are, as a JSON Web Key Set: {@code file:…} or
 *     {@code https:…}. Without it nobody is asked who they are.
 * @param audience what a token must name as whom it is for
 * @param issuer what a token must name as its issuer, if that is to be checked
 */
@ConfigurationProperties("giaouoc.identity")
record IdentitySettings(
    @Nullable String keys,
    @DefaultValue(IdentitySettings.AUDIENCE) String audience,
    @Nullable String issuer) {

  static final String AUDIENCE = "giao-uoc";
}
