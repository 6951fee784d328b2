package org.lottrace.overview.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace overview", description = "How far the figures of today look back")
@interface OverviewConfig {
    @AttributeDefinition(
            name = "Sales orders",
            description = "Calendar days. An open sales order counts as late for so many days after its delivery date;"
                    + " later it is not looked at any more.",
            min = "1",
            max = "400")
    int sales_order_days() default 60;

    @AttributeDefinition(
            name = "On the road",
            description = "Calendar days from the ship date of a notice after which its goods are late.",
            min = "0",
            max = "400")
    int road_days() default 5;

    @AttributeDefinition(
            name = "Interchanges",
            description = "Days, each of 24 hours, for which an interchange with problems is counted.",
            min = "1",
            max = "400")
    int interchange_days() default 7;
}
