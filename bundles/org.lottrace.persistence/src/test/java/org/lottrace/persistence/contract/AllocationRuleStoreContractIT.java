package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.quantity.UnitOfMeasure;

class AllocationRuleStoreContractIT extends StoreContract {
    private static final RuleTerms EVERY_TERM = new RuleTerms(
            Optional.of(Rotation.FIRST_MANUFACTURED),
            Optional.of(1),
            Optional.of(2),
            Optional.of(LocalDate.of(2026, 5, 1)),
            Optional.of(3),
            Optional.of(true),
            Optional.of(4),
            Optional.of(5),
            Optional.of(6),
            Optional.of(false),
            Optional.of(true),
            Optional.of(false),
            Optional.of(new UnitOfMeasure("CS")),
            Optional.of("countryOfOrigin"),
            List.of(
                    new Substitute(FLOUR, quantity("2 C62"), quantity("1.5 KGM")),
                    new Substitute(SALT, quantity("1 C62"), quantity("1 KGM"))),
            Optional.of(true),
            Optional.of(new LotDemands(
                    Optional.of(7),
                    Optional.of(8),
                    Optional.of(quantity("-18.5 CEL")),
                    Optional.of(quantity("7 CEL")),
                    List.of(
                            new WantedAttribute("grade", List.of("A", "B")),
                            new WantedAttribute("certificate", List.of())),
                    List.of("NUTS", "GLUTEN"))),
            Optional.of(true));

    @Test
    void a_version_is_given_back_as_it_was_said() {
        AllocationRule all = rule(
                1,
                new RuleScope(
                        Optional.of(BREAD),
                        Optional.of("NUTS"),
                        Optional.of(MARKET),
                        Optional.of(new ChannelId("RETAIL")),
                        Optional.of(BERLIN)),
                EVERY_TERM);
        AllocationRule nothing = rule(2, RuleScope.EVERYTHING, RuleTerms.NONE);
        AllocationRuleStore rules = db.allocationRules();

        insert(rules, all);
        insert(rules, nothing);

        assertEquals(List.of(all, nothing), all(rules));
    }

    @Test
    void what_another_node_adds_is_seen_and_what_is_rolled_back_is_not_remembered() {
        AllocationRuleStore here = db.allocationRules();
        AllocationRuleStore there = db.ofAnotherNode().allocationRules();
        AllocationRule first = rule(1, RuleScope.EVERYTHING, EVERY_TERM);
        AllocationRule lost = rule(2, RuleScope.EVERYTHING, RuleTerms.NONE);
        AllocationRule second = rule(2, RuleScope.EVERYTHING, EVERY_TERM);
        assertEquals(List.of(), all(here));

        db.ofAnotherNode().unitOfWork().run(() -> there.insert(first));
        assertEquals(List.of(first), all(here));

        assertThrows(IllegalStateException.class, () -> db.unitOfWork().run(() -> {
            here.insert(lost);
            assertEquals(List.of(first, lost), here.all());
            throw new IllegalStateException("undone");
        }));
        assertEquals(List.of(first), all(here));
        db.ofAnotherNode().unitOfWork().run(() -> there.insert(second));
        assertEquals(List.of(first, second), all(here));
    }

    private void insert(AllocationRuleStore rules, AllocationRule rule) {
        db.unitOfWork().run(() -> rules.insert(rule));
    }

    private List<AllocationRule> all(AllocationRuleStore rules) {
        return db.unitOfWork().required(rules::all);
    }

    private static AllocationRule rule(long version, RuleScope scope, RuleTerms terms) {
        return new AllocationRule(
                version,
                new RuleChange(scope, LocalDate.of(2026, 3, 1), terms, "as agreed"),
                "anna",
                Instant.parse("2026-03-01T08:00:00.123456Z"));
    }
}
