@NullMarked
package vn.giaouoc.shared;

import org.jspecify.annotations.NullMarked;
