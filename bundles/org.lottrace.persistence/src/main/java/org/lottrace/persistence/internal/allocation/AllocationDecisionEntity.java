package org.lottrace.persistence.internal.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecision.Deviation;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.persistence.internal.value.OrderLinePart;

/** A row of {@code allocation_decision}. */
@Entity
@Table(name = "allocation_decision")
public class AllocationDecisionEntity {
    private static final int LONGEST_CHOICE = 1_000_000;

    @Id
    @Column(name = "decision_number")
    Long number;

    @Embedded
    OrderLinePart orderLine;

    @Column(name = "item", length = 30)
    String item;

    @Column(name = "decided_at")
    Instant at;

    @Column(name = "delivery")
    LocalDate delivery;

    @Column(name = "rotation", length = 20)
    String rotation;

    /** Versions with blanks between them. */
    @Column(name = "rules", length = 2000)
    String rules;

    @Column(name = "needed", precision = 21, scale = 6)
    BigDecimal needed;

    @Column(name = "unit", length = 3)
    String unit;

    @Column(name = "candidates", length = LONGEST_CHOICE)
    String candidates;

    @Column(name = "left_out")
    int leftOut;

    /** Its number when it deviates: few do, and only those are in the order of this. */
    @Column(name = "deviation")
    Long deviation;

    @Column(name = "deviated_by", length = 200)
    String by;

    @Column(name = "reason", length = 2000)
    String reason;

    /** Its number when it tells of a loss. */
    @Column(name = "loss")
    Long loss;

    protected AllocationDecisionEntity() {}

    AllocationDecisionEntity(AllocationDecision decision) {
        number = decision.number();
        orderLine = OrderLinePart.of(decision.orderLine());
        item = decision.item().value();
        at = decision.at();
        delivery = decision.delivery();
        rotation = decision.rotation().code();
        rules = decision.rules().stream().map(String::valueOf).collect(Collectors.joining(" "));
        needed = decision.needed().amount();
        unit = decision.needed().unit().code();
        candidates = CandidateText.of(decision.candidates());
        leftOut = decision.leftOut();
        deviation = decision.deviation().map(of -> decision.number()).orElse(null);
        loss = decision.isLoss() ? decision.number() : null;
        by = decision.deviation().map(Deviation::by).orElse(null);
        reason = decision.deviation().map(Deviation::reason).orElse(null);
    }

    AllocationDecision toDecision() {
        return new AllocationDecision(
                number,
                orderLine.toReference(),
                new ItemNumber(item),
                at,
                delivery,
                Coded.of(Rotation.class, rotation),
                Arrays.stream(rules.split(" "))
                        .filter(version -> !version.isEmpty())
                        .map(Long::valueOf)
                        .toList(),
                new Quantity(needed, new UnitOfMeasure(unit)),
                CandidateText.read(candidates),
                leftOut,
                Optional.ofNullable(deviation).map(of -> new Deviation(by, reason)));
    }
}
