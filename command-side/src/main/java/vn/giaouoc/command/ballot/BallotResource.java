package vn.giaouoc.command.ballot;

import static vn.giaouoc.command.Answers.required;
import static vn.giaouoc.command.ballot.BallotRejection.NOT_ANONYMOUS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.shared.poll.PollId;

/** Takes secret papers. It does not know from whom, and tells nobody when. */
@RestController
@RequestMapping("/api/polls/{poll}/ballots")
class BallotResource {

  private final SecretBallots ballots;

  BallotResource(SecretBallots ballots) {
    this.ballots = ballots;
  }

  /**
   * A paper that is returned, in base64url.
   *
   * @param token what was stamped
   * @param stamp the stamp
   * @param sealed the paper, sealed to the box
   */
  record Returned(@Nullable String token, @Nullable String stamp, @Nullable String sealed) {

    /** It is printed where somebody wants to know what the program does, too. */
    @Override
    public String toString() {
      return "Returned[…]";
    }
  }

  /** Puts a paper in the box; the very same once more changes nothing. */
  @PostMapping
  ResponseEntity<Void> cast(
      @PathVariable PollId poll, @RequestBody Returned body, HttpServletRequest request) {
    NOT_ANONYMOUS.unless(
        Stream.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE, "Idempotency-Key")
            .allMatch(header -> request.getHeader(header) == null));
    ballots.cast(
        poll,
        required(body.token(), "token"),
        required(body.stamp(), "stamp"),
        sealed(body.sealed()));
    return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
  }

  /** Longer than any text that people type. */
  private static String sealed(@Nullable String sealed) {
    return required((Object) sealed, "sealed").toString();
  }
}
