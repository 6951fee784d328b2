package org.lottrace.handover.internal.delivery;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace handing over the journal",
        description = "How receivers get the entries of the journal one by one")
@interface HandoverConfig {
    @AttributeDefinition(
            name = "Wait after a rejection",
            description =
                    "Whether all entries behind a rejected one wait until it is resent: true; or only that one does: false.")
    boolean wait_after_rejection() default true;
}
