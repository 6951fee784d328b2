package org.lottrace.web.gate.internal.soap;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace SOAP", description = "How large and how slow a SOAP request may be")
@interface SoapConfig {
    String PID = "org.lottrace.web.gate.soap";

    @AttributeDefinition(
            description =
                    "Bytes that the body of a request may have, 1 or more; a list that is longer is sent in parts")
    int body_max_bytes() default 10_000_000;

    @AttributeDefinition(description = "Seconds in which the whole body must have come, 1 or more")
    int body_max_seconds() default 120;
}
