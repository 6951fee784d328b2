package org.lottrace.notice.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;

/**
 * A shipment with all that its papers say.
 *
 * @param number of the shipment
 * @param left the day at the site on which it left
 * @param nested which of its logistic units is in which
 */
record Delivery(
        String number,
        LocalDate left,
        Site from,
        Party company,
        Party customer,
        SalesOrder order,
        List<EventLine> lines,
        Map<LotKey, Lot> lots,
        Map<ItemNumber, Item> items,
        List<NestedUnit> nested) {}
