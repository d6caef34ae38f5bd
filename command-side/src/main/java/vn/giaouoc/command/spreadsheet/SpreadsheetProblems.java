package vn.giaouoc.command.spreadsheet;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.giaouoc.command.Problems;

/** A file that cannot be entered, as a problem document with every cell that is wrong. */
@RestControllerAdvice(basePackageClasses = SpreadsheetResource.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SpreadsheetProblems {

  @ExceptionHandler
  ProblemDetail on(SpreadsheetRefused refused) {
    int cells = refused.errors().size();
    ProblemDetail problem =
        Problems.problem(
            422,
            "spreadsheet-refused",
            "Bảng tính có " + cells + " ô chưa đúng; không có gì được ghi",
            "The spreadsheet is wrong in " + cells + " cells; nothing was recorded");
    problem.setProperty("errors", refused.errors());
    return problem;
  }
}
