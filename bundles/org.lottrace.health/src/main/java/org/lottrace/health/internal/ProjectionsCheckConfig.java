package org.lottrace.health.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace health: projections")
@interface ProjectionsCheckConfig {
    @AttributeDefinition(
            name = "Names",
            description = "Projections that are watched, by their name in the projection store")
    String[] names() default {"cost", "asn856"};

    @AttributeDefinition(
            name = "Patience",
            description = "Seconds for which a projection may be behind without moving before it is a warning")
    long patience_seconds() default 60;
}
