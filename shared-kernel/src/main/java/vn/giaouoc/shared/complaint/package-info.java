/** Complaints and denunciations. */
@NullMarked
package vn.giaouoc.shared.complaint;

import org.jspecify.annotations.NullMarked;
