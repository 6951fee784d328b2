package org.lottrace.ledger.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace ledger chain", description = "How the hash chain is verified")
@interface ChainConfig {
    String PID = "org.lottrace.ledger.chain";

    @AttributeDefinition(
            name = "Events of a slice",
            description = "The hash of every so many-th event is kept in memory, some 110 bytes each; a certificate"
                    + " verifies the slices again in which the events of its lots are")
    int slice_events() default 100;

    @AttributeDefinition(
            name = "Patrol interval",
            description =
                    "Milliseconds between two slices that are verified again in the background, from the first event"
                            + " to the last and then from the first again. 0: never")
    int patrol_milliseconds() default 1000;

    @AttributeDefinition(
            name = "Minutes between whole comparisons",
            description = "What can only be asked of everything at once (records without a seal, what is derived from"
                    + " events) is compared in the background once in so many minutes")
    int whole_minutes() default 60;
}
