package vn.giaouoc.query.feed;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Journal;

/**
 * To which blocs, cycles and conferences an event belongs: those that it names, and those in which
 * its stream began. A pledge began in a cycle, and that in a bloc. Units, persons and files belong
 * to many, and lead nowhere.
 */
@Component
class Scopes {

  private static final int REMEMBERED = 20_000;
  private static final Set<String> LEADING_NOWHERE = Set.of("unit", "person", "file");

  private final Journal journal;

  /** Where a stream began never changes. */
  private final Map<String, Set<String>> origins =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
              return size() > REMEMBERED;
            }
          });

  Scopes(Journal journal) {
    this.journal = journal;
  }

  /**
   * All keys in whose scope an event is.
   *
   * @param keys those of documents to which it belongs itself
   */
  Set<String> of(Entry entry, Set<String> keys) {
    Set<String> scope = new HashSet<>();
    add(entry.stream(), scope);
    keys.stream().filter(Scopes::leads).forEach(key -> add(key, scope));
    return scope;
  }

  private void add(String key, Set<String> scope) {
    if (scope.add(key)) {
      origin(key).forEach(from -> add(from, scope));
    }
  }

  private Set<String> origin(String stream) {
    Set<String> known = origins.get(stream);
    if (known == null) {
      known =
          journal.keysOfFirst(stream).stream().filter(Scopes::leads).collect(Collectors.toSet());
      if (!known.isEmpty()) {
        origins.put(stream, known);
      }
    }
    return known;
  }

  private static boolean leads(String key) {
    int colon = key.indexOf(':');
    return key.indexOf(' ') < 0 && colon > 0 && !LEADING_NOWHERE.contains(key.substring(0, colon));
  }
}
