package vn.giaouoc.command.correction;

import static vn.giaouoc.command.Answers.required;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.command.Commands;
import vn.giaouoc.shared.time.When;

/** Takes corrections, in whatever stream. */
@RestController
@RequestMapping("/api/corrections")
class CorrectionResource {

  private final Commands commands;

  CorrectionResource(Commands commands) {
    this.commands = commands;
  }

  record Correction(
      @Nullable String stream,
      @Nullable Long version,
      @Nullable String reason,
      @Nullable JsonNode right,
      @Nullable When on) {}

  /** Takes back a fact that was told wrongly; what is right, if it is given, takes its place. */
  @PostMapping
  ResponseEntity<Void> correct(
      @RequestBody Correction body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Correct(
            required(body.stream(), "stream"),
            required(body.version(), "version"),
            required(body.reason(), "reason"),
            body.right() == null || body.right().isNull() ? null : body.right(),
            body.on(),
            commands.act(null)),
        ifMatch);
  }
}
