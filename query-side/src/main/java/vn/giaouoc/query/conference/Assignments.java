package vn.giaouoc.query.conference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.unit.UnitId;

/** What conferences assigned with a day on which it is due, and nobody has reported as done. */
@Component
public class Assignments {

  private final ConferenceFold fold;

  Assignments(ConferenceFold fold) {
    this.fold = fold;
  }

  /**
   * Something that a unit has to do.
   *
   * @param conference which assigned it
   * @param text what it is, in words
   * @param due the last day on which it is in time
   * @param overdue whether that day is over
   */
  public record Assignment(ConferenceId conference, Words text, LocalDate due, boolean overdue) {}

  /**
   * What is open of a member on a day, as it becomes due: what was assigned to it, or to all.
   *
   * @param conferences those of its blocs
   */
  public List<Assignment> open(
      UnitId unit, Collection<ConferenceId> conferences, LocalDate day, View view) {
    return conferences.stream()
        .flatMap(conference -> view.find(fold, conference.slug()).stream())
        .flatMap(document -> open(unit, document.answer(), day))
        .sorted(
            Comparator.comparing(Assignment::due)
                .thenComparing(each -> each.conference().slug())
                .thenComparing(each -> each.text().words()))
        .toList();
  }

  private static Stream<Assignment> open(UnitId unit, Conference conference, LocalDate day) {
    return conference.entries().stream()
        .filter(entry -> entry.entryKind() == EntryKind.ASSIGNMENT)
        .filter(entry -> entry.to().isEmpty() || entry.to().contains(unit))
        .filter(entry -> !done(entry.text(), conference.session()))
        .flatMap(
            entry -> {
              LocalDate due = day(entry.due());
              return due == null
                  ? Stream.empty()
                  : Stream.of(
                      new Assignment(conference.conference(), entry.text(), due, day.isAfter(due)));
            });
  }

  private static boolean done(Words assignment, @Nullable Session session) {
    return session != null
        && session.followUps().stream()
            .anyMatch(report -> report.done() && report.assignment().equals(assignment));
  }

  /** Papers say in many ways by when something is due; only a day can be waited for. */
  private static @Nullable LocalDate day(@Nullable String due) {
    try {
      return due == null ? null : LocalDate.parse(due);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
