package vn.giaouoc.command.poll;

import static vn.giaouoc.command.poll.PollRejection.ANOTHER_TOKEN;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.ballot.OpenBoxes;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.poll.PollCommand.IssuePaper;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.poll.VotingPaperEvent;
import vn.giaouoc.shared.poll.VotingPaperEvent.PaperIssued;

/**
 * The paper of one unit in a secret poll. It is issued once, on a token that the voter's browser
 * made and blinded; for the same token it is issued again, for another one never.
 */
@AggregateRoot(type = "voting-paper")
class VotingPaper extends Recordable<VotingPaperEvent> {

  private @Nullable String blinded;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(IssuePaper command, Streams streams, Offices offices, OpenBoxes boxes) {
    Poll poll = streams.peek(Poll.class, command.poll().stream());
    poll.mustIssue(command, offices);
    // or it could be issued while the papers are counted
    boxes.keepOpen(command.poll());
    String digest = SecretBallots.digest(poll.stampingKey(), command.blinded());
    if (blinded != null) {
      ANOTHER_TOKEN.unless(blinded.equals(digest), command.unit().slug());
      return version();
    }
    append(
        new PaperIssued(command.poll(), command.unit(), digest),
        command.envelope().forAudience(Audience.bloc(poll.bloc())));
    return version();
  }

  @Override
  protected AskedFor asked(VotingPaperEvent event, Stored stored) {
    return AskedFor.Not.KEPT_SECRET;
  }

  @Override
  protected void reset() {
    blinded = null;
  }

  @Override
  protected void evolve(VotingPaperEvent event, Since since) {
    switch (event) {
      case PaperIssued issued -> blinded = issued.blinded();
    }
  }
}
