package org.lottrace.console.commands.internal.lot;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.Ledger;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "verify",
        description = "Recomputes the hash chain of the whole ledger; fails when it is broken")
public final class VerifyCommand extends LotTraceCommand {
    @Reference(optional = true)
    private Ledger ledger;

    @Override
    protected void run() throws CommandException {
        long head = ledger.head();
        Optional<Long> broken = ledger.firstBrokenPosition();
        print(
                new Verified(head, broken),
                Table.details("Ledger", broken)
                        .column("Events", b -> head)
                        .column("Hash chain", b -> b.isPresent() ? "BROKEN at position " + b.get() : "whole"));
        if (broken.isPresent()) {
            throw new CommandException("the content at ledger position " + broken.get() + " does not fit its hash:"
                    + " it was changed outside LotTrace. Compare the database with its backup from there on.");
        }
    }

    /**
     * The outcome for scripts.
     *
     * @param events how many were recomputed
     * @param firstBrokenPosition absent when the chain is whole
     */
    private record Verified(long events, Optional<Long> firstBrokenPosition) {}
}
