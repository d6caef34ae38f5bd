@NullMarked
package vn.giaouoc.command.reminder;

import org.jspecify.annotations.NullMarked;
