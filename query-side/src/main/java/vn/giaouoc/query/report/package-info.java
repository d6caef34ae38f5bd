@NullMarked
package vn.giaouoc.query.report;

import org.jspecify.annotations.NullMarked;
