package org.lottrace.console.commands.internal.login;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.operation.Role;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.Tokens;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "tokens",
        description = "Lists the tokens of programs, with their roles, their end, and when they were last used")
public final class TokensCommand extends LotTraceCommand {
    @Uses
    private Tokens tokens;

    @Option(name = "--after", description = "Goes on after the token of that name, the last of the page before")
    private String after;

    @Override
    protected void run() {
        List<Token> all = tokens.list(Optional.ofNullable(after), limit());
        print(
                all,
                Table.of("Tokens", all)
                        .column("Name", Token::name)
                        .column("Id", Token::id)
                        .column("Roles", token -> token.roles().stream()
                                .map(Role::code)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                        .column("Made", Token::made)
                        .column("By", Token::madeBy)
                        .column("Expires", Token::expires)
                        .column("Revoked", Token::revoked)
                        .column("Revoked by", Token::revokedBy)
                        .column("Last used", Token::lastUsed));
    }
}
