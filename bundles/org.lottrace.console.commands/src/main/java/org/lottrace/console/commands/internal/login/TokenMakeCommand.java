package org.lottrace.console.commands.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.code.Coded;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.token.MadeToken;
import org.lottrace.api.token.TokenRequest;
import org.lottrace.api.token.Tokens;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "token-make",
        description = "Makes a token with which a program logs in over HTTP; its secret is shown this once")
public final class TokenMakeCommand extends LotTraceCommand {
    @Uses
    private Tokens tokens;

    @Uses
    private Clock clock;

    @Argument(
            name = "name",
            description = "Name of the program; what it does is recorded as token NAME",
            required = true)
    private String name;

    @Option(
            name = "--role",
            description = "What it may do, one of your own roles; may be given several times",
            required = true,
            multiValued = true)
    private List<String> roles;

    @Option(name = "--days", description = "How many days it lasts, at most 366; 90 if nothing is said")
    private String days = "90";

    @Override
    protected void run() throws CommandException {
        Outcome<MadeToken> outcome = tokens.make(
                caller(),
                new TokenRequest(
                        name,
                        roles.stream().map(role -> Coded.of(Role.class, role)).collect(Collectors.toSet()),
                        clock.instant().plus(Duration.ofDays(WholeNumber.limit(days)))));
        failOn(outcome.violations());
        MadeToken made = outcome.fold(done -> done, again -> again, refused -> {
            throw new IllegalStateException("refused without a reason");
        });
        print(
                made,
                Table.details("Token", made)
                        .column("Name", token -> token.token().name())
                        .column("Id", token -> token.token().id())
                        .column("Expires", token -> token.token().expires())
                        .column("Secret, shown this once", MadeToken::secret)
                        .column("The program sends", token -> "Authorization: Bearer " + token.secret()));
    }
}
