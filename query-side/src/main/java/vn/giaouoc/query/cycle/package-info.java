/** The emulation year of a bloc: its steps, its standing, its figures, its timeline. */
@NullMarked
package vn.giaouoc.query.cycle;

import org.jspecify.annotations.NullMarked;
