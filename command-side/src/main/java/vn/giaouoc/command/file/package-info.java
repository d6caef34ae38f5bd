@NullMarked
package vn.giaouoc.command.file;

import org.jspecify.annotations.NullMarked;
