package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers and finds lots; what must be true for one is in {@link LotRules}. */
@Component
public final class LotMasterService implements LotMaster {
    private static final Logger LOG = LoggerFactory.getLogger(LotMasterService.class);
    private static final String ITEM_UNKNOWN = "ITEM_UNKNOWN";
    private static final String PARTY_UNKNOWN = "PARTY_UNKNOWN";
    private static final String LOT_NUMBER_IN_USE = "LOT_NUMBER_IN_USE";

    private final UnitOfWork unitOfWork;
    private final LotStore lots;
    private final ItemStore items;
    private final PartyStore parties;

    @Activate
    public LotMasterService(
            @Reference UnitOfWork unitOfWork,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference PartyStore parties) {
        this.unitOfWork = unitOfWork;
        this.lots = lots;
        this.items = items;
        this.parties = parties;
    }

    @Override
    public Outcome<Lot> register(Lot lot) {
        return unitOfWork.required(
                () -> lots.find(lot.key()).map(known -> compared(known, lot)).orElseGet(() -> registerNew(lot)));
    }

    @Override
    public List<Violation> check(Lot lot) {
        return unitOfWork.required(() -> lots.find(lot.key())
                .map(known -> LotRules.differences(known, lot))
                .orElseGet(() -> problemsOfNew(lot, items.find(lot.key().item()))));
    }

    @Override
    public Optional<Lot> find(LotKey key) {
        return unitOfWork.required(() -> lots.find(key));
    }

    @Override
    public List<Lot> find(LotReference reference) {
        return unitOfWork.required(() -> lots.withNumber(reference.number())).stream()
                .filter(reference::fits)
                .toList();
    }

    @Override
    public List<Lot> ofItem(ItemNumber item) {
        return unitOfWork.required(() -> lots.ofItem(item));
    }

    private Outcome<Lot> registerNew(Lot lot) {
        // The base unit of an item that has lots never changes: until this lot is there to see, nobody saves its item.
        Optional<Item> item = items.lock(List.of(lot.key().item())).stream().findFirst();
        List<Violation> violations = problemsOfNew(lot, item);
        return violations.isEmpty() ? insert(lot, item.orElseThrow()) : new Outcome.Refused<>(violations);
    }

    private Outcome<Lot> insert(Lot given, Item item) {
        Lot lot = LotRules.withExpiry(given, item);
        if (!lots.insert(lot)) {
            return compared(lots.find(lot.key()).orElseThrow(), given);
        }
        LOG.info(
                "lot registered lot={} expiry={}",
                lot.key(),
                lot.expiry().map(Object::toString).orElse("none"));
        return new Outcome.Done<>(lot);
    }

    private static Outcome<Lot> compared(Lot known, Lot given) {
        List<Violation> differences = LotRules.differences(known, given);
        return differences.isEmpty() ? new Outcome.AlreadyDone<>(known) : new Outcome.Refused<>(differences);
    }

    private List<Violation> problemsOfNew(Lot lot, Optional<Item> item) {
        List<Violation> violations = new ArrayList<>();
        if (parties.find(lot.key().issuer()).isEmpty()) {
            violations.add(new Violation(
                    PARTY_UNKNOWN, "issuer", "party " + lot.key().issuer() + " is unknown: save it first"));
        }
        if (item.isEmpty()) {
            violations.add(
                    new Violation(ITEM_UNKNOWN, "item", "item " + lot.key().item() + " is unknown: save it first"));
        }
        lots.withNumber(lot.key().number()).stream()
                .filter(other -> LotRules.isOfSameSource(other.key(), lot.key()))
                .forEach(other -> violations.add(new Violation(
                        LOT_NUMBER_IN_USE,
                        "number",
                        "number " + lot.key().number() + " is the corrected one of lot " + other.key()
                                + ": name that lot")));
        item.ifPresent(known -> violations.addAll(LotRules.datesOf(LotRules.withExpiry(lot, known), known)));
        return violations;
    }
}
