package org.lottrace.web.gate.internal.soap;

import org.lottrace.api.violation.Violation;

/**
 * One problem of a request; on the wire the same shape as a violation of the api.
 *
 * @param code stable word
 * @param field path of the element, or line and column
 * @param message what the parser or the service says
 */
record Problem(String code, String field, String message) {
    static Problem of(Violation violation) {
        return new Problem(violation.code(), violation.path().toString(), violation.message());
    }
}
