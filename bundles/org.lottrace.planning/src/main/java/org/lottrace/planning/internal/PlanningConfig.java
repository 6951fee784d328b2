package org.lottrace.planning.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace planning", description = "When lots are told to expire soon")
@interface PlanningConfig {
    @AttributeDefinition(
            name = "Days ahead",
            description =
                    "Calendar days before its expiry from which on a lot is counted; a step for each number, 0 to 1000, with"
                            + " blanks between them.")
    String expiring_days() default "7 14 30 60 90";

    @AttributeDefinition(
            name = "Lead time",
            description =
                    "Calendar days before the expiry of a lot from which on somebody has to see to it: a number for all items, and"
                            + " ITEM=DAYS for some, with commas between them; 0 to 1000")
    String lead_days() default "14";
}
