package org.lottrace.ledger.internal.follow;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace ledger followers", description = "When what follows the ledger works")
@interface LedgerFollowersConfig {
    String PID = "org.lottrace.ledger.followers";

    @AttributeDefinition(
            name = "Look interval",
            description = "Milliseconds between two looks for what followers have to do; each event that is recorded"
                    + " wakes them as well. 0: here they never work by themselves, only when a question needs them.")
    int look_milliseconds() default 1000;
}
