package org.lottrace.ledger.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace event times", description = "Which times of events are possible")
@interface EventTimesConfig {
    @AttributeDefinition(
            name = "Tolerance",
            description = "Minutes by which the clocks of two devices may differ: an event may be so far in the future,"
                    + " and its goods may have come so much later.")
    int tolerance_minutes() default 15;

    @AttributeDefinition(
            name = "Accounting days",
            description =
                    "Days between an event and its accounting date, either way. The default is a quarter, the"
                            + " longest period that is usually still open: what belongs into another one is an entry of its own.")
    int accounting_days() default 92;

    @AttributeDefinition(
            name = "Go-live",
            description = "First day that is recorded here, such as 2026-03-01. What is asked for before it is refused,"
                    + " what is reported is recorded with a finding. Empty: there is no such day.")
    String go_live() default "";
}
