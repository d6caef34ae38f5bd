package vn.giaouoc.shared.eventstore;

/**
 * How what a command ends with, if not with an answer, gets from the node that handled it to the
 * one that was asked. On the PostgreSQL log these are always the same.
 */
public interface Refusals {

  /**
   * What is sent for an exception.
   *
   * @return a value that the wire format can write, whatever was thrown
   */
  Object written(Throwable thrown);

  /**
   * The exception that stands for what was sent: of the same kind as that which was thrown, so that
   * who asked gets the same answer from every node.
   */
  RuntimeException read(Object written);
}
