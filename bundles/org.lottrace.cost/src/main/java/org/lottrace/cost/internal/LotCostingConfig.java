package org.lottrace.cost.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace lot costing", description = "Lot-actual cost of the company's goods")
@interface LotCostingConfig {
    @AttributeDefinition(
            name = "Currency",
            description = "Functional currency of the company, ISO 4217 code. All books are kept in it and purchase"
                    + " orders in another are refused. It cannot be changed once something is booked.")
    String currency() default "EUR";
}
