@NullMarked
package vn.giaouoc.command.unit;

import org.jspecify.annotations.NullMarked;
