package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.persistence.testing.LandedDatabase;

class MigrationsIT {
    @Test
    void every_sql_file_is_listed() throws IOException, URISyntaxException {
        Path folder = Path.of(Migrations.class.getResource("db").toURI());
        try (var files = Files.list(folder)) {
            assertEquals(
                    Set.copyOf(Migrations.FILES),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    /** V10 and V11 were never there, and V12 has three parts: so it landed, and so it stays. */
    @Test
    void the_files_after_12_2_are_numbered_without_gaps() {
        List<String> later = Migrations.FILES.subList(
                Migrations.FILES.indexOf("V12_2__acknowledged.sql") + 1, Migrations.FILES.size());

        List<String> numbers = later.stream().map(file -> file.split("__")[0]).toList();
        assertEquals(
                IntStream.iterate(13, number -> number + 1)
                        .mapToObj(number -> "V" + number)
                        .limit(numbers.size())
                        .toList(),
                numbers);
    }

    @Test
    void every_landed_database_is_listed_with_migrations_that_still_are_there() throws IOException, URISyntaxException {
        Path folder = Path.of(LandedDatabase.class.getResource("landed").toURI());
        try (var files = Files.list(folder)) {
            assertEquals(
                    Arrays.stream(LandedDatabase.values())
                            .map(landed -> landed.name() + ".sql")
                            .collect(Collectors.toSet()),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
        for (LandedDatabase landed : LandedDatabase.values()) {
            assertTrue(
                    Migrations.FILES.stream().anyMatch(file -> file.startsWith(landed.name() + "__")), landed.name());
        }
    }
}
