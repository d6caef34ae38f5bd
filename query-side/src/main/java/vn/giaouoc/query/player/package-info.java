/** A year or a conference, step by step. */
@NullMarked
package vn.giaouoc.query.player;

import org.jspecify.annotations.NullMarked;
