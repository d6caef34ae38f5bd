/** Where the contents of files may lie apart from the database. */
@NullMarked
package vn.giaouoc.shared.objectstore;

import org.jspecify.annotations.NullMarked;
