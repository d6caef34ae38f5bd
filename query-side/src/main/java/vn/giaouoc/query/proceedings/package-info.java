/** The sources of history that was recorded later. */
@NullMarked
package vn.giaouoc.query.proceedings;

import org.jspecify.annotations.NullMarked;
