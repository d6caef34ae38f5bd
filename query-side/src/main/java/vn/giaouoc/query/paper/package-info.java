/** Papers, and the registers that number them. */
@NullMarked
package vn.giaouoc.query.paper;

import org.jspecify.annotations.NullMarked;
