package vn.giaouoc.command.proceedings;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.giaouoc.command.Problems;
import vn.giaouoc.command.document.YamlTree.UnreadableFile;

/** A file that cannot be recorded, as a problem document with every place that is wrong. */
@RestControllerAdvice(basePackageClasses = ProceedingsResource.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FileProblems {

  @ExceptionHandler
  ProblemDetail on(UnreadableFile unreadable) {
    ProblemDetail problem =
        Problems.problem(
            422,
            "proceedings-file-refused",
            "Tệp biên bản có "
                + unreadable.errors().size()
                + " chỗ chưa đúng; không có gì được ghi",
            "The proceedings file is wrong in "
                + unreadable.errors().size()
                + " places; nothing was recorded");
    problem.setProperty("errors", unreadable.errors());
    return problem;
  }
}
