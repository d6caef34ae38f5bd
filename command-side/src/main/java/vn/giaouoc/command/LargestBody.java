package vn.giaouoc.command;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a body that is larger than anything that is sent here, before it is in memory. */
@Component
class LargestBody extends OncePerRequestFilter {

  private static final int MEGABYTES = 8;

  private final JsonMapper json;

  LargestBody(JsonMapper json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() <= MEGABYTES * 1024L * 1024L) {
      chain.doFilter(request, response);
      return;
    }
    ProblemDetail problem =
        Problems.problem(
            413,
            "too-large",
            "Nội dung gửi lên quá " + MEGABYTES + " MB",
            "The body is larger than " + MEGABYTES + " MB");
    response.setStatus(413);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
