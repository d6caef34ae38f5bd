package violations.commandreads.command.bloc;

import org.springframework.web.bind.annotation.GetMapping;

/** A command side that answers. */
class BlocResource {
  @GetMapping("/api/blocs")
  String blocs() {
    return "";
  }
}
