package org.lottrace.persistence.internal.unit;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.store.UnitStay;

/** A row of {@code unit_nesting}. */
@Entity
@Table(name = "unit_nesting")
public class UnitNestingEntity {
    @EmbeddedId
    UnitStayId id;

    @Column(name = "parent_sscc", length = 18)
    String parent;

    @Column(name = "taken_out_at")
    Long until;

    /** The unit while it is there: the database lets it be in one only. */
    @Column(name = "open_unit", length = 18)
    String open;

    protected UnitNestingEntity() {}

    UnitNestingEntity(NestedUnit nested, long from) {
        id = new UnitStayId(nested.unit().value(), from);
        parent = nested.in().value();
        open = nested.unit().value();
    }

    NestedUnit toNested() {
        return new NestedUnit(new Sscc(id.unit()), new Sscc(parent));
    }

    UnitStay toStay() {
        return new UnitStay(toNested(), id.from(), Optional.ofNullable(until));
    }
}
