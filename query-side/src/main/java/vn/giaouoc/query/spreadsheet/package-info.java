/** Answers as tables for an office program, and for paper. */
@NullMarked
package vn.giaouoc.query.spreadsheet;

import org.jspecify.annotations.NullMarked;
