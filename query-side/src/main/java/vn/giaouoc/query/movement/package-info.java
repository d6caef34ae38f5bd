@NullMarked
package vn.giaouoc.query.movement;

import org.jspecify.annotations.NullMarked;
