package vn.giaouoc.command.file;

import static vn.giaouoc.command.RequestRejection.KEY_USED_FOR_ANOTHER_REQUEST;

import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.Digests;
import vn.giaouoc.shared.file.FileId;

/** Keeps files beside the log, under the digest of salt and content that stands in events. */
@Component
public class FileStore implements Files {

  private static final int SALT_BYTES = 16;

  private final JdbcClient database;
  private final SecureRandom random = new SecureRandom();

  FileStore(@Qualifier("commandJdbcClient") JdbcClient database) {
    this.database = database;
  }

  /**
   * Keeps a file. The same content handed in again is another file, unless the request has the key
   * of an earlier one.
   *
   * @param request the key of the request, if it has one
   * @return the digest by which events name it
   * @throws vn.giaouoc.command.Rejection.Rejected if the key was used for another file
   */
  FileId keep(String name, FileType type, byte[] content, @Nullable String request) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    FileId file = digest(salt, content);
    int kept =
        database
            .sql(
                "INSERT INTO command_side.file (digest, salt, name, media_type, content, request)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (request) DO NOTHING")
            .params(Arrays.asList(file.slug(), salt, name, type.mediaType(), content, request))
            .update();
    return kept == 1 || request == null ? file : before(name, content, request);
  }

  /**
   * A file that is kept if what it says is recorded, and not before.
   *
   * @param id by which events name it
   * @param kept whether the same content is kept already, under whatever name
   */
  public record Candidate(
      FileId id, boolean kept, String name, String mediaType, byte[] salt, byte[] content) {}

  /**
   * A file that is about to be kept. The same content is the same file again.
   *
   * @throws vn.giaouoc.command.Rejection.Rejected if its name or content is that of no file
   */
  public Candidate candidate(String name, byte[] content) {
    Handed handed = Handed.in(name, content);
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return database
        // the length is told without unpacking a content
        .sql(
            "SELECT digest FROM command_side.file WHERE octet_length(content) = ? AND content = ?"
                + " ORDER BY kept_at, digest LIMIT 1")
        .params(content.length, content)
        .query(String.class)
        .optional()
        .map(
            known ->
                new Candidate(
                    FileId.of(known),
                    true,
                    handed.name(),
                    handed.type().mediaType(),
                    salt,
                    content))
        .orElseGet(
            () ->
                new Candidate(
                    digest(salt, content),
                    false,
                    handed.name(),
                    handed.type().mediaType(),
                    salt,
                    content));
  }

  /** Keeps it, with the present transaction. */
  public void keep(Candidate file) {
    if (!file.kept()) {
      database
          .sql(
              "INSERT INTO command_side.file (digest, salt, name, media_type, content) VALUES (?,"
                  + " ?, ?, ?, ?)")
          .params(file.id().slug(), file.salt(), file.name(), file.mediaType(), file.content())
          .update();
    }
  }

  private FileId before(String name, byte[] content, String request) {
    record Kept(String digest, byte[] salt, String name) {}
    Kept kept =
        database
            .sql("SELECT digest, salt, name FROM command_side.file WHERE request = ?")
            .param(request)
            .query(
                (row, _) ->
                    new Kept(row.getString("digest"), row.getBytes("salt"), row.getString("name")))
            .single();
    KEY_USED_FOR_ANOTHER_REQUEST.unless(
        kept.name().equals(name) && digest(kept.salt(), content).slug().equals(kept.digest()),
        request);
    return FileId.of(kept.digest());
  }

  @Override
  public boolean has(FileId file) {
    return database
        .sql(
            "SELECT EXISTS (SELECT 1 FROM command_side.file WHERE digest = ? AND content IS NOT"
                + " NULL)")
        .param(file.slug())
        .query(Boolean.class)
        .single();
  }

  private static FileId digest(byte[] salt, byte[] content) {
    return FileId.of(Digests.sha256(salt, content));
  }
}
