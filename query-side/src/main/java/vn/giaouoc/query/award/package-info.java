/** Awards, and what became of them. */
@NullMarked
package vn.giaouoc.query.award;

import org.jspecify.annotations.NullMarked;
