package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code projection}. */
@Entity
@Table(name = "projection")
public class ProjectionEntity {
    @Id
    @Column(name = "projection_name", length = 50)
    String name;

    @Column(name = "ledger_position")
    long position;

    protected ProjectionEntity() {}

    ProjectionEntity(String name) {
        this.name = name;
    }
}
