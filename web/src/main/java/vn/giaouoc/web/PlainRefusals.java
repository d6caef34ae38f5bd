package vn.giaouoc.web;

import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** In the place of the server's own page for requests that no program ever sees. */
public final class PlainRefusals extends ErrorReportValve {

  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class).build();

  static void replaceHtml(Context context) {
    if (context.getParent() instanceof StandardHost host) {
      host.setErrorReportValveClass(PlainRefusals.class.getName());
    }
  }

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    Refusal refusal =
        status < 500
            ? new Refusal(
                status,
                Refusal.BAD_REQUEST.type(),
                Refusal.BAD_REQUEST.vietnamese(),
                Refusal.BAD_REQUEST.english())
            : new Refusal(status, "unexpected", "Hệ thống gặp lỗi", "An error");
    try {
      refusal.write(response, JSON);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      container.getLogger().debug("Nobody was there to be told", e);
    }
  }
}
