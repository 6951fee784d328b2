package org.lottrace.operation.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace operations", description = "What holds for every way in")
@interface OperationConfig {
    @AttributeDefinition(
            name = "Longest answer",
            description =
                    "seconds that an answer may take before it is broken off, and who asked is told to ask for less; 0"
                            + " for as long as it takes. What writes has no limit, nor what goes through all that is recorded: the"
                            + " checks of the record, of a period and of a file to import, and certificates.")
    int reading_seconds() default 120;
}
