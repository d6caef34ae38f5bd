package vn.giaouoc.shared.poll;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.poll.PollEvent.Subject;

/**
 * What a question decides for a year, in whichever conference and poll it is asked.
 *
 * @param subject what it is about
 * @param contest for whom
 * @param question its key, where a year decides several of a subject: one award and another
 */
public record Matter(Subject subject, Contest contest, @Nullable String question) {

  /** What these questions decide, each once. */
  public static List<Matter> of(Collection<Question> questions) {
    return questions.stream()
        .flatMap(
            question ->
                question.subjects().stream()
                    .map(
                        subject ->
                            new Matter(
                                subject,
                                question.contest(),
                                switch (subject) {
                                  case TEXTS, AWARDS -> question.key();
                                  case RANKING, LEADERSHIP, DEPUTIES -> null;
                                })))
        .distinct()
        .toList();
  }
}
