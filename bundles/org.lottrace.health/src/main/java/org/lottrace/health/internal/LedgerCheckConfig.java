package org.lottrace.health.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace health: ledger")
@interface LedgerCheckConfig {
    @AttributeDefinition(name = "Newest events", description = "How many of the newest events are recomputed each time")
    int newest_events() default 200;
}
