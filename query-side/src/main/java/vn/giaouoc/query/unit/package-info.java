/** What is known of one unit. */
@NullMarked
package vn.giaouoc.query.unit;

import org.jspecify.annotations.NullMarked;
