/** The record of one conference. */
@NullMarked
package vn.giaouoc.query.conference;

import org.jspecify.annotations.NullMarked;
