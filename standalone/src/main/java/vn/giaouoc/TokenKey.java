package vn.giaouoc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.giaouoc.shared.Code;
import vn.giaouoc.web.Account;

/**
 * The key by which this installation signs tokens itself, until accounts have a place of their own.
 * It is in {@code identity-key.json} of the data directory, for the owner of the program only; its
 * public half beside it in {@code identity-keys.json}.
 */
final class TokenKey {

  private static final String PRIVATE = "identity-key.json";
  private static final String PUBLIC = "identity-keys.json";
  private static final String AUDIENCE = "giao-uoc";

  private final Path directory;
  private final ECKey key;

  private TokenKey(Path directory, ECKey key) {
    this.directory = directory;
    this.key = key;
  }

  /** The key in a directory, made if there is none. */
  static TokenKey atOrNew(Path directory) {
    Path file = directory.resolve(PRIVATE);
    try {
      if (Files.notExists(file)) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        ECKey made =
            new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyID(UUID.randomUUID().toString())
                .generate();
        write(file, made.toJSONString());
      }
      TokenKey present = at(directory);
      write(directory.resolve(PUBLIC), new JWKSet(present.key.toPublicJWK()).toString());
      return present;
    } catch (IOException | JOSEException e) {
      throw StartRefused.failed(
          "Không tạo được khóa ký mã truy cập trong " + directory + ": " + e.getMessage(),
          "The key for tokens cannot be made in " + directory);
    }
  }

  /**
   * The key in a directory.
   *
   * @throws StartRefused if there is none
   */
  static TokenKey at(Path directory) {
    try {
      return new TokenKey(directory, ECKey.parse(Files.readString(directory.resolve(PRIVATE))));
    } catch (IOException | ParseException e) {
      throw StartRefused.failed(
          "Chưa có khóa ký mã truy cập trong "
              + directory
              + ". Hãy chạy một lần: giaouoc start --identity",
          "There is no key for tokens in " + directory + ". Run once: giaouoc start --identity");
    }
  }

  /** Where the public half is, as the program is told to look for it. */
  String keys() {
    return directory.resolve(PUBLIC).toUri().toString();
  }

  /** A token for an account, to be sent as {@code Authorization: Bearer …}. */
  String token(Account account) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer("giao-uoc:" + key.getKeyID())
            .audience(AUDIENCE)
            .subject(account.id().toString())
            .issueTime(new Date())
            .expirationTime(Date.from(account.until()));
    if (account.unit() != null) {
      claims.claim("unit", account.unit().slug());
    }
    List<String> roles = account.roles().stream().map(Code::code).sorted().toList();
    if (!roles.isEmpty()) {
      claims.claim("roles", roles);
    }
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build(),
            claims.build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The key for tokens does not sign", e);
    }
    return token.serialize();
  }

  /** A token for an administrator, for the moment in which samples are recorded. */
  String administrator() {
    return token(
        new Account(
            UUID.randomUUID(),
            null,
            Set.of(Account.Role.ADMINISTRATOR),
            Instant.now().plus(Duration.ofMinutes(5))));
  }

  /** Whole or not at all, and never readable to others. */
  private static void write(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    try {
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      throw new IOException("somebody else is writing " + unfinished, e);
    }
    Files.writeString(unfinished, text);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
