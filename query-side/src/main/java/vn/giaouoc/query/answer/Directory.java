package vn.giaouoc.query.answer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The texts and the names of persons that the command side keeps beside the log and lets this side
 * read. Neither is ever part of a document: what is redacted or forgotten is gone from every
 * answer, of whatever moment.
 */
@Component
class Directory {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final JdbcClient jdbc;

  Directory(@Qualifier("queryJdbcClient") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The texts behind digests; without those that were redacted. */
  SortedMap<String, String> texts(Collection<String> digests) {
    SortedMap<String, String> texts = new TreeMap<>();
    if (!digests.isEmpty() && readable("command_side.words")) {
      jdbc.sql(
              "SELECT digest, text FROM command_side.words WHERE digest = ANY(?) AND text IS NOT"
                  + " NULL")
          .param(digests.toArray(String[]::new))
          .query((row, number) -> texts.put(row.getString("digest"), row.getString("text")))
          .list();
    }
    return texts;
  }

  /** A file, if it is kept; without its content where that was taken away. */
  Optional<StoredFile> file(FileId file) {
    return readable("command_side.file")
        ? jdbc.sql("SELECT name, media_type, content FROM command_side.file WHERE digest = ?")
            .param(file.slug())
            .query(
                (row, number) ->
                    new StoredFile(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getBytes("content")))
            .optional()
        : Optional.empty();
  }

  /** The address at which a unit can be written to, if it is kept. */
  Optional<String> contact(UnitId unit) {
    return readable("command_side.contact")
        ? jdbc.sql("SELECT address FROM command_side.contact WHERE unit = ?")
            .param(unit.slug())
            .query(String.class)
            .optional()
        : Optional.empty();
  }

  /** The names of persons by id; without those that were forgotten. */
  SortedMap<String, String> persons(Collection<UUID> ids) {
    SortedMap<String, String> names = new TreeMap<>();
    if (!ids.isEmpty() && readable("command_side.person")) {
      jdbc.sql(
              "SELECT id, key, name FROM command_side.person WHERE id = ANY(?) AND key IS NOT NULL"
                  + " AND name IS NOT NULL")
          .param(ids.toArray(UUID[]::new))
          .query(
              (row, number) ->
                  names.put(row.getString("id"), opened(row.getBytes("key"), row.getBytes("name"))))
          .list();
      names.values().removeIf(String::isEmpty);
    }
    return names;
  }

  /**
   * The tables come with the other side's migrations, which may be later than this side's start.
   */
  private boolean readable(String table) {
    return jdbc.sql("SELECT coalesce(has_table_privilege(to_regclass(?)::oid, 'SELECT'), false)")
        .param(table)
        .query(Boolean.class)
        .single();
  }

  /** Nonce, then ciphertext and tag, by AES-GCM under the person's own key. */
  private static String opened(byte[] key, byte[] sealed) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
      byte[] name = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return new String(name, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return "";
    }
  }
}
