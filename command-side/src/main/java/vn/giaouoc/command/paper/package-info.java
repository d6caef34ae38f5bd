@NullMarked
package vn.giaouoc.command.paper;

import org.jspecify.annotations.NullMarked;
