package vn.giaouoc.command.poll;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.poll.PollRejection.ABSENCE_NOT_PROVIDED;
import static vn.giaouoc.command.poll.PollRejection.ALREADY_ADMITTED;
import static vn.giaouoc.command.poll.PollRejection.ALREADY_COMMITTED;
import static vn.giaouoc.command.poll.PollRejection.ALREADY_COUNTED;
import static vn.giaouoc.command.poll.PollRejection.ALREADY_REVEALED;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_METHOD;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_SEED;
import static vn.giaouoc.command.poll.PollRejection.ANOTHER_STEP_FIRST;
import static vn.giaouoc.command.poll.PollRejection.ANSWER_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.ATTENDS;
import static vn.giaouoc.command.poll.PollRejection.BOX_NOT_READY;
import static vn.giaouoc.command.poll.PollRejection.CASTING_ENDED;
import static vn.giaouoc.command.poll.PollRejection.CLAUSE_NEEDED;
import static vn.giaouoc.command.poll.PollRejection.CONFERENCE_NOT_CONVENED;
import static vn.giaouoc.command.poll.PollRejection.CONFERENCE_NOT_SITTING;
import static vn.giaouoc.command.poll.PollRejection.COUNCIL_WITHOUT_LEADER;
import static vn.giaouoc.command.poll.PollRejection.COUNT_BELOW_ZERO;
import static vn.giaouoc.command.poll.PollRejection.CYCLE_NOT_OF_THE_CONFERENCE;
import static vn.giaouoc.command.poll.PollRejection.EARLIER_POLL_STANDS;
import static vn.giaouoc.command.poll.PollRejection.HOLDER_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.LOTS_CALLED;
import static vn.giaouoc.command.poll.PollRejection.LOTS_NEED_TWO;
import static vn.giaouoc.command.poll.PollRejection.LOT_MALFORMED;
import static vn.giaouoc.command.poll.PollRejection.METHOD_NOT_OFFERED;
import static vn.giaouoc.command.poll.PollRejection.MORE_HANDS_THAN_VOTERS;
import static vn.giaouoc.command.poll.PollRejection.MORE_ISSUED_THAN_VOTERS;
import static vn.giaouoc.command.poll.PollRejection.MORE_RETURNED_THAN_ISSUED;
import static vn.giaouoc.command.poll.PollRejection.MORE_VOTES_THAN_PAPERS;
import static vn.giaouoc.command.poll.PollRejection.NOBODY_MAY_VOTE;
import static vn.giaouoc.command.poll.PollRejection.NOTHING_TO_CLOSE_WITH;
import static vn.giaouoc.command.poll.PollRejection.NOT_ADMITTED;
import static vn.giaouoc.command.poll.PollRejection.NOT_ALL_COMMITTED;
import static vn.giaouoc.command.poll.PollRejection.NOT_AMONG_THE_TIED;
import static vn.giaouoc.command.poll.PollRejection.NOT_A_TELLER;
import static vn.giaouoc.command.poll.PollRejection.NOT_DRAWING;
import static vn.giaouoc.command.poll.PollRejection.NOT_EXCLUDED;
import static vn.giaouoc.command.poll.PollRejection.NOT_IN_THE_ELECTORATE;
import static vn.giaouoc.command.poll.PollRejection.NOT_ON_THE_ROLL;
import static vn.giaouoc.command.poll.PollRejection.NOT_RUNNING_THE_CONFERENCE;
import static vn.giaouoc.command.poll.PollRejection.NOT_THE_CHAIR;
import static vn.giaouoc.command.poll.PollRejection.NOT_TIED;
import static vn.giaouoc.command.poll.PollRejection.NO_LOTS;
import static vn.giaouoc.command.poll.PollRejection.NO_QUORUM;
import static vn.giaouoc.command.poll.PollRejection.NO_TALLY;
import static vn.giaouoc.command.poll.PollRejection.OPTIONS_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.PAPERS_DO_NOT_ADD_UP;
import static vn.giaouoc.command.poll.PollRejection.POLL_ALREADY_CALLED;
import static vn.giaouoc.command.poll.PollRejection.POLL_ALREADY_OPEN;
import static vn.giaouoc.command.poll.PollRejection.POLL_CLOSED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_CALLED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_CLOSED;
import static vn.giaouoc.command.poll.PollRejection.POLL_NOT_OPEN;
import static vn.giaouoc.command.poll.PollRejection.POLL_VOID;
import static vn.giaouoc.command.poll.PollRejection.QUESTIONS_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.SAME_TELLER;
import static vn.giaouoc.command.poll.PollRejection.TALLIES_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.TALLY_CERTIFIED;
import static vn.giaouoc.command.poll.PollRejection.THRESHOLD_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.TOO_MANY_CHOSEN;
import static vn.giaouoc.command.poll.PollRejection.TWO_TELLERS_NEEDED;
import static vn.giaouoc.command.poll.PollRejection.VOTED_ON_AGAIN;
import static vn.giaouoc.command.poll.PollRejection.VOTED_ON_BEFORE;
import static vn.giaouoc.command.poll.PollRejection.WRITTEN_IS_NOT_SECRET;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.ballot.Opened;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.command.conference.Decision;
import vn.giaouoc.command.conference.Meeting;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.Candidacy;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.poll.PollCommand.AbandonLots;
import vn.giaouoc.command.poll.PollCommand.AdmitAbsentVoice;
import vn.giaouoc.command.poll.PollCommand.AskBallot;
import vn.giaouoc.command.poll.PollCommand.CallLots;
import vn.giaouoc.command.poll.PollCommand.CallPoll;
import vn.giaouoc.command.poll.PollCommand.CastVote;
import vn.giaouoc.command.poll.PollCommand.CertifyTally;
import vn.giaouoc.command.poll.PollCommand.ClosePoll;
import vn.giaouoc.command.poll.PollCommand.CommitLot;
import vn.giaouoc.command.poll.PollCommand.CountBox;
import vn.giaouoc.command.poll.PollCommand.DecideTie;
import vn.giaouoc.command.poll.PollCommand.NoteDestruction;
import vn.giaouoc.command.poll.PollCommand.OpenPoll;
import vn.giaouoc.command.poll.PollCommand.RaiseObjection;
import vn.giaouoc.command.poll.PollCommand.RecordConsensus;
import vn.giaouoc.command.poll.PollCommand.RecordPaperTally;
import vn.giaouoc.command.poll.PollCommand.RecordShowOfHands;
import vn.giaouoc.command.poll.PollCommand.RevealLot;
import vn.giaouoc.command.poll.PollCommand.VoidPoll;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.MattersPutToVote;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.poll.Absence;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.Lots;
import vn.giaouoc.shared.poll.Matter;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollEvent.AbsentVoiceAdmitted;
import vn.giaouoc.shared.poll.PollEvent.BallotBoxOpened;
import vn.giaouoc.shared.poll.PollEvent.BoxAnswers;
import vn.giaouoc.shared.poll.PollEvent.BoxCounted;
import vn.giaouoc.shared.poll.PollEvent.BoxDestroyed;
import vn.giaouoc.shared.poll.PollEvent.CastingEnded;
import vn.giaouoc.shared.poll.PollEvent.ConsensusRecorded;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Decided;
import vn.giaouoc.shared.poll.PollEvent.HandsCounted;
import vn.giaouoc.shared.poll.PollEvent.LotCommitted;
import vn.giaouoc.shared.poll.PollEvent.LotRevealed;
import vn.giaouoc.shared.poll.PollEvent.LotsAbandoned;
import vn.giaouoc.shared.poll.PollEvent.LotsCalled;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
import vn.giaouoc.shared.poll.PollEvent.PapersListed;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.TallyCertified;
import vn.giaouoc.shared.poll.PollEvent.TallyRecorded;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;
import vn.giaouoc.shared.poll.PollEvent.Voices;
import vn.giaouoc.shared.poll.PollEvent.VoteCast;
import vn.giaouoc.shared.poll.PollEvent.VotedOnAgain;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.PollEvent.WithoutVote;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.QuestionTally;
import vn.giaouoc.shared.poll.Quorum;
import vn.giaouoc.shared.poll.StampingKey;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.TieRule;
import vn.giaouoc.shared.poll.VotingPaperEvent;
import vn.giaouoc.shared.regulation.LeadershipRule.Office;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A decision of a conference. It is called with one paper of questions and the rules by which they
 * are decided, and opened, which fixes who may vote. Then all agree; or hands are counted by two;
 * or each unit votes by name; or papers are counted by one teller and certified by another; or
 * papers are stamped blindly, put in a box outside the log and counted when it is sealed. An
 * objection turns agreement into a vote. It closes with an outcome for each question, which may be
 * a tie that the chair, lots or a further poll resolves, as the regulation provides; and it may be
 * void. Who chose what is nowhere but where a vote is by name.
 */
@AggregateRoot(type = "poll")
class Poll extends Recordable<PollEvent> implements Decision {

  private static final int FEWEST_FOR_LOTS = 2;

  /** What is elected anew where who was elected has given way. */
  private static final Set<Subject> OFFICES = Set.of(Subject.LEADERSHIP, Subject.DEPUTIES);

  private @Nullable BlocId recorded;
  private @Nullable PollCalled called;
  private @Nullable PollOpened opened;
  private List<Method> methods = List.of();
  private List<UnitId> tellers = List.of();
  private final Map<UnitId, AbsentVoiceAdmitted> absent = new HashMap<>();
  private @Nullable List<Answer> agreed;
  private @Nullable List<Voices> hands;
  private final Map<UnitId, List<Answer>> named = new HashMap<>();
  private @Nullable TallyRecorded tally;
  private boolean certified;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final Map<String, List<String>> resolved = new HashMap<>();
  private final Map<String, Lot> lots = new HashMap<>();
  private final Set<String> votedOnAgain = new HashSet<>();
  private @Nullable BallotBoxOpened box;
  private boolean ended;
  private @Nullable BoxCounted counted;
  private boolean destroyed;
  private boolean isVoid;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(CallPoll command, Streams streams, Offices offices, Keeper keeper) {
    POLL_ALREADY_CALLED.unless(called == null && recorded == null, command.stream());
    Meeting meeting = streams.peek(Meeting.class, command.conference().stream());
    BlocId bloc = meeting.bloc();
    CONFERENCE_NOT_CONVENED.unless(bloc != null, command.conference().slug());
    if (command.council().isEmpty()) {
      mustRun(command, meeting, offices);
    } else {
      offices.mustBeTheBoard(command.envelope().actor());
    }
    CYCLE_NOT_OF_THE_CONFERENCE.unless(
        meeting.cycles().contains(command.cycle()), command.cycle().slug());
    Set<UnitId> members = offices.roll(requireNonNull(bloc)).membersOn(offices.today());
    Set<UnitId> candidates = new HashSet<>(members);
    for (BlocId each : command.council()) {
      candidates.addAll(offices.roll(each).membersOn(offices.today()));
    }
    Aggregate<Recordable<CycleEvent>> cycle = streams.hold(command.cycle().stream());
    Year year = cycle.invoke(Year.class::cast);
    Rules rules = new Rules(year.regulationOn(offices.today()));
    Calling calling = new Calling(command.method(), rules, candidates, year.excluded());
    List<Question> questions = calling.questions(command.questions(), keeper);
    if (command.council().isEmpty()) {
      mustBeEligible(questions, Candidacy.of(bloc, year, offices));
    }
    Calling.mustBeOffered(
        command.method(), command.tellers(), command.council().isEmpty() ? members : candidates);
    // agreement is none unless whoever objects can have it voted
    TWO_TELLERS_NEEDED.unless(
        command.method() != Method.CONSENSUS
            || Calling.instead(
                    rules.insteadOfConsensus(subjects(questions)), questions, command.tellers())
                .isPresent());
    List<Matter> matters = rules.matters(questions);
    PollId after = command.after();
    boolean electsAnew =
        after != null && offices.gaveWay(bloc, after) && OFFICES.containsAll(subjects(questions));
    if (!electsAnew) {
      mustGoOn(command, matters, year, rules);
    }
    Aggregate<Poll> earlier = after == null ? null : streams.hold(after.stream());
    int round =
        earlier == null ? 1 : earlier.invoke(root -> mustGoOn(command, bloc, root, electsAnew));
    rules.mustProvide(command.method(), round, subjects(questions));
    tell(
        new PollCalled(
            command.poll(),
            bloc,
            command.cycle(),
            command.conference(),
            questions,
            command.method(),
            command.tellers(),
            command.council(),
            rules.number(command.questions()),
            rules.quorum(command.questions()),
            rules.absent(command.questions()),
            rules.blankIsValid(command.questions()),
            rules.judgedMayVote(command.questions()),
            round,
            after),
        command);
    if (!matters.isEmpty()) {
      cycle.execute(
          root ->
              root.append(
                  new MattersPutToVote(command.cycle(), command.poll(), matters),
                  command.envelope()));
    }
    if (after != null && earlier != null) {
      // the earlier poll says so too: its tie is not decided in another way meanwhile
      earlier.execute(
          root ->
              root.append(
                  new VotedOnAgain(
                      after, questions.stream().map(Question::key).toList(), command.poll()),
                  command.envelope()));
    }
    return version();
  }

  private static void mustBeEligible(List<Question> questions, Candidacy candidacy) {
    for (Question question : questions) {
      for (UnitId unit : question.units(question.keys())) {
        if (question.subjects().contains(Subject.LEADERSHIP)) {
          candidacy.mustBeEligible(unit, Office.LEADER);
        }
        if (question.subjects().contains(Subject.DEPUTIES)) {
          candidacy.mustBeEligible(unit, Office.DEPUTY);
        }
      }
    }
  }

  /** What has a rule is voted on again after the poll before: its rounds count, its tie stands. */
  private static void mustGoOn(CallPoll command, List<Matter> matters, Year year, Rules rules) {
    for (Matter matter : matters) {
      PollId last = year.lastPollOn(matter);
      VOTED_ON_BEFORE.unless(
          last == null || last.equals(command.after()),
          last == null ? null : last.slug(),
          rules.clause(List.of(matter.subject())));
    }
  }

  /** A further vote is only on what an earlier one left open, and of the tied only among them. */
  private static int mustGoOn(CallPoll command, BlocId bloc, Poll earlier, boolean electsAnew) {
    String slug = requireNonNull(command.after()).slug();
    EARLIER_POLL_STANDS.unless(
        bloc.equals(earlier.decidedIn())
            && earlier.called != null
            && (earlier.isVoid || earlier.isClosed()),
        slug);
    PollCalled before = requireNonNull(earlier.called);
    if (earlier.isVoid) {
      return before.round();
    }
    if (electsAnew) {
      VOTED_ON_AGAIN.unless(
          command.questions().stream()
              .noneMatch(asked -> earlier.votedOnAgain.contains(asked.key())),
          slug);
      return 1;
    }
    for (PollCommand.Asked asked : command.questions()) {
      Question question = question(before, asked.key());
      EARLIER_POLL_STANDS.unless(!earlier.isSettled(question), slug);
      VOTED_ON_AGAIN.unless(!earlier.votedOnAgain.contains(question.key()), slug);
      Outcome reached = requireNonNull(earlier.outcomes.get(question.key()));
      List<String> tied = reached.tied();
      Calling.mustGoOn(question, reached, asked);
      if (!tied.isEmpty()) {
        LOTS_CALLED.unless(!earlier.lots.containsKey(question.key()), question.key());
        earlier.mustBeNext(question, TieRule.By.RUN_OFF, null);
      }
    }
    return before.round() + 1;
  }

  @CommandHandler
  long handle(OpenPoll command, Streams streams, Offices offices) {
    PollCalled poll = standing(command);
    Meeting meeting = sitting(command, poll, streams, offices);
    POLL_ALREADY_OPEN.unless(opened == null, command.stream());
    Set<UnitId> members = voters(poll, offices);
    List<WithoutVote> without = without(command, poll, members, streams, offices);
    Set<UnitId> out = without.stream().map(WithoutVote::unit).collect(Collectors.toSet());
    List<UnitId> electorate =
        members.stream()
            .filter(unit -> !out.contains(unit))
            .filter(unit -> exists(unit, offices.today(), streams))
            .sorted(Comparator.comparing(UnitId::slug))
            .toList();
    NOBODY_MAY_VOTE.unless(!electorate.isEmpty());
    List<UnitId> present = electorate.stream().filter(meeting.present()::contains).toList();
    Quorum quorum = poll.quorum();
    Integer needed = quorum == null ? null : quorum.needed(electorate.size());
    NO_QUORUM.unless(
        needed == null || present.size() >= needed,
        present.size() + " / " + electorate.size() + " < " + needed,
        quorum == null ? null : quorum.clause());
    tell(
        new PollOpened(command.poll(), electorate, present, needed, without, basis(poll, streams)),
        command);
    if (methods.getLast() == Method.SECRET_BALLOT) {
      openBox(command.box(), command);
    }
    return version();
  }

  private void openBox(SecretBallots.@Nullable Prepared box, Command command) {
    BOX_NOT_READY.unless(box != null, command.stream());
    tell(
        new BallotBoxOpened(
            requireNonNull(called).poll(),
            requireNonNull(box).stampingKey(),
            box.boxKey(),
            box.paperLength()),
        command);
  }

  /** It is asked before keys and a box are made, and between the steps of closing. */
  @CommandHandler
  Ballot handle(AskBallot command, Streams streams, Offices offices) {
    PollCalled poll = called(command);
    boolean secret =
        methods.getLast() == Method.SECRET_BALLOT
            || (methods.getLast() == Method.CONSENSUS
                && opened != null
                && (command.instead() == Method.SECRET_BALLOT
                    || insteadOfConsensus(poll, tellers, rules(poll, streams, offices))
                        == Method.SECRET_BALLOT));
    return new Ballot(
        poll.questions(), poll.blankIsValid(), secret, ended, isVoid || isClosed(), box != null);
  }

  /**
   * Whether somebody may be issued the paper of a unit: the unit itself, or who holds its authority
   * while it does not attend.
   */
  void mustIssue(PollCommand.IssuePaper command, Offices offices) {
    open(command, Method.SECRET_BALLOT);
    CASTING_ENDED.unless(!ended, command.poll().slug());
    UnitId holder = speakerOf(command.unit());
    WRITTEN_IS_NOT_SECRET.unless(holder != null, command.unit().slug());
    offices.mustActFor(command.envelope().actor(), requireNonNull(holder));
  }

  BlocId bloc() {
    return requireNonNull(called).bloc();
  }

  /** By which the stamps of its papers are known. */
  StampingKey stampingKey() {
    return requireNonNull(box).stampingKey();
  }

  /** The papers, and what they say; all in one unit of work, and the same however often. */
  @CommandHandler
  long handle(CountBox command, Streams streams) {
    PollCalled poll = called(command);
    if (!ended || isVoid || isClosed()) {
      return version();
    }
    PollOpened frozen = requireNonNull(opened);
    int issued =
        Math.toIntExact(
            frozen.electorate().stream()
                .filter(
                    unit -> streams.peek(VotingPaperEvent.streamOf(command.poll(), unit)).stands())
                .count());
    Opened in = command.box();
    for (int from = 0; from < in.papers().size(); from += PapersListed.MOST) {
      int to = Math.min(from + PapersListed.MOST, in.papers().size());
      tell(new PapersListed(command.poll(), List.copyOf(in.papers().subList(from, to))), command);
    }
    tell(
        new BoxCounted(command.poll(), issued, in.papers().size(), in.foreign(), in.questions()),
        command);
    tell(outcome(poll, frozen), command);
    return version();
  }

  @CommandHandler
  long handle(NoteDestruction command) {
    called(command);
    if (box != null && (isVoid || isClosed()) && !destroyed) {
      tell(new BoxDestroyed(command.poll()), command);
    }
    return version();
  }

  private static Set<UnitId> voters(PollCalled poll, Offices offices) {
    if (poll.council().isEmpty()) {
      return offices.roll(poll.bloc()).membersOn(offices.today());
    }
    Set<UnitId> leaders = new HashSet<>();
    for (BlocId bloc : poll.council()) {
      UnitId leader = offices.inOffice(bloc).leaderOn(offices.today());
      COUNCIL_WITHOUT_LEADER.unless(leader != null, bloc.slug());
      leaders.add(requireNonNull(leader));
    }
    return leaders;
  }

  /** Whom the regulation leaves without a vote: who is excluded, as told, and who is judged. */
  private static List<WithoutVote> without(
      OpenPoll command, PollCalled poll, Set<UnitId> members, Streams streams, Offices offices) {
    Year year = streams.peek(Year.class, poll.cycle().stream());
    List<WithoutVote> without = new ArrayList<>(command.without());
    for (WithoutVote each : command.without()) {
      NOT_ON_THE_ROLL.unless(members.contains(each.unit()), each.unit().slug());
      NOT_EXCLUDED.unless(year.excluded().contains(each.unit()), each.unit().slug(), each.clause());
    }
    if (!poll.judgedMayVote()) {
      String clause =
          new Rules(year.regulationOn(offices.today())).clause(subjects(poll.questions()));
      poll.questions().stream()
          .flatMap(question -> question.units(question.keys()).stream())
          .distinct()
          .filter(members::contains)
          .filter(unit -> command.without().stream().noneMatch(each -> each.unit().equals(unit)))
          .forEach(unit -> without.add(new WithoutVote(unit, requireNonNullElse(clause, ""))));
    }
    return List.copyOf(without);
  }

  private static List<String> basis(PollCalled poll, Streams streams) {
    Stream<String> asked =
        poll.council().isEmpty()
            ? Stream.of(poll.bloc().stream())
            : poll.council().stream().map(LeadershipEvent::streamOf);
    return Stream.concat(asked, Stream.of(poll.cycle().stream(), poll.conference().stream()))
        .map(stream -> stream + "@" + streams.peek(stream).version())
        .toList();
  }

  @CommandHandler
  long handle(AdmitAbsentVoice command, Streams streams, Offices offices, Files files) {
    PollCalled poll = standing(command);
    POLL_NOT_OPEN.unless(opened != null, command.stream());
    mustRun(command, poll, streams, offices);
    String clause = rules(poll, streams, offices).clause(subjects(poll.questions()));
    ABSENCE_NOT_PROVIDED.unless(
        poll.absent().contains(command.how()), command.how().code(), clause);
    PollOpened frozen = requireNonNull(opened);
    NOT_IN_THE_ELECTORATE.unless(
        frozen.electorate().contains(command.unit()), command.unit().slug());
    ATTENDS.unless(!frozen.present().contains(command.unit()), command.unit().slug());
    ALREADY_ADMITTED.unless(!absent.containsKey(command.unit()), command.unit().slug());
    ALREADY_COUNTED.unless(
        agreed == null
            && hands == null
            && tally == null
            && !ended
            && !named.containsKey(command.unit()),
        command.stream());
    UnitId holder = command.holder();
    HOLDER_UNUSABLE.unless(
        (command.how() == Absence.PROXY) == (holder != null)
            && (holder == null
                || (frozen.present().contains(holder) && !holder.equals(command.unit()))),
        holder == null ? null : holder.slug(),
        clause);
    WRITTEN_IS_NOT_SECRET.unless(
        command.how() != Absence.WRITTEN || methods.getLast() != Method.SECRET_BALLOT,
        command.unit().slug(),
        clause);
    FILE_NOT_KEPT.unless(files.has(command.letter()), command.letter().slug());
    tell(
        new AbsentVoiceAdmitted(
            command.poll(), command.unit(), command.how(), holder, command.letter(), clause),
        command);
    return version();
  }

  @CommandHandler
  long handle(RecordConsensus command, Streams streams, Offices offices) {
    PollCalled poll = open(command, Method.CONSENSUS);
    sitting(command, poll, streams, offices);
    ALREADY_COUNTED.unless(agreed == null, command.stream());
    QUESTIONS_DIFFER.unless(
        command.agreed().stream().map(Answer::question).toList().size() == poll.questions().size()
            && keys(command.agreed(), Answer::question).equals(keys(poll)));
    for (Answer answer : command.agreed()) {
      Question question = question(poll, answer.question());
      OPTIONS_DIFFER.unless(
          !answer.inFavour().isEmpty()
              && answer.against().isEmpty()
              && new HashSet<>(answer.inFavour()).size() == answer.inFavour().size()
              && question.keys().containsAll(answer.inFavour()),
          answer.question());
      TOO_MANY_CHOSEN.unless(answer.inFavour().size() <= question.seats(), answer.question());
    }
    tell(new ConsensusRecorded(command.poll(), command.agreed()), command);
    return version();
  }

  /** Whoever may vote may object, until it is closed; whoever runs the conference may note it. */
  @CommandHandler
  long handle(RaiseObjection command, Streams streams, Offices offices, Keeper keeper) {
    PollCalled poll = open(command, Method.CONSENSUS);
    Meeting meeting = streams.peek(Meeting.class, poll.conference().stream());
    boolean runs = runs(command, poll, meeting, offices);
    NOT_RUNNING_THE_CONFERENCE.unless(
        runs
            || requireNonNull(opened).electorate().stream()
                .anyMatch(unit -> offices.actsFor(command.envelope().actor(), unit)),
        command.stream());
    CONFERENCE_NOT_SITTING.unless(meeting.inSession(), poll.conference().slug());
    Rules rules = rules(poll, streams, offices);
    List<UnitId> counting = runs && command.tellers() != null ? command.tellers() : poll.tellers();
    Method method =
        runs && command.method() != null
            ? command.method()
            : insteadOfConsensus(poll, counting, rules);
    METHOD_NOT_OFFERED.unless(method != Method.CONSENSUS);
    Calling.mustBeOffered(method, counting, offices.roll(poll.bloc()).membersOn(offices.today()));
    if (!rules.insteadOfConsensus(subjects(poll.questions())).isEmpty()) {
      rules.mustProvide(method, poll.round(), subjects(poll.questions()));
    }
    THRESHOLD_UNUSABLE.unless(Calling.fits(method, poll.questions()), method.code());
    tell(
        new ObjectionRaised(
            command.poll(),
            method,
            counting,
            command.reason() == null ? null : keeper.words(command.reason())),
        command);
    if (method == Method.SECRET_BALLOT) {
      openBox(command.box(), command);
    }
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
    QUESTIONS_DIFFER.unless(
        command.counted().size() == poll.questions().size()
            && keys(command.counted(), Voices::question).equals(keys(poll)));
    int voters = voices();
    for (Voices each : command.counted()) {
      Question question = question(poll, each.question());
      mustName(question, each.votes());
      COUNT_BELOW_ZERO.unless(!Votes.anyNegative(each.votes()), each.question());
      MORE_HANDS_THAN_VOTERS.unless(
          new QuestionTally(each.question(), voters, 0, each.votes()).votesFit(question),
          each.question());
    }
    tell(new HandsCounted(command.poll(), command.counted(), counting), command);
    return version();
  }

  /** A unit votes for itself; who holds its authority, or notes its letter, votes in its name. */
  @CommandHandler
  long handle(CastVote command, Streams streams, Offices offices) {
    PollCalled poll = open(command, Method.NAMED_VOTE);
    UnitId speaker = speakerOf(command.unit());
    if (speaker == null) {
      mustRun(command, poll, streams, offices);
    } else {
      offices.mustActFor(command.envelope().actor(), speaker);
    }
    QUESTIONS_DIFFER.unless(
        command.answers().size() == poll.questions().size()
            && keys(command.answers(), Answer::question).equals(keys(poll)));
    for (Answer answer : command.answers()) {
      ANSWER_UNUSABLE.unless(
          answer.isValidFor(question(poll, answer.question()), poll.blankIsValid()),
          answer.question());
    }
    append(
        new VoteCast(command.poll(), command.unit(), command.answers()),
        command.envelope().forAudience(Audience.bloc(poll.bloc())));
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
    SAME_TELLER.unless(!command.by().equals(requireNonNull(tally).by()));
    TALLIES_DIFFER.unless(command.tally().saysTheSameAs(tally.tally()));
    append(
        new TallyCertified(command.poll(), command.tally(), command.by()),
        command.envelope().forAudience(Audience.tellers(command.poll())));
    return version();
  }

  @CommandHandler
  long handle(ClosePoll command, Streams streams, Offices offices) {
    PollCalled poll = standing(command);
    mustRun(command, poll, streams, offices);
    POLL_NOT_OPEN.unless(opened != null, command.stream());
    if (methods.getLast() == Method.SECRET_BALLOT) {
      if (!ended) {
        tell(new CastingEnded(command.poll()), command);
      }
      return version();
    }
    NOTHING_TO_CLOSE_WITH.unless(
        agreed != null || hands != null || !named.isEmpty() || certified, command.stream());
    tell(outcome(poll, requireNonNull(opened)), command);
    return version();
  }

  private PollClosed outcome(PollCalled poll, PollOpened frozen) {
    return new PollClosed(
        poll.poll(),
        poll.bloc(),
        poll.cycle(),
        poll.conference(),
        methods,
        frozen.electorate(),
        poll.questions().stream().map(question -> decided(question, frozen)).toList());
  }

  @CommandHandler
  long handle(DecideTie command, Streams streams, Offices offices) {
    PollCalled poll = called(command);
    Question question = tied(command, poll, command.question());
    Outcome reached = requireNonNull(outcomes.get(question.key()));
    LOTS_CALLED.unless(!lots.containsKey(question.key()), question.key());
    String clause = mustBeNext(question, TieRule.By.CHAIR, command.clause());
    mustPreside(command, poll, clause, streams, offices);
    Set<String> keys = new HashSet<>(command.chosen());
    boolean order = question.form() == Question.Form.ORDER;
    NOT_AMONG_THE_TIED.unless(
        reached.tied().containsAll(keys)
            && keys.size() == command.chosen().size()
            && (keys.size()
                    == (order ? reached.tied().size() : reached.seats() - reached.chosen().size())
                // the chair may also say no to the only option
                || (keys.isEmpty() && reached.votes().size() == 1)),
        null,
        clause);
    tell(decided(poll, question, TieRule.By.CHAIR, command.chosen(), clause), command);
    return version();
  }

  @CommandHandler
  long handle(CallLots command, Streams streams, Offices offices) {
    PollCalled poll = called(command);
    Question question = tied(command, poll, command.question());
    String clause = mustBeNext(question, TieRule.By.LOTS, command.clause());
    if (!runs(command, poll, streams, offices)) {
      mustPreside(command, poll, clause, streams, offices);
    }
    LOTS_CALLED.unless(!lots.containsKey(question.key()), question.key(), clause);
    LOTS_NEED_TWO.unless(
        command.units().size() >= FEWEST_FOR_LOTS
            && new HashSet<>(command.units()).size() == command.units().size()
            && requireNonNull(opened).electorate().containsAll(command.units()),
        null,
        clause);
    tell(
        new LotsCalled(
            command.poll(),
            question.key(),
            requireNonNull(outcomes.get(question.key())).tied(),
            command.units(),
            clause),
        command);
    return version();
  }

  @CommandHandler
  long handle(CommitLot command, Offices offices) {
    Lot lot = drawing(command, command.question(), command.unit(), offices);
    LOT_MALFORMED.unless(Lots.isWellFormed(command.commitment()));
    ALREADY_COMMITTED.unless(!lot.commitments().containsKey(command.unit()), command.unit().slug());
    tell(
        new LotCommitted(command.poll(), command.question(), command.unit(), command.commitment()),
        command);
    return version();
  }

  /** The last seed draws: anybody can do it again from the record. */
  @CommandHandler
  long handle(RevealLot command, Offices offices) {
    Lot lot = drawing(command, command.question(), command.unit(), offices);
    NOT_ALL_COMMITTED.unless(lot.isCommitted(), command.question());
    ALREADY_REVEALED.unless(!lot.seeds().containsKey(command.unit()), command.unit().slug());
    LOT_MALFORMED.unless(Lots.isWellFormed(command.seed()));
    ANOTHER_SEED.unless(
        Lots.commitment(command.poll(), command.question(), command.unit(), command.seed())
            .equals(lot.commitments().get(command.unit())),
        command.unit().slug());
    Map<UnitId, String> seeds = lot.seedsWith(command.unit(), command.seed());
    tell(
        new LotRevealed(command.poll(), command.question(), command.unit(), command.seed()),
        command);
    if (seeds.keySet().containsAll(lot.units())) {
      PollCalled poll = requireNonNull(called);
      tell(
          decided(
              poll,
              question(poll, command.question()),
              TieRule.By.LOTS,
              Lots.drawn(lot.called().tied(), seeds),
              lot.called().clause()),
          command);
    }
    return version();
  }

  @CommandHandler
  long handle(AbandonLots command, Streams streams, Offices offices, Keeper keeper) {
    PollCalled poll = called(command);
    mustRun(command, poll, streams, offices);
    Lot lot = lots.get(command.question());
    NO_LOTS.unless(lot != null, command.question());
    if (!requireNonNull(lot).seeds().isEmpty()) {
      // who sees how the draw falls must not draw until it pleases
      offices.mustBeTheBoard(command.envelope().actor());
    }
    tell(
        new LotsAbandoned(command.poll(), command.question(), keeper.words(command.reason())),
        command);
    return version();
  }

  /** Before there is an outcome whoever runs the conference may; after it, only the board. */
  @CommandHandler
  long handle(VoidPoll command, Streams streams, Offices offices, Keeper keeper) {
    PollCalled poll = called(command);
    POLL_VOID.unless(!isVoid, command.stream());
    if (isClosed()) {
      offices.mustBeTheBoard(command.envelope().actor());
    } else {
      mustRun(command, poll, streams, offices);
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
    return !isVoid
        && (called == null
            ? recorded != null
            : called.questions().stream().anyMatch(this::isSettled));
  }

  @Override
  public List<UnitId> chosen(Subject subject) {
    return isVoid
        ? List.of()
        : on(subject)
            .filter(question -> outcomes.containsKey(question.key()))
            .flatMap(
                question ->
                    question
                        .units(
                            resolved.getOrDefault(
                                question.key(),
                                requireNonNull(outcomes.get(question.key())).chosen()))
                        .stream())
            .toList();
  }

  @Override
  public boolean asks(Subject subject) {
    return on(subject).findAny().isPresent();
  }

  @Override
  public boolean settles(Subject subject) {
    return !isVoid && asks(subject) && on(subject).allMatch(this::isSettled);
  }

  @Override
  public @Nullable PollId after() {
    return called == null ? null : called.after();
  }

  @Override
  public @Nullable CycleId cycle() {
    return called == null ? null : called.cycle();
  }

  private Stream<Question> on(Subject subject) {
    return called == null
        ? Stream.empty()
        : called.questions().stream().filter(each -> each.subjects().contains(subject));
  }

  private boolean isClosed() {
    return !outcomes.isEmpty();
  }

  /** Whether a question has an answer that stands. */
  private boolean isSettled(Question question) {
    Outcome outcome = outcomes.get(question.key());
    return outcome != null
        && (resolved.containsKey(question.key()) || outcome.result() == Outcome.Result.DECIDED);
  }

  private Decided decided(Question question, PollOpened frozen) {
    Threshold threshold = question.threshold();
    Counts counts = Counts.NOT_STATED;
    Outcome outcome;
    if (agreed != null) {
      outcome =
          Outcome.agreed(
              of(agreed, Answer::question, question).inFavour(),
              threshold,
              frozen.electorate().size());
    } else if (hands != null) {
      outcome = counted(question, of(hands, Voices::question, question).votes(), counts, frozen);
    } else if (!named.isEmpty()) {
      List<Answer> answers =
          named.values().stream().map(all -> of(all, Answer::question, question)).toList();
      outcome =
          counted(
              question,
              QuestionTally.of(question, answers, requireNonNull(called).blankIsValid()).votes(),
              counts,
              frozen);
    } else if (counted != null) {
      BoxAnswers each = of(counted.questions(), BoxAnswers::question, question);
      List<Answer> answers =
          each.valid().stream()
              .flatMap(
                  same ->
                      Collections.nCopies(
                          same.papers(),
                          new Answer(question.key(), same.inFavour(), same.against()))
                          .stream())
              .toList();
      QuestionTally valid =
          QuestionTally.of(question, answers, requireNonNull(called).blankIsValid());
      counts =
          new Counts(counted.issued(), counted.returned(), valid.valid(), each.invalidPapers());
      outcome = counted(question, valid.votes(), counts, frozen);
    } else {
      PaperTally papers = requireNonNull(tally).tally();
      QuestionTally each = of(papers.questions(), QuestionTally::question, question);
      counts = new Counts(papers.issued(), papers.returned(), each.valid(), each.invalid());
      outcome = counted(question, each.votes(), counts, frozen);
    }
    return new Decided(
        question.key(),
        question.subjects(),
        question.contest(),
        counts,
        outcome.of(question.units(outcome.chosen())));
  }

  private Outcome counted(Question question, List<Votes> votes, Counts counts, PollOpened frozen) {
    Threshold threshold = question.threshold();
    int total =
        switch (threshold.base()) {
          case ELECTORATE -> frozen.electorate().size();
          case PRESENT -> frozen.present().size() + absent.size();
          case ISSUED -> requireNonNull(counts.issued());
          case RETURNED -> requireNonNull(counts.returned());
          case VALID -> requireNonNull(counts.valid());
        };
    return question.form() == Question.Form.ORDER
        ? Outcome.ordered(votes, threshold, total, question.seats())
        : Outcome.counted(votes, threshold, total, question.seats());
  }

  private TieDecided decided(
      PollCalled poll, Question question, TieRule.By by, List<String> preferred, String clause) {
    List<String> all = requireNonNull(outcomes.get(question.key())).resolved(question, preferred);
    return new TieDecided(
        poll.poll(),
        poll.bloc(),
        poll.cycle(),
        poll.conference(),
        question.key(),
        by,
        all,
        question.units(all),
        clause);
  }

  /**
   * The clause by which a tie is decided in this way now: where the regulation states a cascade, as
   * its next step that is not spent; else as whoever decides says.
   */
  private String mustBeNext(Question question, TieRule.By by, @Nullable String told) {
    int round = requireNonNull(called).round();
    boolean spent = round > 1 || (question.rounds() != null && question.rounds() <= round);
    TieRule next =
        question.ties().stream()
            .filter(rule -> rule.by() != TieRule.By.RUN_OFF || !spent)
            .findFirst()
            .orElse(null);
    if (next == null) {
      // the rule has no step, or none that is left: a tie must not stay for ever
      CLAUSE_NEEDED.unless(told != null || by == TieRule.By.RUN_OFF, question.key());
      return requireNonNullElse(told, "");
    }
    ANOTHER_STEP_FIRST.unless(next.by() == by, next.by().code(), next.clause());
    return next.clause();
  }

  private Question tied(Command command, PollCalled poll, String key) {
    POLL_VOID.unless(!isVoid, command.stream());
    POLL_NOT_CLOSED.unless(isClosed(), command.stream());
    Question question = question(poll, key);
    NOT_TIED.unless(
        requireNonNull(outcomes.get(key)).result() == Outcome.Result.TIED
            && !resolved.containsKey(key),
        key);
    VOTED_ON_AGAIN.unless(!votedOnAgain.contains(key), key);
    return question;
  }

  /**
   * Who votes in the name of a unit: itself, or who holds its authority; nothing where its opinion
   * was sent in writing, which whoever runs the conference notes. Refuses a unit that may not vote,
   * and one that neither attends nor is admitted, if attendance is recorded at all.
   */
  private @Nullable UnitId speakerOf(UnitId unit) {
    PollOpened frozen = requireNonNull(opened);
    NOT_IN_THE_ELECTORATE.unless(frozen.electorate().contains(unit), unit.slug());
    AbsentVoiceAdmitted admitted = absent.get(unit);
    NOT_ADMITTED.unless(
        admitted != null || frozen.present().isEmpty() || frozen.present().contains(unit),
        unit.slug());
    return admitted == null ? unit : admitted.holder();
  }

  /** How many voices there can be: of those who take part, if attendance is recorded at all. */
  private int voices() {
    PollOpened frozen = requireNonNull(opened);
    return frozen.present().isEmpty()
        ? frozen.electorate().size()
        : frozen.present().size() + absent.size();
  }

  private Lot drawing(Command command, String question, UnitId unit, Offices offices) {
    called(command);
    POLL_VOID.unless(!isVoid, command.stream());
    VOTED_ON_AGAIN.unless(!votedOnAgain.contains(question), question);
    Lot lot = lots.get(question);
    NO_LOTS.unless(lot != null, question);
    NOT_DRAWING.unless(requireNonNull(lot).units().contains(unit), unit.slug());
    offices.mustActFor(command.envelope().actor(), unit);
    return lot;
  }

  /** In which way it is voted if somebody objects and nothing else is said. */
  private static Method insteadOfConsensus(PollCalled poll, List<UnitId> counting, Rules rules) {
    return Calling.instead(
            rules.insteadOfConsensus(subjects(poll.questions())), poll.questions(), counting)
        .orElse(Method.NAMED_VOTE);
  }

  /** The rules that are in force today. */
  private static Rules rules(PollCalled poll, Streams streams, Offices offices) {
    return new Rules(streams.peek(Year.class, poll.cycle().stream()).regulationOn(offices.today()));
  }

  private static Question question(PollCalled poll, String key) {
    QUESTIONS_DIFFER.unless(keys(poll).contains(key), key);
    return of(poll.questions(), Question::key, key);
  }

  private static <T> T of(List<T> all, Function<T, String> key, Question question) {
    return of(all, key, question.key());
  }

  private static <T> T of(List<T> all, Function<T, String> key, String wanted) {
    return all.stream().filter(each -> key.apply(each).equals(wanted)).findFirst().orElseThrow();
  }

  private static Set<String> keys(PollCalled poll) {
    return keys(poll.questions(), Question::key);
  }

  private static <T> Set<String> keys(List<T> all, Function<T, String> key) {
    return all.stream().map(key).collect(Collectors.toSet());
  }

  private static Set<Subject> subjects(List<Question> questions) {
    return questions.stream()
        .flatMap(question -> question.subjects().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void mustName(Question question, List<Votes> votes) {
    OPTIONS_DIFFER.unless(
        votes.size() == question.options().size()
            && keys(votes, Votes::option).equals(new HashSet<>(question.keys())),
        question.key());
  }

  private void mustAddUp(PollCalled poll, PaperTally papers) {
    QUESTIONS_DIFFER.unless(
        papers.questions().size() == poll.questions().size()
            && keys(papers.questions(), QuestionTally::question).equals(keys(poll)));
    for (QuestionTally each : papers.questions()) {
      mustName(question(poll, each.question()), each.votes());
    }
    COUNT_BELOW_ZERO.unless(papers.countsNothingNegative());
    MORE_ISSUED_THAN_VOTERS.unless(papers.issued() <= requireNonNull(opened).electorate().size());
    MORE_RETURNED_THAN_ISSUED.unless(papers.returnedFitsIssued());
    PAPERS_DO_NOT_ADD_UP.unless(papers.papersAddUp());
    for (QuestionTally each : papers.questions()) {
      MORE_VOTES_THAN_PAPERS.unless(
          each.votesFit(question(poll, each.question())), each.question());
    }
  }

  private void mustCount(Command command, UnitId by, Offices offices) {
    NOT_A_TELLER.unless(tellers.contains(by), by.slug());
    offices.mustActFor(command.envelope().actor(), by);
  }

  private static void mustPreside(
      Command command, PollCalled poll, @Nullable String clause, Streams streams, Offices offices) {
    NOT_THE_CHAIR.unless(
        streams
            .peek(Meeting.class, poll.conference().stream())
            .isChairedBy(command.envelope().actor(), offices),
        poll.conference().slug(),
        clause);
  }

  private static void mustRun(Command command, Meeting meeting, Offices offices) {
    NOT_RUNNING_THE_CONFERENCE.unless(
        meeting.isRunBy(command.envelope().actor(), offices), command.stream());
  }

  private static void mustRun(Command command, PollCalled poll, Streams streams, Offices offices) {
    NOT_RUNNING_THE_CONFERENCE.unless(runs(command, poll, streams, offices), command.stream());
  }

  private static boolean runs(Command command, PollCalled poll, Streams streams, Offices offices) {
    return runs(command, poll, streams.peek(Meeting.class, poll.conference().stream()), offices);
  }

  /** A council over several blocs is the board's to run as well. */
  private static boolean runs(Command command, PollCalled poll, Meeting meeting, Offices offices) {
    return meeting.isRunBy(command.envelope().actor(), offices)
        || (!poll.council().isEmpty() && offices.isTheBoard(command.envelope().actor()));
  }

  private static Meeting sitting(
      Command command, PollCalled poll, Streams streams, Offices offices) {
    Meeting meeting = streams.peek(Meeting.class, poll.conference().stream());
    NOT_RUNNING_THE_CONFERENCE.unless(runs(command, poll, meeting, offices), command.stream());
    CONFERENCE_NOT_SITTING.unless(meeting.inSession(), poll.conference().slug());
    return meeting;
  }

  private static boolean exists(UnitId unit, LocalDate day, Streams streams) {
    return streams.peek(Body.class, unit.stream()).existsOn(day);
  }

  private PollCalled called(Command command) {
    POLL_NOT_CALLED.unless(called != null, command.stream());
    return requireNonNull(called);
  }

  /** What was called, of a poll that is neither void nor closed. */
  private PollCalled standing(Command command) {
    PollCalled poll = called(command);
    POLL_VOID.unless(!isVoid, command.stream());
    POLL_CLOSED.unless(!isClosed(), command.stream());
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
  protected AskedFor asked(PollEvent event, Stored stored) {
    return PollAsked.of(event, stored, called);
  }

  @Override
  protected void reset() {
    recorded = null;
    called = null;
    opened = null;
    methods = List.of();
    tellers = List.of();
    absent.clear();
    agreed = null;
    hands = null;
    named.clear();
    tally = null;
    certified = false;
    outcomes.clear();
    resolved.clear();
    lots.clear();
    votedOnAgain.clear();
    box = null;
    ended = false;
    counted = null;
    destroyed = false;
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
      case AbsentVoiceAdmitted voice -> absent.put(voice.unit(), voice);
      case ConsensusRecorded(_, var answers) -> agreed = answers;
      case ObjectionRaised(_, var method, var counting, _) -> {
        agreed = null;
        List<Method> all = new ArrayList<>(methods);
        all.add(method);
        methods = List.copyOf(all);
        tellers = counting;
      }
      case HandsCounted(_, var counted, _) -> hands = counted;
      case VoteCast(_, var unit, var answers) -> named.put(unit, answers);
      case TallyRecorded typed -> tally = typed;
      case TallyCertified _ -> certified = true;
      case PollClosed poll ->
          poll.decided().forEach(each -> outcomes.put(each.question(), each.outcome()));
      case TieDecided decided -> {
        resolved.put(decided.question(), decided.chosen());
        lots.remove(decided.question());
      }
      case LotsCalled lot -> lots.put(lot.question(), new Lot(lot));
      case LotCommitted(_, var question, var unit, var commitment) ->
          requireNonNull(lots.get(question)).commitments().put(unit, commitment);
      case LotRevealed(_, var question, var unit, var seed) ->
          requireNonNull(lots.get(question)).seeds().put(unit, seed);
      case LotsAbandoned(_, var question, _) -> lots.remove(question);
      case BallotBoxOpened opening -> box = opening;
      case CastingEnded _ -> ended = true;
      case PapersListed _ -> {}
      case BoxCounted counting -> counted = counting;
      case BoxDestroyed _ -> destroyed = true;
      case VotedOnAgain again -> votedOnAgain.addAll(again.questions());
      case PollVoided _ -> isVoid = true;
    }
  }
}
