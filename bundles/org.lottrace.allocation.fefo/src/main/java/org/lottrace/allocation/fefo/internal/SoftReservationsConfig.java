package org.lottrace.allocation.fefo.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace soft reservations",
        description = "How long goods are kept for an order that is not sure yet")
@interface SoftReservationsConfig {
    @AttributeDefinition(
            name = "Time to live",
            description =
                    "minutes after which a soft reservation ends, 1 or more; those that are there already keep their end")
    int minutes_to_live() default 2_880;
}
