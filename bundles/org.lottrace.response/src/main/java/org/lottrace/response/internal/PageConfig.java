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
}
