@NullMarked
package vn.giaouoc.query;

import org.jspecify.annotations.NullMarked;
