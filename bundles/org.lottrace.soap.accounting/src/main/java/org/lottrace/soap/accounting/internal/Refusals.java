package org.lottrace.soap.accounting.internal;

import org.lottrace.soap.accounting.internal.wire.Refused;
import org.lottrace.soap.accounting.internal.wire.violation.Refusal;
import org.lottrace.soap.accounting.internal.wire.violation.WireViolation;

/** The fault with its reason. */
final class Refusals {
    private Refusals() {}

    static Refused of(String code, String field, String message) {
        WireViolation violation = new WireViolation();
        violation.setCode(code);
        violation.setField(field);
        violation.setMessage(message);
        Refusal refusal = new Refusal();
        refusal.getViolation().add(violation);
        return new Refused(code + ": " + message, refusal);
    }
}
