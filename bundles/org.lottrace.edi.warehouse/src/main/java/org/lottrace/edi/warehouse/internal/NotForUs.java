package org.lottrace.edi.warehouse.internal;

import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What is said of documents that only a warehouse takes which is run for others. */
final class NotForUs {
    private NotForUs() {}

    /** @param code of the transaction set */
    static Violation problem(String code) {
        return new Violation(
                "NOT_FOR_US",
                ViolationPath.WHOLE,
                "we run no warehouse for you, so nothing is done about this " + code
                        + ": announce goods by a ship notice (856), and order by a purchase order");
    }
}
