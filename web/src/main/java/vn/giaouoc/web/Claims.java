package vn.giaouoc.web;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a token says of its account: {@code sub}, the account's UUID; {@code unit}, the slug of the
 * unit acted for; {@code roles}, some of {@code board}, {@code auditor}, {@code administrator}.
 */
final class Claims implements OAuth2TokenValidator<Jwt> {

  static final String UNIT = "unit";
  static final String ROLES = "roles";

  /**
   * The account that a token is for.
   *
   * @throws IllegalArgumentException if it does not say that in the form that is expected
   */
  static Account account(Jwt token) {
    Instant until = token.getExpiresAt();
    if (token.getSubject() == null || until == null) {
      throw new IllegalArgumentException("'sub' and 'exp' are required");
    }
    return new Account(
        UUID.fromString(token.getSubject()), unit(token), roles(token.getClaim(ROLES)), until);
  }

  /** A token that is signed but says things that nobody can mean is as good as none. */
  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    try {
      account(token);
      return OAuth2TokenValidatorResult.success();
    } catch (IllegalArgumentException e) {
      return OAuth2TokenValidatorResult.failure(
          new OAuth2Error("invalid_token", "The claims of the token are not understood", null));
    }
  }

  private static @Nullable UnitId unit(Jwt token) {
    Object unit = token.getClaim(UNIT);
    return unit == null ? null : UnitId.of(unit.toString());
  }

  private static Set<Account.Role> roles(@Nullable Object claim) {
    Set<Account.Role> roles = EnumSet.noneOf(Account.Role.class);
    if (claim instanceof List<?> codes) {
      codes.forEach(code -> roles.add(Account.Role.of(Objects.toString(code))));
    } else if (claim != null) {
      throw new IllegalArgumentException("'" + ROLES + "' must be a list");
    }
    return roles;
  }
}
