package org.lottrace.recall.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace for the owner",
        description = "What was before LotTrace, for the page that says what it is worth. What is empty is not known")
@interface OwnerConfig {
    String PID = "org.lottrace.recall.owner";

    @AttributeDefinition(description = "Day since when LotTrace is used, such as 2026-03-01; empty: not known")
    String go_live() default "";

    @AttributeDefinition(
            description =
                    "Goods written off in a month before that day, in the currency of the books; counts when nothing is"
                            + " written off in the books before it")
    String before_written_off() default "";

    @AttributeDefinition(description = "Of them what had expired, in a month, in the currency of the books")
    String before_expired() default "";

    @AttributeDefinition(description = "How long a trace took before that day, in hours of one person")
    String before_trace_hours() default "";

    @AttributeDefinition(
            description = "How many traces are made in a year, such as of complaints, audits and exercises")
    String traces_in_a_year() default "";

    @AttributeDefinition(description = "What an hour of a person costs, in the currency of the books")
    String hour_cost() default "";
}
