package org.lottrace.movement.capture.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace movements", description = "What is still as agreed when goods come")
@interface MovementCaptureConfig {
    @AttributeDefinition(
            name = "Over-receipt",
            description =
                    "Percent of what was announced of a lot, and of what was ordered in an order line, by which more"
                            + " may come before it is a finding.")
    int over_receipt_percent() default 0;

    @AttributeDefinition(
            name = "Over-production",
            description =
                    "Percent of what a production order plans of an item, the scrap of a component included, by which"
                            + " more may go in or come out before it is a finding.")
    int over_production_percent() default 10;

    @AttributeDefinition(
            name = "Catch weight",
            description =
                    "Percent by which the weight of a piece of a catch-weight item may differ from the mean of what came of"
                            + " its lot before it is a finding, where the item says nothing else.")
    int catch_weight_percent() default 25;

    @AttributeDefinition(
            name = "Sites with a witness",
            description = "codes of the sites at which nothing is disposed of without a reason and without a witness")
    String[] witness_sites() default {};
}
