package vn.giaouoc.query.answer;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Why a question has no answer. */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String vietnamese;
  private final String english;

  /** The problems that a question can have; the address of each is stable. */
  public enum Kind {
    /** Nothing is recorded of what was asked for, at that moment. */
    NOT_RECORDED(HttpStatus.NOT_FOUND, "not-recorded", "Chưa ghi nhận", "Not recorded"),
    /** It was there and was taken away on purpose. */
    REDACTED(HttpStatus.GONE, "redacted", "Đã lược bỏ", "Redacted"),
    /** A parameter has not the form that it should have. */
    BAD_PARAMETER(HttpStatus.BAD_REQUEST, "bad-parameter", "Tham số không hợp lệ", "Bad parameter"),
    /** The question is one that only who is known may ask. */
    NO_TOKEN(HttpStatus.UNAUTHORIZED, "no-token", "Cần đăng nhập", "Sign in"),
    /** The question is not for who asks it. */
    NOT_YOURS(HttpStatus.FORBIDDEN, "not-yours", "Không được phép", "Not allowed"),
    /** The event that the answer should contain is not there yet. */
    NOT_YET_READ(
        HttpStatus.SERVICE_UNAVAILABLE, "not-yet-read", "Chưa cập nhật kịp", "Not yet read"),
    /** The program cannot take an event of what was asked for. */
    PARKED(HttpStatus.SERVICE_UNAVAILABLE, "parked", "Đang chờ xử lý", "Parked"),
    /** What was asked for cannot be done as things are. */
    NOT_NOW(HttpStatus.CONFLICT, "not-now", "Chưa làm được lúc này", "Not as things are"),
    /** The database does not answer. */
    UNAVAILABLE(
        HttpStatus.SERVICE_UNAVAILABLE,
        "unavailable",
        "Tạm thời gián đoạn",
        "Unavailable for the moment"),
    /** A mistake of the program. */
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Lỗi ngoài dự kiến", "Unexpected");

    private final HttpStatus status;
    private final String type;
    private final String title;
    private final String titleEn;

    Kind(HttpStatus status, String type, String title, String titleEn) {
      this.status = status;
      this.type = type;
      this.title = title;
      this.titleEn = titleEn;
    }
  }

  /**
   * A problem.
   *
   * @param vietnamese what is wrong, and what would be right
   * @param english the same in English
   */
  public Problem(Kind kind, String vietnamese, String english) {
    super(english);
    this.kind = kind;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** Nothing is recorded of it at the moment that was asked for. */
  public static Problem notRecorded(String key) {
    return new Problem(
        Kind.NOT_RECORDED,
        "Không có ghi nhận nào về '" + key + "' tại thời điểm được hỏi.",
        "Nothing is recorded of '" + key + "' at the moment that was asked for.");
  }

  /** A parameter is wrong. */
  public static Problem badParameter(String name, String value, String vietnamese, String english) {
    return new Problem(
        Kind.BAD_PARAMETER,
        "Tham số '" + name + "' không nhận giá trị '" + value + "'. " + vietnamese,
        "Parameter '" + name + "' cannot be '" + value + "'. " + english);
  }

  Kind kind() {
    return kind;
  }

  HttpStatus status() {
    return kind.status;
  }

  /** Whether it is over by itself before long. */
  boolean passes() {
    return kind.status == HttpStatus.SERVICE_UNAVAILABLE && kind != Kind.PARKED;
  }

  ProblemDetail detail() {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(kind.status, vietnamese);
    detail.setType(URI.create("/problems/" + kind.type));
    detail.setTitle(kind.title);
    detail.setProperty("titleEn", kind.titleEn);
    detail.setProperty("detailEn", english);
    return detail;
  }
}
