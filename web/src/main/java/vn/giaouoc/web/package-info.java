/** What both sides need of the web and is none of the domain: who asks, and plain refusals. */
@NullMarked
package vn.giaouoc.web;

import org.jspecify.annotations.NullMarked;
