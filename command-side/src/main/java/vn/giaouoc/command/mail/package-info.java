@NullMarked
package vn.giaouoc.command.mail;

import org.jspecify.annotations.NullMarked;
