/** Complaints, and what came of them. */
@NullMarked
package vn.giaouoc.query.complaint;

import org.jspecify.annotations.NullMarked;
