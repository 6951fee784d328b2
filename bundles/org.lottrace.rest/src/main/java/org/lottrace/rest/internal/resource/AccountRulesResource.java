package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.account.AccountQuestion;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountTrial;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.handover.KeptNumbers;
import org.lottrace.api.handover.UncoveredEntries;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.page.Sheet;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** Which numbers of the company's chart of accounts lines of the journal have, and the rules that say so. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv", Sheet.TYPE})
public final class AccountRulesResource {
    private static final int BAD_REQUEST = 400;

    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public AccountRulesResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("account-rules")
    @Performs("account-rule.list")
    public Page<AccountRule> list(
            @QueryParam("after") Long after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(rules().list(Optional.ofNullable(after), limit.andOne()), limit, AccountRule::version);
    }

    @GET
    @Path("account-rules/in-force")
    @Performs("account-rule.list-in-force")
    public Page<AccountRule> inForce(
            @Required @QueryParam("day") LocalDate day,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(rules().inForce(day, Optional.ofNullable(after), limit.andOne()), limit, AccountRule::version);
    }

    @GET
    @Path("account-rules/{version}")
    @Produces("application/json")
    @Performs("account-rule.find")
    public Optional<AccountRule> find(@PathParam("version") Long version) {
        return rules().find(version);
    }

    @POST
    @Path("account-rules")
    @Performs("account-rule.save")
    public Outcome<AccountRule> save(AccountRuleChange change) {
        return rules().save(Callers.of(user), change);
    }

    @POST
    @Path("account-rules/test")
    @Produces("application/json")
    @Performs(value = "account-rule.test", rows = Performs.WHOLE)
    public Outcome<AccountTrial> test(AccountQuestion question) {
        return rules().test(question);
    }

    @POST
    @Path("accounting/numbers/find")
    @Performs(value = "account-number.find", rows = Performs.WHOLE)
    public Page<EntryNumbers> numbers(Entries body) {
        if (body.entries().size() > AccountNumbers.MOST_ENTRIES) {
            throw new RefusedRequestException(
                    BAD_REQUEST,
                    new Fault(
                            "VALUE_WRONG",
                            "/entries",
                            "ask for " + AccountNumbers.MOST_ENTRIES + " entries at a time at most, not "
                                    + body.entries().size()));
        }
        return Page.beginning(numbers().find(body.entries()), new Limit(Limit.MOST));
    }

    @GET
    @Path("accounting/numbers/uncovered")
    @Produces("application/json")
    @Performs(value = "account-number.list-uncovered", rows = Performs.WHOLE)
    public UncoveredEntries uncovered(
            @QueryParam("after") @DefaultValue("0") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return numbers().uncovered(after, limit.rows());
    }

    /** A list as any other: a page may be shorter than its limit and go on, as {@code more} says. */
    @GET
    @Path("accounting/numbers/uncovered/rows")
    @Performs(value = "account-number.list-uncovered", isVariant = true, rows = Performs.WHOLE)
    public Page<EntryNumbers> uncoveredRows(
            @QueryParam("after") @DefaultValue("0") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        UncoveredEntries found = numbers().uncovered(after, limit.rows());
        return new Page<>(
                found.entries(),
                found.more(),
                found.more() ? Optional.of(String.valueOf(found.lookedThrough())) : Optional.empty());
    }

    @POST
    @Path("accounting/numbers/keep")
    @Produces("application/json")
    @Performs(value = "account-number.keep", rows = Performs.WHOLE)
    public Outcome<KeptNumbers> keep(Keeping body) {
        return numbers().keep(Callers.of(user), body.range());
    }

    /** @param entries numbers of entries, 1000 at most */
    public record Entries(List<Long> entries) {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** @param range which entries are handed over */
    public record Keeping(JournalRange range) {}

    private AccountRules rules() {
        return operations.as(Callers.of(user), AccountRules.class);
    }

    private AccountNumbers numbers() {
        return operations.as(Callers.of(user), AccountNumbers.class);
    }
}
