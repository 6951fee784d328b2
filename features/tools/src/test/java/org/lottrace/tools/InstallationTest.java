package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
    private static final String JAR = "system/org/lottrace/org.lottrace.api/1/org.lottrace.api-1.jar";

    @TempDir
    Path folder;

    private Path program;
    private Path karaf;

    @BeforeEach
    void installed() throws IOException {
        program = folder.resolve("program");
        karaf = folder.resolve("data/karaf");
        write("lib/boot/main.jar", "1");
        write(JAR, "1");
        write("etc/org.lottrace.cost.cfg", "currency = EUR");
        write("etc/custom.system.properties", "host = 127.0.0.1");
        write("etc/config.properties", "1");
        write("etc/org.ops4j.pax.web.cfg", "1");
        write("etc/edi-mappings/partners/acme.xml", "1");
        bringUpToDate();
    }

    @Test
    void nothing_of_the_same_program_is_touched_again() throws IOException {
        edit("etc/config.properties", "edited");
        edit("data/cache/bundle1", "cached");

        bringUpToDate();

        assertEquals("edited", read("etc/config.properties"));
        assertEquals("cached", read("data/cache/bundle1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "etc/org.lottrace.cost.cfg",
                "etc/custom.system.properties",
                "etc/users.properties",
                "etc/host.key",
                "etc/config.properties",
                "etc/org.ops4j.pax.web.cfg",
                "etc/org.apache.karaf.features.repos.cfg",
                "etc/org.apache.karaf.command.acl.lot.cfg",
                "etc/edi-mappings/partners/acme.xml",
                "etc/edi-mappings/partners/new/own.xml",
                "data/log/karaf.log",
                "deploy/own.jar",
                "files/case.pdf",
            })
    void a_newer_program_leaves_what_was_edited_and_what_belongs_to_people(String file) throws IOException {
        edit(file, "edited");

        write(JAR, "2");
        bringUpToDate();

        assertEquals("edited", read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"etc/config.properties", "etc/org.ops4j.pax.web.cfg"})
    void an_edited_file_that_the_newer_program_changes_too_is_put_aside(String file) throws IOException {
        edit(file, "key = edited");

        write(file, "key = newer");
        write(JAR, "2");
        List<Path> replaced = new Installation(program, karaf).bringUpToDate();

        assertEquals("key = newer", read(file));
        assertEquals(1, replaced.size());
        assertEquals("key = edited", Files.readString(replaced.get(0)));
        write(file, "key = newest");
        assertEquals(List.of(), new Installation(program, karaf).bringUpToDate(), "it is not edited any more");
        assertEquals("key = edited", Files.readString(replaced.get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"etc/custom.system.properties", "etc/org.lottrace.cost.cfg"})
    void a_comment_in_a_file_of_ours_is_kept(String file) throws IOException {
        String commented = read(file) + "\n# why it is so\n";
        edit(file, commented);

        write(JAR, "2");
        bringUpToDate();

        assertEquals(commented, read(file));
    }

    @Test
    void what_karaf_writes_again_with_another_end_is_not_edited() throws IOException {
        edit("etc/config.properties", "1\n\n# Generated command shutdown\nkaraf.shutdown.command = a6dd\n");

        write("etc/config.properties", "2");

        assertEquals(List.of(), new Installation(program, karaf).bringUpToDate());
        assertEquals("2", read("etc/config.properties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/cache/bundle1", "system/old.jar", "lib/old.jar", "bin/karaf"})
    void a_newer_program_replaces_the_rest(String file) throws IOException {
        edit(file, "old");

        write(JAR, "2");
        bringUpToDate();

        assertFalse(Files.exists(karaf.resolve(file)) && read(file).equals("old"), file);
    }

    @ParameterizedTest
    @ValueSource(strings = {JAR, "etc/org.lottrace.cost.cfg", "system/org/postgresql/postgresql-99.jar"})
    void a_program_is_newer_when_a_bundle_of_ours_its_configuration_or_a_name_differs(String file) throws IOException {
        edit("data/cache/bundle1", "old");

        write(file, "changed");
        bringUpToDate();

        assertTrue(Files.notExists(karaf.resolve("data/cache/bundle1")));
    }

    @Test
    void what_a_newer_program_ships_otherwise_comes_when_it_was_not_edited() throws IOException {
        write("etc/org.lottrace.cost.cfg", "currency = SEK");

        bringUpToDate();

        assertEquals("currency = SEK", read("etc/org.lottrace.cost.cfg"));
    }

    @Test
    void a_change_that_was_killed_half_way_is_finished() throws IOException {
        edit("etc/org.lottrace.cost.cfg", "currency = NOK");
        Files.move(karaf.resolve("etc"), karaf.resolve("etc.before"));
        write(JAR, "2");

        bringUpToDate();

        assertEquals("currency = NOK", read("etc/org.lottrace.cost.cfg"));
        assertTrue(Files.notExists(karaf.resolve("etc.before")));
    }

    private void bringUpToDate() throws IOException {
        new Installation(program, karaf).bringUpToDate();
    }

    private void write(String file, String text) throws IOException {
        put(program.resolve(file), text);
    }

    private void edit(String file, String text) throws IOException {
        put(karaf.resolve(file), text);
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String read(String file) throws IOException {
        return Files.readString(karaf.resolve(file));
    }
}
