package violations.unaskedreader.query.bloc;

import org.springframework.web.bind.annotation.GetMapping;

/** An answer for whoever asks. */
class BlocResource {
  @GetMapping("/api/blocs")
  String blocs() {
    return "";
  }
}
