package org.lottrace.persistence.internal.lot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code number_sequence}. */
@Entity
@Table(name = "number_sequence")
public class NumberSequenceEntity {
    @Id
    @Column(name = "sequence_name", length = 200)
    String name;

    @Column(name = "last_number")
    long lastNumber;

    protected NumberSequenceEntity() {}
}
