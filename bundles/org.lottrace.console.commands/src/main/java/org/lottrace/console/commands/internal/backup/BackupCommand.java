package org.lottrace.console.commands.internal.backup;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.backup.BackupContents;
import org.lottrace.api.backup.Backups;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.ServerFiles;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "backup",
        description =
                "Writes a copy of everything that is stored, while others go on working; ./lottrace restore takes it")
public final class BackupCommand extends LotTraceCommand {
    @Uses
    private Backups backups;

    @Argument(name = "FILE", description = "Name of a new file in the folder for files on the server", required = true)
    private String file;

    @Override
    protected void run() {
        Path path = ServerFiles.path(file);
        BackupContents contents = backups.backUp(path);
        Made made = new Made(path.toString(), contents.rows(), contents.ledgerPosition(), contents.ledgerHash());
        print(
                made,
                Table.details("Backed up", made)
                        .column("File", Made::file)
                        .column("Rows", Made::rows)
                        .column("Ledger ends at", Made::ledgerPosition)
                        .column("with hash", Made::ledgerHash));
    }

    /**
     * What was written, for scripts.
     *
     * @param file on the server
     * @param rows of all tables
     * @param ledgerPosition of the newest event
     * @param ledgerHash of the newest event
     */
    private record Made(String file, long rows, long ledgerPosition, String ledgerHash) {}
}
