/** Regulations as documents. */
@NullMarked
package vn.giaouoc.command.regulation;

import org.jspecify.annotations.NullMarked;
