@NullMarked
package vn.giaouoc.shared.file;

import org.jspecify.annotations.NullMarked;
