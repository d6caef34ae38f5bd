/** Papers of a bloc, and the registers that number them. */
@NullMarked
package vn.giaouoc.shared.paper;

import org.jspecify.annotations.NullMarked;
