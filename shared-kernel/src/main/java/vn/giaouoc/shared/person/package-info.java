@NullMarked
package vn.giaouoc.shared.person;

import org.jspecify.annotations.NullMarked;
