@NullMarked
package vn.giaouoc.command.pledge;

import org.jspecify.annotations.NullMarked;
