/** The one order that readers know: every event once, with a dense position. */
@NullMarked
package vn.giaouoc.query.journal;

import org.jspecify.annotations.NullMarked;
