@NullMarked
package vn.giaouoc.command.conference;

import org.jspecify.annotations.NullMarked;
