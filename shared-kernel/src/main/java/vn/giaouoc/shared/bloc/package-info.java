@NullMarked
package vn.giaouoc.shared.bloc;

import org.jspecify.annotations.NullMarked;
