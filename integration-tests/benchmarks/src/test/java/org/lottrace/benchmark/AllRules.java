package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Outcomes.done;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.company.TestCompany;

/**
 * Rules that say every term there is, and are fulfilled by the stock: so whoever asks none of them chooses the same, and rows can be compared.
 * {@code benchmark.rules=true} sets them.
 */
final class AllRules {
    static final boolean ARE_SET = Boolean.getBoolean("benchmark.rules");

    /** What each lot has to say, and says. */
    static final List<KeyDatum> SAID = List.of(
            KeyDataElement.GRADE.is(new KeyDataValue.Code("A")),
            KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("DE")),
            KeyDataElement.CERTIFICATE.is(new KeyDataValue.Text("BIO 17, DE-001")));

    /** What was measured of each lot. */
    static final KeyDatum MEASURED = KeyDataElement.TEMPERATURE.is(new KeyDataValue.Amount(Quantity.of("4.5", "CEL")));

    private static final Caller ANNA = new Caller("anna", Set.of(Role.ADMINISTRATOR));
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final RuleTerms TERMS = new RuleTerms(
            Optional.of(Rotation.FEFO),
            Optional.of(1),
            Optional.of(1),
            Optional.of(LocalDate.of(2026, 3, 10)),
            Optional.of(1),
            Optional.of(true),
            Optional.of(1),
            Optional.of(0),
            Optional.of(5),
            Optional.of(true),
            Optional.of(true),
            Optional.of(true),
            Optional.of(new UnitOfMeasure("C62")),
            Optional.of(KeyDataElement.COUNTRY_OF_ORIGIN.word()),
            List.of(),
            Optional.of(true),
            Optional.of(new LotDemands(
                    Optional.of(1),
                    Optional.of(1),
                    Optional.of(Quantity.of("-30", "CEL")),
                    Optional.of(Quantity.of("30", "CEL")),
                    List.of(
                            new WantedAttribute(KeyDataElement.GRADE.word(), List.of("A", "B")),
                            new WantedAttribute(KeyDataElement.CERTIFICATE.word(), List.of())),
                    List.of("NUTS"))),
            Optional.of(true));

    private AllRules() {}

    /** For everything, and substitutes for some items: each of them may be replaced by the next one. */
    static void save(TestCompany company, List<ItemNumber> replaceable) {
        AllocationRules rules = company.service(AllocationRules.class);
        done(rules.save(ANNA, new RuleChange(RuleScope.EVERYTHING, FROM, TERMS, "benchmark")));
        List<ItemNumber> others = new ArrayList<>(replaceable);
        for (int i = 0; i + 1 < others.size(); i++) {
            done(rules.save(ANNA, new RuleChange(of(others.get(i)), FROM, replacedBy(others.get(i + 1)), "benchmark")));
        }
    }

    private static RuleScope of(ItemNumber item) {
        return new RuleScope(Optional.of(item), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static RuleTerms replacedBy(ItemNumber other) {
        return new RuleTerms(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Substitute(other, Quantity.of("1", "C62"), Quantity.of("1", "C62"))),
                Optional.empty());
    }
}
