@NullMarked
package vn.giaouoc.query.pledge;

import org.jspecify.annotations.NullMarked;
