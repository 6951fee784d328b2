package org.lottrace.rest.internal.call;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the operation of the catalogue that a path stands for. Each operation has one path, and may have variants. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Performs {
    /** A result of any length is counted as so many rows. */
    int WHOLE = 5_000;

    /** @return the name of the operation */
    String value();

    /** @return true when another path is the one of the operation, and this one a shorter way to it */
    boolean isVariant() default false;

    /** @return codes of refusals which say that what the URL names is not there */
    String[] notFound() default {};

    /** @return rows that the service reads; 0: as many as the limit says, or one */
    int rows() default 0;
}
