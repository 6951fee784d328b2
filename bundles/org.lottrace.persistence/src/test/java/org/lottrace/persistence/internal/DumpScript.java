package org.lottrace.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Stands where {@code pg_dump} would: writes down how it was called, and then does what it is told. */
final class DumpScript {
    private final Path script;
    private final Path calls;

    DumpScript(Path folder) {
        script = folder.resolve("pg_dump");
        calls = folder.resolve("calls");
    }

    String path() {
        return script.toString();
    }

    /** Writes a file as it is asked to. */
    DumpScript thatWorks() throws IOException {
        return that("echo all of it > \"$file\"");
    }

    /** @param does in the words of a shell; {@code $file} is where the dump goes */
    DumpScript that(String does) throws IOException {
        Path made = script.resolveSibling("pg_dump.new");
        Files.writeString(made, """
                #!/bin/sh
                for given; do
                  case "$given" in --file=*) file=${given#--file=};; esac
                done
                echo "$@ as $PGUSER with $PGPASSWORD, host=$PGHOST port=$PGPORT" >> %s
                %s
                """.formatted(calls, does));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
        Files.move(made, script, StandardCopyOption.ATOMIC_MOVE);
        return this;
    }

    /** @return a line for each time it was called: the arguments, the user, the password */
    List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }
}
