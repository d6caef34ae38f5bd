@NullMarked
package vn.giaouoc.command.words;

import org.jspecify.annotations.NullMarked;
