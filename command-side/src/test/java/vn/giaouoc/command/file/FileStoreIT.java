package vn.giaouoc.command.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.RequestRejection;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.TestObjectStore;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.objectstore.ObjectStore;

/** What holds of kept files wherever their contents lie: in PostgreSQL, or in an object store. */
class FileStoreIT {

  private static final FileSettings SETTINGS =
      new FileSettings(DataSize.ofMegabytes(8), List.of("pdf", "txt"));

  private static final byte[] TEXT = "Giao ước thi đua\n".getBytes(StandardCharsets.UTF_8);
  private static TestObjectStore server;
  private static ObjectStore objects;
  private static JdbcClient database;

  /** Where contents lie. */
  enum Where {
    DATABASE {
      @Override
      FileStore store() {
        return new FileStore(database, provided(null), SETTINGS);
      }

      @Override
      Optional<byte[]> content(FileId file) {
        return database
            .sql("SELECT content FROM command_side.file WHERE digest = ?")
            .param(file.slug())
            .query(byte[].class)
            .optional();
      }
    },
    OBJECT_STORE {
      @Override
      FileStore store() {
        return new FileStore(database, provided(objects), SETTINGS);
      }

      @Override
      Optional<byte[]> content(FileId file) {
        assertThat(DATABASE.content(file)).isEmpty();
        return objects.get(file);
      }
    };

    abstract FileStore store();

    abstract Optional<byte[]> content(FileId file);
  }

  @BeforeAll
  static void start() {
    server = TestObjectStore.start();
    objects = ObjectStore.of(environment(TestObjectStore.SECRET));
    TestDatabase made = TestDatabase.create();
    Flyway.configure()
        .dataSource(made.as(DatabaseSetup.COMMAND_ROLE))
        .schemas("command_side")
        .createSchemas(false)
        .locations("classpath:db/command")
        .load()
        .migrate();
    database = JdbcClient.create(made.as(DatabaseSetup.COMMAND_ROLE));
  }

  @AfterAll
  static void stop() {
    objects.close();
    server.close();
  }

  private static MockEnvironment environment(String secret) {
    MockEnvironment environment = new MockEnvironment();
    server
        .settings(secret)
        .forEach(
            each ->
                environment.setProperty(
                    each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
    return environment;
  }

  private static ObjectProvider<ObjectStore> provided(ObjectStore store) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    if (store != null) {
      beans.addBean("store", store);
    }
    return beans.getBeanProvider(ObjectStore.class);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_kept_comes_back_byte_by_byte(Where where) {
    byte[] large = new byte[3 * 1024 * 1024 + 7];
    new Random(7).nextBytes(large);
    for (byte[] content : new byte[][] {TEXT, large, {0}}) {
      FileId file = where.store().keep("a.txt", FileType.TXT, content, null);
      assertThat(where.content(file)).hasValue(content);
      assertThat(where.store().has(file)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_nobody_handed_in_is_not_there(Where where) {
    assertThat(where.store().has(FileId.of("00"))).isFalse();
    assertThat(where.content(FileId.of("00"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_same_content_twice_is_two_files_unless_it_is_the_same_request(Where where) {
    FileStore store = where.store();
    assertThat(store.keep("a.txt", FileType.TXT, TEXT, null))
        .isNotEqualTo(store.keep("a.txt", FileType.TXT, TEXT, null));
    FileId first = store.keep("a.txt", FileType.TXT, TEXT, "key " + where);
    assertThat(store.keep("a.txt", FileType.TXT, TEXT, "key " + where)).isEqualTo(first);
    assertThat(where.content(first)).hasValue(TEXT);
    assertThatExceptionOfType(Rejected.class)
        .isThrownBy(() -> store.keep("a.txt", FileType.TXT, new byte[] {'x'}, "key " + where))
        .matches(refused -> refused.rejection() == RequestRejection.KEY_USED_FOR_ANOTHER_REQUEST);
  }

  @Test
  void what_was_kept_before_an_object_store_was_set_stays_where_it_is() {
    FileId before = Where.DATABASE.store().keep("a.txt", FileType.TXT, TEXT, null);
    assertThat(Where.OBJECT_STORE.store().has(before)).isTrue();
    assertThat(Where.DATABASE.content(before)).hasValue(TEXT);
  }

  @Test
  void what_the_store_does_not_take_is_not_kept_and_no_secret_is_told() {
    try (ObjectStore refused = ObjectStore.of(environment("not-the-secret"))) {
      long before = rows();
      assertThatExceptionOfType(ObjectStore.Unreachable.class)
          .isThrownBy(
              () ->
                  new FileStore(database, provided(refused), SETTINGS)
                      .keep("a.txt", FileType.TXT, TEXT, null))
          .matches(e -> !String.valueOf(e.getCause().getMessage()).contains("not-the-secret"));
      assertThat(rows()).isEqualTo(before);
    }
  }

  private static long rows() {
    return database.sql("SELECT count(*) FROM command_side.file").query(Long.class).single();
  }
}
