package vn.giaouoc.query.feed;

import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Projections;
import vn.giaouoc.query.fold.Rebuilds;

/** How the folds are doing, and making their documents anew. */
@RestController
class ProjectionsResource {

  private final Reading reading;
  private final Projections projections;
  private final Rebuilds rebuilds;

  ProjectionsResource(Reading reading, Projections projections, Rebuilds rebuilds) {
    this.reading = reading;
    this.projections = projections;
    this.rebuilds = rebuilds;
  }

  @GetMapping("/api/projections")
  Projections.Overview all() {
    return reading.keeping(projections::now);
  }

  @PostMapping("/api/query/projections/{name}/rebuild")
  ResponseEntity<Projections.Overview> rebuild(@PathVariable String name) {
    return changed(name, rebuilds::begin);
  }

  @DeleteMapping("/api/query/projections/{name}/rebuild")
  ResponseEntity<Projections.Overview> cancel(@PathVariable String name) {
    return changed(name, rebuilds::cancel);
  }

  private ResponseEntity<Projections.Overview> changed(String name, Predicate<String> change) {
    return reading.keeping(
        () -> {
          if (!change.test(name)) {
            throw Problem.notRecorded(name);
          }
          return ResponseEntity.accepted()
              .header("Location", "/api/projections")
              .body(projections.now());
        });
  }
}
