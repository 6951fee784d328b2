package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "accounts",
        description = "Lists the rules that say which number of the company's chart stands for an account")
public final class AccountsCommand extends BooksCommand {
    private static final int MOST = 2_000;

    @Uses
    private AccountRules rules;

    @Option(
            name = "--day",
            description = "Those that count on this accounting date. Default: every version there ever was")
    private String day;

    @Option(name = "--after", description = "Begin behind this version, the last one of the page before")
    private String after;

    @Override
    protected boolean readsFigures() {
        return false;
    }

    @Override
    protected void ofBooks() {
        Optional<Long> last = Optional.ofNullable(after).map(WholeNumber::parse);
        int limit = Math.min(limit(), MOST);
        List<AccountRule> page = day == null
                ? rules.list(last, limit)
                : rules.inForce(TextForms.read(LocalDate.class, day), last, limit);
        print(
                page,
                Table.of("Rules", page)
                        .number("Version", AccountRule::version)
                        .number("Rule", AccountRule::rule)
                        .column("Account", rule -> rule.change().account())
                        .column("Number", rule -> rule.change().number())
                        .column("From", rule -> rule.change().from())
                        .column("Class", rule -> rule.change().scope().itemClass())
                        .column("Type", rule -> rule.change().scope().itemType())
                        .column("Site", rule -> rule.change().scope().site())
                        .column("Document", rule -> rule.change().scope().document())
                        .column("Event", rule -> rule.change().scope().event())
                        .column("Reason", rule -> rule.change().scope().eventReason()));
    }
}
