package vn.giaouoc.command.words;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.command.Digests;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.person.PersonId;

/**
 * Keeps what must not be in the log: words that people typed, and names of persons. The same text,
 * or the same name, gets the same reference again as long as it is there, so that a fact told twice
 * is one fact.
 */
@Component
public class WordsStore implements Keeper {

  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final long LOCK = 0x776F726473L;

  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final SecureRandom random = new SecureRandom();

  WordsStore(
      @Qualifier("commandJdbcClient") JdbcClient database,
      @Qualifier("commandTransactions") TransactionTemplate transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  /**
   * Keeps a text and returns what stands for it in an event. It is kept with the present
   * transaction; where there is none, as on Axon Server, before this returns.
   */
  public Words keep(String text) {
    return transactions.execute(status -> kept(text.strip()));
  }

  private Words kept(String trimmed) {
    Words known = find(trimmed);
    if (known == null) {
      takeTurn();
      known = find(trimmed);
    }
    if (known != null) {
      return known;
    }
    return words(trimmed);
  }

  /** The text behind a reference; nothing if it was redacted. */
  public Optional<String> text(Words words) {
    return database
        .sql("SELECT text FROM command_side.words WHERE digest = ? AND text IS NOT NULL")
        .param(words.words())
        .query(String.class)
        .optional();
  }

  @Override
  public Words words(String text) {
    String trimmed = text.strip();
    byte[] salt = bytes(SALT_BYTES);
    Words words = digest(salt, trimmed);
    database
        .sql("INSERT INTO command_side.words (digest, salt, text) VALUES (?, ?, ?)")
        .params(words.words(), salt, trimmed)
        .update();
    return words;
  }

  /** What would stand for a text, keeping nothing. */
  public Words preview(String text) {
    String trimmed = text.strip();
    Words known = find(trimmed);
    return known != null ? known : digest(new byte[SALT_BYTES], trimmed);
  }

  /**
   * Keeps a person's name and returns what stands for it in an event. It is kept with the present
   * transaction; where there is none, as on Axon Server, before this returns.
   */
  public PersonId keepPerson(String name) {
    return transactions.execute(status -> keptPerson(name));
  }

  private PersonId keptPerson(String name) {
    PersonId known = findPerson(name);
    if (known == null) {
      takeTurn();
      known = findPerson(name);
    }
    if (known != null) {
      return known;
    }
    UUID id = UUID.nameUUIDFromBytes(bytes(SALT_BYTES));
    byte[] key = bytes(KEY_BYTES);
    database
        .sql("INSERT INTO command_side.person (id, key, name) VALUES (?, ?, ?)")
        .params(id, key, encrypted(key, name.strip()))
        .update();
    return new PersonId(id);
  }

  /** What would stand for a person's name, keeping nothing. */
  public PersonId previewPerson(String name) {
    PersonId known = findPerson(name);
    return known != null
        ? known
        : new PersonId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Lets nobody else keep anything new until this transaction ends: two that keep the same text at
   * once would each give it a reference of its own.
   *
   * <p>Whoever keeps words does so before it holds the streams that it tells of, or it could wait
   * for one that waits for it.
   */
  private void takeTurn() {
    database
        .sql("SELECT 1 FROM pg_advisory_xact_lock(?)")
        .param(LOCK)
        .query(Integer.class)
        .single();
  }

  private @Nullable Words find(String text) {
    return database
        .sql(
            "SELECT digest FROM command_side.words WHERE md5(text) = md5(?) AND text = ? ORDER BY"
                + " digest LIMIT 1")
        .params(text, text)
        .query((row, _) -> new Words(row.getString(1)))
        .optional()
        .orElse(null);
  }

  /**
   * A name can only be found by decrypting: the directory is small, and holds no index that would
   * give names away.
   */
  private @Nullable PersonId findPerson(String name) {
    record Entry(UUID id, byte[] key, byte[] name) {}
    List<Entry> entries =
        database
            .sql("SELECT id, key, name FROM command_side.person WHERE key IS NOT NULL ORDER BY id")
            .query(
                (row, _) ->
                    new Entry(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)))
            .list();
    return entries.stream()
        .filter(entry -> name.strip().equals(decrypted(entry.key(), entry.name())))
        .findFirst()
        .map(entry -> new PersonId(entry.id()))
        .orElse(null);
  }

  private byte[] encrypted(byte[] key, String name) {
    byte[] nonce = bytes(NONCE_BYTES);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, name.getBytes(StandardCharsets.UTF_8));
    byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return all;
  }

  private static String decrypted(byte[] key, byte[] name) {
    byte[] nonce = Arrays.copyOf(name, NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(name, NONCE_BYTES, name.length);
    return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, sealed), StandardCharsets.UTF_8);
  }

  private static byte[] cipher(int mode, byte[] key, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The person directory cannot be read", e);
    }
  }

  private static Words digest(byte[] salt, String text) {
    return new Words(Digests.sha256(salt, text.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
