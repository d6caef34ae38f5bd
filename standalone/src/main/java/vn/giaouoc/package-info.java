@NullMarked
package vn.giaouoc;

import org.jspecify.annotations.NullMarked;
