package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "verify",
        description =
                "Recomputes the hash chain of the whole ledger and compares every record with its seal; fails when anything"
                        + " was changed outside LotTrace")
public final class VerifyCommand extends LotTraceCommand {
    private static final int MOST = 1_000;

    @Uses
    private Ledger ledger;

    @Uses
    private RecordSeals seals;

    @Override
    protected void run() throws CommandException {
        long head = ledger.head();
        Optional<Long> broken = ledger.firstBrokenPosition();
        List<Tampering> changed = seals.verify(MOST);
        print(
                new Verified(head, broken, changed),
                Table.details("Ledger", broken)
                        .column("Events", b -> head)
                        .column("Hash chain", b -> b.isPresent() ? "BROKEN at position " + b.get() : "whole")
                        .column(
                                "Records",
                                b -> changed.isEmpty() ? "as they were written" : changed.size() + " CHANGED"),
                Table.of("Changed outside LotTrace", changed)
                        .column("Table", Tampering::table)
                        .column("Row", Tampering::row)
                        .column("Field", Tampering::field)
                        .column("What does not fit", Tampering::message));
        if (broken.isPresent()) {
            throw new CommandException("the content at ledger position " + broken.get() + " does not fit its hash:"
                    + " it was changed outside LotTrace. Compare the database with its backup from there on.");
        }
        if (!changed.isEmpty()) {
            throw new CommandException("records were changed outside LotTrace, named above: " + changed.size()
                    + ". Compare them with a backup");
        }
    }

    /**
     * The outcome for scripts.
     *
     * @param events how many were recomputed
     * @param firstBrokenPosition absent when the chain is whole
     * @param changed rows that were changed outside LotTrace, the first 1000
     */
    private record Verified(long events, Optional<Long> firstBrokenPosition, List<Tampering> changed) {}
}
