package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "account-save",
        description = "Makes a rule for an account, or a new version of one; what was handed over keeps its numbers")
public final class AccountSaveCommand extends BooksCommand {
    @Uses
    private AccountRules rules;

    @Argument(index = 0, name = "ACCOUNT", description = "Account of LotTrace, such as INVENTORY", required = true)
    private String account;

    @Argument(
            index = 1,
            name = "NUMBER",
            description = "In the company's chart of accounts. Default: none, the rule ends on that day")
    private String number;

    @Option(name = "--rule", description = "Number of the rule that is changed. Default: a new one is made")
    private String rule;

    @Option(name = "--from", description = "First accounting date on which it counts, 2026-03-01", required = true)
    private String from;

    @Option(name = "--reason", description = "Why the rule is made or changed", required = true)
    private String reason;

    @Option(name = "--item-class", description = "For items of this class")
    private String itemClass;

    @Option(name = "--item-type", description = "For items of this type, such as RAW_MATERIAL")
    private String itemType;

    @Option(name = "--site", description = "For events at this site")
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--document", description = "For entries whose main document is of this kind, such as SHIPMENT")
    private String document;

    @Option(name = "--event", description = "For events of this kind, such as SHIP")
    private String event;

    @Option(name = "--event-reason", description = "For events that say this reason")
    private String eventReason;

    @Override
    protected boolean readsFigures() {
        return false;
    }

    @Override
    protected void ofBooks() throws CommandException {
        AccountScope scope = new AccountScope(
                Optional.ofNullable(itemClass),
                Optional.ofNullable(itemType).map(type -> Choice.of(ItemType.class, type)),
                Optional.ofNullable(site).map(SiteId::new),
                Optional.ofNullable(document).map(type -> Choice.of(DocumentType.class, type)),
                Optional.ofNullable(event).map(type -> Choice.of(EventType.class, type)),
                Optional.ofNullable(eventReason));
        Outcome<AccountRule> outcome = rules.save(
                caller(),
                new AccountRuleChange(
                        Optional.ofNullable(rule).map(WholeNumber::parse),
                        Choice.of(Account.class, account),
                        scope,
                        TextForms.read(LocalDate.class, from),
                        Optional.ofNullable(number),
                        reason));
        failOn(outcome.violations());
        AccountRule saved = outcome.toOptional().orElseThrow();
        print(
                saved,
                Table.details("Rule", saved)
                        .column("Version", AccountRule::version)
                        .column("Rule", AccountRule::rule)
                        .column("Number", version -> version.change().number())
                        .column("From", version -> version.change().from()));
    }
}
