/** Both sides in one process with a PostgreSQL of their own, and the command line. */
@NullMarked
package vn.giaouoc;

import org.jspecify.annotations.NullMarked;
