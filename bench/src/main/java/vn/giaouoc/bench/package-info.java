/** How fast it is, beside the limit of the same database in the same run. */
@NullMarked
package vn.giaouoc.bench;

import org.jspecify.annotations.NullMarked;
