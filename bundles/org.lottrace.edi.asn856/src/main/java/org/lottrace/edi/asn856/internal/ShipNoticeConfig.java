package org.lottrace.edi.asn856.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of ship notices in and out. */
@ObjectClassDefinition(name = "LotTrace EDI: ship notices (856)")
@interface ShipNoticeConfig {
    String PID = "org.lottrace.edi.asn856";

    @AttributeDefinition(name = "Mappings", description = "folder with partners/ (one folder of bindings each)")
    String mappings() default "etc/edi-mappings";

    @AttributeDefinition(
            name = "Retry interval",
            description = "seconds until a ship notice that could not be made is tried again, at the latest; 1 or more")
    int retry_seconds() default 60;

    @AttributeDefinition(
            name = "Watch interval",
            description =
                    "seconds between two looks for late ship notices and missing acknowledgements; 0: this node does not"
                            + " look")
    int watch_seconds() default 60;
}
