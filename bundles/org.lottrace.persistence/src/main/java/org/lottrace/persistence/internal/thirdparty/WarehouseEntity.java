package org.lottrace.persistence.internal.thirdparty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;

/** A row of {@code third_party_warehouse}. */
@Entity
@Table(name = "third_party_warehouse")
public class WarehouseEntity {
    @Id
    @Column(name = "site", length = 10)
    String site;

    @Column(name = "partner", length = 20)
    String partner;

    @Column(name = "location", length = 20)
    String location;

    @Column(name = "damaged", length = 20)
    String damaged;

    @Column(name = "tolerance_percent")
    int tolerancePercent;

    @Column(name = "answer_hours")
    int answerHours;

    protected WarehouseEntity() {}

    WarehouseEntity(ThirdPartyWarehouse of) {
        site = of.site().value();
        partner = of.partner().value();
        location = of.location().value();
        damaged = of.damaged().value();
        tolerancePercent = of.tolerancePercent();
        answerHours = of.answerHours();
    }

    ThirdPartyWarehouse toWarehouse() {
        return new ThirdPartyWarehouse(
                new SiteId(site),
                new PartyId(partner),
                new LocationId(location),
                new LocationId(damaged),
                tolerancePercent,
                answerHours);
    }
}
