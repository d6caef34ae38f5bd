package vn.giaouoc.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * A refusal before either side sees the request, as a problem document.
 *
 * @param status the HTTP status
 * @param type the last part of its stable address
 * @param vietnamese what is wrong
 * @param english the same in English
 */
record Refusal(int status, String type, String vietnamese, String english) {

  static final Refusal NO_TOKEN =
      new Refusal(
          401,
          "no-token",
          "Cần đăng nhập: yêu cầu này phải kèm mã truy cập trong 'Authorization: Bearer …'",
          "Sign in: this request needs a token in 'Authorization: Bearer …'");

  static final Refusal BAD_TOKEN =
      new Refusal(
          401,
          "bad-token",
          "Mã truy cập không hợp lệ hoặc đã hết hạn; hãy đăng nhập lại",
          "The token is not valid or has expired; sign in again");

  static final Refusal NOT_YOURS =
      new Refusal(
          403, "not-yours", "Tài khoản này không được làm việc đó", "This account may not do that");

  static final Refusal NO_KEYS =
      new Refusal(
          503,
          "unavailable",
          "Chưa kiểm tra được mã truy cập; xin thử lại sau giây lát",
          "The token cannot be checked at the moment; please try again");

  static final Refusal BUSY =
      new Refusal(
          503,
          "busy",
          "Hệ thống đang quá đông người dùng cùng lúc; chưa có gì được ghi, xin thử lại sau giây lát",
          "Too many requests at once; nothing was recorded, please try again in a moment");

  static final Refusal BAD_REQUEST =
      new Refusal(
          400,
          "bad-request",
          "Địa chỉ hoặc tiêu đề của yêu cầu không đúng dạng",
          "The address or the headers of the request are malformed");

  void write(HttpServletResponse response, JsonMapper json) throws IOException {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create("/problems/" + type));
    problem.setTitle(vietnamese);
    problem.setProperty("titleEn", english);
    response.setStatus(status);
    if (status == 503) {
      response.setHeader("Retry-After", "1");
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
