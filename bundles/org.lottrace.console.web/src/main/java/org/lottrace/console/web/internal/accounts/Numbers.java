package org.lottrace.console.web.internal.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.account.AccountQuestion;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountTrial;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.UncoveredEntries;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Accounts and numbers: the rules that count on a day, every version there was, the form for a new version, a case to be tried, the
 * entries that no rule covers, and days that are handed over as a file.
 */
public final class Numbers {
    private static final int AT_A_TIME = 50;
    private static final String PATH = "accounts/numbers";
    private static final String ALL = "all";
    private static final String EDIT = "edit";
    private static final String TRY = "try";
    private static final String UNCOVERED = "uncovered";
    private static final String KEEP = "keep";

    private Numbers() {}

    /**
     * @param day on which those count; absent for every version
     * @param next address of the next page, absent on the last one
     */
    public record View(
            CostingProgress progress, Optional<LocalDate> day, List<AccountRule> rules, Optional<String> next) {}

    /** @param isNew whether it is not made from a rule that is there */
    public record Form(CostingProgress progress, boolean isNew, Fields fields) {}

    /** @param trial absent when nothing was asked, or what was asked cannot be answered */
    public record TryView(CostingProgress progress, Fields fields, Optional<AccountTrial> trial) {}

    /** @param next address of the next page, absent on the last one */
    public record UncoveredView(CostingProgress progress, UncoveredEntries found, Optional<String> next) {}

    /** @param rest of the address, behind {@code accounts/numbers} */
    static Answer show(Visit visit, List<String> rest) {
        return switch (String.join("/", rest)) {
            case "" -> inForce(visit);
            case ALL -> all(visit);
            case EDIT -> form(visit);
            case TRY -> tried(visit);
            case UNCOVERED -> uncovered(visit);
            case KEEP -> HandOver.show(visit);
            default -> Answer.NOT_FOUND;
        };
    }

    static Answer change(Visit visit, List<String> rest) {
        return switch (String.join("/", rest)) {
            case EDIT -> save(visit);
            case KEEP -> HandOver.change(visit);
            default -> Answer.NOT_ALLOWED_HERE;
        };
    }

    /** @return the numbers of entries of the journal, by entry; none when nothing is installed that hands entries over */
    static Map<Long, EntryNumbers> of(List<JournalEntry> entries, Visit visit) {
        List<Long> numbers = entries.stream().map(JournalEntry::number).toList();
        try {
            return visit.as(AccountNumbers.class).find(numbers).stream()
                    .collect(Collectors.toMap(EntryNumbers::entry, Function.identity()));
        } catch (ServiceMissingException notInstalled) {
            return Map.of();
        }
    }

    /** @return the accounts of the lines that have no number, each once */
    public static List<Account> without(EntryNumbers entry) {
        return entry.lines().stream()
                .filter(line -> line.number().isEmpty())
                .map(EntryNumbers.Line::account)
                .distinct()
                .toList();
    }

    private static Answer inForce(Visit visit) {
        LocalDate day =
                visit.parameters().given("day").flatMap(Journal::date).orElseGet(() -> AccountRuleFields.today(visit));
        List<AccountRule> rules = rules(visit).inForce(day, after(visit), AT_A_TIME + 1);
        return list(visit, Optional.of(day), rules, last -> Address.to(PATH, "day", day, "after", last));
    }

    private static Answer all(Visit visit) {
        return list(
                visit,
                Optional.empty(),
                rules(visit).list(after(visit), AT_A_TIME + 1),
                last -> Address.to(PATH + "/" + ALL, "after", last));
    }

    private static Answer list(
            Visit visit, Optional<LocalDate> day, List<AccountRule> rules, Function<Long, String> behind) {
        List<AccountRule> shown = rules.subList(0, Math.min(AT_A_TIME, rules.size()));
        Optional<String> next = rules.size() > AT_A_TIME
                ? Optional.of(behind.apply(shown.get(AT_A_TIME - 1).version()))
                : Optional.empty();
        return Answer.html("accounts/numbers.jte", new View(AccountsPage.progress(visit), day, shown, next));
    }

    private static Answer form(Visit visit) {
        Optional<String> asked = visit.parameters().given("version");
        if (asked.isEmpty()) {
            Fields fields = Fields.empty(visit.texts()).with("from", AccountRuleFields.today(visit));
            return Answer.html("accounts/number-rule.jte", new Form(AccountsPage.progress(visit), true, fields));
        }
        return asked.filter(Numbers::isNumber)
                .flatMap(version -> rules(visit).find(Long.parseLong(version)))
                .<Answer>map(rule -> Answer.html(
                        "accounts/number-rule.jte",
                        new Form(AccountsPage.progress(visit), false, AccountRuleFields.of(rule, visit.texts()))))
                .orElseGet(() -> new Answer.Failure(404, "rules.unknown", asked.get()));
    }

    private static Answer save(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), AccountRuleFields.RULE);
        Optional<AccountRuleChange> change = AccountRuleFields.read(fields);
        if (change.isPresent()) {
            fields.refused(rules(visit).save(visit.caller(), change.get()).violations());
            if (fields.areRight()) {
                return new Answer.SeeOther(Address.to(PATH, "day", change.get().from()));
            }
        }
        return Answer.refused(
                "accounts/number-rule.jte",
                new Form(AccountsPage.progress(visit), fields.text("rule").isEmpty(), fields));
    }

    private static Answer tried(Visit visit) {
        if (visit.parameters().given("account").isEmpty()) {
            Fields fields = Fields.empty(visit.texts()).with("day", AccountRuleFields.today(visit));
            return Answer.html(
                    "accounts/number-try.jte", new TryView(AccountsPage.progress(visit), fields, Optional.empty()));
        }
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), AccountRuleFields.CASE);
        Optional<AccountQuestion> question = AccountRuleFields.question(fields);
        Optional<AccountTrial> trial = question.flatMap(asked -> {
            Outcome<AccountTrial> outcome = rules(visit).test(asked);
            fields.refused(outcome.violations());
            return outcome.toOptional();
        });
        TryView view = new TryView(AccountsPage.progress(visit), fields, trial);
        return trial.isPresent()
                ? Answer.html("accounts/number-try.jte", view)
                : Answer.refused("accounts/number-try.jte", view);
    }

    private static Answer uncovered(Visit visit) {
        UncoveredEntries found =
                visit.as(AccountNumbers.class).uncovered(after(visit).orElse(0L), AT_A_TIME);
        Optional<String> next = found.more()
                ? Optional.of(Address.to(PATH + "/" + UNCOVERED, "after", found.lookedThrough()))
                : Optional.empty();
        return Answer.html(
                "accounts/number-uncovered.jte", new UncoveredView(AccountsPage.progress(visit), found, next));
    }

    private static AccountRules rules(Visit visit) {
        return visit.as(AccountRules.class);
    }

    private static Optional<Long> after(Visit visit) {
        return visit.parameters().given("after").filter(Numbers::isNumber).map(Long::valueOf);
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }
}
