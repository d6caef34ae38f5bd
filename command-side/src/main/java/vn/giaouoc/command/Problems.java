package vn.giaouoc.command;

import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.AxonException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import vn.giaouoc.command.Answers.BadRequest;
import vn.giaouoc.command.Answers.PreconditionMissing;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.eventstore.OutcomeUnknownException;

/**
 * Every refusal as a problem document: what is wrong, in Vietnamese and in English, under a stable
 * type.
 */
@RestControllerAdvice(basePackages = "vn.giaouoc.command")
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // before the framework's own, which knows one language
public class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** A problem of a stable type. */
  public static ProblemDetail problem(int status, String type, String vietnamese, String english) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("/problems/" + type));
    problem.setTitle(vietnamese);
    problem.setProperty("titleEn", english);
    return problem;
  }

  @ExceptionHandler
  ProblemDetail on(Rejected refused) {
    Rejection.Reason why = refused.rejection().reason();
    ProblemDetail problem =
        problem(why.status(), refused.rejection().problem(), why.vietnamese(), why.english());
    problem.setDetail(refused.subject());
    if (refused.clause() != null) {
      problem.setProperty("clause", refused.clause());
    }
    return problem;
  }

  @ExceptionHandler
  ProblemDetail on(BadRequest bad) {
    return problem(400, "bad-request", bad.vietnamese(), String.valueOf(bad.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail on(PreconditionMissing missing) {
    return problem(
        HttpStatus.PRECONDITION_REQUIRED.value(),
        "precondition-required",
        "Cần nêu phiên bản đã xem ở If-Match",
        String.valueOf(missing.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail on(AggregateNotFoundException notFound) {
    ProblemDetail problem =
        problem(404, "not-found", "Không có trong hệ thống", "There is no such thing");
    problem.setDetail(String.valueOf(notFound.getAggregateIdentifier()));
    return problem;
  }

  @ExceptionHandler({ConcurrencyException.class, AggregateStreamCreationException.class})
  ProblemDetail onRace(AxonException race) {
    LOG.debug("Two commands met", race);
    return problem(
        409,
        "concurrent-change",
        "Có người khác vừa thay đổi cùng lúc; hãy thử lại",
        "Somebody changed it at the same time; try again");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(OutcomeUnknownException silence) {
    LOG.warn("No answer to a command", silence);
    return ResponseEntity.status(503)
        .header("Retry-After", "1")
        .body(
            problem(
                503,
                "outcome-unknown",
                "Chưa biết lệnh đã được ghi hay chưa; hãy gửi lại đúng lệnh này với cùng"
                    + " Idempotency-Key",
                "It is not known whether this was recorded; send the same again under the same"
                    + " Idempotency-Key"));
  }

  @ExceptionHandler
  ProblemDetail on(HttpMessageNotReadableException unreadable) {
    ProblemDetail problem =
        problem(400, "bad-request", "Không đọc được nội dung gửi lên", "The body cannot be read");
    problem.setDetail(why(unreadable));
    return problem;
  }

  /** Why a body cannot be read, without the names of the classes that it should have become. */
  private static @Nullable String why(HttpMessageNotReadableException unreadable) {
    if (!(unreadable.getCause() instanceof JacksonException json)) {
      return null;
    }
    if (json instanceof StreamReadException notJson) {
      return notJson.getOriginalMessage();
    }
    Throwable root = json;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String place =
        json.getPath().stream()
            .map(step -> Objects.requireNonNullElse(step.getPropertyName(), "" + step.getIndex()))
            .collect(Collectors.joining("."));
    String allowed =
        json instanceof InvalidFormatException invalid && invalid.getTargetType().isEnum()
            ? Stream.of(invalid.getTargetType().getEnumConstants())
                .map(each -> each instanceof Code code ? code.code() : String.valueOf(each))
                .collect(Collectors.joining(", "))
            : null;
    String words =
        allowed != null
            ? allowed
            : root instanceof IllegalArgumentException ? root.getMessage() : null;
    return words == null ? place : place + ": " + words;
  }

  @ExceptionHandler
  ProblemDetail on(MethodArgumentTypeMismatchException mismatch) {
    ProblemDetail problem =
        problem(
            400,
            "bad-request",
            "Giá trị của '" + mismatch.getName() + "' không đúng dạng",
            "The value of '" + mismatch.getName() + "' has not the right form");
    Throwable cause = mismatch.getRootCause();
    problem.setDetail(cause == null ? null : cause.getMessage());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail on(InvalidParameterException unreadable) {
    return problem(
        400,
        "bad-request",
        "Không đọc được các tham số: chúng phải được mã hóa bằng UTF-8",
        "The parameters cannot be read: they must be encoded in UTF-8");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(Exception unexpected) {
    if (unexpected instanceof ErrorResponse known) {
      ProblemDetail refusal = known.getBody();
      refusal.setType(URI.create("/problems/bad-request"));
      refusal.setProperty("titleEn", refusal.getTitle());
      refusal.setTitle("Yêu cầu không hợp lệ");
      return ResponseEntity.of(refusal).headers(known.getHeaders()).build();
    }
    if (unexpected instanceof CommandExecutionException wrapped
        && wrapped.getCause() instanceof Rejected refused) {
      return ResponseEntity.of(on(refused)).build();
    }
    if (isOfSilence(unexpected)) {
      LOG.warn("The database does not answer", unexpected);
      return ResponseEntity.of(silence(unexpected)).header(HttpHeaders.RETRY_AFTER, "1").build();
    }
    LOG.error("A command failed", unexpected);
    return ResponseEntity.of(
            problem(
                500,
                "unexpected",
                "Hệ thống gặp lỗi; không có gì được ghi",
                "An error; nothing was recorded"))
        .build();
  }

  /** Whether the database could not be asked, or went away before it had answered. */
  static boolean isOfSilence(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          // it could be ended in no way: then the roll-back hides what became of the commit
          || cause instanceof TransactionSystemException
          || (cause instanceof SQLException sql
              && sql.getSQLState() != null
              // its connection failed, it shuts down, it has no connection left
              && sql.getSQLState().matches("08...|57P0[123]|53300"))
          || takesNothing(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the database refuses to write: it is closed to it, or its disk or memory is full. */
  private static boolean takesNothing(Throwable cause) {
    return cause instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().matches("25006|53[12]00");
  }

  private static ProblemDetail silence(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotCreateTransactionException || takesNothing(cause)) {
        return problem(
            503,
            "unavailable",
            "Cơ sở dữ liệu đang không trả lời; không có gì được ghi. Xin thử lại sau giây lát",
            "The database does not answer; nothing was recorded. Please try again in a moment");
      }
    }
    return problem(
        503,
        "outcome-unknown",
        "Chưa biết lệnh đã được ghi hay chưa; hãy gửi lại đúng lệnh này với cùng Idempotency-Key",
        "It is not known whether this was recorded; send the same again under the same"
            + " Idempotency-Key");
  }
}
