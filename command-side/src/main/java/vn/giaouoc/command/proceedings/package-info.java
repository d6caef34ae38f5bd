@NullMarked
package vn.giaouoc.command.proceedings;

import org.jspecify.annotations.NullMarked;
