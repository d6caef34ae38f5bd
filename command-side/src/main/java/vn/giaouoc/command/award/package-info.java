@NullMarked
package vn.giaouoc.command.award;

import org.jspecify.annotations.NullMarked;
