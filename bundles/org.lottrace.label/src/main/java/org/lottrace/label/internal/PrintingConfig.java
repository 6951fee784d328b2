package org.lottrace.label.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace queue of labels")
@interface PrintingConfig {
    String PID = "org.lottrace.label.printing";

    @AttributeDefinition(
            name = "Folder",
            description =
                    "where labels are put, a folder for each site, for a program of the printer to take them away; copies are in"
                            + " its folder kept; empty: no labels are put anywhere")
    String folder() default "";

    @AttributeDefinition(
            name = "Sites",
            description =
                    "which sites print what: SITE FORMAT KIND, such as BER ZPL CASE; format PNG, SVG, PDF or ZPL, kind LOT or"
                            + " CASE says which template; what comes in a logistic unit gets the label of a pallet")
    String[] sites() default {};

    @AttributeDefinition(
            name = "Not older than",
            description =
                    "days after which nothing is printed any more, so that whoever turns this on prints nothing of the past")
    int newest_days() default 3;
}
