/** Score sheets, layer by layer. */
@NullMarked
package vn.giaouoc.query.scoring;

import org.jspecify.annotations.NullMarked;
