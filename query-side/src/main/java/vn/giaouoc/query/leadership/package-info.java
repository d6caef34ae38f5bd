/** Who leads a bloc, and how that came about. */
@NullMarked
package vn.giaouoc.query.leadership;

import org.jspecify.annotations.NullMarked;
