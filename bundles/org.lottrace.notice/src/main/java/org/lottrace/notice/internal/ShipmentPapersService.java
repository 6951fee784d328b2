package org.lottrace.notice.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.PaperLanguage;
import org.lottrace.api.movement.ShipmentPaper;
import org.lottrace.api.movement.ShipmentPapers;
import org.lottrace.api.movement.store.UnitNestingStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Delivery notes and packing lists as PDF. */
@Component(configurationPid = DeliveryConfig.PID)
@Designate(ocd = DeliveryConfig.class)
public final class ShipmentPapersService implements ShipmentPapers {
    private final UnitOfWork unitOfWork;
    private final Deliveries deliveries;

    @Activate
    public ShipmentPapersService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference SalesOrderStore orders,
            @Reference PartyStore parties,
            @Reference SiteStore sites,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference UnitNestingStore units,
            DeliveryConfig config) {
        this.unitOfWork = unitOfWork;
        this.deliveries = new Deliveries(ledger, orders, parties, sites, lots, items, units, config);
    }

    @Override
    public Outcome<byte[]> pdf(String shipment, ShipmentPaper paper, Optional<PaperLanguage> language) {
        return unitOfWork.required(() -> {
            Optional<TraceEvent> event = deliveries.shipment(shipment);
            if (event.isEmpty()) {
                return new Outcome.Refused<>(List.of(new Violation(
                        SHIPMENT_UNKNOWN, "shipment", "no shipment " + shipment + " has left: check its number")));
            }
            Delivery delivery = deliveries.of(event.get());
            return new Outcome.Done<>(
                    new DeliveryPaper(delivery, language.orElseGet(() -> deliveries.language(delivery.customer())))
                            .pdf(paper));
        });
    }
}
