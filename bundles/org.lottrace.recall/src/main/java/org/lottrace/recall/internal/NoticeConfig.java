package org.lottrace.recall.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace recall notices",
        description = "How often notices and reminders are looked after")
@interface NoticeConfig {
    String PID = "org.lottrace.recall";

    @AttributeDefinition(
            description = "Seconds between two looks for notices to send and reminders that are due; 1 or more")
    int look_seconds() default 15;
}
