package vn.giaouoc.command.ballot;

import vn.giaouoc.shared.poll.PollId;

/** The boxes of secret polls, for the handler of a command. */
@FunctionalInterface
public interface OpenBoxes {

  /**
   * Keeps the box of a poll open until the unit of work ends: whoever seals it waits for what is
   * decided meanwhile, and finds it in the log.
   *
   * @throws vn.giaouoc.command.Rejection.Rejected if it is sealed already, or there is none
   */
  void keepOpen(PollId poll);
}
