package org.lottrace.response.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the page: it is open to everybody, so what it reads is limited. */
@ObjectClassDefinition(name = "LotTrace recall responses: limits of the page")
@interface PageConfig {
    String PID = "org.lottrace.response.page";

    @AttributeDefinition(name = "Largest answer", description = "bytes, 1 or more; one line of a notice takes some 200")
    int body_max_bytes() default 1_000_000;

    @AttributeDefinition(name = "Slowest answer", description = "seconds in which all of it must have come, 1 or more")
    int body_max_seconds() default 60;

    @AttributeDefinition(
            name = "Slowest line",
            description =
                    "bytes of an answer that must come in each second once ten seconds are over, 0 or more (0: any)")
    int body_min_bytes_per_second() default 500;

    @AttributeDefinition(
            name = "Most at a time",
            description =
                    "consignees who are served at the same moment, 1 or more; each holds a thread that others need")
    int requests_max() default 30;

    @AttributeDefinition(
            name = "Days of a link",
            description = "days after the notice was written in which its link lets somebody answer, 1 or more")
    int link_days() default 180;
}
