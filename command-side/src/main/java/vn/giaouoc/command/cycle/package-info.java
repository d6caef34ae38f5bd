@NullMarked
package vn.giaouoc.command.cycle;

import org.jspecify.annotations.NullMarked;
