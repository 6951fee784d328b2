package org.lottrace.console.web.internal.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SALT;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class AllocationRulesPageTest {
    private static final RuleChange CHANGE = new RuleChange(
            new RuleScope(
                    Optional.of(BREAD),
                    Optional.empty(),
                    Optional.of(MARKET),
                    Optional.of(new ChannelId("RETAIL")),
                    Optional.empty()),
            LocalDate.of(2026, 4, 1),
            new RuleTerms(
                    Optional.of(Rotation.FIFO),
                    Optional.of(5),
                    Optional.empty(),
                    Optional.of(LocalDate.of(2026, 5, 1)),
                    Optional.empty(),
                    Optional.of(true),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(2),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(false),
                    Optional.of(new UnitOfMeasure("CS")),
                    Optional.of("grade"),
                    List.of(new Substitute(
                            SALT,
                            new Quantity(BigDecimal.ONE, new UnitOfMeasure("C62")),
                            new Quantity(new BigDecimal("1.5"), new UnitOfMeasure("KGM")))),
                    Optional.of(true),
                    Optional.of(new LotDemands(
                            Optional.of(7),
                            Optional.of(3),
                            Optional.of(Quantity.of("-18.5", "CEL")),
                            Optional.empty(),
                            List.of(
                                    new WantedAttribute("grade", List.of("A", "B")),
                                    new WantedAttribute("certificate", List.of())),
                            List.of("NUTS", "MILK"))),
                    Optional.of(true)),
            "contract of spring");

    private final List<List<Object>> asked = new ArrayList<>();
    private final Fake<AllocationRules> rules = Fake.of(AllocationRules.class)
            .when("list", given -> versions())
            .when("inForce", given -> {
                asked.add(given);
                return versions();
            })
            .when(
                    "find",
                    given -> (Long) given.get(0) > 51 ? Optional.empty() : Optional.of(version((Long) given.get(0))));
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_counts_on_a_day_is_listed_with_what_it_says_a_page_at_a_time() {
        open(Role.AUDITOR);

        String page = desk.page("/console/allocation-rules?day=2026-04-02&after=7");

        assertEquals(
                List.of(LocalDate.of(2026, 4, 2), Optional.of(7L)), asked.get(0).subList(0, 2));
        assertTrue(page.contains("Which lot goes first: first in, first out"), page);
        assertTrue(page.contains("Never older than what the customer got before: yes"), page);
        assertTrue(page.contains("Remainders first: no"), page);
        assertTrue(page.contains("Channel <span class=\"code\">RETAIL</span>"), page);
        assertTrue(page.contains("May be replaced by: SALT 1:C62=1.5:KGM"), page);
        assertTrue(page.contains("All lots of a line agree in: grade"), page);
        assertTrue(page.contains("Lots have to say: grade=A, B; certificate=*"), page);
        assertTrue(page.contains("Nothing of these classes of items: NUTS, MILK"), page);
        assertTrue(page.contains("Never measured below (°C): -18.5"), page);
        assertTrue(page.contains("contract of spring"), page);
        assertTrue(page.contains("/console/allocation-rules?day=2026-04-02&amp;after=50"), page);
        assertFalse(page.contains("allocation-rules/edit"), "an auditor changes nothing");
    }

    @Test
    void a_version_is_the_draft_of_the_next_one() {
        open(Role.MASTER_DATA);
        rules.when("save", given -> {
            asked.add(given);
            return new Outcome.Done<>(version(52));
        });

        String form = desk.page("/console/allocation-rules/edit?version=3");
        assertTrue(form.contains("name=\"item\" type=\"text\" value=\"BREAD\""), form);
        assertTrue(form.contains("<option value=\"FIFO\" selected"), form);
        HttpResponse<String> saved = desk.send(
                "/console/allocation-rules/edit",
                "item",
                "BREAD",
                "customer",
                "MARKET",
                "channel",
                "RETAIL",
                "from",
                "2026-04-01",
                "rotation",
                "FIFO",
                "minimumRemainingDays",
                "5",
                "goodUntil",
                "2026-05-01",
                "neverOlderThanLast",
                "true",
                "maximumLots",
                "2",
                "remaindersFirst",
                "false",
                "wholeUnit",
                "CS",
                "sameAttribute",
                "grade",
                "substitutes",
                "SALT 1:C62=1.5:KGM",
                "takesSubstitutes",
                "true",
                "minimumAgeDays",
                "7",
                "pickPathFirst",
                "true",
                "quarantineDays",
                "3",
                "coldest",
                "-18.5",
                "attributes",
                "grade = A, B; certificate=*",
                "withoutClasses",
                "NUTS,MILK",
                "reason",
                "contract of spring");

        assertEquals(303, saved.statusCode());
        assertEquals(CHANGE, asked.get(0).get(1));
    }

    @Test
    void what_cannot_be_read_and_what_is_refused_stand_at_their_fields() {
        open(Role.MASTER_DATA);
        rules.when(
                "save",
                given -> new Outcome.Refused<AllocationRule>(
                        List.of(new Violation("REASON_MISSING", "reason", "say why the rule is made"))));

        HttpResponse<String> unread = desk.send(
                "/console/allocation-rules/edit",
                "from",
                "",
                "maximumLots",
                "two",
                "attributes",
                "grade",
                "reason",
                "x");
        assertEquals(422, unread.statusCode());
        assertTrue(unread.body().contains("id=\"maximumLots-wrong\"")
                && unread.body().contains("id=\"attributes-wrong\"")
                && unread.body().contains("id=\"from-wrong\""));

        HttpResponse<String> refused = desk.send("/console/allocation-rules/edit", "from", "2026-04-01", "reason", "");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("say why the rule is made"));
    }

    @Test
    void a_version_that_is_not_there_is_not_found() {
        open(Role.MASTER_DATA);

        assertEquals(404, desk.get("/console/allocation-rules/edit?version=99").statusCode());
        assertEquals(404, desk.get("/console/allocation-rules/edit?version=x").statusCode());
        assertEquals(404, desk.get("/console/allocation-rules/x").statusCode());
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(role, List.of(new AllocationRulesPage()), rules.build(), Fake.sites());
    }

    private static List<AllocationRule> versions() {
        return LongStream.rangeClosed(1, 51)
                .mapToObj(AllocationRulesPageTest::version)
                .toList();
    }

    private static AllocationRule version(long number) {
        return new AllocationRule(number, CHANGE, "anna", NOW);
    }
}
