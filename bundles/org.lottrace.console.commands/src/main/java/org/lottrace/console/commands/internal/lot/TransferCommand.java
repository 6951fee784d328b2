package org.lottrace.console.commands.internal.lot;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.EventType;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "transfer", description = "Moves goods to another location or another own site")
public final class TransferCommand extends RelocationCommand {
    @Override
    protected EventType type() {
        return EventType.TRANSFER;
    }
}
