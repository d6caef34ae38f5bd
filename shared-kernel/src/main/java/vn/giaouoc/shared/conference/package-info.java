@NullMarked
package vn.giaouoc.shared.conference;

import org.jspecify.annotations.NullMarked;
