@NullMarked
package vn.giaouoc.command.poll;

import org.jspecify.annotations.NullMarked;
