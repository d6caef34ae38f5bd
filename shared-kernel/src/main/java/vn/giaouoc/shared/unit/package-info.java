@NullMarked
package vn.giaouoc.shared.unit;

import org.jspecify.annotations.NullMarked;
