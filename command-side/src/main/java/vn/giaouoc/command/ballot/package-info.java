/**
 * The secret ballot: what is stamped, sealed, put in a box and counted without knowing whose it is.
 */
@NullMarked
package vn.giaouoc.command.ballot;

import org.jspecify.annotations.NullMarked;
