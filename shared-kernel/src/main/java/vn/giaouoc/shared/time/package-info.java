@NullMarked
package vn.giaouoc.shared.time;

import org.jspecify.annotations.NullMarked;
