package org.lottrace.api.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Codes with which every operation of a service that changes something may be refused. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Refusals {
    /** @return the codes */
    String[] value() default {};

    /** @return services whose codes are passed on */
    Class<?>[] of() default {};
}
