package org.lottrace.gs1.internal.rule;

import java.util.Optional;

/** What a component of an element has to be; a linter, in the words of the GS1 Barcode Syntax Dictionary. */
@FunctionalInterface
public interface Rule {
    /** @return the first fault of the value; empty when it keeps the rule */
    Optional<Fault> fault(String value);

    /** @return this rule, and the next one when this one is kept */
    default Rule then(Rule next) {
        return value -> fault(value).or(() -> next.fault(value));
    }
}
