package org.lottrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.id.KnowsQuantities;
import org.lottrace.api.lot.wrong.NeedsTheOtherSide;
import org.lottrace.api.quantity.wrong.NeedsThisSide;
import org.lottrace.api.wrong.KnowsMoney;
import org.lottrace.api.wrong.UsesALogger;
import org.lottrace.api.wrong.store.ForgetsToSayThatItWrites;
import org.lottrace.cost.wrong.IsAnEntity;
import org.lottrace.cost.wrong.ReadsEdi;
import org.lottrace.cost.wrong.TalksToTheLedgerBundle;
import org.lottrace.cost.wrong.UsesHibernate;
import org.lottrace.cost.wrong.WritesNames;
import org.lottrace.edi.wrong.ServesSoap;
import org.lottrace.health.wrong.IsACommand;
import org.lottrace.health.wrong.MakesAClock;
import org.lottrace.recall.wrong.AsksTheSystem;
import org.lottrace.recall.wrong.CountsMilliseconds;
import org.lottrace.recall.wrong.DrawsByDefault;
import org.lottrace.recall.wrong.HandsOnHowToWrite;
import org.lottrace.recall.wrong.IsOldFashioned;
import org.lottrace.recall.wrong.LaysAGraphOut;
import org.lottrace.recall.wrong.LooksServicesUp;
import org.lottrace.recall.wrong.OpensAConnection;
import org.lottrace.recall.wrong.RoundsOnTheWay;
import org.lottrace.recall.wrong.ServesHttp;
import org.lottrace.recall.wrong.WeighsInexactly;
import org.lottrace.recall.wrong.WritesReservations;
import org.lottrace.recall.wrong.WritesWorkbooks;
import org.lottrace.soap.wrong.AsksTheServiceItself;
import org.lottrace.soap.wrong.BindsXml;

/** Each rule refuses what it is there to refuse: a rule that can never fail keeps nothing. */
class RulesTest {
    @ParameterizedTest
    @MethodSource("wrongClasses")
    void the_rule_refuses_the_class(ClassRule rule, Class<?>[] wrong) {
        JavaClasses classes = new ClassFileImporter().importClasses(wrong);

        assertTrue(rule.rule().evaluate(classes).hasViolation());
    }

    static Stream<Arguments> wrongClasses() {
        return Stream.of(
                wrong(ClassRule.RING_0_IS_PURE, UsesALogger.class),
                wrong(ClassRule.RING_0_KNOWS_MONEY_ONLY_IN_COST, KnowsMoney.class),
                wrong(ClassRule.RING_0_HAS_NO_CYCLES, NeedsTheOtherSide.class, NeedsThisSide.class),
                wrong(ClassRule.RING_0_IS_BUILT_IN_ITS_ORDER, KnowsQuantities.class),
                wrong(ClassRule.BUNDLES_MEET_ONLY_IN_THE_API, TalksToTheLedgerBundle.class),
                wrong(ClassRule.TESTS_SEE_NO_OTHER_BUNDLES_INSIDE, TalksToTheLedgerBundle.class),
                wrong(ClassRule.JPA_IN_PERSISTENCE, IsAnEntity.class),
                wrong(ClassRule.HIBERNATE_IN_PERSISTENCE, UsesHibernate.class),
                wrong(ClassRule.STAEDI_IN_EDI, ReadsEdi.class),
                wrong(ClassRule.MOXY_IN_EDI, BindsXml.class),
                wrong(ClassRule.CXF_IN_SOAP_REST_AND_WEB_GATE, ServesSoap.class),
                wrong(ClassRule.KARAF_IN_CONSOLE_COMMANDS_LOGIN_AND_CONFIGURATION, IsACommand.class),
                wrong(ClassRule.ELK_IN_TRACE_DRAWING, LaysAGraphOut.class),
                wrong(ClassRule.FASTEXCEL_IN_SHEET, WritesWorkbooks.class),
                wrong(ClassRule.RINGS_0_AND_1_RUN_ANYWHERE, ServesHttp.class),
                wrong(ClassRule.RINGS_0_AND_1_KNOW_NO_JDBC, OpensAConnection.class),
                wrong(ClassRule.RINGS_0_AND_1_KNOW_NO_BUNDLE_CONTEXT, LooksServicesUp.class),
                wrong(ClassRule.NO_FLOATING_POINT, WeighsInexactly.class),
                wrong(ClassRule.NO_FLOATING_POINT, RoundsOnTheWay.class),
                wrong(ClassRule.WRITTEN_WORDS_ARE_CODES, WritesNames.class),
                wrong(ClassRule.TIME_COMES_FROM_A_CLOCK, AsksTheSystem.class),
                wrong(ClassRule.TIME_COMES_FROM_A_CLOCK, CountsMilliseconds.class),
                wrong(ClassRule.THE_CLOCK_IS_A_SERVICE, MakesAClock.class),
                wrong(ClassRule.NO_JAVA_UTIL_DATE, IsOldFashioned.class),
                wrong(ClassRule.RANDOM_NUMBERS_ARE_NOT_LOOKED_UP, DrawsByDefault.class),
                wrong(ClassRule.A_STORE_IS_WRITTEN_BY_ITS_OWNER, WritesReservations.class),
                wrong(ClassRule.A_STORE_IS_WRITTEN_BY_ITS_OWNER, HandsOnHowToWrite.class),
                wrong(ClassRule.STORES_SAY_WHAT_WRITES, ForgetsToSayThatItWrites.class),
                wrong(ClassRule.ADAPTERS_ASK_OPERATIONS, AsksTheServiceItself.class));
    }

    @ParameterizedTest
    @MethodSource("wrongBundles")
    void the_rule_refuses_the_bundle(ManifestRule rule, BuiltBundle wrong) {
        assertFalse(rule.problemsOf(wrong).isEmpty());
    }

    static Stream<Arguments> wrongBundles() {
        return Stream.of(
                arguments(ManifestRule.EVERY_BUNDLE_HAS_A_RING, bundle("org.lottrace.newcomer", Map.of())),
                arguments(
                        ManifestRule.DIRECTORY_ARTIFACT_AND_SYMBOLIC_NAME_ARE_ONE,
                        new BuiltBundle("org.lottrace.ledger", "ledger", Map.of(), Set.of())),
                arguments(
                        ManifestRule.DIRECTORY_ARTIFACT_AND_SYMBOLIC_NAME_ARE_ONE,
                        bundle("org.lottrace.ledger", Map.of("Bundle-SymbolicName", "ledger;singleton:=true"))),
                arguments(
                        ManifestRule.PACKAGES_ARE_BELOW_THE_BUNDLES_NAME,
                        new BuiltBundle(
                                "org.lottrace.ledger",
                                "org.lottrace.ledger",
                                Map.of(),
                                Set.of("org.lottrace.ledgers"))),
                arguments(
                        ManifestRule.EXPORTS_ARE_THOSE_OF_THE_LIST,
                        exporting("org.lottrace.ledger", "org.lottrace.ledger;version=\"1.0.0\"")),
                arguments(
                        ManifestRule.EXPORTS_ARE_THOSE_OF_THE_LIST,
                        exporting("org.lottrace.api", "org.lottrace.api.id;version=\"1.0.0\"")),
                arguments(
                        ManifestRule.EXPORTS_HAVE_A_VERSION,
                        exporting("org.lottrace.api", "org.lottrace.api.id;uses:=\"org.lottrace.api.lot,java.util\"")),
                arguments(
                        ManifestRule.IMPORTS_OF_OURS_HAVE_A_VERSION_RANGE,
                        importing("org.lottrace.ledger", "org.lottrace.api.id,org.slf4j")),
                arguments(
                        ManifestRule.NOBODY_SEES_ANOTHERS_INTERNAL,
                        importing("org.lottrace.cost", "org.lottrace.ledger.internal;version=\"[1.0,2)\"")),
                arguments(
                        ManifestRule.INTERNAL_IS_NEVER_EXPORTED,
                        exporting("org.lottrace.ledger", "org.lottrace.ledger.internal;version=\"1.0.0\"")),
                arguments(
                        ManifestRule.IMPORTS_POINT_TO_SMALLER_RINGS,
                        importing("org.lottrace.cost", "org.lottrace.ledger;version=\"[1.0,2)\"")),
                arguments(
                        ManifestRule.IMPORTS_POINT_TO_SMALLER_RINGS,
                        importing("org.lottrace.api", "org.lottrace.persistence;version=\"[1.0,2)\"")),
                arguments(
                        ManifestRule.NO_REQUIRE_BUNDLE,
                        bundle("org.lottrace.lib.cxf", Map.of("Require-Bundle", "org.apache.cxf.core"))),
                arguments(
                        ManifestRule.DYNAMIC_IMPORT_ONLY_IN_LIBRARIES,
                        bundle("org.lottrace.ledger", Map.of("DynamicImport-Package", "*"))));
    }

    @Test
    void a_bundle_as_it_should_be_keeps_every_rule() {
        BuiltBundle good = bundle(
                "org.lottrace.ledger",
                Map.of(
                        "Bundle-SymbolicName",
                        "org.lottrace.ledger",
                        "Import-Package",
                        "org.lottrace.api.id;version=\"[1.0,2)\",org.slf4j;version=\"[1.7,3)\",java.util"));
        for (ManifestRule rule : ManifestRule.values()) {
            assertEquals(0, rule.problemsOf(good).size(), rule.problemsOf(good)::toString);
        }
    }

    @Test
    void no_rule_is_without_something_wrong() {
        assertEquals(EnumSet.allOf(ClassRule.class), rules(wrongClasses()));
        assertEquals(EnumSet.allOf(ManifestRule.class), rules(wrongBundles()));
    }

    private static Set<Object> rules(Stream<Arguments> cases) {
        return cases.map(arguments -> arguments.get()[0]).collect(Collectors.toSet());
    }

    private static Arguments wrong(ClassRule rule, Class<?>... classes) {
        return arguments(rule, classes);
    }

    private static BuiltBundle bundle(String name, Map<String, String> headers) {
        return new BuiltBundle(name, name, headers, Set.of(name));
    }

    private static BuiltBundle importing(String name, String packages) {
        return bundle(name, Map.of("Import-Package", packages));
    }

    private static BuiltBundle exporting(String name, String packages) {
        return bundle(name, Map.of("Export-Package", packages));
    }
}
