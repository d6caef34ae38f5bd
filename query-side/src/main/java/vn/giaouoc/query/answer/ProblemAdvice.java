package vn.giaouoc.query.answer;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import vn.giaouoc.query.fold.Reconstruction;

/**
 * Turns whatever keeps a question from being answered into a problem document. Comes before the
 * framework's own, which knows one language.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
// the replay answers as this side does, and sees it; this side does not see the replay
@RestControllerAdvice(basePackages = {"vn.giaouoc.query", "vn.giaouoc.replay"})
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Problem problem) {
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notOfItsType(MethodArgumentTypeMismatchException mismatch) {
    return answer(
        Problem.badParameter(
            mismatch.getName(),
            String.valueOf(mismatch.getValue()),
            Id.VIETNAMESE,
            mismatch.getRequiredType() == Integer.class || mismatch.getRequiredType() == int.class
                ? "A whole number is expected."
                : Id.ENGLISH));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException body) {
    String place =
        body.getCause() instanceof JacksonException json
            ? json.getPath().stream()
                .map(
                    step ->
                        Objects.requireNonNullElse(step.getPropertyName(), "" + step.getIndex()))
                .collect(Collectors.joining("/", "/", ""))
            : "/";
    return answer(
        new Problem(
            Problem.Kind.BAD_PARAMETER,
            "Không đọc được nội dung gửi lên, tại '" + place + "'.",
            "The body cannot be read, at '" + place + "'."));
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> noDatabase(Exception e) {
    LOG.warn("A question could not be answered", e);
    return answer(
        new Problem(
            Problem.Kind.UNAVAILABLE,
            "Cơ sở dữ liệu đang không trả lời. Xin thử lại sau giây lát.",
            "The database does not answer at the moment. Please try again."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> parked(Reconstruction.Parked parked) {
    LOG.warn("A question cannot be answered until the program is mended: {}", parked.getMessage());
    return answer(
        new Problem(
            Problem.Kind.PARKED,
            "Chương trình chưa đọc được một sự kiện của '"
                + parked.key()
                + "', nên không trả lời sai; quản trị viên đã được báo.",
            "The program cannot take an event of '"
                + parked.key()
                + "' and does not answer wrongly; the administrator can see it."));
  }

  /** The listener has gone; there is nobody to tell. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, IOException.class})
  void gone() {}

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Exception e) {
    if (e instanceof ErrorResponse refusal) {
      return refused(refusal);
    }
    LOG.error("A mistake of the program", e);
    return answer(
        new Problem(
            Problem.Kind.UNEXPECTED,
            "Chương trình gặp lỗi và đã ghi lại để sửa.",
            "The program made a mistake; it was logged."));
  }

  /** What the framework itself refuses: a method, a media type, a parameter that is missing. */
  private static ResponseEntity<ProblemDetail> refused(ErrorResponse refusal) {
    ProblemDetail detail = refusal.getBody();
    detail.setType(URI.create("/problems/bad-request"));
    detail.setProperty("titleEn", detail.getTitle());
    detail.setProperty("detailEn", detail.getDetail());
    detail.setTitle("Yêu cầu không hợp lệ");
    detail.setDetail("Yêu cầu không đúng dạng mà địa chỉ này nhận.");
    return ResponseEntity.status(refusal.getStatusCode())
        .headers(refusal.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }

  private static ResponseEntity<ProblemDetail> answer(Problem problem) {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.passes()) {
      response.header(HttpHeaders.RETRY_AFTER, "1");
    }
    return response.body(problem.detail());
  }

  /** What an id looks like. */
  private static final class Id {
    private static final String VIETNAMESE =
        "Cần một giá trị đúng dạng, ví dụ 'kien-giang.khoi-4.2019' cho mã hay '20' cho số.";
    private static final String ENGLISH =
        "Ids are small letters and digits joined by '-' and '.', such as 'kien-giang.khoi-4.2019'.";
  }
}
