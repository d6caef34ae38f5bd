package vn.giaouoc.query.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.cycle.Standing.State;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Envelope.Written;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent.Approved;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.FateEvent;
import vn.giaouoc.shared.award.AwardEvent.Forwarded;
import vn.giaouoc.shared.award.AwardEvent.Granted;
import vn.giaouoc.shared.award.AwardEvent.Presented;
import vn.giaouoc.shared.award.AwardEvent.ProposalWithdrawn;
import vn.giaouoc.shared.award.AwardEvent.Recipient;
import vn.giaouoc.shared.award.AwardEvent.Refused;
import vn.giaouoc.shared.award.AwardEvent.Revoked;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Upgraded;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.Beyond;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Excluded;
import vn.giaouoc.shared.cycle.CycleEvent.Place;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealDecided;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealLodged;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.BlocScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.CrossChecked;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Explained;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReopened;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReturned;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Verified;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Why a unit stands where it stands: every recorded fact that bears on it, with its event.
 *
 * @param cycle in which year
 * @param unit which unit
 * @param rank whether a place of it is recorded
 * @param points whether points of it are recorded; a ranking may be told without any
 * @param says the state of things in a sentence
 * @param grounds the facts, in their order
 * @param reckoning how its points came about; absent where no scale made them, or not all that they
 *     rest on can be seen
 */
record Why(
    CycleId cycle,
    UnitId unit,
    State rank,
    State points,
    String says,
    List<Ground> grounds,
    @Nullable Reckoning reckoning) {

  /** What a ground is about. */
  enum Kind implements Code {
    RANK,
    EXCLUSION,
    SCORE,
    DECISION,
    AWARD,
    FIGURE
  }

  /**
   * A fact, and the event that says so.
   *
   * @param says the fact in a Vietnamese sentence
   * @param written the cells of the spreadsheet that told it
   */
  record Ground(
      Kind kind,
      String says,
      String eventId,
      long position,
      String stream,
      long version,
      String type,
      List<Source> sources,
      List<Remark> remarks,
      @Nullable Written written) {

    private static Ground of(Kind kind, String says, Fact fact) {
      return new Ground(
          kind,
          says,
          fact.eventId(),
          fact.position(),
          fact.stream(),
          fact.version(),
          fact.type(),
          fact.sources(),
          fact.remarks(),
          fact.envelope().written());
    }
  }

  /** The events that a place rests on. */
  static final Set<Class<? extends Event>> RESTS_ON =
      Set.of(
          CycleEvent.class,
          ScoreSheetEvent.class,
          PollRecorded.class,
          AwardProposed.class,
          FateEvent.class,
          FigureReported.class);

  /**
   * Why a unit stands where it stands.
   *
   * @param contest of which contest its points are explained; absent: of the last that ranked it
   * @param facts all that is told by the events {@link #RESTS_ON}
   */
  static Why of(
      CycleId cycle,
      UnitId unit,
      @Nullable Contest contest,
      Standing standing,
      List<Fact> facts,
      View view) {
    Map<String, String> names = view.names(List.of(unit));
    String name = names.getOrDefault(unit.stream(), unit.slug());
    Set<PollId> deciding = deciding(unit, facts);
    List<Ground> grounds = new ArrayList<>();
    Map<String, String> ranks = new LinkedHashMap<>();
    boolean scored = false;
    for (Fact fact : facts) {
      Ground ground = ground(unit, name, fact, deciding);
      if (ground != null) {
        grounds.add(ground);
        // a ranking by points replaces the earlier one of its contest
        String ranking =
            fact.event() instanceof BlocScored by ? by.contest().name() : fact.eventId();
        if (ground.kind() == Kind.RANK) {
          ranks.put(ranking, ground.says());
        } else {
          ranks.remove(ranking);
        }
        scored |= ground.kind() == Kind.SCORE || fact.event() instanceof BlocScored;
      }
    }
    String says;
    if (standing.state() == State.NOT_RECORDED) {
      says = "Chưa ghi nhận việc xếp hạng của năm thi đua này.";
    } else if (!ranks.isEmpty()) {
      says = String.join(" ", ranks.values()) + (scored ? "" : " Điểm số chưa được ghi nhận.");
    } else {
      says =
          "Không ghi nhận thứ hạng nào của "
              + name
              + (scored ? "." : "; điểm số chưa được ghi nhận.");
    }
    return new Why(
        cycle,
        unit,
        !ranks.isEmpty() ? State.RECORDED : State.NOT_RECORDED,
        scored ? State.RECORDED : State.NOT_RECORDED,
        says,
        grounds,
        Reckoning.of(unit, contest, facts));
  }

  private static Set<PollId> deciding(UnitId unit, List<Fact> facts) {
    Set<PollId> polls = new HashSet<>();
    for (Fact fact : facts) {
      PollId poll =
          switch (fact.event()) {
            case RankingDecided ranking when place(unit, ranking) != null -> ranking.decidedBy();
            case AwardProposed award when award.recipient().equals(unit) -> award.decidedBy();
            default -> null;
          };
      if (poll != null) {
        polls.add(poll);
      }
    }
    return polls;
  }

  private static @Nullable Ground ground(
      UnitId unit, String name, Fact fact, Set<PollId> deciding) {
    return switch (fact.event()) {
      case RankingDecided ranking -> {
        Place place = place(unit, ranking);
        yield place == null
            ? null
            : Ground.of(Kind.RANK, name + " được xếp thứ " + place.rank() + ".", fact);
      }
      case BlocScored scored -> scored(unit, name, scored, fact);
      case ProposalsReasoned reasoned -> passed(unit, name, reasoned, fact);
      case ScoreSheetEvent sheet when sheet.unit().equals(unit) ->
          Ground.of(Kind.SCORE, name + ": " + sheet(sheet) + ".", fact);
      case FateEvent fate when fate.about().recipient().equals(Recipient.of(unit)) ->
          Ground.of(Kind.AWARD, name + ": " + fate(fate) + ".", fact);
      case PollRecorded poll
          when deciding.contains(poll.poll())
              || (poll.chosen().contains(unit) && poll.subjects().contains(Subject.RANKING)) ->
          Ground.of(Kind.DECISION, decided(name, unit, poll), fact);
      case AwardProposed award when award.recipient().equals(unit) ->
          Ground.of(
              Kind.AWARD,
              name
                  + " được đề nghị tặng "
                  + title(award.title())
                  + " của "
                  + award.authority().asWritten()
                  + " năm "
                  + award.yearOfMerit()
                  + "; đây là đề nghị, chưa phải quyết định khen thưởng.",
              fact);
      case FigureReported reported when reported.unit().equals(unit) ->
          Ground.of(Kind.FIGURE, name + ": " + figure(reported.figure()) + ".", fact);
      default -> null;
    };
  }

  private static @Nullable Ground passed(
      UnitId unit, String name, ProposalsReasoned reasoned, Fact fact) {
    return reasoned.passed().stream()
        .filter(each -> each.unit().equals(unit))
        .findFirst()
        .map(
            each ->
                Ground.of(
                    Kind.AWARD,
                    name + " không được đề nghị khen thưởng: " + each.vietnamese() + ".",
                    fact))
        .orElse(null);
  }

  private static @Nullable Ground scored(UnitId unit, String name, BlocScored scored, Fact fact) {
    for (Settled each : scored.settled()) {
      if (each.unit().equals(unit)) {
        String from = each.layer() == null ? "do khối thống nhất" : layer(each.layer());
        return Ground.of(
            Kind.RANK,
            name
                + " được xếp thứ "
                + each.rank()
                + (scored.rule() == null ? "" : " (" + scored.rule().name() + ")")
                + " với "
                + number(each.shown() == null ? each.points() : each.shown())
                + " điểm ("
                + from
                + "), theo quy chế số "
                + scored.regulation()
                + ".",
            fact);
      }
    }
    for (Excluded each : scored.excluded()) {
      if (each.unit().equals(unit)) {
        String clause = each.clause() == null ? "" : " theo " + each.clause();
        return Ground.of(Kind.EXCLUSION, name + " không được xét" + clause + ".", fact);
      }
    }
    for (Beyond each : scored.beyond()) {
      if (each.unit().equals(unit)) {
        return Ground.of(
            Kind.RANK,
            name
                + " được "
                + number(each.shown() == null ? each.points() : each.shown())
                + " điểm, ngoài số hạng được xếp theo "
                + each.clause()
                + ".",
            fact);
      }
    }
    return scored.unranked().stream().anyMatch(each -> each.unit().equals(unit))
            || scored.dropped().contains(unit)
        ? Ground.of(Kind.EXCLUSION, name + " không được xếp hạng.", fact)
        : null;
  }

  private static String layer(Layer layer) {
    return switch (layer) {
      case SELF -> "đơn vị tự chấm";
      case CROSS_CHECK -> "chấm chéo";
      case BLOC -> "khối chấm";
      case VERIFIED -> "thẩm định";
    };
  }

  private static String sheet(ScoreSheetEvent event) {
    return switch (event) {
      case SelfScoreEntered e -> score(Layer.SELF, e.total(), e.late());
      case CrossChecked e -> score(Layer.CROSS_CHECK, e.total(), e.late());
      case BlocScoreEntered e -> score(Layer.BLOC, e.total(), e.late());
      case Verified e -> score(Layer.VERIFIED, e.total(), e.late());
      case SheetReturned _ -> "bảng điểm được trả lại";
      case Explained _ -> "đơn vị giải trình";
      case AppealLodged _ -> "đơn vị kiến nghị";
      case AppealDecided e ->
          e.upheld() ? "kiến nghị được chấp nhận" : "kiến nghị không được chấp nhận";
      case SheetFrozen _ -> "bảng điểm được chốt";
      case SheetReopened _ -> "bảng điểm được mở lại";
    };
  }

  private static String score(Layer layer, @Nullable BigDecimal total, boolean late) {
    return layer(layer)
        + (total == null ? ", điểm chưa tính riêng được" : " " + number(total) + " điểm")
        + (late ? ", nộp muộn" : "");
  }

  private static String fate(FateEvent event) {
    return switch (event) {
      case Forwarded _ -> "đề nghị khen thưởng đã được trình";
      case Approved _ -> "đề nghị khen thưởng được đồng ý";
      case Refused _ -> "đề nghị khen thưởng không được đồng ý";
      case Granted e ->
          "được khen thưởng theo quyết định số "
              + e.decisionNumber()
              + " của "
              + e.authority().asWritten();
      case Presented _ -> "được trao tặng";
      case Upgraded e ->
          "được đề nghị tặng " + title(e.title()) + " của " + e.authority().asWritten();
      case Revoked e -> "quyết định khen thưởng bị hủy bỏ theo quyết định số " + e.decisionNumber();
      case ProposalWithdrawn _ -> "đề nghị khen thưởng được rút";
    };
  }

  private static @Nullable Place place(UnitId unit, RankingDecided ranking) {
    return ranking.places().stream()
        .filter(place -> place.unit().equals(unit))
        .findFirst()
        .orElse(null);
  }

  private static String decided(String name, UnitId unit, PollRecorded poll) {
    String methods = poll.methods().stream().map(Why::method).collect(Collectors.joining(", rồi "));
    String how = methods.isEmpty() ? "cách thức không được ghi" : "bằng cách " + methods;
    return poll.chosen().contains(unit)
        ? "Khối quyết định " + how + ", và chọn " + name + "."
        : "Khối quyết định " + how + ".";
  }

  private static String method(Method method) {
    return switch (method) {
      case DELIBERATION -> "thảo luận, bình xét";
      case SCORING -> "chấm điểm";
      case CONSENSUS -> "thống nhất";
      case SHOW_OF_HANDS -> "biểu quyết giơ tay";
      case NAMED_VOTE -> "biểu quyết ghi tên";
      case BALLOT -> "bỏ phiếu";
      case SECRET_BALLOT -> "bỏ phiếu kín trên hệ thống";
    };
  }

  private static String title(Title title) {
    return switch (title) {
      case FLAG -> "Cờ thi đua";
      case CERTIFICATE_OF_MERIT -> "Bằng khen";
      case CERTIFICATE_OF_COMMENDATION -> "Giấy khen";
    };
  }

  private static String figure(Figure figure) {
    StringBuilder says = new StringBuilder(figure.indicator());
    Figure.Amount actual = figure.actual();
    if (actual != null) {
      says.append(" đạt ").append(amount(actual)).append(' ').append(figure.measure());
    }
    if (figure.target() != null) {
      says.append(actual == null ? ", chỉ tiêu " : " trên chỉ tiêu ")
          .append(amount(figure.target()));
    }
    if (figure.reportedPercent() != null) {
      says.append(" (").append(number(figure.reportedPercent())).append("%)");
    }
    return says.toString();
  }

  private static String amount(Figure.Amount amount) {
    return switch (amount.bound()) {
      case EXACTLY -> number(amount.value());
      case OVER -> "trên " + number(amount.value());
      case UNDER -> "dưới " + number(amount.value());
    };
  }

  /** With the separators of Vietnam: 17.893 and 51,12. */
  private static String number(BigDecimal number) {
    String[] parts = number.toPlainString().split("\\.", 2);
    String whole = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
    return parts.length == 1 ? whole : whole + "," + parts[1];
  }
}
