package org.lottrace.cost.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace lot costing", description = "Lot-actual cost of the company's goods")
@interface LotCostingConfig {
    @AttributeDefinition(
            name = "Currency",
            description = "Functional currency of the company, ISO 4217 code. All books are kept in it; purchase"
                    + " orders in another need an exchange rate. It cannot be changed once something is booked.")
    String currency() default "EUR";

    @AttributeDefinition(
            name = "Late cost",
            description =
                    "Where a cost goes that becomes known when the goods are gone: VARIANCE, to the price variance;"
                            + " CASCADE, along their way into what was made of them and sold. Holds for documents that are recorded from"
                            + " now on.")
    LateCost.Policy late_cost() default LateCost.Policy.VARIANCE;

    @AttributeDefinition(
            name = "Framework",
            description = "IFRS allows that a write-down is reversed, up to what was written down; US_GAAP does not.")
    Framework framework() default Framework.IFRS;

    @AttributeDefinition(
            name = "Accounting zone",
            description =
                    "Time zone of the company's accounting, such as Europe/Berlin: a period can be locked when its last day is"
                            + " over there.")
    String accounting_zone() default "UTC";

    @AttributeDefinition(
            name = "Period ends",
            description =
                    "Last days of accounting periods that are not calendar months, such as 2026-01-25, in any order. Before"
                            + " the first and after the last of them periods are calendar months.")
    String[] period_ends() default {};

    /** What the books follow. */
    enum Framework {
        IFRS,
        US_GAAP
    }
}
