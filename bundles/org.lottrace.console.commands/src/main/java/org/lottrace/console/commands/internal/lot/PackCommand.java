package org.lottrace.console.commands.internal.lot;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.EventType;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "pack", description = "Moves goods into the pallet or case given with --to-container")
public final class PackCommand extends RelocationCommand {
    @Override
    protected EventType type() {
        return EventType.PACK;
    }
}
