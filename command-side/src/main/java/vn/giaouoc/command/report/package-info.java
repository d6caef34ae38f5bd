@NullMarked
package vn.giaouoc.command.report;

import org.jspecify.annotations.NullMarked;
