@NullMarked
package vn.giaouoc.command.leadership;

import org.jspecify.annotations.NullMarked;
