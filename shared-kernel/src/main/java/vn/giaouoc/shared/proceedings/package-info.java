@NullMarked
package vn.giaouoc.shared.proceedings;

import org.jspecify.annotations.NullMarked;
