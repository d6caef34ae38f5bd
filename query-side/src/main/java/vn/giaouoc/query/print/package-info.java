/** Papers that offices print: what they say, and the layout that they must have. */
@NullMarked
package vn.giaouoc.query.print;

import org.jspecify.annotations.NullMarked;
