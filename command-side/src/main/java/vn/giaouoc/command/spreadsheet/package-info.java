/** Tables that offices hand in: read cell by cell, and entered as one batch or not at all. */
@NullMarked
package vn.giaouoc.command.spreadsheet;

import org.jspecify.annotations.NullMarked;
