package org.lottrace.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lottrace.persistence.testing.TestDatabase;

/** Processor time of the server's processes that work for a database when this is made. Linux only. */
public final class ServerTime {
    private final List<Path> processes;

    public ServerTime(TestDatabase database) {
        processes = database.texts("select pid from pg_stat_activity where datname = current_database()").stream()
                .map(pid -> Path.of("/proc", pid, "schedstat"))
                .toList();
    }

    /** @return nanoseconds since they were started; a process that has ended counts no more */
    public long nanos() throws IOException {
        long nanos = 0;
        for (Path process : processes) {
            if (Files.exists(process)) {
                nanos += Long.parseLong(Files.readString(process).split(" ")[0]);
            }
        }
        return nanos;
    }
}
