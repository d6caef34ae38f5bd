/** The tables in which offices send what they promise, reach and score. */
@NullMarked
package vn.giaouoc.shared.spreadsheet;

import org.jspecify.annotations.NullMarked;
