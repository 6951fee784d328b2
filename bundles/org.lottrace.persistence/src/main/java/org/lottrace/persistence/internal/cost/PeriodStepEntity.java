package org.lottrace.persistence.internal.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Filter;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.PeriodStep;

/** A row of {@code period_step}. */
@Entity
@Table(name = "period_step")
@Filter(name = OneBooks.COMMON, condition = OneBooks.IS_COMMON)
@Filter(name = OneBooks.OWN, condition = "company = :company")
public class PeriodStepEntity {
    @Id
    @Column(name = "step_number")
    long number;

    @Column(name = "from_day")
    LocalDate from;

    @Column(name = "to_day")
    LocalDate to;

    @Column(name = "step_kind", length = 20)
    String kind;

    @Column(name = "ledger_position")
    long position;

    /** Codes of checks with blanks between. */
    @Column(name = "accepted", length = 200)
    String accepted;

    @Column(name = "reason", length = 2000)
    String reason;

    @Column(name = "said_by", length = 200)
    String by;

    @Column(name = "said_at")
    Instant at;

    /** Empty in the common books. */
    @Column(name = "company", length = 20)
    String company;

    protected PeriodStepEntity() {}

    PeriodStepEntity(PeriodStep step) {
        company = OneBooks.company();
        number = step.number();
        from = step.from();
        to = step.to();
        kind = step.kind().code();
        position = step.position();
        accepted = step.accepted().stream().map(CloseCheck.Kind::code).collect(Collectors.joining(" "));
        reason = step.reason();
        by = step.by();
        at = step.at();
    }

    PeriodStep toStep() {
        List<CloseCheck.Kind> checks = Stream.of(accepted.split(" "))
                .filter(code -> !code.isEmpty())
                .map(code -> Coded.of(CloseCheck.Kind.class, code))
                .toList();
        return new PeriodStep(
                number, from, to, Coded.of(PeriodStep.Kind.class, kind), position, checks, reason, by, at);
    }
}
