package org.lottrace.web.gate.internal.limit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace requests",
        description = "How large and how slow a request of SOAP or REST may be, and all of them together")
@interface RequestLimitsConfig {
    /** Of the days when only SOAP had limits; an edited file of that name is kept by an upgrade. */
    String PID = "org.lottrace.web.gate.soap";

    @AttributeDefinition(
            description =
                    "Bytes that the body of a request may have, 1 or more; a list that is longer is sent in parts")
    int body_max_bytes() default 10_000_000;

    @AttributeDefinition(description = "Seconds in which the whole body must have come, 1 or more")
    int body_max_seconds() default 120;

    @AttributeDefinition(
            description = "Bytes of a body that must come in each second once ten seconds are over, 0 or more (0: any)")
    int body_min_bytes_per_second() default 500;

    @AttributeDefinition(
            description =
                    "Requests that are worked on at a time, 1 or more; each holds a thread, and the pages need some, too")
    int requests_max() default 100;

    @AttributeDefinition(description = "Requests of one user that are worked on at a time, 1 or more")
    int requests_max_of_one_user() default 50;

    @AttributeDefinition(
            description =
                    "Bytes that the bodies of all requests may have that are worked on at a time, as many as one may have or more; each takes several times as much memory meanwhile")
    int all_bodies_max_bytes() default 24_000_000;

    @AttributeDefinition(
            description = "Rows that the answers may have together that are made and sent at a time, 10000 or more")
    int all_answers_max_rows() default 25_000;

    @AttributeDefinition(
            description = "Seconds that a request waits for others before it is refused with 503, 0 or more")
    int all_bodies_wait_seconds() default 5;
}
