/** How this node and the whole reading side are doing, for who keeps the system. */
@NullMarked
package vn.giaouoc.query.health;

import org.jspecify.annotations.NullMarked;
