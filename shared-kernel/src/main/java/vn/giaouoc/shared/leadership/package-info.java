@NullMarked
package vn.giaouoc.shared.leadership;

import org.jspecify.annotations.NullMarked;
