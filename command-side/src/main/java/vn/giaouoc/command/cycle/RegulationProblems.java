package vn.giaouoc.command.cycle;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.giaouoc.command.Problems;
import vn.giaouoc.command.document.YamlTree.UnreadableFile;

/** A regulation that cannot be adopted, as a problem document with every place that is wrong. */
@RestControllerAdvice(basePackageClasses = CycleResource.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RegulationProblems {

  @ExceptionHandler
  ProblemDetail on(UnreadableFile unreadable) {
    ProblemDetail problem =
        Problems.problem(
            422,
            "regulation-refused",
            "Quy chế có " + unreadable.errors().size() + " chỗ chưa đúng; chưa được ban hành",
            "The regulation is wrong in "
                + unreadable.errors().size()
                + " places; it was not adopted");
    problem.setProperty("errors", unreadable.errors());
    return problem;
  }
}
