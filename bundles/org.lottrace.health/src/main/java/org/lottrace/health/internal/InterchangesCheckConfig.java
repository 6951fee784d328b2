package org.lottrace.health.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace health: interchanges")
@interface InterchangesCheckConfig {
    @AttributeDefinition(name = "Newest", description = "How many of the newest interchanges are looked at")
    int newest() default 200;

    @AttributeDefinition(
            name = "Rejected within",
            description = "Hours after which a rejected interchange is no longer a warning")
    long rejected_within_hours() default 24;

    @AttributeDefinition(
            name = "Pending for",
            description = "Minutes after which an interchange that has not left is a warning")
    long pending_for_minutes() default 5;
}
