package org.lottrace.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.backup.BackupContents;
import org.lottrace.persistence.internal.copy.Copies;
import org.lottrace.persistence.internal.copy.Copies.Access;
import org.lottrace.persistence.internal.copy.RefusedCopyException;

/** Backs up, restores and moves the database. Nothing is ever written over. */
final class DatabaseCopies {
    private final Settings settings;
    private final PrintStream out;
    private final Karaf karaf;
    private final Start start;

    DatabaseCopies(Settings settings, PrintStream out, Karaf karaf, Start start) {
        this.settings = settings;
        this.out = out;
        this.karaf = karaf;
        this.start = start;
    }

    /** The running one does it itself: nobody else may open its file. */
    void backUp(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new Refusal(target + " exists; name a new file");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new Refusal("there is no folder " + target.getParent() + "; make it first");
        }
        Optional<Karaf.Running> running = karaf.running();
        BackupContents contents;
        if (running.isPresent()) {
            contents = askForIt(running.get(), target);
        } else {
            Access access = DatabaseSettings.of(settings);
            contents = refusing(() -> Copies.backUp(access, target));
        }
        OwnerOnly.restrict(target);
        out.println("Backed up to " + target + ": " + told(contents));
    }

    private BackupContents askForIt(Karaf.Running running, Path target) throws IOException {
        String name = "backup-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".zip";
        Path made = settings.karaf().resolve("files").resolve(name);
        try {
            if (start.shell(running, "lottrace:backup " + name, OutputStream.nullOutputStream()) != 0) {
                throw new Refusal("nothing was backed up; see above");
            }
            Files.move(made, target);
            return Copies.contents(target);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    void restore(Path file) throws IOException {
        nobodyMayUseIt("restore");
        start.bringUpToDate();
        Access access = DatabaseSettings.of(settings);
        Path from = file.toAbsolutePath();
        boolean isDump = refusing(() -> Copies.isDump(from));
        String pgDump = DatabaseSettings.pgDump(settings);
        BackupContents contents =
                refusing(() -> isDump ? Copies.restoreDump(from, access, pgDump) : Copies.restore(from, access));
        noSampleCompany();
        out.println(
                isDump
                        ? "Restored by pg_restore, all of it in one transaction: " + told(contents)
                                + ", its tables have version " + contents.schema()
                        : "Restored and compared with the backup: " + told(contents));
        out.println("Start with ./lottrace run; then ./lottrace shell lot:verify recomputes the whole ledger.");
    }

    /** From the embedded database to the one that the configuration names by now. */
    void move() throws IOException {
        nobodyMayUseIt("move-database");
        Access from = DatabaseSettings.embedded(settings);
        Access into = DatabaseSettings.of(settings);
        if (into.file().isPresent()) {
            throw new Refusal("nothing was moved: put url, user and password of an empty PostgreSQL database into "
                    + settings.etc().resolve("org.lottrace.persistence.cfg") + " first");
        }
        Path backup = settings.data().resolve("moved-to-postgresql.zip");
        Files.deleteIfExists(backup); // of a move that came to nothing
        BackupContents contents = refusing(() -> {
            Copies.backUp(from, backup);
            return Copies.restore(backup, into);
        });
        Files.delete(backup);
        noSampleCompany();
        out.println("Moved and compared: " + told(contents));
        out.println("Start with ./lottrace run. The embedded database stays as it was, nothing uses it any more: "
                + from.file().orElseThrow());
    }

    private void nobodyMayUseIt(String command) throws IOException {
        if (karaf.running().isPresent()) {
            throw new Refusal("LotTrace is running; stop it first: ./lottrace stop, then ./lottrace " + command);
        }
        Files.createDirectories(settings.data());
        OwnerOnly.restrict(settings.data());
    }

    /** It would be loaded into the company that is there now. */
    private void noSampleCompany() throws IOException {
        Files.writeString(settings.data().resolve("sample-company.loaded"), "", StandardOpenOption.CREATE);
    }

    private static String told(BackupContents contents) {
        return contents.rows() + " rows of " + contents.tables() + " tables, the ledger ends at position "
                + contents.ledgerPosition() + " with hash " + contents.ledgerHash();
    }

    private static <T> T refusing(Supplier<T> copying) {
        try {
            return copying.get();
        } catch (RefusedCopyException refused) {
            throw new Refusal(refused.getMessage());
        }
    }
}
