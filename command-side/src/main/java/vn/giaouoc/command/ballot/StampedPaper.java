package vn.giaouoc.command.ballot;

/**
 * A paper as it is put in the box.
 *
 * @param token what was stamped, {@value vn.giaouoc.shared.poll.StampingKey#TOKEN_BYTES} bytes that
 *     the voter's browser made
 * @param stamp the stamp
 * @param sealed the paper, sealed to the box
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record StampedPaper(byte[] token, byte[] stamp, byte[] sealed) {

  @Override
  public String toString() {
    return "StampedPaper[…]";
  }
}
