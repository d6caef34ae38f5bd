@NullMarked
package vn.giaouoc.shared.poll;

import org.jspecify.annotations.NullMarked;
