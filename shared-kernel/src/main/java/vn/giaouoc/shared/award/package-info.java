@NullMarked
package vn.giaouoc.shared.award;

import org.jspecify.annotations.NullMarked;
