package vn.giaouoc.shared.poll;

import vn.giaouoc.shared.Code;

/** Why an answer does not count, in the order in which it is looked for. */
public enum Flaw implements Code {
  /** It cannot be read, or says the same thing twice, or not in the form asked for. */
  UNREADABLE,
  /** It has something on it that was not asked for. */
  SIGNED_OR_MARKED,
  /** It names what is not among the options. */
  OUTSIDE_THE_LIST,
  /** It names more options than allowed. */
  TOO_MANY,
  /** It says nothing, where that does not count. */
  BLANK
}
