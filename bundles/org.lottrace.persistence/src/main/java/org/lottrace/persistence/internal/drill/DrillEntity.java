package org.lottrace.persistence.internal.drill;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.ExactInstant;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code recall_drill} with its steps. */
@Entity
@Table(name = "recall_drill")
public class DrillEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recall_drill")
    @SequenceGenerator(name = "recall_drill", sequenceName = "surrogate_id", allocationSize = 50)
    Long id;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "started_at"))
    @AttributeOverride(name = "nanos", column = @Column(name = "started_nanos"))
    ExactInstant started;

    @Column(name = "actor", length = TextColumn.LENGTH)
    String actor;

    @Column(name = "seed")
    long seed;

    @Column(name = "target", length = 20)
    Drill.Target target;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lot_id")
    LotEntity lot;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "recall_drill_step", joinColumns = @JoinColumn(name = "drill_id"))
    @OrderColumn(name = "part")
    List<Step> steps;

    @Column(name = "ingredients")
    int ingredients;

    @Column(name = "affected")
    int affected;

    @Column(name = "consignees")
    int consignees;

    @Column(name = "without_contact")
    int withoutContact;

    @Column(name = "accounted_percent", precision = 5, scale = 2)
    BigDecimal accountedPercent;

    @Column(name = "findings")
    int findings;

    @Column(name = "ledger_position")
    long ledgerPosition;

    @Column(name = "ledger_hash", length = 64)
    String ledgerHash;

    protected DrillEntity() {}

    DrillEntity(Drill drill, LotEntity lot) {
        started = ExactInstant.of(drill.started());
        actor = drill.actor();
        seed = drill.seed();
        target = drill.target();
        this.lot = lot;
        steps = drill.steps().stream()
                .map(step -> new Step(step.step(), step.took().toNanos()))
                .toList();
        ingredients = drill.ingredients();
        affected = drill.affected();
        consignees = drill.consignees();
        withoutContact = drill.withoutContact();
        accountedPercent = drill.accountedPercent();
        findings = drill.findings();
        ledgerPosition = drill.ledgerPosition();
        ledgerHash = drill.ledgerHash();
    }

    Drill toDrill() {
        return new Drill(
                id,
                started.toInstant(),
                actor,
                seed,
                target,
                lot.key(),
                steps.stream()
                        .map(step -> new Drill.TimedStep(step.step(), Duration.ofNanos(step.nanos())))
                        .toList(),
                ingredients,
                affected,
                consignees,
                withoutContact,
                accountedPercent,
                findings,
                ledgerPosition,
                ledgerHash);
    }

    /** A row of {@code recall_drill_step}. */
    @Embeddable
    public record Step(
            @Column(name = "step_name", length = 20) Drill.Step step,

            @Column(name = "took_nanos") long nanos) {}
}
