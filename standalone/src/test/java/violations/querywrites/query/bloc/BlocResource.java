package violations.querywrites.query.bloc;

import org.springframework.web.bind.annotation.PostMapping;

/** A query side that writes. */
class BlocResource {
  @PostMapping("/api/blocs")
  void establish() {}
}
