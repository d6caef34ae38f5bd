@NullMarked
package vn.giaouoc.shared.scoring;

import org.jspecify.annotations.NullMarked;
