@NullMarked
package vn.giaouoc.command.bloc;

import org.jspecify.annotations.NullMarked;
