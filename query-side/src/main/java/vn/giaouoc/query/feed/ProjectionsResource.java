package vn.giaouoc.query.feed;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Comparison;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.fold.Folder;
import vn.giaouoc.query.fold.Folds;
import vn.giaouoc.query.fold.Projections;
import vn.giaouoc.query.fold.Rebuilds;

/** How the folds are doing; building their documents anew, and making what is parked. */
@RestController
class ProjectionsResource {

  private static final String ALL = "all";

  private final Reading reading;
  private final Projections projections;
  private final Folds folds;
  private final Rebuilds rebuilds;
  private final Folder folder;

  ProjectionsResource(
      Reading reading, Projections projections, Folds folds, Rebuilds rebuilds, Folder folder) {
    this.reading = reading;
    this.projections = projections;
    this.folds = folds;
    this.rebuilds = rebuilds;
    this.folder = folder;
  }

  /** Documents that a rebuild made other than they were. */
  record OtherDocuments(List<Comparison.OtherDocument> differences) {}

  /** Events that cannot be read. */
  record UnreadableEvents(List<Projections.Unread> unreadable) {}

  /** Documents that cannot be made. */
  record ParkedDocuments(List<Projections.Parked> parked) {}

  @GetMapping("/api/projections")
  Projections.Overview all() {
    return reading.keeping(projections::now);
  }

  @GetMapping("/api/projections/{name}/differences")
  OtherDocuments differences(@PathVariable String name) {
    return reading.keeping(() -> new OtherDocuments(rebuilds.differences(fold(name))));
  }

  @GetMapping("/api/projections/{name}/parked")
  ParkedDocuments parked(@PathVariable String name) {
    return reading.keeping(() -> new ParkedDocuments(projections.parked(fold(name))));
  }

  @GetMapping("/api/projections/unreadable")
  UnreadableEvents unreadable() {
    return reading.keeping(() -> new UnreadableEvents(projections.unreadable()));
  }

  /** Makes the parked documents once more; of all, after reading once more what was unreadable. */
  @PostMapping("/api/query/projections/{name}/parked")
  ResponseEntity<Projections.Overview> retry(@PathVariable String name) {
    return begun(
        name,
        each -> {
          if (name.equals(ALL)) {
            folder.readAgain();
          }
          each.forEach(folder::tryAgain);
        });
  }

  /**
   * Builds a fold, or all, beside what is read.
   *
   * @param wait whether to wait for somebody to switch, also where nothing differs
   */
  @PostMapping("/api/query/projections/{name}/rebuild")
  ResponseEntity<Projections.Overview> rebuild(
      @PathVariable String name, @RequestParam(defaultValue = "false") boolean wait) {
    return begun(name, each -> rebuilds.begin(each, !wait));
  }

  @DeleteMapping("/api/query/projections/{name}/rebuild")
  ResponseEntity<Projections.Overview> cancel(@PathVariable String name) {
    return changed(
        name,
        rebuilds::cancel,
        "Không có lần dựng lại nào đang chạy hay đang chờ.",
        "No rebuild is under way or waits.");
  }

  /** Has what was built read, whatever differs. */
  @PostMapping("/api/query/projections/{name}/switch")
  ResponseEntity<Projections.Overview> switchTo(@PathVariable String name) {
    return changed(
        name,
        rebuilds::switchTo,
        "Chưa có bản dựng lại nào sẵn sàng để chuyển sang.",
        "Nothing that was built is ready to be switched to.");
  }

  /** Has what was read before the last switch read again. */
  @DeleteMapping("/api/query/projections/{name}/switch")
  ResponseEntity<Projections.Overview> takeBack(@PathVariable String name) {
    return changed(
        name,
        rebuilds::takeBack,
        "Không còn bản trước của phiên bản này, hoặc một lần dựng lại đang chạy.",
        "Nothing of this version from before the last switch is kept, or a rebuild is under way.");
  }

  private ResponseEntity<Projections.Overview> changed(
      String name, Predicate<Fold<?>> change, String vietnamese, String english) {
    return begun(
        name,
        each -> {
          // of all, those for which it makes sense; there must be one
          if (each.stream().filter(change).count() == 0) {
            throw new Problem(Problem.Kind.NOT_NOW, vietnamese, english);
          }
        });
  }

  private ResponseEntity<Projections.Overview> begun(String name, Consumer<List<Fold<?>>> change) {
    return reading.keeping(
        () -> {
          change.accept(name.equals(ALL) ? folds.all() : List.of(fold(name)));
          return ResponseEntity.accepted()
              .header("Location", "/api/projections")
              .body(projections.now());
        });
  }

  private Fold<?> fold(String name) {
    return folds.named(name).orElseThrow(() -> Problem.notRecorded(name));
  }
}
