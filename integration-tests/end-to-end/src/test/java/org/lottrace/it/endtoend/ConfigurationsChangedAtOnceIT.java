package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/**
 * One configuration is changed again and again, by REST and in the shell at once, while File Install looks at the file every second: nothing is lost, the file is never empty,
 * and in the end it says what the service has.
 */
class ConfigurationsChangedAtOnceIT {
    private static final String PID = "org.lottrace.planning";
    private static final int TIMES = 50;

    private static LotTraceProcess lottrace;
    private static ShellUser administrator;

    @BeforeAll
    static void start() throws Exception {
        lottrace = new LotTraceProcess("configured");
        Outcome run = lottrace.runWithoutSampleCompany();
        assertEquals(0, run.status(), run.output());
        administrator = ShellUser.withKey(lottrace, "configures", "ssh,admin,manager");
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @Test
    void fifty_changes_by_rest_and_fifty_in_the_shell_are_all_in_the_file_and_in_the_service() throws Exception {
        Path file = lottrace.configuration(PID);
        List<String> comments = comments(file);
        RestCaller rest = new RestCaller(lottrace);
        Callable<Object> byRest = () -> {
            for (int i = 1; i <= TIMES; i++) {
                rest.post(
                        "/v1/configuration",
                        "{\"part\":\"" + PID + "\",\"key\":\"expiring.days\",\"value\":\"" + i + "\"}");
            }
            return "REST";
        };
        Callable<Object> inTheShell = () -> {
            for (int i = 1; i <= TIMES; i++) {
                Outcome outcome = administrator.run("config:property-set -p " + PID + " shell." + i + " yes");
                assertEquals(0, outcome.status(), outcome.output());
            }
            return "shell";
        };
        List<String> wrong = watching(file, List.of(byRest, inTheShell));

        assertTrue(wrong.isEmpty(), () -> "a reader saw a file without a setting, times: " + wrong.size());
        Properties read = read(Files.readString(file));
        assertEquals(String.valueOf(TIMES), read.getProperty("expiring.days"));
        assertEquals(
                IntStream.rangeClosed(1, TIMES)
                        .mapToObj(i -> "shell." + i)
                        .collect(Collectors.toCollection(TreeSet::new)),
                ofTheShell(read.stringPropertyNames()));
        assertEquals(comments, comments(file));

        // when this is read, File Install has looked at everything
        LotTraceProcess.replace(file, Files.readString(file) + "by.hand = yes\n");
        Waiting.until("what was written by hand", () -> inService().contains("by.hand = yes"));
        String service = inService();
        read.forEach((key, value) -> assertTrue(service.contains(key + " = " + value), () -> key + " in " + service));
    }

    @Test
    void a_configuration_that_is_deleted_takes_its_file_with_it() throws Exception {
        Path file = lottrace.configuration("made.in.the.shell");
        administrator.run("config:property-set -p made.in.the.shell a b");
        assertEquals("b", read(Files.readString(file)).getProperty("a"));

        administrator.run("config:delete made.in.the.shell");

        assertTrue(Files.notExists(file));
        assertTrue(!administrator.run("config:list").output().contains("made.in.the.shell"));
    }

    @Test
    void what_a_part_does_not_work_with_is_refused_in_its_own_words_and_is_as_it_was() throws Exception {
        for (List<String> wrong : List.of(
                List.of(PID, "lead.days", "abc", "lead.days"),
                List.of("org.lottrace.cost", "accounting.zone", "Mars/City", "Mars/City"),
                List.of("org.lottrace.ledger", "go.live", "tomorrow", "tomorrow"),
                List.of("org.lottrace.persistence", "pool.size", "-3", "pool.size"))) {
            Path file = lottrace.configuration(wrong.get(0));
            String before = Files.exists(file) ? Files.readString(file) : "";

            String refused = new RestCaller(lottrace)
                    .refused(
                            "/v1/configuration",
                            "{\"part\":\"" + wrong.get(0) + "\",\"key\":\"" + wrong.get(1) + "\",\"value\":\""
                                    + wrong.get(2) + "\"}");

            assertTrue(refused.contains("SETTING_VALUE_INVALID") && refused.contains(wrong.get(3)), refused);
            assertEquals(before, Files.exists(file) ? Files.readString(file) : "");
        }
    }

    private static String inService() throws IOException {
        return administrator.run("config:list '(service.pid=" + PID + ")'").output();
    }

    /** @return each text of the file without a setting, seen while that work was done */
    private static List<String> watching(Path file, List<Callable<Object>> work) throws Exception {
        List<String> wrong = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<Object>> underway = work.stream().map(threads::submit).toList();
            while (!underway.stream().allMatch(Future::isDone)) {
                String text = Files.readString(file);
                if (read(text).isEmpty()) {
                    wrong.add(text);
                }
            }
            for (Future<Object> done : underway) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return wrong;
    }

    private static Properties read(String text) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(text));
        return read;
    }

    private static Set<String> ofTheShell(Set<String> keys) {
        return keys.stream().filter(key -> key.startsWith("shell.")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> comments(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .toList();
    }
}
