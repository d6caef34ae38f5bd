@NullMarked
package vn.giaouoc.command;

import org.jspecify.annotations.NullMarked;
