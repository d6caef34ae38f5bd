package vn.giaouoc.shared.poll;

import vn.giaouoc.shared.Code;

/** How a unit votes that does not attend. */
public enum Absence implements Code {
  /** It sends its opinion in writing. */
  WRITTEN,
  /** Another unit votes in its name as well. */
  PROXY
}
