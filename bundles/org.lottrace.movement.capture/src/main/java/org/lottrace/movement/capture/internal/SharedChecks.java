package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.EnteredQuantity;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What every movement is checked for. Each check adds what it finds and gives back what it could make out. */
final class SharedChecks {
    static final String ITEM_UNKNOWN = "ITEM_UNKNOWN";
    static final String LINES_MISSING = "LINES_MISSING";
    static final String LOT_AMBIGUOUS = "LOT_AMBIGUOUS";

    private static final String SITE_UNKNOWN = "SITE_UNKNOWN";
    private static final String LOCATION_UNKNOWN = "LOCATION_UNKNOWN";
    private static final String LOT_UNKNOWN = "LOT_UNKNOWN";
    private static final String QUANTITY_NOT_POSITIVE = "QUANTITY_NOT_POSITIVE";

    private static final String QUANTITY_NOT_WHOLE = "QUANTITY_NOT_WHOLE";
    private static final String SERIAL_NOT_ONE = "SERIAL_NOT_ONE";

    private static final int MOST_NAMED = 10;

    private final SiteStore sites;
    private final ItemStore items;
    private final LotMaster lots;

    SharedChecks(SiteStore sites, ItemStore items, LotMaster lots) {
        this.sites = sites;
        this.items = items;
        this.lots = lots;
    }

    Optional<Site> site(SiteId id, ViolationPath path, Findings findings) {
        Optional<Site> site = sites.find(id);
        if (site.isEmpty()) {
            findings.add(SITE_UNKNOWN, path, "site " + id + " is unknown: save it first");
        }
        return site;
    }

    /** @return the location as a place; empty also when the site is */
    Optional<Place> place(Optional<Site> site, LocationId location, ViolationPath path, Findings findings) {
        if (site.isPresent() && site.get().location(location).isEmpty()) {
            findings.add(
                    LOCATION_UNKNOWN,
                    path,
                    "site " + site.get().id() + " has no location " + location + ": check the code, or save the site");
            return Optional.empty();
        }
        return site.map(known -> Place.location(known.id(), location));
    }

    Optional<Item> item(ItemNumber number, ViolationPath path, Findings findings) {
        Optional<Item> item = items.find(number);
        if (item.isEmpty()) {
            findings.add(ITEM_UNKNOWN, path, "item " + number + " is unknown: save it first");
        }
        return item;
    }

    /** @return the one lot that is meant */
    Optional<Lot> lot(LotReference reference, ViolationPath path, Findings findings) {
        return lot(reference, lots::find, path, findings);
    }

    private static Optional<Lot> lot(
            LotReference reference, Function<LotReference, List<Lot>> lots, ViolationPath path, Findings findings) {
        List<Lot> fitting = lots.apply(reference);
        if (fitting.isEmpty()) {
            findings.add(LOT_UNKNOWN, path, "no lot fits " + reference + ": check the label");
        } else if (fitting.size() > 1) {
            findings.add(LOT_AMBIGUOUS, path, reference + " may be " + keys(fitting) + ": name item and issuer too");
        }
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** @return true when quantities of the item may be stated in the unit */
    boolean hasUnit(Item item, UnitOfMeasure unit, ViolationPath path, Findings findings) {
        boolean known = unit.equals(item.baseUnit())
                || item.packUnits().stream().anyMatch(pack -> pack.unit().equals(unit));
        if (!known) {
            findings.add(
                    EnteredQuantity.UNIT_UNKNOWN,
                    path,
                    "item " + item.number() + " has no factor from " + unit + " to " + item.baseUnit()
                            + ": add the pack unit to the item");
        }
        return known;
    }

    /** @return more than nothing, in the base unit */
    Optional<Quantity> positive(Item item, Quantity entered, ViolationPath path, Findings findings) {
        if (!entered.isPositive()) {
            findings.add(QUANTITY_NOT_POSITIVE, path, "the quantity must be more than nothing, not " + entered);
            return Optional.empty();
        }
        Optional<Quantity> quantity = inBaseUnit(item, entered, path, findings);
        quantity.ifPresent(amount -> checkProfile(item, amount, path, findings));
        return quantity;
    }

    private static void checkProfile(Item item, Quantity quantity, ViolationPath path, Findings findings) {
        if (item.profile().is(Counting.WHOLE_PIECES)
                && quantity.amount().stripTrailingZeros().scale() > 0) {
            findings.breach(
                    QUANTITY_NOT_WHOLE,
                    path,
                    quantity + " is no whole number of " + item.baseUnit() + ", in which item " + item.number()
                            + " is kept: count again");
        }
        if (item.profile().is(TrackingMode.SERIAL) && quantity.amount().compareTo(BigDecimal.ONE) != 0) {
            findings.breach(
                    SERIAL_NOT_ONE,
                    path,
                    "each piece of item " + item.number() + " has a number of its own, so it is 1 " + item.baseUnit()
                            + ", not " + quantity);
        }
    }

    /** @return nothing or more, in the base unit */
    Optional<Quantity> counted(Item item, Quantity entered, ViolationPath path, Findings findings) {
        if (entered.isNegative()) {
            findings.add(QUANTITY_NOT_POSITIVE, path, "nobody can count less than nothing: " + entered);
            return Optional.empty();
        }
        return inBaseUnit(item, entered, path, findings);
    }

    /** @return the lines that could be made out, all of more than nothing and in storage locations */
    List<Goods> goods(SiteId site, List<LotQuantity> given, Findings findings) {
        return read(
                site(site, ViolationPath.of("site"), findings),
                given,
                this::place,
                known(findings),
                this::positive,
                findings);
    }

    /** @return the lines that could be made out, all of more than nothing; they may be on the road to the site */
    List<Goods> goodsAlsoInTransit(Optional<Site> site, List<LotQuantity> given, Findings findings) {
        return read(site, given, this::placeAlsoInTransit, known(findings), this::positive, findings);
    }

    /**
     * @param unknown is given the lots that nobody has told of, when they are named in full
     * @return the lines that could be made out, of nothing or more; they may be on the road to the site
     */
    List<Goods> countedGoods(SiteId site, List<LotQuantity> given, FoundLots unknown, Findings findings) {
        return read(
                site(site, ViolationPath.of("site"), findings),
                given,
                this::placeAlsoInTransit,
                (where, line, fitting, path) ->
                        fitting.isEmpty() && line.quantity().isPositive()
                                ? foundLot(line.lot(), unknown, path, findings)
                                : meant(where, line.lot(), fitting, path, findings),
                this::counted,
                findings);
    }

    /** @return the lot that is to be registered; empty when the reference does not say which it is */
    private static Optional<Lot> foundLot(
            LotReference reference, FoundLots unknown, ViolationPath path, Findings findings) {
        Optional<Lot> lot = reference
                .issuer()
                .flatMap(issuer -> reference.item().map(item -> new LotKey(issuer, item, reference.number())))
                .map(key -> new Lot(key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        if (lot.isEmpty()) {
            findings.add(
                    LOT_UNKNOWN,
                    path,
                    "no lot fits " + reference + ": check the label, or name issuer and item too when it is new here");
        }
        lot.ifPresent(found -> {
            unknown.add(found, path);
            findings.breach(LOT_UNKNOWN, path, "lot " + found.key() + " was not known: find out where it comes from");
        });
        return lot;
    }

    private Optional<Place> placeAlsoInTransit(
            Optional<Site> site, LocationId location, ViolationPath path, Findings findings) {
        return location.equals(LocationId.IN_TRANSIT)
                ? site.map(known -> Place.inTransit(known.id()))
                : place(site, location, path, findings);
    }

    /** Looks each lot and each item up once, on however many lines it is. */
    private List<Goods> read(
            Optional<Site> site, List<LotQuantity> given, Where where, Meant meant, Amount amount, Findings findings) {
        if (given.isEmpty()) {
            findings.add(LINES_MISSING, "lines", "the request names no goods: add a line");
        }
        Map<LotReference, List<Lot>> fitting =
                lots.find(given.stream().map(LotQuantity::lot).collect(Collectors.toSet()));
        items.withNumbers(fitting.values().stream()
                .flatMap(List::stream)
                .map(lot -> lot.key().item())
                .collect(Collectors.toSet()));
        List<Goods> goods = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            LotQuantity line = given.get(i);
            int number = i + 1;
            ViolationPath path = Findings.line(number);
            findings.addAll(LotAttributes.problems(line.keyData(), LotAttributes.OF_GOODS, path));
            Optional<Place> place = where.read(site, line.location(), path.then("location"), findings);
            Optional<Lot> lot = meant.read(site, line, fitting.get(line.lot()), path.then("lot"));
            lot.ifPresent(known -> findings.means(path, known.key()));
            Optional<Quantity> quantity = lot.flatMap(known -> item(known.key().item(), path.then("lot"), findings))
                    .flatMap(item -> amount.read(item, line.quantity(), path.then("quantity"), findings));
            if (place.isPresent() && quantity.isPresent()) {
                Position position = new Position(place.get(), line.container());
                goods.add(new Goods(
                        number, lot.orElseThrow(), position, quantity.get(), line.quantity(), line.keyData()));
            }
        }
        return goods;
    }

    private Optional<Quantity> inBaseUnit(Item item, Quantity entered, ViolationPath path, Findings findings) {
        Optional<Violation> against = EnteredQuantity.against(item, entered, path);
        against.ifPresent(findings::add);
        return against.isEmpty() ? Optional.of(item.toBaseUnit(entered)) : Optional.empty();
    }

    @FunctionalInterface
    private interface Where {
        Optional<Place> read(Optional<Site> site, LocationId location, ViolationPath path, Findings findings);
    }

    /** The one lot that a line means. */
    @FunctionalInterface
    private interface Meant {
        Optional<Lot> read(Optional<Site> site, LotQuantity line, List<Lot> fitting, ViolationPath path);
    }

    /** Goods that have been moved were there, whether or not somebody has told of their lot. */
    private Meant known(Findings findings) {
        return (site, line, fitting, path) -> fitting.isEmpty() && findings.isReport()
                ? foundLot(line.lot(), findings.found(lots), path, findings)
                : meant(site, line.lot(), fitting, path, findings);
    }

    /** A report that does not say which of several lots of an item moved is recorded on a lot of its own; it names no goods when they are of several items. */
    private static Optional<Lot> meant(
            Optional<Site> site, LotReference told, List<Lot> fitting, ViolationPath path, Findings findings) {
        boolean isOneItem =
                fitting.stream().map(lot -> lot.key().item()).distinct().count() == 1;
        if (fitting.size() < 2 || !isOneItem || !findings.isReport() || site.isEmpty()) {
            return lot(told, reference -> fitting, path, findings);
        }
        Lot own = findings.unclear().add(site.get().company(), told.number(), fitting, path);
        findings.breach(
                new Violation(
                        LOT_AMBIGUOUS,
                        path,
                        told + " may be " + keys(fitting) + ": say which; until then it is recorded as lot "
                                + own.key()),
                own.key());
        return Optional.of(own);
    }

    private static String keys(List<Lot> fitting) {
        return fitting.stream()
                .limit(MOST_NAMED)
                .map(lot -> lot.key().toString())
                .collect(Collectors.joining(", ", "", fitting.size() > MOST_NAMED ? " or another" : ""));
    }

    @FunctionalInterface
    private interface Amount {
        Optional<Quantity> read(Item item, Quantity entered, ViolationPath path, Findings findings);
    }
}
