package vn.giaouoc.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an event that is a fact just as somebody told it: nothing in it is computed, and nothing
 * was decided by it. If it was told wrongly it can be corrected. What is an outcome cannot: it is
 * decided anew.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Correctable {}
