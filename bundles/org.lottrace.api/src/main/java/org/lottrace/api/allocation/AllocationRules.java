package org.lottrace.api.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rules that allocation follows, as data. They come on top of {@link org.lottrace.api.quality.LotUsability}: no rule lets a
 * lot go that it refuses. Each call joins the caller's unit of work or opens one.
 */
@ProviderType
public interface AllocationRules {
    /** Refusal of a scope that names an item and a class of items, or no item, or a channel of {@link RuleScope#isOwn documents that are no sales orders}, where substitutes are named. */
    String SCOPE_UNCLEAR = "SCOPE_UNCLEAR";

    /** Refusal of an item that is to take the place of itself, or is named twice. */
    String SUBSTITUTE_REPEATED = "SUBSTITUTE_REPEATED";

    /** Refusal of demands that name an attribute twice. */
    String ATTRIBUTE_REPEATED = "ATTRIBUTE_REPEATED";

    /** Refusal of a number that a rule cannot have. */
    String VALUE_OUT_OF_RANGE = "VALUE_OUT_OF_RANGE";

    /** Most versions there can be: all are kept in memory. */
    int MOST = 20_000;

    /** Refusal of one version more than {@link #MOST}. */
    String TOO_MANY_RULES = "TOO_MANY_RULES";

    /**
     * Makes a new version of the rule with that scope. Idempotent: when the newest version of the scope for that day says the same,
     * there is none.
     *
     * @return the version; every problem: {@code ITEM_UNKNOWN}, {@code CUSTOMER_UNKNOWN}, {@code SITE_UNKNOWN}, {@code UNIT_UNKNOWN}
     *     (a unit for whole ones that the item does not have), {@code ATTRIBUTE_UNKNOWN} (none of {@link RuleTerms#ATTRIBUTES}), {@code SCOPE_UNCLEAR}, {@code VALUE_OUT_OF_RANGE}, {@code
     *     REASON_MISSING}, {@code REASON_TOO_LONG}, {@code CONTROL_CHARACTER}, {@code TOO_MANY_RULES},
     *     {@code SUBSTITUTE_REPEATED}, {@code QUANTITY_NOT_POSITIVE} (of a substitute), {@code ATTRIBUTE_REPEATED} (among the demands)
     */
    @Operation(
            name = "allocation-rule.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "ITEM_UNKNOWN",
                "CUSTOMER_UNKNOWN",
                "SITE_UNKNOWN",
                "UNIT_UNKNOWN",
                "ATTRIBUTE_UNKNOWN",
                ATTRIBUTE_REPEATED,
                SCOPE_UNCLEAR,
                VALUE_OUT_OF_RANGE,
                SUBSTITUTE_REPEATED,
                "QUANTITY_NOT_POSITIVE",
                Reason.MISSING,
                Reason.TOO_LONG,
                ControlCharacters.CODE,
                TOO_MANY_RULES
            })
    Outcome<AllocationRule> save(Caller caller, RuleChange change);

    /** @return that version, or empty */
    @Operation(name = "allocation-rule.find")
    Optional<AllocationRule> find(long version);

    /**
     * @param after goes on after that version; absent: from the first on
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return every version there ever was, by version
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(name = "allocation-rule.list")
    List<AllocationRule> list(Optional<Long> after, int limit);

    /**
     * @param day the day at the site that delivers
     * @param after goes on after that version in the list; absent: from the first on
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return the versions that count on that day, the most special first: an item before a class of items before a customer before a
     *     channel before a site
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(name = "allocation-rule.list-in-force")
    List<AllocationRule> inForce(LocalDate day, Optional<Long> after, int limit);
}
