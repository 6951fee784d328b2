package org.lottrace.persistence.internal.edi;

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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.persistence.internal.value.ExactInstant;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code interchange}; its bytes are a row of {@code interchange_content}, so that lists do not load them. */
@Entity
@Table(name = "interchange")
public class InterchangeEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "interchange")
    @SequenceGenerator(name = "interchange", sequenceName = "surrogate_id", allocationSize = 50)
    Long id;

    @Column(name = "record_key", length = 500)
    String key;

    @Column(name = "direction", length = 10)
    Direction direction;

    @Column(name = "sender", length = TextColumn.LENGTH)
    String sender;

    @Column(name = "receiver", length = TextColumn.LENGTH)
    String receiver;

    @Column(name = "control_number", length = TextColumn.LENGTH)
    String control;

    @Column(name = "file_name", length = TextColumn.LENGTH)
    String fileName;

    @Column(name = "status", length = 30)
    InterchangeStatus status;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "recorded_at"))
    @AttributeOverride(name = "nanos", column = @Column(name = "recorded_nanos"))
    ExactInstant at;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "interchange_set", joinColumns = @JoinColumn(name = "interchange_id"))
    @OrderColumn(name = "part")
    @Column(name = "code", length = TextColumn.LENGTH)
    List<String> transactionSets;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "interchange_problem", joinColumns = @JoinColumn(name = "interchange_id"))
    @OrderColumn(name = "part")
    List<Problem> problems;

    protected InterchangeEntity() {}

    InterchangeEntity(InterchangeRecord record, Optional<String> key) {
        this.key = key.orElse(null);
        direction = record.direction();
        sender = record.sender();
        receiver = record.receiver();
        control = record.control();
        fileName = record.fileName();
        status = record.status();
        at = ExactInstant.of(record.at());
        transactionSets = record.transactionSets();
        problems = problems(record.problems());
    }

    static List<Problem> problems(List<Violation> violations) {
        return violations.stream()
                .map(v -> new Problem(v.code(), v.path().toString(), v.message()))
                .toList();
    }

    InterchangeRecord toRecord() {
        return new InterchangeRecord(
                id,
                direction,
                sender,
                receiver,
                control,
                transactionSets,
                fileName,
                status,
                at.toInstant(),
                problems.stream()
                        .map(p -> new Violation(p.code, where(p.field), p.message))
                        .toList());
    }

    /** What is written down is for people: it is not taken apart again. */
    private static ViolationPath where(String text) {
        return text.isEmpty() ? ViolationPath.WHOLE : ViolationPath.of(PathStep.words(text));
    }

    /** A row of {@code interchange_problem}. */
    @Embeddable
    public record Problem(
            @Column(name = "code", length = TextColumn.LENGTH)
            String code,

            @Column(name = "field_path", length = TextColumn.LENGTH)
            String field,

            @Column(name = "message", length = TextColumn.LENGTH)
            String message) {}
}
