package vn.giaouoc.command.ballot;

import java.util.Arrays;
import java.util.List;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Question.Form;
import vn.giaouoc.shared.poll.Question.Option;
import vn.giaouoc.shared.poll.Threshold;

/** Questions on the papers of tests. */
final class Papers {

  private Papers() {}

  static Question asked(String key, Form form, int choices, String... options) {
    return new Question(
        key,
        List.of(Subject.LEADERSHIP),
        Contest.WHOLE_BLOC,
        new Words("0".repeat(64)),
        form,
        Arrays.stream(options).map(option -> new Option(option, null, null)).toList(),
        1,
        choices,
        Threshold.MORE_THAN_HALF,
        null,
        List.of());
  }
}
