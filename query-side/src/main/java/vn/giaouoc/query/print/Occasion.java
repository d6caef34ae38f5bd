package vn.giaouoc.query.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.time.When;

/** What all papers of a conference say of it, from its facts as far as the reader may see them. */
public final class Occasion {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private @Nullable BlocId bloc;
  private String title = Said.OPEN;
  private @Nullable String place;
  private @Nullable Fact opened;
  private @Nullable Fact closed;
  private @Nullable Fact told;
  private List<Attendee> presiding = List.of();

  /** From its facts, in their order. */
  public Occasion(List<Fact> facts) {
    for (Fact fact : facts) {
      switch (fact.event()) {
        case ConferenceEvent.ConferenceHeld held -> {
          bloc = held.bloc();
          title = held.title();
          place = held.place() == null ? place : held.place();
          told = fact;
        }
        case ConferenceEvent.ConferenceConvened called -> {
          bloc = called.bloc();
          title = called.title();
          place = place == null ? called.place() : place;
        }
        case ConferenceEvent.ConferencePostponed later ->
            place = later.place() == null ? place : later.place();
        case ConferenceEvent.ConferenceOpened _ -> opened = fact;
        case ConferenceEvent.ConferenceClosed _ -> closed = fact;
        case ConferenceEvent.PresidingRecorded recorded -> {
          List<Attendee> all = new ArrayList<>(presiding);
          all.addAll(recorded.presiding());
          presiding = List.copyOf(all);
        }
        case ConferenceEvent.PresidingReplaced others -> presiding = others.presiding();
        default -> {}
      }
    }
  }

  /** Whose it is, if that is known. */
  public @Nullable BlocId bloc() {
    return bloc;
  }

  /** What it is called. */
  public String title() {
    return title;
  }

  /** Where it is held; left open where that is not known. */
  public String place() {
    return place == null ? Said.OPEN : place;
  }

  /** That it was opened, or held where a paper tells it. */
  public @Nullable Fact opened() {
    return opened == null ? told : opened;
  }

  /** That it was closed, if it was. */
  public @Nullable Fact closed() {
    return closed;
  }

  /** Who presides. */
  public List<Attendee> presiding() {
    return presiding;
  }

  /**
   * The head of a paper. A bloc has no seal: its papers go out under the head of the unit that
   * leads it, which is whoever presides unless the office writes another in.
   *
   * @param symbol the symbol of the kind of paper
   * @param on the fact whose day it bears; left open where there is none
   */
  public Print.Head head(String symbol, @Nullable Fact on, Said said) {
    String leading =
        presiding.stream()
            .map(Attendee::unit)
            .filter(unit -> unit != null)
            .findFirst()
            .map(said::name)
            .orElse("");
    return new Print.Head(
        leading.toUpperCase(VIETNAMESE),
        said.name(bloc).toUpperCase(VIETNAMESE),
        "Số: " + Said.OPEN + "/" + symbol + "-" + Said.OPEN,
        Said.OPEN + ", " + Said.day(on == null ? When.UNKNOWN : on.occurredOn().on()));
  }
}
