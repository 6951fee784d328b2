package org.lottrace.console.commands.internal.alloc;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "components",
        description =
                "Shows what is reserved for the components of a production order; with --reserve, --softly, --replan or"
                        + " --give-back changes it, with --why says what was looked at and why")
public final class ComponentsCommand extends DemandCommand {
    @Uses
    private ComponentAllocation components;

    @Argument(index = 0, name = "ORDER", description = "Number of the production order", required = true)
    private String order;

    @Override
    protected String order() {
        return order;
    }

    @Override
    protected Reserving reserving() {
        return new Reserving(
                "production order",
                "Consumed",
                components::show,
                components::allocate,
                components::allocateSoftly,
                components::replan,
                components::cancel,
                components::decisions);
    }
}
