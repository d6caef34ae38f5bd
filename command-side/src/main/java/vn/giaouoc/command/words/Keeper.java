package vn.giaouoc.command.words;

import vn.giaouoc.shared.Words;

/** Keeps beside the log what a person typed, for the handler of a command. */
@FunctionalInterface
public interface Keeper {

  /**
   * Keeps a text with what is being decided, and returns what stands for it in an event. Every text
   * that is typed gets a reference of its own, even if the same was typed before.
   */
  Words words(String text);
}
