/** What is known of one bloc. */
@NullMarked
package vn.giaouoc.query.bloc;

import org.jspecify.annotations.NullMarked;
