package org.lottrace.intake.internal.subject;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;

/**
 * A row of an inventory list. The names of the components are those of the columns.
 *
 * @param issuer who gave the lot its number; the company of the site when nobody is named
 * @param countedAt local time at the site
 */
record OpeningRow(
        SiteId site,
        String countSheet,
        LocalDateTime countedAt,
        LocationId location,
        Optional<Sscc> container,
        ItemNumber item,
        Optional<PartyId> issuer,
        LotNumber lot,
        Optional<LocalDate> productionDate,
        Optional<LocalDate> expiry,
        Optional<String> supplierLotNumber,
        Optional<SiteId> madeAt,
        Quantity quantity,
        UnitPrice cost) {
    OpeningStock.Line line(Site at) {
        LotKey key = new LotKey(issuer.orElse(at.company()), item, lot);
        return new OpeningStock.Line(
                new Lot(key, productionDate, expiry, supplierLotNumber, madeAt), location, container, quantity, cost);
    }
}
