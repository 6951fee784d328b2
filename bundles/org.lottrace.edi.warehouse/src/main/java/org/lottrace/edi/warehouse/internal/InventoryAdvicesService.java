package org.lottrace.edi.warehouse.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.InventoryAdvices;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends what lies at a site, lot by lot, as X12 846. */
@Component
public final class InventoryAdvicesService implements InventoryAdvices {
    private static final String CODE = "846";
    private static final String FUNCTIONAL_ID = "IB";
    private static final String VERSION = "004010";
    private static final Pattern NUMBER = Pattern.compile("[!-~]{1,30}");

    private final UnitOfWork unitOfWork;
    private final Interchanges interchanges;
    private final PartyStore parties;
    private final SiteStore sites;
    private final StockOnHand stock;
    private final LotMaster lots;
    private final InventoryWriter writer;
    private final Clock clock;

    @Activate
    public InventoryAdvicesService(
            @Reference UnitOfWork unitOfWork,
            @Reference Interchanges interchanges,
            @Reference PartyStore parties,
            @Reference SiteStore sites,
            @Reference ItemStore items,
            @Reference StockOnHand stock,
            @Reference LotMaster lots,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.interchanges = interchanges;
        this.parties = parties;
        this.sites = sites;
        this.stock = stock;
        this.lots = lots;
        this.writer = new InventoryWriter(items);
        this.clock = clock;
    }

    @Override
    public List<Violation> send(SiteId site, PartyId partner, String number) {
        return unitOfWork.required(() -> {
            Optional<Site> known = sites.find(site);
            Optional<Party> receiver = parties.find(partner);
            Map<LotKey, Quantity> onHand = onHand(site);
            List<Violation> problems = new ArrayList<>();
            if (known.isEmpty()) {
                problems.add(new Violation("SITE_UNKNOWN", "site", "site " + site + " is unknown: save it first"));
            } else if (onHand.isEmpty()) {
                problems.add(
                        new Violation(NOTHING_THERE, "site", "nothing lies at site " + site + ": nothing is sent"));
            }
            if (receiver.isEmpty()) {
                problems.add(
                        new Violation("PARTNER_UNKNOWN", "partner", "party " + partner + " is unknown: save it first"));
            }
            if (!NUMBER.matcher(number).matches()) {
                problems.add(new Violation(
                        "DOCUMENT_NUMBER_WRONG",
                        "number",
                        "the number of an advice has 1 to 30 visible ASCII characters without blanks, not \"" + number
                                + "\""));
            }
            return problems.isEmpty() ? sent(known.orElseThrow(), receiver.orElseThrow(), number, onHand) : problems;
        });
    }

    private List<Violation> sent(Site site, Party receiver, String number, Map<LotKey, Quantity> onHand) {
        return Sending.send(
                interchanges,
                () -> new OutboundTransactionSet(
                        CODE,
                        FUNCTIONAL_ID,
                        VERSION,
                        receiver,
                        site.id() + "/" + receiver.id() + "/" + number,
                        writer.write(number, clock.instant(), site, onHand, lots.findAll(onHand.keySet())),
                        false));
    }

    private Map<LotKey, Quantity> onHand(SiteId site) {
        Map<LotKey, Quantity> onHand = new TreeMap<>();
        for (StockBalance balance : stock.at(site)) {
            onHand.merge(balance.lot(), balance.quantity(), Quantity::plus);
        }
        return onHand;
    }
}
