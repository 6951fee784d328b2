package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/**
 * The table of the manual, cell by cell: somebody of each role types each command of the shell by SSH, and is refused for their role
 * exactly where the table says so.
 */
class RolesIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("it.checkout"));
    private static final Path EXAMPLES = CHECKOUT.resolve("bundles/org.lottrace.soap.erp/examples");
    private static final Set<String> NO_LOGIN_HAS = Set.of("recall-consignee", "trading-partner");
    private static final String READ_BY_ALL = "-";

    /** By operation, who may call it. */
    private static final Map<String, Set<String>> TABLE = new TreeMap<>();

    private static final List<String> ROLES = new ArrayList<>();

    /** By line, the operation behind it. */
    private static final Map<String, String> COMMANDS = new LinkedHashMap<>();

    private static LotTraceProcess lottrace;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        readTheManual();
        readTheCommands();
        lottrace = new LotTraceProcess("roles");
        Outcome run = lottrace.runWithoutSampleCompany();
        assertEquals(0, run.status(), run.output());
        for (String example : List.of("1-savePartners", "2-saveItems", "3-saveSites")) {
            String document = Files.readString(EXAMPLES.resolve(example + ".xml"));
            lottrace.soap("erp", document.replaceAll("(?s).*<soap:Body>(.*)</soap:Body>.*", "$1"));
        }
        lottrace.soap(
                "erp",
                "<captureMovements xmlns=\"urn:lottrace:erp:1\"><openingStock><eventId>o-1</eventId><time>"
                        + Instant.now()
                        + "</time><site>HAM</site><countSheet>CS-1</countSheet><line><lot><issuer>S-100</issuer>"
                        + "<item>R-WHEAT</item><number>W-1</number></lot><expiry>2099-12-31</expiry>"
                        + "<location>SILO-1</location><quantity unit=\"KGM\">250</quantity>"
                        + "<cost currency=\"EUR\" per=\"TNE\">210</cost></line></openingStock></captureMovements>");
        assertEquals(1, lottrace.shell("lot:list R-WHEAT").size());
        Files.createDirectories(lottrace.data("karaf/files"));
        for (String empty : List.of("none.edi", "none.csv")) {
            Files.createFile(lottrace.data("karaf/files").resolve(empty));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    static List<String> roles() {
        return ROLES;
    }

    @Test
    void every_command_is_typed_and_every_operation_that_has_one_stands_in_the_table() throws Exception {
        Set<String> listed = lottrace.script("shell", "help")
                .output()
                .lines()
                .map(line -> line.strip().split("[ |]", 2)[0])
                .filter(word -> word.matches("[a-z]+:[a-z-]+"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                listed,
                COMMANDS.keySet().stream()
                        .map(line -> line.split(" ", 2)[0])
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(
                Set.of(),
                COMMANDS.values().stream()
                        .filter(operation -> !TABLE.containsKey(operation))
                        .collect(Collectors.toSet()));
    }

    @Test
    void an_option_may_stand_behind_an_argument_in_an_open_shell_too() throws Exception {
        ShellUser receiver = ShellUser.withKey(lottrace, "types-as-it-comes", "ssh,lottrace-receiver");

        List<String> answers = receiver.type(List.of(
                "lot:list R-WHEAT --json",
                "lot:list --json R-WHEAT",
                "lot:list R-WHEAT --limit 1",
                "lot:list R-WHEAT --no"));

        assertTrue(answers.get(0).contains("\"W-1\"") || answers.get(0).contains("/W-1"), answers.get(0));
        assertEquals(json(answers.get(1)), json(answers.get(0)));
        assertTrue(answers.get(2).contains("W-1"), answers.get(2));
        assertTrue(answers.get(3).contains("--no"), answers.get(3));
    }

    @Test
    void a_command_of_karaf_that_is_refused_is_a_warning_in_the_log_and_no_error() throws Exception {
        Outcome refused = ShellUser.withKey(lottrace, "looks-around", "ssh,admin")
                .run("config:property-set -p org.lottrace.planning a b"); // which Karaf leaves to its managers

        assertEquals(1, refused.status());
        assertTrue(refused.output().contains("Insufficient credentials. Your roles"), refused.output());
        String log = Files.readString(lottrace.data("karaf/data/log/karaf.log"));
        assertTrue(log.contains("command refused by=looks-around command=config:property-set"), "the log says nothing");
        assertEquals(
                List.of(),
                log.lines().filter(line -> line.contains("| ERROR |")).toList());
    }

    private static String json(String answer) {
        return answer.substring(answer.indexOf('['), answer.lastIndexOf(']'));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_role_is_refused_what_is_not_its_own_and_nothing_else(String role) throws Exception {
        Map<String, Boolean> expected = new LinkedHashMap<>();
        COMMANDS.forEach(
                (line, operation) -> expected.put(line, TABLE.get(operation).contains(role)));
        List<String> lines = List.copyOf(expected.keySet());

        List<String> answers =
                ShellUser.withKey(lottrace, "only-" + role, "ssh," + role).type(lines);

        assertEquals(
                List.of(),
                answers.stream()
                        .filter(answer -> answer.contains("too many arguments specified"))
                        .toList(),
                "an option stands behind an argument");
        Map<String, Boolean> allowed = new LinkedHashMap<>();
        IntStream.range(0, lines.size()).forEach(i -> allowed.put(lines.get(i), !isRefused(answers.get(i))));
        assertEquals(expected, allowed, () -> differing(lines, answers, expected, allowed));
    }

    /** The code alone is no refusal: metrics count how often it was given. */
    private static boolean isRefused(String output) {
        return output.replace("code=\"ROLE_MISSING\"", "").contains("ROLE_MISSING")
                || output.contains("Command not found")
                || output.contains("Insufficient credentials");
    }

    private static String differing(
            List<String> lines, List<String> answers, Map<String, Boolean> expected, Map<String, Boolean> allowed) {
        return IntStream.range(0, lines.size())
                .filter(i -> !expected.get(lines.get(i)).equals(allowed.get(lines.get(i))))
                .mapToObj(i -> lines.get(i) + " answered " + answers.get(i))
                .collect(Collectors.joining("\n"));
    }

    private static void readTheManual() throws IOException {
        String manual = Files.readString(CHECKOUT.resolve("features/distribution/README.md"));
        List<List<String>> rows = manual.substring(manual.indexOf("<!-- roles:"), manual.indexOf("<!-- /roles -->"))
                .lines()
                .skip(1)
                .map(row -> Stream.of(row.split("\\|", -1))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .toList();
        List<String> head = rows.get(0);
        for (List<String> row : rows.subList(2, rows.size())) {
            TABLE.put(
                    row.get(1).matches("[a-z.-]+") ? row.get(1) : READ_BY_ALL,
                    IntStream.range(2, head.size() - 1)
                            .filter(i -> !row.get(i).isEmpty())
                            .mapToObj(head::get)
                            .collect(Collectors.toSet()));
        }
        head.subList(2, head.size() - 1).stream()
                .filter(role -> !NO_LOGIN_HAS.contains(role))
                .forEach(ROLES::add);
    }

    private static void readTheCommands() throws IOException {
        try (InputStream file = RolesIT.class.getResourceAsStream("commands.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" +", 2))
                    .forEach(parts -> COMMANDS.put(parts[1], parts[0]));
        }
    }
}
