package org.lottrace.edi.x12.internal.exchange;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the exchange of X12 interchanges. */
@ObjectClassDefinition(name = "LotTrace EDI: interchanges")
@interface InterchangesConfig {
    @AttributeDefinition(
            name = "Own address",
            description =
                    "qualifier:id under which partners reach us (ISA05 and ISA06 of what we send); empty to take it "
                            + "from the profiles of the parties with the role COMPANY")
    String own_address() default "";

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

    @AttributeDefinition(
            name = "Largest file",
            description =
                    "megabytes (1,048,576 bytes) of the largest file that is read, 1 or more; a larger one is set aside. "
                            + "One megabyte needs some 2 MB of heap while it is read, besides what its largest transaction set needs")
    int largest_file_megabytes() default 5;

    @AttributeDefinition(
            name = "Largest transaction set",
            description =
                    "megabytes (1,048,576 bytes) of the largest transaction set that is read, 1 or more; a file with more than 87,381 segments "
                            + "in one set for each of them is set aside. One megabyte of the largest set needs some 1 MB of heap more while it is read; "
                            + "of EDIFACT, whose messages are in memory as a whole, some 30 MB")
    int largest_set_megabytes() default 5;

    @AttributeDefinition(
            name = "Patience",
            description =
                    "seconds for which a file whose end (IEA) has not come is left to its sender after it has stopped growing, "
                            + "0 or more; then it is taken as it is, and refused for what is missing")
    int patience_seconds() default 120;

    @AttributeDefinition(
            name = "Lanes",
            description =
                    "how many files beyond half a megabyte are taken at the same time, and beside them as many smaller ones, 1 to 64. The "
                            + "files of each sender in the inbox are a lane, and each folder in it: within a lane files are taken one after the other")
    int lanes() default 2;

    @AttributeDefinition(
            name = "Poll interval",
            description = "milliseconds between two looks into the inbox, 100 or more")
    int poll_milliseconds() default 500;
}
