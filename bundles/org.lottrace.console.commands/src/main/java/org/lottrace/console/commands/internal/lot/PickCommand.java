package org.lottrace.console.commands.internal.lot;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.EventType;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "pick", description = "Moves goods to where they are made ready for an order")
public final class PickCommand extends RelocationCommand {
    @Override
    protected EventType type() {
        return EventType.PICK;
    }
}
