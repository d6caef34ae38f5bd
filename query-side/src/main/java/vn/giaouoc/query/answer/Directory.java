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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.objectstore.ObjectStore;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The texts and the names of persons that the command side keeps beside the log and lets this side
 * read. Neither is ever part of a document: what is redacted or forgotten is gone from every
 * answer, of whatever moment.
 */
@Component
class Directory {

  private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final JdbcClient jdbc;
  private final @Nullable ObjectStore objects;

  Directory(
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      @Qualifier("queryObjects") ObjectProvider<ObjectStore> objects) {
    this.jdbc = jdbc;
    this.objects = objects.getIfAvailable();
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
        ? jdbc.sql(
                "SELECT name, media_type, content, elsewhere FROM command_side.file WHERE digest ="
                    + " ?")
            .param(file.slug())
            .query(
                (row, number) ->
                    new StoredFile(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getBoolean("elsewhere") ? elsewhere(file) : row.getBytes("content")))
            .optional()
        : Optional.empty();
  }

  /** What was taken away on purpose is not said to be there; what is lost is a fault. */
  private byte[] elsewhere(FileId file) {
    try {
      byte[] content = objects == null ? null : objects.get(file).orElse(null);
      if (content != null) {
        return content;
      }
    } catch (ObjectStore.Unreachable e) {
      LOG.warn("The content of a file cannot be read", e);
    }
    throw new Problem(
        Problem.Kind.UNAVAILABLE,
        "Kho tệp đang không trả lời. Xin thử lại.",
        "The store of files does not answer. Please try again.");
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
