package vn.giaouoc.command.poll;

import static vn.giaouoc.command.poll.PollRejection.ALREADY_COUNTED;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_METHOD;
import static vn.giaouoc.command.poll.PollRejection.CANDIDATE_EXCLUDED;
import static vn.giaouoc.command.poll.PollRejection.CANDIDATE_NOT_A_MEMBER;
import static vn.giaouoc.command.poll.PollRejection.CONFERENCE_NOT_CONVENED;
import static vn.giaouoc.command.poll.PollRejection.CONFERENCE_NOT_SITTING;
import static vn.giaouoc.command.poll.PollRejection.COUNT_BELOW_ZERO;
import static vn.giaouoc.command.poll.PollRejection.CYCLE_NOT_OF_THE_CONFERENCE;
import static vn.giaouoc.command.poll.PollRejection.EARLIER_POLL_STANDS;
import static vn.giaouoc.command.poll.PollRejection.METHOD_NOT_OFFERED;
import static vn.giaouoc.command.poll.PollRejection.MORE_HANDS_THAN_VOTERS;
import static vn.giaouoc.command.poll.PollRejection.MORE_ISSUED_THAN_VOTERS;
import static vn.giaouoc.command.poll.PollRejection.MORE_RETURNED_THAN_ISSUED;
import static vn.giaouoc.command.poll.PollRejection.MORE_VOTES_THAN_PAPERS;
import static vn.giaouoc.command.poll.PollRejection.NOBODY_MAY_VOTE;
import static vn.giaouoc.command.poll.PollRejection.NOTHING_TO_CLOSE_WITH;
import static vn.giaouoc.command.poll.PollRejection.NOT_AMONG_THE_TIED;
import static vn.giaouoc.command.poll.PollRejection.NOT_A_TELLER;
import static vn.giaouoc.command.poll.PollRejection.NOT_EXCLUDED;
import static vn.giaouoc.command.poll.PollRejection.NOT_ON_THE_ROLL;
import static vn.giaouoc.command.poll.PollRejection.NOT_RUNNING_THE_CONFERENCE;
import static vn.giaouoc.command.poll.PollRejection.NOT_THE_CHAIR;
import static vn.giaouoc.command.poll.PollRejection.NOT_TIED;
import static vn.giaouoc.command.poll.PollRejection.NO_TALLY;
import static vn.giaouoc.command.poll.PollRejection.ONLY_THE_TIED_GO_ON;
import static vn.giaouoc.command.poll.PollRejection.OPTIONS_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.OPTIONS_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.PAPERS_DO_NOT_ADD_UP;
import static vn.giaouoc.command.poll.PollRejection.POLL_ALREADY_CALLED;
import static vn.giaouoc.command.poll.PollRejection.POLL_ALREADY_OPEN;
import static vn.giaouoc.command.poll.PollRejection.POLL_CLOSED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_CALLED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_CLOSED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_OPEN;
import static vn.giaouoc.command.poll.PollRejection.POLL_VOID;
import static vn.giaouoc.command.poll.PollRejection.SAME_TELLER;
import static vn.giaouoc.command.poll.PollRejection.SEATS_OR_CHOICES_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.TALLIES_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.TALLY_CERTIFIED;
import static vn.giaouoc.command.poll.PollRejection.THRESHOLD_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.TOO_MANY_CHOSEN;
import static vn.giaouoc.command.poll.PollRejection.TWO_TELLERS_NEEDED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.conference.Decision;
import vn.giaouoc.command.conference.Meeting;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.poll.PollCommand.CallPoll;
import vn.giaouoc.command.poll.PollCommand.CertifyTally;
import vn.giaouoc.command.poll.PollCommand.Choice;
import vn.giaouoc.command.poll.PollCommand.ClosePoll;
import vn.giaouoc.command.poll.PollCommand.DecideTie;
import vn.giaouoc.command.poll.PollCommand.OpenPoll;
import vn.giaouoc.command.poll.PollCommand.RaiseObjection;
import vn.giaouoc.command.poll.PollCommand.RecordConsensus;
import vn.giaouoc.command.poll.PollCommand.RecordPaperTally;
import vn.giaouoc.command.poll.PollCommand.RecordShowOfHands;
import vn.giaouoc.command.poll.PollCommand.VoidPoll;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollEvent.ConsensusRecorded;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.HandsCounted;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
import vn.giaouoc.shared.poll.PollEvent.Option;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.TallyCertified;
import vn.giaouoc.shared.poll.PollEvent.TallyRecorded;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.PollEvent.WithoutVote;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.Threshold.Base;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A decision of a conference. It is called with what can be chosen and how many voices that needs,
 * and opened, which fixes who may vote. Then all agree; or hands are counted by two; or papers are
 * counted by one teller and certified by another. An objection turns agreement into a vote. It
 * closes with an outcome, which may be a tie that the chair or a further poll resolves; and it may
 * be void. Who chose what is nowhere.
 */
@AggregateRoot(type = "poll")
class Poll extends Recordable<PollEvent> implements Decision {

  private @Nullable BlocId recorded;
  private @Nullable PollCalled called;
  private @Nullable PollOpened opened;
  private List<Method> methods = List.of();
  private List<UnitId> tellers = List.of();
  private @Nullable List<String> agreed;
  private @Nullable List<Votes> hands;
  private @Nullable TallyRecorded tally;
  private boolean certified;
  private @Nullable Outcome outcome;
  private boolean tieDecided;
  private boolean isVoid;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(CallPoll command, Streams streams, Offices offices, Keeper keeper) {
    POLL_ALREADY_CALLED.unless(called == null && recorded == null, command.stream());
    Meeting meeting = streams.peek(Meeting.class, command.conference().stream());
    BlocId bloc = meeting.bloc();
    CONFERENCE_NOT_CONVENED.unless(bloc != null, command.conference().slug());
    mustRun(command, meeting, offices);
    CYCLE_NOT_OF_THE_CONFERENCE.unless(
        meeting.cycles().contains(command.cycle()), command.cycle().slug());
    Set<UnitId> members = offices.roll(Objects.requireNonNull(bloc)).membersOn(offices.today());
    mustBeUsable(command, members, streams.peek(Year.class, command.cycle().stream()).excluded());
    mustBeOffered(command.method(), command.tellers(), members);
    if (command.after() != null) {
      Poll earlier = streams.peek(Poll.class, command.after().stream());
      EARLIER_POLL_STANDS.unless(
          bloc.equals(earlier.decidedIn())
              && !earlier.isDecided()
              && (earlier.outcome != null || earlier.isVoid),
          command.after().slug());
      ONLY_THE_TIED_GO_ON.unless(
          earlier.isVoid
              || earlier.outcome == null
              || earlier.outcome.tied().isEmpty()
              || earlier
                  .outcome
                  .tied()
                  .containsAll(command.options().stream().map(Choice::key).toList()));
    }
    tell(
        new PollCalled(
            command.poll(),
            bloc,
            command.cycle(),
            command.conference(),
            command.subjects(),
            command.contest(),
            keeper.words(command.question()),
            command.options().stream().map(choice -> option(choice, keeper)).toList(),
            command.method(),
            command.threshold(),
            command.seats(),
            command.choices(),
            command.tellers(),
            command.after()),
        command);
    return version();
  }

  @CommandHandler
  long handle(OpenPoll command, Streams streams, Offices offices) {
    PollCalled poll = standing(command);
    Meeting meeting = sitting(command, poll, streams, offices);
    POLL_ALREADY_OPEN.unless(opened == null, command.stream());
    Set<UnitId> members = offices.roll(poll.bloc()).membersOn(offices.today());
    Set<UnitId> excluded = streams.peek(Year.class, poll.cycle().stream()).excluded();
    Set<UnitId> without = new HashSet<>();
    for (WithoutVote each : command.without()) {
      NOT_ON_THE_ROLL.unless(members.contains(each.unit()), each.unit().slug());
      NOT_EXCLUDED.unless(excluded.contains(each.unit()), each.unit().slug(), each.clause());
      without.add(each.unit());
    }
    List<UnitId> electorate =
        members.stream()
            .filter(unit -> !without.contains(unit))
            .filter(unit -> exists(unit, offices.today(), streams))
            .sorted(Comparator.comparing(UnitId::slug))
            .toList();
    NOBODY_MAY_VOTE.unless(!electorate.isEmpty());
    List<String> basis =
        Stream.of(poll.bloc().stream(), poll.cycle().stream(), poll.conference().stream())
            .map(stream -> stream + "@" + streams.peek(stream).version())
            .toList();
    tell(
        new PollOpened(
            command.poll(),
            electorate,
            electorate.stream().filter(meeting.present()::contains).toList(),
            command.without(),
            basis),
        command);
    return version();
  }

  @CommandHandler
  long handle(RecordConsensus command, Streams streams, Offices offices) {
    PollCalled poll = open(command, Method.CONSENSUS);
    sitting(command, poll, streams, offices);
    ALREADY_COUNTED.unless(agreed == null, command.stream());
    Set<String> keys = new HashSet<>(command.agreed());
    OPTIONS_DIFFER.unless(
        !keys.isEmpty() && keys.size() == command.agreed().size() && keys(poll).containsAll(keys));
    TOO_MANY_CHOSEN.unless(keys.size() <= poll.seats());
    tell(new ConsensusRecorded(command.poll(), command.agreed()), command);
    return version();
  }

  @CommandHandler
  long handle(RaiseObjection command, Streams streams, Offices offices, Keeper keeper) {
    PollCalled poll = open(command, Method.CONSENSUS);
    sitting(command, poll, streams, offices);
    METHOD_NOT_OFFERED.unless(command.method() != Method.CONSENSUS);
    mustBeOffered(
        command.method(), command.tellers(), offices.roll(poll.bloc()).membersOn(offices.today()));
    tell(
        new ObjectionRaised(
            command.poll(),
            command.method(),
            command.tellers(),
            command.reason() == null ? null : keeper.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(RecordShowOfHands command, Streams streams, Offices offices) {
    PollCalled poll = open(command, Method.SHOW_OF_HANDS);
    sitting(command, poll, streams, offices);
    ALREADY_COUNTED.unless(hands == null, command.stream());
    List<UnitId> counting = command.countedBy();
    TWO_TELLERS_NEEDED.unless(counting.size() == 2 && new HashSet<>(counting).size() == 2);
    counting.forEach(unit -> NOT_A_TELLER.unless(tellers.contains(unit), unit.slug()));
    mustName(poll, command.votes());
    COUNT_BELOW_ZERO.unless(!Votes.anyNegative(command.votes()));
    int voters = Objects.requireNonNull(opened).electorate().size();
    MORE_HANDS_THAN_VOTERS.unless(
        command.votes().stream().allMatch(each -> each.all() <= voters)
            && command.votes().stream().mapToLong(Votes::inFavour).sum()
                <= Math.multiplyFull(voters, poll.choices()));
    tell(new HandsCounted(command.poll(), command.votes(), counting), command);
    return version();
  }

  @CommandHandler
  long handle(RecordPaperTally command, Offices offices) {
    PollCalled poll = open(command, Method.BALLOT);
    mustCount(command, command.by(), offices);
    TALLY_CERTIFIED.unless(!certified, command.stream());
    mustAddUp(poll, command.tally());
    append(
        new TallyRecorded(command.poll(), command.tally(), command.by()),
        command.envelope().forAudience(Audience.tellers(command.poll())));
    return version();
  }

  @CommandHandler
  long handle(CertifyTally command, Offices offices) {
    open(command, Method.BALLOT);
    mustCount(command, command.by(), offices);
    NO_TALLY.unless(tally != null, command.stream());
    TALLY_CERTIFIED.unless(!certified, command.stream());
    SAME_TELLER.unless(!command.by().equals(Objects.requireNonNull(tally).by()));
    TALLIES_DIFFER.unless(command.tally().saysTheSameAs(tally.tally()));
    append(
        new TallyCertified(command.poll(), command.tally(), command.by()),
        command.envelope().forAudience(Audience.tellers(command.poll())));
    return version();
  }

  @CommandHandler
  long handle(ClosePoll command, Streams streams, Offices offices) {
    PollCalled poll = standing(command);
    mustRun(command, streams.peek(Meeting.class, poll.conference().stream()), offices);
    POLL_NOT_OPEN.unless(opened != null, command.stream());
    NOTHING_TO_CLOSE_WITH.unless(agreed != null || hands != null || certified, command.stream());
    Outcome reached = reached(poll, Objects.requireNonNull(opened));
    tell(
        new PollClosed(
            command.poll(),
            poll.bloc(),
            poll.cycle(),
            poll.conference(),
            poll.subjects(),
            poll.contest(),
            methods,
            opened.electorate(),
            certified && tally != null ? tally.tally().counts() : Counts.NOT_STATED,
            reached.of(units(poll, reached.chosen()))),
        command);
    return version();
  }

  @CommandHandler
  long handle(DecideTie command, Streams streams, Offices offices) {
    PollCalled poll = called(command);
    POLL_VOID.unless(!isVoid, command.stream());
    POLL_NOT_CLOSED.unless(outcome != null, command.stream());
    Outcome reached = Objects.requireNonNull(outcome);
    NOT_TIED.unless(reached.result() == Outcome.Result.TIED && !tieDecided, command.stream());
    NOT_THE_CHAIR.unless(
        streams
            .peek(Meeting.class, poll.conference().stream())
            .isChairedBy(command.envelope().actor(), offices),
        poll.conference().slug(),
        command.clause());
    Set<String> keys = new HashSet<>(command.chosen());
    NOT_AMONG_THE_TIED.unless(
        reached.tied().containsAll(keys)
            && keys.size() == command.chosen().size()
            && (keys.size() == reached.seats() - reached.chosen().size()
                // the chair may also say no to the only option
                || (keys.isEmpty() && reached.votes().size() == 1)),
        null,
        command.clause());
    List<String> all = new ArrayList<>(reached.chosen());
    all.addAll(command.chosen());
    tell(
        new TieDecided(
            command.poll(),
            poll.bloc(),
            poll.cycle(),
            poll.conference(),
            all,
            units(poll, all),
            command.clause()),
        command);
    return version();
  }

  /** Before there is an outcome whoever runs the conference may; after it, only the board. */
  @CommandHandler
  long handle(VoidPoll command, Streams streams, Offices offices, Keeper keeper) {
    PollCalled poll = called(command);
    POLL_VOID.unless(!isVoid, command.stream());
    if (outcome == null) {
      mustRun(command, streams.peek(Meeting.class, poll.conference().stream()), offices);
    } else {
      offices.mustBeTheBoard(command.envelope().actor());
    }
    tell(
        new PollVoided(
            command.poll(),
            poll.bloc(),
            poll.cycle(),
            poll.conference(),
            keeper.words(command.reason())),
        command);
    return version();
  }

  @Override
  public @Nullable BlocId decidedIn() {
    return called == null ? recorded : called.bloc();
  }

  @Override
  public boolean isDecided() {
    if (isVoid) {
      return false;
    }
    return outcome == null
        ? recorded != null
        : tieDecided || outcome.result() == Outcome.Result.DECIDED;
  }

  private Outcome reached(PollCalled poll, PollOpened frozen) {
    Threshold threshold = poll.threshold();
    if (agreed != null) {
      return Outcome.agreed(agreed, threshold, frozen.electorate().size());
    }
    List<Votes> votes = hands != null ? hands : Objects.requireNonNull(tally).tally().votes();
    int total =
        switch (threshold.base()) {
          case ELECTORATE -> frozen.electorate().size();
          case PRESENT -> frozen.present().size();
          case RETURNED -> Objects.requireNonNull(tally).tally().returned();
          case VALID -> Objects.requireNonNull(tally).tally().valid();
        };
    return Outcome.counted(votes, threshold, total, poll.seats());
  }

  private static Option option(Choice choice, Keeper keeper) {
    return new Option(
        choice.key(), choice.unit(), choice.text() == null ? null : keeper.words(choice.text()));
  }

  private static Set<String> keys(PollCalled poll) {
    Set<String> keys = new HashSet<>();
    poll.options().forEach(option -> keys.add(option.key()));
    return keys;
  }

  private static List<UnitId> units(PollCalled poll, List<String> chosen) {
    Map<String, UnitId> units = new LinkedHashMap<>();
    for (Option option : poll.options()) {
      if (option.unit() != null) {
        units.put(option.key(), option.unit());
      }
    }
    return chosen.stream().map(units::get).filter(Objects::nonNull).toList();
  }

  private static void mustBeUsable(CallPoll command, Set<UnitId> members, Set<UnitId> excluded) {
    Set<String> keys = new HashSet<>();
    for (Choice choice : command.options()) {
      OPTIONS_UNUSABLE.unless(
          keys.add(choice.key()) && (choice.unit() == null) != (choice.text() == null),
          choice.key());
      UnitId unit = choice.unit();
      if (unit != null) {
        CANDIDATE_NOT_A_MEMBER.unless(members.contains(unit), unit.slug());
        CANDIDATE_EXCLUDED.unless(
            !excluded.contains(unit)
                || !(command.subjects().contains(Subject.RANKING)
                    || command.subjects().contains(Subject.AWARDS)),
            unit.slug());
      }
    }
    OPTIONS_UNUSABLE.unless(!keys.isEmpty());
    SEATS_OR_CHOICES_UNUSABLE.unless(
        command.seats() >= 1
            && command.seats() <= keys.size()
            && command.choices() >= 1
            && command.choices() <= command.seats());
    Threshold threshold = command.threshold();
    boolean ofPapers = threshold.base() == Base.RETURNED || threshold.base() == Base.VALID;
    THRESHOLD_UNUSABLE.unless(
        threshold.isAShare() && (!ofPapers || command.method() == Method.BALLOT),
        threshold.base().code(),
        threshold.clause());
  }

  private static void mustBeOffered(Method method, List<UnitId> tellers, Set<UnitId> members) {
    METHOD_NOT_OFFERED.unless(
        method == Method.CONSENSUS || method == Method.SHOW_OF_HANDS || method == Method.BALLOT,
        method.code());
    TWO_TELLERS_NEEDED.unless(
        method == Method.CONSENSUS
            || (new HashSet<>(tellers).size() >= 2 && members.containsAll(tellers)));
  }

  private static void mustName(PollCalled poll, List<Votes> votes) {
    Set<String> named = new HashSet<>();
    votes.forEach(each -> named.add(each.option()));
    OPTIONS_DIFFER.unless(named.equals(keys(poll)) && named.size() == votes.size());
  }

  private void mustAddUp(PollCalled poll, PaperTally papers) {
    mustName(poll, papers.votes());
    COUNT_BELOW_ZERO.unless(papers.countsNothingNegative());
    MORE_ISSUED_THAN_VOTERS.unless(
        papers.issued() <= Objects.requireNonNull(opened).electorate().size());
    MORE_RETURNED_THAN_ISSUED.unless(papers.returnedFitsIssued());
    PAPERS_DO_NOT_ADD_UP.unless(papers.papersAddUp());
    MORE_VOTES_THAN_PAPERS.unless(papers.votesFit(poll.choices()));
  }

  private void mustCount(Command command, UnitId by, Offices offices) {
    NOT_A_TELLER.unless(tellers.contains(by), by.slug());
    offices.mustActFor(command.envelope().actor(), by);
  }

  private static void mustRun(Command command, Meeting meeting, Offices offices) {
    NOT_RUNNING_THE_CONFERENCE.unless(
        meeting.isRunBy(command.envelope().actor(), offices), command.stream());
  }

  private static Meeting sitting(
      Command command, PollCalled poll, Streams streams, Offices offices) {
    Meeting meeting = streams.peek(Meeting.class, poll.conference().stream());
    mustRun(command, meeting, offices);
    CONFERENCE_NOT_SITTING.unless(meeting.inSession(), poll.conference().slug());
    return meeting;
  }

  private static boolean exists(UnitId unit, LocalDate day, Streams streams) {
    return streams.peek(Body.class, unit.stream()).existsOn(day);
  }

  private PollCalled called(Command command) {
    POLL_NOT_CALLED.unless(called != null, command.stream());
    return Objects.requireNonNull(called);
  }

  /** What was called, of a poll that is neither void nor closed. */
  private PollCalled standing(Command command) {
    PollCalled poll = called(command);
    POLL_VOID.unless(!isVoid, command.stream());
    POLL_CLOSED.unless(outcome == null, command.stream());
    return poll;
  }

  /** The same, of one that is open and is being decided in this way. */
  private PollCalled open(Command command, Method method) {
    PollCalled poll = standing(command);
    POLL_NOT_OPEN.unless(opened != null, command.stream());
    ANOTHER_METHOD.unless(methods.getLast() == method, methods.getLast().code());
    return poll;
  }

  @Override
  protected void reset() {
    recorded = null;
    called = null;
    opened = null;
    methods = List.of();
    tellers = List.of();
    agreed = null;
    hands = null;
    tally = null;
    certified = false;
    outcome = null;
    tieDecided = false;
    isVoid = false;
  }

  @Override
  protected void evolve(PollEvent event, Since since) {
    switch (event) {
      case PollRecorded poll -> recorded = poll.bloc();
      case PollCalled poll -> {
        called = poll;
        methods = List.of(poll.method());
        tellers = poll.tellers();
      }
      case PollOpened poll -> opened = poll;
      case ConsensusRecorded(_, var options) -> agreed = options;
      case ObjectionRaised(_, var method, var counting, _) -> {
        agreed = null;
        List<Method> all = new ArrayList<>(methods);
        all.add(method);
        methods = List.copyOf(all);
        tellers = counting;
      }
      case HandsCounted(_, var votes, _) -> hands = votes;
      case TallyRecorded typed -> tally = typed;
      case TallyCertified _ -> certified = true;
      case PollClosed poll -> outcome = poll.outcome();
      case TieDecided _ -> tieDecided = true;
      case PollVoided _ -> isVoid = true;
    }
  }
}
