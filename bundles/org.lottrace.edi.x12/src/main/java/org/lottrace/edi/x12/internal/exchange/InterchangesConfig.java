package org.lottrace.edi.x12.internal.exchange;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the exchange of X12 interchanges. */
@ObjectClassDefinition(name = "LotTrace EDI: interchanges")
@interface InterchangesConfig {
    @AttributeDefinition(
            name = "Own address",
            description = "qualifier:id under which partners reach us (ISA05 and ISA06 of what we send)")
    String own_address() default "ZZ:LOTTRACE";

    @AttributeDefinition(name = "Usage", description = "ISA15 of what we send: P = production, T = test")
    String usage() default "P";

    @AttributeDefinition(name = "Mappings", description = "folder with x12/ (schemas) and partners/ (bindings)")
    String mappings() default "etc/edi-mappings";

    @AttributeDefinition(name = "Inbox", description = "folder where partners' files are dropped")
    String inbox() default "edi/inbox";

    @AttributeDefinition(name = "Archive", description = "folder for files that were applied")
    String archive() default "edi/archive";

    @AttributeDefinition(name = "Rejected", description = "folder for files that were set aside, each with its report")
    String rejected() default "edi/rejected";

    @AttributeDefinition(name = "Outbox", description = "folder for the files that go to partners")
    String outbox() default "edi/outbox";

    @AttributeDefinition(name = "Poll interval", description = "seconds between two looks into the inbox, 1 or more")
    int poll_seconds() default 2;
}
