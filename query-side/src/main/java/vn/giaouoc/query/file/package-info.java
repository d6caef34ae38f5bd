@NullMarked
package vn.giaouoc.query.file;

import org.jspecify.annotations.NullMarked;
