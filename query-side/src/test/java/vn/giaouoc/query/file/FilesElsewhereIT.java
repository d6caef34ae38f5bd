package vn.giaouoc.query.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.query.Vocabulary;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.TestObjectStore;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.objectstore.ObjectStore;
import vn.giaouoc.shared.paper.PaperEvent;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;

/** Files whose contents lie in an object store are given out as those in the database are. */
class FilesElsewhereIT {

  private static final Tokens TOKENS = new Tokens();
  private static final FileId FILE = FileId.of("aa");
  private static final FileId LOST = FileId.of("bb");
  private static final byte[] CONTENT = "Giao ước\n".getBytes(StandardCharsets.UTF_8);

  @Test
  void a_content_comes_from_the_object_store_and_what_it_lacks_is_a_fault() {
    TestDatabase database = TestDatabase.create();
    try (TestObjectStore server = TestObjectStore.start()) {
      List<String> settings = new ArrayList<>(List.of(TOKENS.setting()));
      server.settings().forEach(each -> settings.add("--" + each));
      Running running = Running.withSettings(database, settings.toArray(String[]::new));
      try {
        Log log = new Log(database);
        for (FileId file : List.of(FILE, LOST)) {
          log.happened(
              "2026-01-01",
              new PaperEvent.PaperDrafted(
                  PaperId.of("kien-giang.bao-cao-" + file.slug()),
                  Vocabulary.BLOC,
                  2026,
                  PaperKind.BC,
                  "Báo cáo",
                  file));
        }
        running
            .owner()
            .sql(
                "CREATE TABLE command_side.file (digest text, name text, media_type text, content"
                    + " bytea, elsewhere boolean)")
            .update();
        running.owner().sql("GRANT SELECT ON command_side.file TO giaouoc_query").update();
        for (FileId file : List.of(FILE, LOST)) {
          running
              .owner()
              .sql("INSERT INTO command_side.file VALUES (?, 'a.txt', 'text/plain', null, true)")
              .param(file.slug())
              .update();
        }
        running.bean("queryObjects", ObjectStore.class).put(FILE, CONTENT, "text/plain");
        running.caughtUp();
        assertThat(running.get("/api/files/aa").statusCode()).isEqualTo(200);
        assertThat(running.get("/api/files/aa").body())
            .isEqualTo(new String(CONTENT, StandardCharsets.UTF_8));
        assertThat(running.get("/api/files/bb").statusCode()).isEqualTo(503);
        server.close();
        HttpResponse<String> away = running.get("/api/files/aa");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body())
            .contains("Kho tệp đang không trả lời")
            .doesNotContain(TestObjectStore.SECRET);
      } finally {
        running.close();
      }
    }
  }
}
