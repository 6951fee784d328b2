package org.lottrace.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Component;

/** The rules on classes, numbered as in the architecture document. */
enum ClassRule {
    RING_0_IS_PURE(1, onlyUse(api(), "java..", "org.osgi.annotation..", "org.joda.money..", "org.lottrace.api..")),

    /** And in planning, which says what lots at risk cost, and in the registry of text forms, which knows every value. */
    RING_0_KNOWS_MONEY_ONLY_IN_COST(
            1,
            onlyIn(
                    "org.joda.money..",
                    outside(
                            api(),
                            "org.lottrace.api.cost..",
                            "org.lottrace.api.account.store",
                            "org.lottrace.api.planning..",
                            "org.lottrace.api.recall.report",
                            "org.lottrace.api.recall.store",
                            "org.lottrace.api.text.."))),

    RING_0_HAS_NO_CYCLES(1, slices().matching("org.lottrace.api.(**)").should().beFreeOfCycles()),

    RING_0_IS_BUILT_IN_ITS_ORDER(1, classes().that(api()).should(new ApiOrder())),

    BUNDLES_MEET_ONLY_IN_THE_API(2, classes().that(ours()).should(new MeetOnlyInTheApi())),

    /** On tests: otherwise a bundle keeps constructors and doors that only the tests of another one need. */
    TESTS_SEE_NO_OTHER_BUNDLES_INSIDE(2, classes().that(ours()).should(new SeeNoOtherInside())),

    JPA_IN_PERSISTENCE(3, onlyIn("jakarta.persistence..", outside("org.lottrace.persistence.internal.."))),

    HIBERNATE_IN_PERSISTENCE(3, onlyIn("org.hibernate..", outside("org.lottrace.persistence.internal.."))),

    STAEDI_IN_EDI(3, onlyIn("io.xlate..", outside("org.lottrace.edi.."))),

    /** The web gate sets it up as the data binding of SOAP. */
    MOXY_IN_EDI(3, onlyIn("org.eclipse.persistence..", outside("org.lottrace.edi..", "org.lottrace.web.gate.."))),

    CXF_IN_SOAP_REST_AND_WEB_GATE(
            3,
            onlyIn(
                    "org.apache.cxf..",
                    outside("org.lottrace.soap..", "org.lottrace.rest..", "org.lottrace.web.gate.."))),

    KARAF_IN_CONSOLE_COMMANDS_LOGIN_AND_CONFIGURATION(
            3,
            onlyIn(
                    "org.apache.karaf..",
                    outside(
                            "org.lottrace.console.commands..",
                            "org.lottrace.login..",
                            "org.lottrace.configuration.."))),

    ELK_IN_TRACE_DRAWING(3, onlyIn("org.eclipse.elk..", outside("org.lottrace.trace.drawing.internal.."))),

    FASTEXCEL_IN_SHEET(3, onlyIn("org.dhatim..", outside("org.lottrace.sheet.."))),

    /** A framework, SCR, ConfigAdmin and SLF4J is all that any OSGi or Eclipse host needs to have; what writes workbooks needs nothing itself. */
    RINGS_0_AND_1_RUN_ANYWHERE(
            4,
            onlyUse(
                    resideInAnyPackage(Rings.packagesUpTo(1)),
                    "java..",
                    "org.osgi.annotation..",
                    "org.osgi.framework..",
                    "org.osgi.service.component..",
                    "org.osgi.service.cm..",
                    "org.osgi.service.metatype..",
                    "org.slf4j..",
                    "org.joda.money..",
                    "org.dhatim..",
                    "org.lottrace..")),

    RINGS_0_AND_1_KNOW_NO_JDBC(4, onlyIn("java.sql..", resideInAnyPackage(Rings.packagesUpTo(1)))),

    RINGS_0_AND_1_KNOW_NO_BUNDLE_CONTEXT(
            4,
            noClasses()
                    .that(resideInAnyPackage(Rings.packagesUpTo(1)))
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("org\\.osgi\\.framework\\.(BundleContext|FrameworkUtil|BundleActivator)")),

    NO_FLOATING_POINT(5, classes().that(ours()).should(new UseNoFloatingPoint())),

    WRITTEN_WORDS_ARE_CODES(5, classes().that(ours()).should(new WriteCodesNotNames())),

    TIME_COMES_FROM_A_CLOCK(6, classes().that(ours()).should(new AskOnlyAClock())),

    /** Everything takes the clock as a service, so that all tell the same time, and a test can set it. What gives it is a clock. */
    THE_CLOCK_IS_A_SERVICE(
            6,
            noClasses()
                    .that(ours())
                    .and()
                    .areNotAssignableTo(Clock.class)
                    .should()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .orShould()
                    .callMethod(Clock.class, "system", ZoneId.class)),

    NO_JAVA_UTIL_DATE(
            6, noClasses().that(ours()).should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")),

    /**
     * Java 17 looks algorithms up in the class loader of the thread that asks first, and remembers for ever what it found
     * there: in a framework that may be nothing.
     */
    RANDOM_NUMBERS_ARE_NOT_LOOKED_UP(
            6,
            noClasses()
                    .that(ours())
                    .should()
                    .callMethod(RandomGenerator.class, "getDefault")
                    .orShould()
                    .callMethod(RandomGenerator.class, "of", String.class)),

    A_STORE_IS_WRITTEN_BY_ITS_OWNER(8, classes().that(ours()).should(new WriteOnlyOwnStores())),

    STORES_SAY_WHAT_WRITES(
            8, classes().that().resideInAPackage("org.lottrace.api..store..").should(new SayWhatWrites())),

    ADAPTERS_ASK_OPERATIONS(
            9,
            classes()
                    .that(resideInAnyPackage(
                            "org.lottrace.soap..",
                            "org.lottrace.rest..",
                            "org.lottrace.console..",
                            "org.lottrace.response.."))
                    .or()
                    .haveSimpleName("InboundShipNotices")
                    .and()
                    .areAnnotatedWith(Component.class)
                    .should(new AskOperations()));

    private final int number;
    private final ArchRule rule;

    ClassRule(int number, ArchRule rule) {
        this.number = number;
        this.rule = rule;
    }

    /** @return the rule; satisfied when there is no class it is about */
    ArchRule rule() {
        return rule.as(this + " (rule " + number + " of the architecture document)")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("org.lottrace..").and(DescribedPredicate.not(resideInAPackage("org.lottrace.lib..")));
    }

    private static DescribedPredicate<JavaClass> api() {
        return resideInAPackage("org.lottrace.api..");
    }

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return outside(ours(), packages);
    }

    private static DescribedPredicate<JavaClass> outside(DescribedPredicate<JavaClass> within, String... allowed) {
        return within.and(DescribedPredicate.not(resideInAnyPackage(allowed)));
    }

    private static ArchRule onlyUse(DescribedPredicate<JavaClass> who, String... packages) {
        return classes().that(who).should().onlyDependOnClassesThat().resideInAnyPackage(packages);
    }

    private static ArchRule onlyIn(String library, DescribedPredicate<JavaClass> elsewhere) {
        return noClasses().that(elsewhere).should().dependOnClassesThat().resideInAPackage(library);
    }
}
