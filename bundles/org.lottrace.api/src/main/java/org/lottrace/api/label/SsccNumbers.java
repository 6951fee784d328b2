package org.lottrace.api.label;

import java.util.List;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives numbers to logistic units: extension digit, GS1 Company Prefix, serial reference, check digit.
 *
 * <p>Each year (UTC) has extension digits of its own, which come again after the configured number of whole years: until then no number is
 * given twice. Source: GS1 General Specifications, 4.3.5 (an SSCC is not allocated again within one year).
 */
@ProviderType
public interface SsccNumbers {
    /** So many are given at once at most. */
    int MOST_AT_ONCE = 100;

    /** The configuration says no company prefix. */
    String PREFIX_MISSING = "SSCC_PREFIX_MISSING";

    /** No number is left in this year: none is given a second time. */
    String USED_UP = "SSCC_USED_UP";

    /** Fewer than one or more than {@value #MOST_AT_ONCE} are asked for. */
    String COUNT_WRONG = "SSCC_COUNT_WRONG";

    /**
     * Allocates numbers. Not idempotent: every call uses up numbers. Joins the caller's unit of work or opens one; what is rolled back was
     * not given. Parallel callers get different numbers, on all nodes of one database.
     *
     * @param count 1 to {@value #MOST_AT_ONCE}
     * @return so many numbers, in the order in which they were given
     */
    @Operation(
            name = "sscc.allocate",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.PRODUCER, Role.SHIPPER},
            repeat = Repeat.EACH_TIME,
            refusals = {PREFIX_MISSING, USED_UP, COUNT_WRONG})
    Outcome<List<Sscc>> allocate(int count);
}
