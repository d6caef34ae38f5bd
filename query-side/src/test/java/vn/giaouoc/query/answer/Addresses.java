package vn.giaouoc.query.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.giaouoc.query.Running;

/** Every address that is read, for tests of what must hold of all of them. */
final class Addresses {

  /** An example of each, which a test that knows the vocabulary can ask for. */
  static final Map<String, String> EXAMPLES = new LinkedHashMap<>();

  static {
    EXAMPLES.put(
        "/api/cycles/{cycle}/moments", "/api/cycles/kien-giang.khoi-4.2019/moments?limit=1000");
    EXAMPLES.put(
        "/api/conferences/{conference}/moments",
        "/api/conferences/kien-giang.khoi-4.2019.year-end/moments?order=held&limit=1000");
    EXAMPLES.put("/api/units", "/api/units");
    EXAMPLES.put("/api/units/{unit}", "/api/units/kien-giang.so-y-te");
    EXAMPLES.put("/api/blocs", "/api/blocs");
    EXAMPLES.put("/api/blocs/{bloc}", "/api/blocs/kien-giang.khoi-4");
    EXAMPLES.put("/api/blocs/{bloc}/leadership", "/api/blocs/kien-giang.khoi-4/leadership");
    EXAMPLES.put("/api/cycles/{cycle}", "/api/cycles/kien-giang.khoi-4.2019");
    EXAMPLES.put("/api/cycles/{cycle}/standing", "/api/cycles/kien-giang.khoi-4.2019/standing");
    EXAMPLES.put(
        "/api/cycles/{cycle}/standing/{unit}",
        "/api/cycles/kien-giang.khoi-4.2019/standing/kien-giang.so-y-te");
    EXAMPLES.put("/api/cycles/{cycle}/progress", "/api/cycles/kien-giang.khoi-4.2019/progress");
    EXAMPLES.put(
        "/api/cycles/{cycle}/spreadsheets/{form}",
        "/api/cycles/kien-giang.khoi-4.2019/spreadsheets/bloc-scores?format=csv");
    EXAMPLES.put(
        "/api/cycles/{cycle}/timeline", "/api/cycles/kien-giang.khoi-4.2019/timeline?limit=1000");
    EXAMPLES.put(
        "/api/cycles/{cycle}/pledges/{party}",
        "/api/cycles/kien-giang.khoi-4.2019/pledges/kien-giang.so-y-te");
    EXAMPLES.put(
        "/api/cycles/{cycle}/reports/{stage}",
        "/api/cycles/kien-giang.khoi-4.2019/reports/mid-year");
    EXAMPLES.put(
        "/api/cycles/{cycle}/exemplary-cases",
        "/api/cycles/kien-giang.khoi-4.2019/exemplary-cases");
    EXAMPLES.put("/api/movements", "/api/movements");
    EXAMPLES.put("/api/conferences", "/api/conferences");
    EXAMPLES.put(
        "/api/conferences/{conference}", "/api/conferences/kien-giang.khoi-4.2019.year-end");
    EXAMPLES.put(
        "/api/conferences/{conference}/minutes",
        "/api/conferences/kien-giang.khoi-4.2019.year-end/minutes");
    EXAMPLES.put("/api/polls/{poll}/record", "/api/polls/kien-giang.khoi-4.2019.ranking/record");
    EXAMPLES.put("/api/awards", "/api/awards");
    EXAMPLES.put("/api/awards/{award}", "/api/awards/kien-giang.khoi-4.2019.flag");
    EXAMPLES.put("/api/proceedings", "/api/proceedings");
    EXAMPLES.put("/api/proceedings/{proceedings}", "/api/proceedings/kien-giang-kept");
    EXAMPLES.put("/api/journal", "/api/journal?limit=1000");
    EXAMPLES.put("/api/units/{unit}/due", "/api/units/kien-giang.so-y-te/due");
    EXAMPLES.put("/api/units/{unit}/notices", "/api/units/kien-giang.so-y-te/notices");
    EXAMPLES.put("/api/cycles/{cycle}/due", "/api/cycles/kien-giang.khoi-4.2019/due");
    EXAMPLES.put("/api/cycles/{cycle}/regulation", "/api/cycles/kien-giang.khoi-4.2019/regulation");
    EXAMPLES.put(
        "/api/cycles/{cycle}/regulations", "/api/cycles/kien-giang.khoi-4.2019/regulations");
    EXAMPLES.put("/api/cycles/{cycle}/missing", "/api/cycles/kien-giang.khoi-4.2019/missing");
    EXAMPLES.put(
        "/api/cycles/{cycle}/missing/{unit}",
        "/api/cycles/kien-giang.khoi-4.2019/missing/kien-giang.so-y-te");
    EXAMPLES.put("/api/files/{file}", "/api/files/kien-giang.minh-chung");
    EXAMPLES.put("/api/movements/{movement}", "/api/movements/kien-giang.phong-trao");
    EXAMPLES.put(
        "/api/score-sheets/{id}", "/api/score-sheets/kien-giang.khoi-4.2019.kien-giang.so-y-te");
    EXAMPLES.put("/api/polls/{poll}", "/api/polls/kien-giang.khoi-4.2019.ranking");
    EXAMPLES.put("/api/complaints/{complaint}", "/api/complaints/kien-giang.khieu-nai");
    EXAMPLES.put("/api/papers/{paper}", "/api/papers/kien-giang.bao-cao");
    EXAMPLES.put("/api/blocs/{bloc}/papers", "/api/blocs/kien-giang.khoi-4/papers");
    EXAMPLES.put("/api/cycles/{cycle}/sheets", "/api/cycles/kien-giang.khoi-4.2019/sheets");
  }

  /**
   * Not about the record, or not told by a name of the bloc; who may ask for these is shown
   * elsewhere, and the feed has tests of its own.
   */
  static final Set<String> OTHERS =
      Set.of(
          "/api/projections",
          "/api/projections/unreadable",
          "/api/projections/{name}/differences",
          "/api/projections/{name}/parked",
          "/api/movements/{movement}",
          "/api/files/{file}",
          "/api/units/{unit}/contact");

  private Addresses() {}

  /** The addresses that the program answers. */
  static Set<String> served(Running running) {
    Set<String> reads = new TreeSet<>();
    running
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                reads.addAll(mapping.getPatternValues());
              }
            });
    return reads;
  }
}
