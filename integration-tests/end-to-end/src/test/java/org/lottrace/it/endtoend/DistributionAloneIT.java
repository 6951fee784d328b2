package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/** What an administrator has who got the archive and nothing else: unpacked somewhere, started, asked, stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DistributionAloneIT {
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    static Path anywhere;

    private static Path distribution;
    private static Set<String> unpacked;
    private static LotTraceProcess lottrace;
    private static String said;

    @BeforeAll
    static void the_archive_is_unpacked_and_run() throws IOException, InterruptedException {
        exec("tar", "-xzf", archive(".tar.gz").toString(), "-C", anywhere.toString());
        try (Stream<Path> folders = Files.list(anywhere)) {
            distribution = folders.findFirst().orElseThrow();
        }
        unpacked = filesOfTheDistribution();
        lottrace = LotTraceProcess.unpackedIn(distribution);

        Outcome run = lottrace.script("run");

        said = run.output();
        assertEquals(0, run.status(), run.output());
        assertTrue(run.output().contains("LotTrace is healthy."), run.output());
        assertTrue(run.output().contains("95 documents taken in"), run.output());
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @Test
    @Order(1)
    void the_first_start_makes_the_administrator() throws IOException {
        for (String secret : List.of("administrator.password", "shell.key")) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(lottrace.data(secret))));
        }
    }

    @Test
    @Order(1)
    void it_is_asked_and_answers() throws Exception {
        assertEquals(0, lottrace.script("status").status());
        List<String> examples = Pattern.compile("\\./lottrace shell (\\S+ \\S+)")
                .matcher(said)
                .results()
                .map(example -> example.group(1))
                .toList();
        assertEquals(3, examples.size(), said);
        for (String example : examples) {
            assertTrue(lottrace.shell(example).size() > 1, example);
        }
        assertEquals(0, lottrace.script("logs").status());
    }

    /** The sites of the sample company are in Berlin's time zone, this machine may be in another: a day more or less is none of it. */
    @Test
    @Order(1)
    void the_sample_company_is_of_today() throws Exception {
        LocalDate today = LocalDate.parse(
                Files.readString(lottrace.data("sample-company/today")).strip());
        assertTrue(Math.abs(ChronoUnit.DAYS.between(today, LocalDate.now())) <= 1, today.toString());

        String herbs = "RM-1006/B" + DateTimeFormatter.BASIC_ISO_DATE.format(today.minusDays(10));
        assertEquals(List.of("LOT_EXPIRED"), reasonsAgainst(herbs, today));
        assertEquals(List.of(), reasonsAgainst(herbs, today.minusDays(1)));
        String creamCheese = said.replaceAll("(?s).*recall:scope (\\S+).*", "$1");
        assertEquals(List.of("LOT_ON_HOLD"), reasonsAgainst(creamCheese, today));
        JsonNode order = lottrace.shell("alloc:allocate SO-70029").get(0);
        assertEquals(2, order.get("reservations").size(), order.toString());
        assertEquals("0", order.at("/shortBy/amount").asText(), order.toString());
    }

    @Test
    @Order(1)
    void the_soap_examples_run_in_their_order_and_answer_with_data() throws Exception {
        Path examples = lottrace.data("soap-examples");
        assertTrue(said.contains(examples.toString()), said);
        assertTrue(said.contains("in the order of their numbers"), said); // 10 is not the second
        for (String service : List.of("erp", "accounting")) {
            for (Path example : inOrder(examples.resolve(service))) {
                HttpResponse<String> answer = lottrace.envelope(service, Files.readString(example));

                assertEquals(200, answer.statusCode(), example + ": " + answer.body());
                assertFalse(
                        answer.body().matches("(?s).*(<(\\w+:)?violation\\b|REFUSED).*"),
                        example + ": " + answer.body());
                assertTrue(
                        answer.body().matches("(?s).*>[^<\\s]+</.*")
                                || example.endsWith("21-cancelAllocation.xml"), // all of it was shipped
                        example + ": " + answer.body());
            }
        }
    }

    /** They are numbered. */
    private static List<Path> inOrder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparingInt(file ->
                            Integer.parseInt(file.getFileName().toString().replaceAll("\\D.*", ""))))
                    .toList();
        }
    }

    private static List<String> reasonsAgainst(String lot, LocalDate day) throws Exception {
        JsonNode answer = lottrace.shell("lot:usable " + lot + " --date " + day);
        return StreamSupport.stream(answer.get("reasons").spliterator(), false)
                .map(reason -> reason.get("code").asText())
                .toList();
    }

    @Test
    @Order(1)
    void help_lists_every_command_of_the_readme_with_its_line() throws Exception {
        Set<String> listed = lottrace.script("shell", "help")
                .output()
                .lines()
                .map(line -> line.strip().replaceAll("\\s+\\| ", "|"))
                .filter(line -> line.matches("[a-z]+:[a-z-]+\\|.*"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(commandsOfTheReadme(), listed);
    }

    @Test
    @Order(2)
    void a_renewed_password_is_taken_at_once_and_the_one_before_is_refused() throws Exception {
        String before = lottrace.authorization();

        String said = lottrace.script("renew", "password").output();

        String password = said.replaceAll("(?s).*new password: (\\S+).*", "$1");
        String after = LotTraceProcess.authorization(password);
        assertNotEquals(before, after);
        assertEquals(401, lottrace.statusOfAPage(before));
        assertEquals(200, lottrace.statusOfAPage(after));
        assertTrue(Files.notExists(lottrace.data("administrator.password")));
        Files.writeString(lottrace.data("administrator.password"), password);
    }

    @Test
    @Order(2)
    void a_renewed_key_is_taken_at_once_and_the_one_before_is_refused_in_a_sentence() throws Exception {
        Path key = lottrace.data("shell.key");
        byte[] before = Files.readAllBytes(key);

        assertEquals(0, lottrace.script("renew", "key").status());

        assertEquals(0, lottrace.script("shell", "lot:items").status());
        Path renewed = Files.copy(key, lottrace.data("shell.key.renewed"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.write(key, before);
        Outcome refused = lottrace.script("shell", "lot:items");
        assertEquals(255, refused.status(), refused.output());
        assertTrue(refused.output().contains(" refused the key " + key + " of the user admin."), refused.output());
        Files.move(renewed, key, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    @Order(3)
    void it_is_stopped_and_has_written_nothing_outside_its_data_folder() throws Exception {
        assertEquals(0, lottrace.script("stop").status());

        assertEquals(3, lottrace.script("status").status());
        assertEquals(unpacked, filesOfTheDistribution());
    }

    @Test
    @Order(4)
    void in_the_foreground_it_starts_again_prints_its_log_and_ends_by_a_signal() throws Exception {
        Process foreground = lottrace.start("run", "--foreground");
        CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> all(foreground.getInputStream()));
        Waiting.until("health", () -> {
            assertTrue(foreground.isAlive(), () -> printed.join());
            return lottrace.script("status").status() == 0;
        });
        assertEquals(0, lottrace.script("shell", "lot:verify").status());

        foreground.toHandle().destroy();

        assertEquals(ENDED_BY_SIGTERM, foreground.waitFor());
        assertEquals(3, lottrace.script("status").status());
        String log = printed.join();
        assertTrue(log.contains("LotTrace is healthy.") && log.contains(" | INFO  | "), log);
        assertFalse(log.contains("documents taken in") || log.contains("password of the user"), log);
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_412,is Java 8", "11.0.2,is Java 11", ",no java found"})
    void a_java_that_is_too_old_or_not_there_is_said_with_what_to_do(String version, String said) throws Exception {
        Path java = Files.createDirectories(anywhere.resolve("java-" + version));
        if (version != null) {
            Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
            Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
            Files.writeString(program, "#!/bin/sh\nexit 99\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        ProcessBuilder script =
                new ProcessBuilder(distribution.resolve("lottrace").toString(), "status");
        script.environment().put("JAVA_HOME", java.toString());

        Process process = script.redirectErrorStream(true).start();

        String output = all(process.getInputStream());
        assertEquals(1, process.waitFor(), output);
        assertTrue(output.startsWith("lottrace: ") && output.contains(said), output);
        assertTrue(output.endsWith(": install a JDK 17 or later, or set JAVA_HOME\n"), output);
    }

    @Test
    void the_unit_for_systemd_is_one_that_systemd_accepts() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "this machine has no systemd");
        Path unit = Files.writeString(
                anywhere.resolve("lottrace.service"),
                Files.readString(distribution.resolve("systemd/lottrace.service"))
                        .replace("/opt/lottrace/", distribution + "/"));

        assertEquals("", exec("systemd-analyze", "verify", "--man=no", unit.toString()));
    }

    @Test
    void the_image_is_made_of_what_lies_beside_it_and_calls_what_is_in_it() throws Exception {
        String file = Files.readString(archive("Containerfile"));

        assertTrue(file.contains("\nCOPY lottrace-distribution-*.tar.gz "), file);
        assertTrue(file.contains("\nENTRYPOINT [\"/opt/lottrace/lottrace\"]\nCMD [\"run\", \"--foreground\"]"), file);
        assertTrue(Files.isExecutable(distribution.resolve("lottrace")));
    }

    @Test
    void the_zip_holds_the_same() throws IOException {
        try (ZipFile zip = new ZipFile(archive(".zip").toFile())) {
            Set<String> files = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .map(name -> name.substring(name.indexOf('/') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(unpacked, files);
        }
        assertTrue(unpacked.containsAll(List.of(
                "lottrace", "lottrace.cmd", "README.md", "LICENSE", "NOTICE", "sample-company/001-parties.soap.xml")));
    }

    private static Set<String> commandsOfTheReadme() throws IOException {
        return Pattern.compile("(?m)^\\| `([a-z]+:[a-z-]+)` \\| (.*) \\|$")
                .matcher(Files.readString(distribution.resolve("README.md")))
                .results()
                .map(row -> row.group(1) + "|" + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> filesOfTheDistribution() throws IOException {
        try (Stream<Path> files = Files.walk(distribution)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> distribution.relativize(file).toString())
                    .filter(name -> !name.startsWith(".lottrace/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path archive(String ending) throws IOException {
        Path built = Path.of(System.getProperty("it.checkout"), "features/distribution/target");
        try (Stream<Path> files = Files.list(built)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String all(InputStream output) {
        try {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @return what it printed */
    private static String exec(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = all(process.getInputStream());
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
