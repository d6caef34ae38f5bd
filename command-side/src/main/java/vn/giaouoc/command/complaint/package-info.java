@NullMarked
package vn.giaouoc.command.complaint;

import org.jspecify.annotations.NullMarked;
