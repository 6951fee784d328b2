package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.PackUnit;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the items. */
@Component
public final class ItemCatalogService implements ItemCatalog {
    private static final String GTIN_IN_USE = "GTIN_IN_USE";
    private static final String BASE_UNIT_CHANGED = "BASE_UNIT_CHANGED";
    private static final String ATTRIBUTE_UNKNOWN = "ATTRIBUTE_UNKNOWN";
    private static final String TOLERANCE_UNUSED = "CATCH_WEIGHT_TOLERANCE_UNUSED";
    private static final SortedSet<String> CAN_BE_WANTED = Stream.concat(
                    LotAttributes.OF_A_LOT.stream(),
                    Stream.of(
                            KeyDataElement.PRODUCTION_DATE,
                            KeyDataElement.EXPIRY_DATE,
                            KeyDataElement.SUPPLIER_LOT_NUMBER))
            .map(KeyDataElement::word)
            .collect(Collectors.toCollection(TreeSet::new));
    private static final String PACK_UNIT_REPEATED = "PACK_UNIT_REPEATED";

    private final UnitOfWork unitOfWork;
    private final ItemStore items;
    private final LotStore lots;

    @Activate
    public ItemCatalogService(@Reference UnitOfWork unitOfWork, @Reference ItemStore items, @Reference LotStore lots) {
        this.unitOfWork = unitOfWork;
        this.items = items;
        this.lots = lots;
    }

    @Override
    public List<Violation> save(List<Item> given) {
        return unitOfWork.required(() -> {
            // Whoever registers the first lot of one of them holds the same lock: here its lot is seen, there the new
            // unit.
            Map<ItemNumber, Item> known = items
                    .lock(given.stream().map(Item::number).toList())
                    .stream()
                    .collect(Collectors.toMap(Item::number, item -> item));
            List<Violation> violations = problemsOf(given, known);
            if (violations.isEmpty()) {
                given.forEach(items::save);
            }
            return violations;
        });
    }

    @Override
    public Optional<Item> find(ItemNumber number) {
        return unitOfWork.required(() -> items.find(number));
    }

    @Override
    public Optional<Item> find(Gtin gtin) {
        return unitOfWork.required(() -> items.find(gtin));
    }

    @Override
    public List<Item> findAll(Collection<ItemNumber> numbers) {
        return unitOfWork.required(() -> items.withNumbers(numbers));
    }

    @Override
    public List<Item> all() {
        return unitOfWork.required(items::all);
    }

    private List<Violation> problemsOf(List<Item> given, Map<ItemNumber, Item> knownItems) {
        List<Violation> violations = new ArrayList<>();
        Map<Gtin, ItemNumber> gtins = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Item item = given.get(i);
            ViolationPath path = ViolationPath.of("items", i + 1);
            item.gtin().ifPresent(gtin -> {
                ItemNumber holder = items.find(gtin)
                        .map(Item::number)
                        .filter(number -> !number.equals(item.number()))
                        .orElseGet(() -> gtins.getOrDefault(gtin, item.number()));
                gtins.put(gtin, item.number());
                if (!holder.equals(item.number())) {
                    violations.add(new Violation(
                            GTIN_IN_USE, path.then("gtin"), "GTIN " + gtin + " belongs to item " + holder));
                }
            });
            Optional.ofNullable(knownItems.get(item.number()))
                    .filter(known -> !known.baseUnit().equals(item.baseUnit()))
                    .filter(known ->
                            !lots.ofItem(item.number(), Optional.empty(), 1).isEmpty())
                    .ifPresent(known -> violations.add(new Violation(
                            BASE_UNIT_CHANGED,
                            path.then("baseUnit"),
                            "item " + item.number() + " has lots in " + known.baseUnit()
                                    + ": keep that base unit and add " + item.baseUnit() + " as a pack unit")));
            violations.addAll(repeatedUnits(item, path));
            item.profile()
                    .catchWeightPercent()
                    .filter(percent -> !item.profile().is(Counting.CATCH_WEIGHT))
                    .ifPresent(percent -> violations.add(new Violation(
                            TOLERANCE_UNUSED,
                            path.then("profile").then("catchWeightPercent"),
                            "item " + item.number() + " is not counted by catch weight, so nothing is compared with a"
                                    + " tolerance of " + percent
                                    + " percent: leave it out, or count the item as CATCH_WEIGHT")));
            item.profile().mandatory().stream()
                    .filter(name -> !CAN_BE_WANTED.contains(name))
                    .sorted()
                    .forEach(name -> violations.add(new Violation(
                            ATTRIBUTE_UNKNOWN,
                            path.then("profile").then("mandatory"),
                            "no lot has the attribute " + name + ": name some of " + CAN_BE_WANTED)));
        }
        return violations;
    }

    private static List<Violation> repeatedUnits(Item item, ViolationPath path) {
        List<Violation> violations = new ArrayList<>();
        Set<UnitOfMeasure> seen = new HashSet<>(Set.of(item.baseUnit()));
        for (PackUnit pack : item.packUnits()) {
            if (!seen.add(pack.unit())) {
                violations.add(new Violation(
                        PACK_UNIT_REPEATED,
                        path.then("packUnits"),
                        "item " + item.number() + " has unit " + pack.unit() + " more than once"));
            }
        }
        return violations;
    }
}
