package org.lottrace.api.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.InBooks;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rules of account determination: which number of the company's chart stands for an account of LotTrace. Of the rules that cover a
 * line the most special one decides ({@link AccountScope#specificity()}). Each call joins the caller's unit of work or opens one.
 *
 * <p>Who keeps them: controllers, administrators, and the ERP system, whose chart it is. Accountants, who book by them, read them.
 */
@InBooks
@ProviderType
public interface AccountRules {
    /** Refusal of a number that no rule has. */
    String RULE_UNKNOWN = "RULE_UNKNOWN";

    /** Refusal of a rule that on some day is for the same lines as another one, and just as special. */
    String EQUALLY_SPECIAL = "EQUALLY_SPECIAL";

    /** Refusal of what is no number of an account, and of a new rule without one. */
    String ACCOUNT_NUMBER_WRONG = "ACCOUNT_NUMBER_WRONG";

    /** Refusal of a class that no item has. */
    String ITEM_CLASS_UNKNOWN = "ITEM_CLASS_UNKNOWN";

    /** Refusal of a reason to look for in events that is not 1 to 500 characters. */
    String EVENT_REASON_WRONG = "EVENT_REASON_WRONG";

    /** Refusal of a kind of event that moves no value, and of reversals, which count as what they undo: no line would ever be one. */
    String EVENT_BOOKS_NOTHING = "EVENT_BOOKS_NOTHING";

    /**
     * Refusal of a site for goods on stock or in process: what moves from site to site is not booked, so a number by site would keep a
     * balance for ever.
     */
    String SITE_NEVER_CLEARS = "SITE_NEVER_CLEARS";

    /** Refusal of a first day before 1900 or after 9999. */
    String DAY_OUT_OF_RANGE = "DAY_OUT_OF_RANGE";

    /** Most versions there can be; as many again can end rules. */
    int MOST = 5_000;

    /** Refusal of one version more than {@link #MOST}, and of one more than twice as many to end a rule. */
    String TOO_MANY_RULES = "TOO_MANY_RULES";

    /**
     * Makes a rule, or a new version of one. It holds for entries that were not handed over yet; what was handed over keeps its numbers.
     * Idempotent: when the rule says the same from that day on, or there is a rule that says the same from that day on for good, there is
     * none. A version that ends a rule, and what the rule named before, is not compared with items and sites that are there now.
     *
     * @return the version; every problem
     */
    @Operation(
            name = "account-rule.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {
                RULE_UNKNOWN,
                EQUALLY_SPECIAL,
                ACCOUNT_NUMBER_WRONG,
                ITEM_CLASS_UNKNOWN,
                EVENT_REASON_WRONG,
                EVENT_BOOKS_NOTHING,
                SITE_NEVER_CLEARS,
                DAY_OUT_OF_RANGE,
                ControlCharacters.CODE,
                "SITE_UNKNOWN",
                Reason.MISSING,
                Reason.TOO_LONG,
                TOO_MANY_RULES
            })
    Outcome<AccountRule> save(Caller caller, AccountRuleChange change);

    /** @return that version, or empty */
    @Operation(
            name = "account-rule.find",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    Optional<AccountRule> find(long version);

    /**
     * @param after goes on after that version; absent: from the first on
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return every version there ever was, by version
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(
            name = "account-rule.list",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<AccountRule> list(Optional<Long> after, int limit);

    /**
     * @param day an accounting date
     * @param after goes on after that version in the list, or after its place when another version of the rule counts by now; absent: from
     *     the first on
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return the versions that count on that day, by account, the most special first
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(
            name = "account-rule.list-in-force",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<AccountRule> inForce(LocalDate day, Optional<Long> after, int limit);

    /**
     * Tries a case; changes nothing.
     *
     * @return which rule decides it, and why; refused when the item or the site is not known
     */
    @Operation(
            name = "account-rule.test",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = {"ITEM_UNKNOWN", "SITE_UNKNOWN"})
    Outcome<AccountTrial> test(AccountQuestion question);
}
