/** The journal as a feed, and how those who follow it are doing. */
@NullMarked
package vn.giaouoc.query.feed;

import org.jspecify.annotations.NullMarked;
