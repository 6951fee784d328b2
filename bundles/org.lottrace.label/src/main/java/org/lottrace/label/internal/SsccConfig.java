package org.lottrace.label.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace numbers of logistic units")
@interface SsccConfig {
    @AttributeDefinition(
            description =
                    "GS1 Company Prefix, 6 to 12 digits; empty: no SSCC is allocated. Never go back to an earlier one.")
    String company_prefix() default "";

    @AttributeDefinition(
            description =
                    "Whole years, 1 to 9, in which no number comes again. More years leave fewer numbers for each year. A"
                            + " change begins other numbers: make it only when those of the last years are no longer in use.")
    int years_without_reuse() default 1;
}
