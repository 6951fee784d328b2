package org.lottrace.thirdparty.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of third-party warehouses. */
@ObjectClassDefinition(name = "LotTrace: third-party warehouses")
@interface ThirdPartyConfig {
    String PID = "org.lottrace.thirdparty";

    @AttributeDefinition(
            name = "Watch interval",
            description =
                    "seconds between two looks for transfers that nobody has answered in time; 0: this node does not look")
    int watch_seconds() default 300;
}
