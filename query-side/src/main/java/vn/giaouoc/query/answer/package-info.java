/** What every answer has in common: its moment, the names in it, what it cannot tell. */
@NullMarked
package vn.giaouoc.query.answer;

import org.jspecify.annotations.NullMarked;
