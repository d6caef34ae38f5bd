package vn.giaouoc.query.feed;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.fold.Projections;
import vn.giaouoc.query.fold.Rebuilds;

/** How the folds are doing, and making their documents anew. */
@RestController
class ProjectionsResource {

  private final Projections projections;
  private final Rebuilds rebuilds;

  ProjectionsResource(Projections projections, Rebuilds rebuilds) {
    this.projections = projections;
    this.rebuilds = rebuilds;
  }

  @GetMapping("/api/projections")
  Projections.Overview all() {
    return projections.now();
  }

  @PostMapping("/api/query/projections/{name}/rebuild")
  ResponseEntity<Projections.Overview> rebuild(@PathVariable String name) {
    if (!rebuilds.begin(name)) {
      throw Problem.notRecorded(name);
    }
    return ResponseEntity.accepted().header("Location", "/api/projections").body(projections.now());
  }

  @DeleteMapping("/api/query/projections/{name}/rebuild")
  ResponseEntity<Projections.Overview> cancel(@PathVariable String name) {
    if (!rebuilds.cancel(name)) {
      throw Problem.notRecorded(name);
    }
    return ResponseEntity.accepted().header("Location", "/api/projections").body(projections.now());
  }
}
