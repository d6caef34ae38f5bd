package vn.giaouoc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets in only so many requests at once; whoever comes beyond them is told at once to come again.
 *
 * <p>A request that waits for a connection to the database costs memory and no thread, so nothing
 * else ends the queue: where more comes than is done, it would grow until the memory is full, and
 * then nobody is answered any more. A listener of the feed does not count: it waits elsewhere.
 */
final class Crowd extends OncePerRequestFilter {

  /** With all of them waiting, a process of 256 MB holds less than half of it. */
  private static final int AT_ONCE = 512;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final JsonMapper json;

  Crowd(JsonMapper json) {
    this.json = json;
  }

  /** Whoever asks how it is gets an answer, above all when it is crowded. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!places.tryAcquire()) {
      Refusal.BUSY.write(response, json);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }
}
