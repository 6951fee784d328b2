package org.lottrace.persistence.internal.copy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lottrace.api.backup.BackupContents;
import org.lottrace.persistence.internal.PostgresqlAddress;
import org.lottrace.persistence.internal.copy.Copies.Access;

/**
 * Has PostgreSQL's own pg_restore write a file of pg_dump into an empty database, in one transaction: all of it or nothing. That tool reads what pg_dump of its own and of earlier versions has
 * written, and says things to the server that an earlier server does not know; whoever has another one is told which to take.
 */
final class DumpRestore {
    private static final int MOST_SAID = 400;

    private final Path file;
    private final DumpHead head;
    private final Access into;
    private final String tool;

    /** @param pgDump the configured pg_dump; its sister lies beside it */
    DumpRestore(Path file, Access into, String pgDump) throws IOException {
        this.file = file;
        this.head = DumpHead.of(file);
        this.into = into;
        int name = Math.max(pgDump.lastIndexOf('/'), pgDump.lastIndexOf('\\')) + 1;
        tool = pgDump.substring(0, name) + pgDump.substring(name).replace("pg_dump", "pg_restore");
    }

    /** @throws RefusedCopyException if it cannot be; then the database is as it was */
    BackupContents run() throws IOException, SQLException {
        String version = output(List.of(tool, "--version"), false);
        String said = output(
                List.of(
                        tool,
                        "--no-owner",
                        "--no-privileges",
                        "--single-transaction",
                        "--exit-on-error",
                        "--no-password", // nobody is there whom it could ask
                        "--dbname=" + PostgresqlAddress.of(into.url()),
                        file.toString()),
                true);
        try (Connection connection = into.connect()) {
            if (!said.isEmpty()) {
                throw new RefusedCopyException("nothing was restored: " + file + " was written by pg_dump "
                        + head.tool()
                        + " of a server " + head.server() + ", and " + version + " could not write it to the server "
                        + connection.getMetaData().getDatabaseProductVersion() + " (it said \"" + said + "\"); "
                        + advice(
                                DumpHead.major(version),
                                connection.getMetaData().getDatabaseMajorVersion()));
            }
            return contents(connection);
        }
    }

    private String advice(int major, int server) {
        if (DumpHead.major(head.server()) > server) {
            return "name a database on a server of version " + DumpHead.major(head.server())
                    + " or later, and use the client tools of its version";
        }
        if (major >= head.majorOfTool() && major <= server) {
            return "put that right";
        }
        int needed = Math.max(head.majorOfTool(), server);
        return "install PostgreSQL's client tools of version " + needed + ", and name theirs, pg.dump ="
                + " /usr/lib/postgresql/" + needed + "/bin/pg_dump in etc/org.lottrace.persistence.cfg";
    }

    /**
     * @param isWork its output is empty when it worked, and what it said when it did not
     * @return what it said, on one line
     */
    private String output(List<String> command, boolean isWork) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG")); // the driver reads none of them
        environment.put("PGUSER", into.user());
        environment.put("PGPASSWORD", into.password()); // in the arguments every user of the machine could read it
        Process process = start(builder);
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset())
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("; "));
        String line = said.substring(0, Math.min(MOST_SAID, said.length()));
        if (end(process) == 0) {
            return isWork ? "" : line;
        }
        return line.isEmpty() ? "nothing" : line;
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new RefusedCopyException(
                    "nothing was restored: " + file + " was written by pg_dump " + head.tool() + ", and there is no "
                            + tool + " to read it; install PostgreSQL's client tools of version " + head.majorOfTool()
                            + " or later (Debian: postgresql-client), or name their pg_dump in"
                            + " etc/org.lottrace.persistence.cfg (pg.dump)",
                    e);
        }
    }

    private static int end(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new RefusedCopyException("nothing was restored: it was ended meanwhile", e);
        }
    }

    private static BackupContents contents(Connection connection) throws SQLException {
        List<Table> tables = Table.parentsFirst(connection);
        try (Statement statement = connection.createStatement()) {
            long rows = 0;
            for (Table table : tables) {
                rows += Long.parseLong(text(statement, "select count(*) from " + table.name()));
            }
            return new BackupContents(
                    tables.size(),
                    rows,
                    Long.parseLong(text(statement, "select head_position from ledger_head")),
                    text(statement, "select hash from ledger_head").strip(),
                    text(statement, BackupFile.SCHEMA));
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
