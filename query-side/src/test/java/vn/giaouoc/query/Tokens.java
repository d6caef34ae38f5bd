package vn.giaouoc.query;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.unit.UnitId;

/** An issuer of tokens, for tests. */
public final class Tokens {

  private final RSAKey key;
  private final Path keys;

  public Tokens() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
      keys = Files.createTempFile("keys", ".json");
      keys.toFile().deleteOnExit();
      Files.writeString(keys, new JWKSet(key.toPublicJWK()).toString());
    } catch (JOSEException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The setting by which the program knows the issuer. */
  public String setting() {
    return "--giaouoc.identity.keys=" + keys.toUri();
  }

  /** A token of who acts for a unit, or of none; with these roles. */
  public String of(@Nullable UnitId unit, String... roles) {
    return lasting(Duration.ofHours(1), unit, roles);
  }

  public String lasting(Duration duration, @Nullable UnitId unit, String... roles) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .audience("giao-uoc")
            .subject(UUID.randomUUID().toString())
            .expirationTime(Date.from(Instant.now().plus(duration)));
    if (unit != null) {
      claims.claim("unit", unit.slug());
    }
    if (roles.length > 0) {
      claims.claim("roles", List.of(roles));
    }
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
