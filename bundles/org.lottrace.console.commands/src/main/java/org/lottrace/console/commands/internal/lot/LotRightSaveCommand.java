package org.lottrace.console.commands.internal.lot;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.right.LotRights;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "right-save",
        description = "Says who may create, number, split or re-date lots; without anybody the right ends")
public final class LotRightSaveCommand extends LotTraceCommand {
    @Uses
    private LotRights rights;

    @Argument(index = 0, name = "WHAT", description = "CREATE, NUMBER, SPLIT or REDATE", required = true)
    private String action;

    @Option(name = "--item-class", description = "Lots of items of this class. Default: of all items")
    private String itemClass;

    @Option(name = "--site", description = "What is done at this site. Default: at all of them")
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--users", description = "Logins that may, with commas between them")
    private String users;

    @Option(
            name = "--roles",
            description = "Roles whose logins may, such as lottrace-quality, with commas between them")
    private String roles;

    @Option(name = "--reason", description = "Why, for people", required = true)
    private String reason;

    @Override
    protected void run() throws CommandException {
        Outcome<LotRight> outcome = rights.save(
                caller(),
                new LotRightChange(
                        Choice.of(LotAction.class, action),
                        new LotRightScope(
                                Optional.ofNullable(itemClass),
                                Optional.ofNullable(site).map(SiteId::new)),
                        words(users),
                        words(roles).stream()
                                .map(role -> Choice.of(Role.class, role))
                                .collect(Collectors.toSet()),
                        reason));
        failOn(outcome.violations());
        LotRight right = outcome.toOptional().orElseThrow();
        print(right, LotRightsCommand.table(Table.details("Right", right)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(Optional.ofNullable(text).orElse("").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
