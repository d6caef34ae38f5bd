package vn.giaouoc.query.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.journal.Reader;

/** Documents made anew from the journal, beside those that are stored; changes neither. */
@Component
public class MadeAnew {

  private final JdbcClient jdbc;
  private final Folds folds;
  private final KeyIndex index;
  private final Documents documents;
  private final Reconstruction reconstruction;

  MadeAnew(
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      Folds folds,
      KeyIndex index,
      Documents documents,
      Reconstruction reconstruction) {
    this.jdbc = jdbc;
    this.folds = folds;
    this.index = index;
    this.documents = documents;
    this.reconstruction = reconstruction;
  }

  /**
   * A document as it is stored and as it is made of the journal.
   *
   * @param stored absent where none is stored
   * @param made absent where the journal says nothing
   */
  public record Beside(String fold, String key, @Nullable String stored, @Nullable String made) {

    /** Whether they are the same, byte for byte. */
    public boolean same() {
      return stored != null && stored.equals(made);
    }
  }

  /** The last position that is folded. */
  public long folded() {
    return jdbc.sql("SELECT position FROM folded").query(Long.class).single();
  }

  /** The keys of all documents that an event of this key has a part in. */
  public List<String> keysSharing(String key, long upTo) {
    return index.sharing(key, upTo);
  }

  /**
   * The documents of a key, as they are stored and as they are made anew; within one transaction in
   * which nothing is folded.
   *
   * @param folded the last position that is folded
   */
  public List<Beside> of(String key, long folded) {
    List<Fact> facts =
        reconstruction.facts(key, new Cut(folded, false, null, Instant.MAX, Reader.EVERYTHING));
    List<Beside> all = new ArrayList<>();
    for (Fold<?> fold : folds.ofKind(Keys.kind(key))) {
      Documents.Stored beside = documents.find(fold.name(), key).orElse(null);
      if (beside != null && beside.foldVersion() != fold.version()) {
        continue; // made by an earlier version: nobody is answered with it, and it is built anew
      }
      // of all facts, also those that it says it does not rest on
      String made =
          Fact.of(fold, facts).isEmpty() ? null : Document.of(fold, Keys.slug(key), facts).json();
      if (beside != null || made != null) {
        all.add(new Beside(fold.name(), key, beside == null ? null : beside.json(), made));
      }
    }
    return List.copyOf(all);
  }
}
