@NullMarked
package vn.giaouoc.shared.eventstore;

import org.jspecify.annotations.NullMarked;
