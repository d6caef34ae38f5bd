@NullMarked
package vn.giaouoc.command.movement;

import org.jspecify.annotations.NullMarked;
