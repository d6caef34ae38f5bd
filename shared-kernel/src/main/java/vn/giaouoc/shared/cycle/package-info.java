@NullMarked
package vn.giaouoc.shared.cycle;

import org.jspecify.annotations.NullMarked;
