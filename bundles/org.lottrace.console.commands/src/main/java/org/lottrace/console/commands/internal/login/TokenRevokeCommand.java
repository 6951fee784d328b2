package org.lottrace.console.commands.internal.login;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.token.Tokens;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lottrace", name = "token-revoke", description = "Takes a token away from its program at once")
public final class TokenRevokeCommand extends LotTraceCommand {
    @Uses
    private Tokens tokens;

    @Argument(name = "name", description = "Name of the token, as lottrace:tokens lists it", required = true)
    private String name;

    @Override
    protected void run() throws CommandException {
        failOn(tokens.revoke(caller(), name));
        print(Map.of("revoked", name), Table.details("Revoked", name).column("Token", token -> token));
    }
}
