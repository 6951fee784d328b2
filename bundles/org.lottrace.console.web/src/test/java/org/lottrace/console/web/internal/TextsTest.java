package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.DraftEntry;
import org.lottrace.api.cost.DraftLine;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.health.HealthStatus;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.movement.ScanAnswer;
import org.lottrace.api.movement.ScanJob;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.OrderStage;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.order.ProductionStatus;
import org.lottrace.api.overview.SearchKind;
import org.lottrace.api.overview.StockState;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.planning.AdviceKind;
import org.lottrace.api.planning.ForecastMethod;
import org.lottrace.api.planning.IssuePolicy;
import org.lottrace.api.planning.PassedReason;
import org.lottrace.api.planning.PlannedUseKind;
import org.lottrace.api.planning.RiskBasis;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.recall.EffectivenessLevel;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.PublicWarning;
import org.lottrace.api.recall.RecallClass;
import org.lottrace.api.recall.RecallDepth;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFactKind;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallRegime;
import org.lottrace.api.recall.RecallTrigger;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.report.FollowUp;

class TextsTest {
    private static final Path TEXTS = Path.of("src/main/resources/org/lottrace/console/web/texts");
    private static final Pattern NAMED =
            Pattern.compile("(?:texts\\(?\\)?\\.(?:lookup|of|localize)|Failure)\\((?:[0-9]+, )?\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]}");

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertEquals(read("").stringPropertyNames(), read("_de").stringPropertyNames());
    }

    @Test
    void a_text_has_the_same_arguments_in_both_languages() throws IOException {
        Properties german = read("_de");
        read("").forEach((key, english) ->
                assertEquals(arguments((String) english), arguments(german.getProperty((String) key)), (String) key));
    }

    @Test
    void whatever_a_page_names_is_written() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(TextsTest::isOfPages).toList()) {
                NAMED.matcher(Files.readString(file))
                        .results()
                        .map(result -> result.group(1))
                        .forEach(missing::add);
            }
        }
        assertTrue(missing.size() > 50, "the pattern finds what pages name");
        missing.removeAll(read("").stringPropertyNames());
        assertEquals(Set.of(), missing);
    }

    static Stream<Set<String>> codes() {
        return Stream.of(
                keys("disposition.", Disposition.values()),
                keys("item-type.", ItemType.values()),
                keys("event.", EventType.values()),
                keys("whereabouts.", Whereabouts.State.values()),
                keys("purpose.", Purpose.values()),
                keys("order-stage.", OrderStage.values()),
                keys("scan-job.", ScanJob.values()),
                keys("scan-missing.", ScanAnswer.Missing.values()),
                keys("scan-meaning.", ScanAnswer.Meaning.values()),
                keys("document.", DocumentType.values()),
                keys("stock-state.", StockState.values()),
                keys("passed-reason.", PassedReason.values()),
                keys("risk-basis.", RiskBasis.values()),
                keys("advice-kind.", AdviceKind.values()),
                keys("planned-use.", PlannedUseKind.values()),
                keys("issue-policy.", IssuePolicy.values()),
                keys("forecast-method.", ForecastMethod.values()),
                keys("search-kind.", SearchKind.values()),
                keys("recall-mode.", RecallMode.values()),
                keys(
                        "place-kind.",
                        Arrays.stream(PlaceKind.values())
                                .filter(PlaceKind::holdsStock)
                                .toArray(PlaceKind[]::new)),
                keys("recall.mode.", RecallMode.values()),
                keys("recall.class.", RecallClass.values()),
                keys("recall.regime.", RecallRegime.values()),
                keys("recall.trigger.", RecallTrigger.values()),
                keys("recall.depth.", RecallDepth.values()),
                keys("recall.warning.", PublicWarning.values()),
                keys("recall.level.", EffectivenessLevel.values()),
                keys("recall.follow.", FollowUp.values()),
                keys("recall.topic.", NoteTopic.values()),
                keys("recall.notice.", NoticeKind.values()),
                keys("recall.disposal.", RecallDisposal.Kind.values()),
                keys("recall.fact.", RecallFactKind.values()),
                keys("recall.target.", Drill.Target.values()),
                keys("recall.drill-step.", Drill.Step.values()),
                names("recall.entry.", DraftEntry.Purpose.values()),
                names("recall.account.", DraftLine.Account.values()),
                openPoints("recall.point.", ""),
                openPoints("recall.point.", ".do"),
                keys("audit-kind.", AuditKind.values()),
                keys("login-method.", LoginMethod.values()),
                keys("account.", Account.values()),
                keys("location-type.", LocationType.values()),
                named("health.", HealthStatus.values()),
                named("follower.", FollowerState.values()),
                named("witness.", Finding.Witness.values()),
                keys(
                        "role.",
                        Arrays.stream(Role.values()).filter(Role::isOfLogin).toArray(Role[]::new)),
                Set.of("follower.done.retry", "follower.done.skip", "follower.done.rebuild"),
                Set.of("record.chain", "record.seals", "record.certificate"),
                keys("import-subject.", ImportSubject.values()),
                keys("production-role.", ProductionRole.values()),
                keys("production-status.", ProductionStatus.values()),
                keys("imports.encoding.", TextEncoding.values()),
                keys("imports.decimals.", DecimalStyle.values()),
                Set.of("imports.no-file", "imports.file-gone"),
                keys("party-role.", PartyRole.values()),
                keys("interchange.", Direction.values()),
                keys("interchange.", InterchangeStatus.values()),
                keys("interchange.what.", InterchangeStatus.values()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void every_code_that_a_page_shows_has_a_word(Set<String> keys) throws IOException {
        Set<String> missing = new TreeSet<>(keys);
        missing.removeAll(read("").stringPropertyNames());
        assertEquals(Set.of(), missing);
    }

    private static Set<String> names(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).collect(Collectors.toSet());
    }

    /** The points that keep a case open have codes, of which the catalogue knows all: those with which it is not closed. */
    private static Set<String> openPoints(String prefix, String suffix) {
        return Catalogue.operations().stream()
                .filter(operation -> operation.name().equals("recall-case.close"))
                .flatMap(operation -> operation.refusals().stream())
                .filter(code -> code.matches("(QUANTITY|HELD|STOCK|CERTIFICATE|CHECK|RETRACTION)_.*"))
                .map(code -> prefix + code + suffix)
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String prefix, Coded... values) {
        return Arrays.stream(values).map(value -> prefix + value.code()).collect(Collectors.toSet());
    }

    private static Set<String> named(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).collect(Collectors.toSet());
    }

    private static boolean isOfPages(Path file) {
        return file.toString().endsWith(".jte") || file.toString().endsWith(".java");
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Properties read(String suffix) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve("texts" + suffix + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
