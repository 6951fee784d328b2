package org.lottrace.rest.internal.feed;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace feed", description = "Live events of the ledger over REST")
@interface FeedConfig {
    String PID = "org.lottrace.rest";

    @AttributeDefinition(description = "Feeds open at a time, 1 or more")
    int feeds_max() default 50;

    @AttributeDefinition(description = "Feeds of one user open at a time, 1 or more")
    int feeds_max_of_one_user() default 5;

    @AttributeDefinition(description = "Milliseconds between two looks at the ledger while feeds are open, 1 or more")
    int look_milliseconds() default 250;
}
