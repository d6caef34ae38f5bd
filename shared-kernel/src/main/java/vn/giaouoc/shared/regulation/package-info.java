@NullMarked
package vn.giaouoc.shared.regulation;

import org.jspecify.annotations.NullMarked;
