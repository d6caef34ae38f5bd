/** A year replayed through its own rules, and compared with what is stored. */
@NullMarked
package vn.giaouoc.replay;

import org.jspecify.annotations.NullMarked;
