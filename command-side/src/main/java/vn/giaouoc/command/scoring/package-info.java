@NullMarked
package vn.giaouoc.command.scoring;

import org.jspecify.annotations.NullMarked;
