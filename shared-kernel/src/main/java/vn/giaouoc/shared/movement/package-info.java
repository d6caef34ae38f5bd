@NullMarked
package vn.giaouoc.shared.movement;

import org.jspecify.annotations.NullMarked;
