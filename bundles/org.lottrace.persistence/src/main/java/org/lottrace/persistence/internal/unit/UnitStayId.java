package org.lottrace.persistence.internal.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * Key of a stay.
 *
 * @param unit the smaller unit
 * @param from ledger position at which it came there
 */
@Embeddable
public record UnitStayId(
        @Column(name = "unit_sscc", length = 18) String unit,
        @Column(name = "nested_at") long from) implements Serializable {}
