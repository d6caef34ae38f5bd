/** Folds of the journal into documents, kept as it grows, rebuilt, and cut at any moment. */
@NullMarked
package vn.giaouoc.query.fold;

import org.jspecify.annotations.NullMarked;
