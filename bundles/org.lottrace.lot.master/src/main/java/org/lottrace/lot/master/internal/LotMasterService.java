package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.TrackingMode;
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
    private static final String ITEM_NOT_TRACKED = "ITEM_NOT_TRACKED";
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
        return registerAll(List.of(lot)).get(lot);
    }

    @Override
    public Map<Lot, Outcome<Lot>> registerAll(Collection<Lot> given) {
        return registerAll(given, Set.of());
    }

    @Override
    public Map<Lot, Outcome<Lot>> registerAsFound(Collection<Lot> given) {
        return registerAll(given, Set.of(LotRules.EXPIRY_MISSING, LotRules.LOT_DIFFERS));
    }

    private Map<Lot, Outcome<Lot>> registerAll(Collection<Lot> given, Set<String> overlooked) {
        return unitOfWork.required(() -> {
            Map<LotKey, Lot> known = known(given);
            Map<Lot, Outcome<Lot>> registered = registerNew(
                    given.stream().filter(lot -> !known.containsKey(lot.key())).toList(), overlooked);
            Map<Lot, Outcome<Lot>> outcomes = new LinkedHashMap<>();
            given.forEach(lot -> outcomes.put(
                    lot,
                    Optional.ofNullable(known.get(lot.key()))
                            .map(there -> compared(there, lot, overlooked))
                            .orElseGet(() -> registered.get(lot))));
            return outcomes;
        });
    }

    @Override
    public List<Violation> check(Lot lot) {
        return checkAll(List.of(lot)).get(lot);
    }

    @Override
    public Map<Lot, List<Violation>> checkAll(Collection<Lot> given) {
        return unitOfWork.required(() -> check(given, known(given), lots.withNumbers(numbersOf(given))));
    }

    /** What is nearly the same is asked for together with what is the same. */
    @Override
    public Map<Lot, List<Violation>> checkAsFound(Collection<Lot> given) {
        return unitOfWork.required(() -> {
            Map<LotKey, Lot> known = known(given);
            Map<LotNumber, List<Lot>> around = lots.withNumbers(NearNumbers.around(numbersOf(given)));
            Map<Lot, List<Violation>> found = check(given, known, around);
            found.replaceAll((lot, violations) -> known.containsKey(lot.key())
                    ? violations
                    : Stream.concat(violations.stream(), NearNumbers.hint(lot, near(lot, around)).stream())
                            .toList());
            return found;
        });
    }

    private static List<Lot> near(Lot lot, Map<LotNumber, List<Lot>> around) {
        return NearNumbers.of(lot.key().number()).stream()
                .flatMap(number -> around.get(number).stream())
                .toList();
    }

    private Map<Lot, List<Violation>> check(
            Collection<Lot> given, Map<LotKey, Lot> known, Map<LotNumber, List<Lot>> sameNumber) {
        Map<Lot, List<Violation>> violations = new LinkedHashMap<>();
        given.forEach(lot -> violations.put(
                lot,
                Optional.ofNullable(known.get(lot.key()))
                        .map(there -> LotRules.differences(there, lot))
                        .orElseGet(() -> problemsOfNew(
                                lot,
                                items.find(lot.key().item()),
                                sameNumber.get(lot.key().number())))));
        return violations;
    }

    @Override
    public Optional<Lot> find(LotKey key) {
        return unitOfWork.required(() -> lots.find(key));
    }

    @Override
    public List<Lot> find(LotReference reference) {
        return find(List.of(reference)).get(reference);
    }

    @Override
    public List<Lot> findAll(Collection<LotKey> keys) {
        return unitOfWork.required(() -> lots.withKeys(Set.copyOf(keys)));
    }

    @Override
    public Map<LotReference, List<Lot>> find(Collection<LotReference> references) {
        return unitOfWork.required(() -> {
            Map<LotReference, List<Lot>> fitting = new LinkedHashMap<>(lots.fitting(references));
            fitting.replaceAll((reference, found) -> found.isEmpty() ? readOtherwise(reference) : found);
            return fitting;
        });
    }

    /** A number that contains a slash looks like an item and a number. */
    private List<Lot> readOtherwise(LotReference reference) {
        return reference.otherReadings().stream()
                .map(lots::fitting)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public List<Lot> ofItem(ItemNumber item, Optional<LotKey> after, int limit) {
        return unitOfWork.required(() -> lots.ofItem(item, after, limit));
    }

    private Map<LotKey, Lot> known(Collection<Lot> given) {
        return lots.withKeys(given.stream().map(Lot::key).toList()).stream()
                .collect(Collectors.toMap(Lot::key, Function.identity()));
    }

    private Map<Lot, Outcome<Lot>> registerNew(List<Lot> given, Set<String> overlooked) {
        // The base unit of an item that has lots never changes: until these lots are there to see, nobody saves their
        // items.
        Map<ItemNumber, Item> locked = items
                .lock(given.stream().map(lot -> lot.key().item()).toList())
                .stream()
                .collect(Collectors.toMap(Item::number, Function.identity()));
        Map<LotNumber, List<Lot>> sameNumber = lots.withNumbers(numbersOf(given));
        Map<LotKey, Lot> registered = new LinkedHashMap<>();
        Map<Lot, Outcome<Lot>> outcomes = new LinkedHashMap<>();
        for (Lot lot : given) {
            Optional<Lot> meanwhile = sameNumber.get(lot.key().number()).stream()
                    .filter(other -> other.key().equals(lot.key()))
                    .findFirst();
            if (meanwhile.isPresent()) {
                // somebody else was the first to tell of it, while its item was waited for
                outcomes.put(lot, compared(meanwhile.get(), lot, overlooked));
                continue;
            }
            Optional<Item> item = Optional.ofNullable(locked.get(lot.key().item()));
            List<Violation> violations = problemsOfNew(
                            lot, item, sameNumber.get(lot.key().number()))
                    .stream()
                    .filter(violation -> !overlooked.contains(violation.code()))
                    .toList();
            if (!violations.isEmpty()) {
                outcomes.put(lot, new Outcome.Refused<>(violations));
            } else if (registered.containsKey(lot.key())) {
                outcomes.put(lot, compared(registered.get(lot.key()), lot, overlooked));
            } else {
                registered.put(lot.key(), LotRules.withExpiry(lot, item.orElseThrow()));
                outcomes.put(lot, new Outcome.Done<>(registered.get(lot.key())));
            }
        }
        insert(registered.values());
        return outcomes;
    }

    private void insert(Collection<Lot> registered) {
        lots.insert(registered.toArray(Lot[]::new));
        registered.stream()
                .findFirst()
                .ifPresent(first -> LOG.info("lots registered number={} first={}", registered.size(), first.key()));
    }

    private static Set<LotNumber> numbersOf(Collection<Lot> lots) {
        return lots.stream().map(lot -> lot.key().number()).collect(Collectors.toSet());
    }

    private static Outcome<Lot> compared(Lot known, Lot given, Set<String> overlooked) {
        List<Violation> differences = LotRules.differences(known, given).stream()
                .filter(violation -> !overlooked.contains(violation.code()))
                .toList();
        return differences.isEmpty() ? new Outcome.AlreadyDone<>(known) : new Outcome.Refused<>(differences);
    }

    private List<Violation> problemsOfNew(Lot lot, Optional<Item> item, List<Lot> sameNumber) {
        List<Violation> violations = new ArrayList<>();
        if (parties.find(lot.key().issuer()).isEmpty()) {
            violations.add(new Violation(
                    PARTY_UNKNOWN, "issuer", "party " + lot.key().issuer() + " is unknown: save it first"));
        }
        if (item.isEmpty()) {
            violations.add(
                    new Violation(ITEM_UNKNOWN, "item", "item " + lot.key().item() + " is unknown: save it first"));
        }
        item.filter(known -> known.profile().is(TrackingMode.NONE))
                .ifPresent(known -> violations.add(new Violation(
                        ITEM_NOT_TRACKED,
                        "item",
                        "item " + known.number() + " is not tracked, so there are no lots of it: change its profile")));
        sameNumber.stream()
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
