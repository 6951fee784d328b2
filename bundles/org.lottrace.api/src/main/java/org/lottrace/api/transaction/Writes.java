package org.lottrace.api.transaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what changes a store or locks it. Only the bundle that owns the store may call it; who wants something changed asks
 * the owner's service. An architecture test holds that and has the table of owners.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Writes {}
