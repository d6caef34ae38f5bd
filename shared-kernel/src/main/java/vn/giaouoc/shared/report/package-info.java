@NullMarked
package vn.giaouoc.shared.report;

import org.jspecify.annotations.NullMarked;
