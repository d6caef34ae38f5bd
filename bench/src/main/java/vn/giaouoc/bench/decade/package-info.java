/** A decade of a nation: years that were really decided, told again of many blocs. */
@NullMarked
package vn.giaouoc.bench.decade;

import org.jspecify.annotations.NullMarked;
