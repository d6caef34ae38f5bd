@NullMarked
package vn.giaouoc.shared.pledge;

import org.jspecify.annotations.NullMarked;
