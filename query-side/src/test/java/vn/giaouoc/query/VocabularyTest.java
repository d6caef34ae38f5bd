package vn.giaouoc.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.proceedings.HistoryEvent.DoubtRaised;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;

class VocabularyTest {

  /** What the properties say of other events, by recording, adding, doubting and taking back. */
  private static final Set<Class<?>> ABOUT_OTHERS =
      Set.of(
          SourceAdded.class,
          DoubtRaised.class,
          RecordWithdrawn.class,
          FactCorrected.class,
          ProceedingsRecorded.class,
          ProceedingsWithdrawn.class);

  @Test
  void a_random_year_has_every_type_of_event() {
    for (int turn = 0; turn < 3; turn++) {
      Set<Class<?>> told = new HashSet<>(ABOUT_OTHERS);
      Vocabulary.everything(turn).forEach(fact -> told.add(fact.event().getClass()));
      assertThat(told).isEqualTo(EventTypes.checkedIn().classes());
    }
  }
}
