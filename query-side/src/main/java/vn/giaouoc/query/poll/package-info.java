/** Polls: what was put to the vote, and what came of it. */
@NullMarked
package vn.giaouoc.query.poll;

import org.jspecify.annotations.NullMarked;
