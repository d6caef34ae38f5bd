@NullMarked
package vn.giaouoc.command.correction;

import org.jspecify.annotations.NullMarked;
