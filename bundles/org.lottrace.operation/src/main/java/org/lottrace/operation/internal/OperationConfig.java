package org.lottrace.operation.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace operations", description = "What holds for every way in")
@interface OperationConfig {
    @AttributeDefinition(
            name = "Longest answer",
            min = "0",
            description =
                    "seconds that an answer may take before it is broken off, and who asked is told to ask for less; 0"
                            + " for as long as it takes. What writes has no limit, nor what goes through all that is recorded: the"
                            + " checks of the record, of a period and of a file to import, and certificates.")
    int reading_seconds() default 120;

    @AttributeDefinition(
            name = "Books of logins",
            description =
                    "whose books a login may use, as LOGIN=COMPANY or role:ROLE=COMPANY, several companies with + between them, and -"
                            + " for the common books, such as anna=BAKERY-US, role:lottrace-auditor=BAKERY-US+-. What is said of a"
                            + " login counts before what is said of its roles; who is not named may use the books of all companies")
    String[] books_of() default {};
}
