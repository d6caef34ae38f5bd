package vn.giaouoc.command.proceedings;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.Place;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipAttested;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipHandedOver;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;

/**
 * Whether two sources answer the same question differently. What only one of them answers is no
 * contradiction.
 */
final class Contradictions {

  private Contradictions() {}

  /**
   * Whether both cannot be so.
   *
   * @param sameMoment whether both speak of the same moment
   */
  static boolean between(Event one, Event other, boolean sameMoment) {
    return switch (one) {
      case UnitRegistered a when other instanceof UnitRegistered b ->
          !a.name().equals(b.name())
              || a.unitKind() != b.unitKind()
              || differ(a.authority(), b.authority());
      case BlocEstablished a when other instanceof BlocEstablished b ->
          !a.name().equals(b.name()) || differ(a.authority(), b.authority());
      case CycleOpened a when other instanceof CycleOpened b -> !a.equals(b);
      case LeadershipAttested a when other instanceof LeadershipAttested b ->
          (sameMoment || (a.term() != null && a.term().equals(b.term())))
              && differ(a.leader(), b.leader());
      case LeadershipDesignated a when other instanceof LeadershipDesignated b ->
          a.term().equals(b.term())
              && (differ(a.leader(), b.leader())
                  || (!a.deputies().isEmpty()
                      && !b.deputies().isEmpty()
                      && !a.deputies().equals(b.deputies())));
      case LeadershipHandedOver a when other instanceof LeadershipHandedOver b ->
          a.term().equals(b.term()) && !a.incoming().equals(b.incoming());
      case ConferenceHeld a when other instanceof ConferenceHeld b ->
          !sameMoment || a.conferenceKind() != b.conferenceKind() || differ(a.place(), b.place());
      case RankingDecided a when other instanceof RankingDecided b ->
          a.contest().equals(b.contest()) && placedDifferently(a.places(), b.places());
      case FigureReported a when other instanceof FigureReported b ->
          a.unit().equals(b.unit())
              && a.figure().indicator().equals(b.figure().indicator())
              && (differ(a.figure().actual(), b.figure().actual())
                  || differ(a.figure().target(), b.figure().target())
                  || differ(a.figure().reportedPercent(), b.figure().reportedPercent()));
      case ExemplaryCasesCommended a when other instanceof ExemplaryCasesCommended b ->
          differ(a.collectives(), b.collectives()) || differ(a.individuals(), b.individuals());
      case AwardProposed a when other instanceof AwardProposed b ->
          a.title() != b.title() || !a.recipient().equals(b.recipient()) || a.track() != b.track();
      default -> false;
    };
  }

  private static boolean differ(@Nullable Object one, @Nullable Object other) {
    return one != null && other != null && !Objects.equals(one, other);
  }

  private static boolean placedDifferently(List<Place> one, List<Place> other) {
    return one.stream()
        .anyMatch(
            a -> other.stream().anyMatch(b -> a.unit().equals(b.unit()) && a.rank() != b.rank()));
  }
}
