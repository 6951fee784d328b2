package org.lottrace.edi.as2.internal.incoming;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What all partners together may ask of our receiver. The words stand in OSGI-INF/l10n. */
@ObjectClassDefinition(
        name = "%receiver.name",
        description = "%receiver.description",
        localization = "OSGI-INF/l10n/as2")
@interface ReceiverConfig {
    String PID = "org.lottrace.edi.as2.receiver";

    @AttributeDefinition(name = "%receiver.requests", description = "%receiver.requests.description")
    int requests_max() default 50;

    @AttributeDefinition(name = "%receiver.partner", description = "%receiver.partner.description")
    int requests_per_partner() default 20;

    @AttributeDefinition(name = "%receiver.address", description = "%receiver.address.description")
    int requests_per_address() default 10;

    @AttributeDefinition(name = "%receiver.seconds", description = "%receiver.seconds.description")
    int body_max_seconds() default 600;
}
