package org.lottrace.api.operation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a service an operation of the catalogue: adapters offer it to the outside through {@link Operations},
 * and nothing else. Request and result are those of the method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /** @return subject and verb, such as {@code movement.receive}; unique, never changed once it was published */
    String name();

    /** @return who may call it: whoever has one of them; everybody of the company when nothing is said */
    Role[] roles() default {
        Role.ADMINISTRATOR,
        Role.OPERATOR,
        Role.MASTER_DATA,
        Role.RECEIVER,
        Role.PRODUCER,
        Role.SHIPPER,
        Role.QUALITY,
        Role.ACCOUNTANT,
        Role.CONTROLLER,
        Role.AUDITOR,
        Role.CORRECTOR,
        Role.RECALL_COORDINATOR,
        Role.RECALL_QUALITY,
        Role.RECALL_SIGNATORY
    };

    /** @return what happens when the same request comes again */
    Repeat repeat() default Repeat.READS;

    /** @return whether it goes through all that is recorded, so that no time limit is set for it */
    boolean takesLong() default false;

    /** @return the codes with which it may be refused, besides those of {@link Refusals} at the service */
    String[] refusals() default {};

    /** @return services whose {@link Refusals} it passes on */
    Class<?>[] refusalsOf() default {};
}
