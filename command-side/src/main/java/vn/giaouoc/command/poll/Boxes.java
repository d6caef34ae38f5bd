package vn.giaouoc.command.poll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.Repeated;
import vn.giaouoc.command.ballot.Opened;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.command.poll.PollCommand.AskBallot;
import vn.giaouoc.command.poll.PollCommand.CountBox;
import vn.giaouoc.command.poll.PollCommand.NoteDestruction;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollId;

/**
 * Has the boxes of secret ballots follow the record: ready before a poll opens; when it has ended,
 * sealed, counted in one event, and once that is in the record destroyed, which is told too. Each
 * step may be repeated, by any node. What was interrupted is taken up at the start, and every
 * minute.
 */
@Component
class Boxes extends Repeated {

  private static final Logger LOG = LoggerFactory.getLogger(Boxes.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Commands commands;
  private final SecretBallots ballots;

  Boxes(Commands commands, SecretBallots ballots) {
    super(true, PAUSE);
    this.commands = commands;
    this.ballots = ballots;
  }

  /**
   * Keys and box for a poll that is to be opened, or is objected to; nothing if it will not be
   * secret. They are made before the decision, so that no transaction of the log waits for them.
   *
   * @param instead in which way it is to be voted, where somebody objects
   */
  SecretBallots.@Nullable Prepared ready(PollId poll, @Nullable Method instead) {
    Ballot ballot = look(poll, instead);
    return ballot.mayBeSecret() && !ballot.over()
        ? ballots.prepare(poll, ballot.questions())
        : null;
  }

  /**
   * Takes all steps that are due.
   *
   * @return the version that the poll then has; null where nothing was due
   */
  @Nullable Long follow(PollId poll) {
    if (!ballots.stands(poll)) {
      return null;
    }
    Ballot ballot = look(poll, null);
    if (ballot.ended() && !ballot.over()) {
      ballot = counted(poll, ballot);
    }
    if (!ballot.over()) {
      return null;
    }
    ballots.seal(poll);
    ballots.destroy(poll);
    long version =
        commands.give(new NoteDestruction(poll, commands.ownAct()), "box-destroyed:" + poll.slug());
    ballots.told(poll);
    return version;
  }

  /** Counts it, and reads it back: nothing is destroyed that is not in the record. */
  private Ballot counted(PollId poll, Ballot ballot) {
    try {
      ballots.seal(poll);
      Opened opened = ballots.open(poll, ballot.questions(), ballot.blankIsValid());
      commands.give(new CountBox(poll, opened, commands.ownAct()), "box-counted:" + poll.slug());
      return look(poll, null);
    } catch (IllegalStateException | Rejected e) {
      // another that follows it may have counted it meanwhile, and have destroyed what is missing
      Ballot now = look(poll, null);
      if (!now.over()) {
        throw e;
      }
      return now;
    }
  }

  @Override
  protected boolean once() {
    boolean well = true;
    for (PollId poll : ballots.standing()) {
      try {
        ballots.mustBeAbleToOpen(poll);
        follow(poll);
      } catch (RuntimeException e) {
        // one that cannot go on, such as one whose keys are lost, holds up no other
        LOG.warn("The box of {} cannot be followed: {}", poll.slug(), e.toString());
        well = false;
      }
    }
    return well;
  }

  private Ballot look(PollId poll, @Nullable Method instead) {
    return commands.look(new AskBallot(poll, instead, commands.ownAct()));
  }
}
