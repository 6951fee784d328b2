package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.ScanAnswer;
import org.lottrace.api.movement.ScanAnswer.Meaning;
import org.lottrace.api.movement.ScanAnswer.Missing;
import org.lottrace.api.movement.ScanClosing;
import org.lottrace.api.movement.ScanJob;
import org.lottrace.api.movement.ScanSession;
import org.lottrace.api.movement.ScanSessions;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitShipment;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers scans and makes them a movement. A session is all scans so far, read anew each time: so nothing is stored, and a device may be offline.
 */
@Component
public final class ScanSessionsService implements ScanSessions {
    private final UnitOfWork unitOfWork;
    private final Identification identification;
    private final MovementCapture movements;
    private final LogisticUnits units;
    private final LotMaster lots;
    private final SiteStore sites;
    private final ItemStore items;
    private final PartyStore parties;
    private final SalesOrderStore orders;
    private final ExpectedReceiptStore announced;

    @Activate
    public ScanSessionsService(
            @Reference UnitOfWork unitOfWork,
            @Reference Identification identification,
            @Reference MovementCapture movements,
            @Reference LogisticUnits units,
            @Reference LotMaster lots,
            @Reference SiteStore sites,
            @Reference ItemStore items,
            @Reference PartyStore parties,
            @Reference SalesOrderStore orders,
            @Reference ExpectedReceiptStore announced) {
        this.unitOfWork = unitOfWork;
        this.identification = identification;
        this.movements = movements;
        this.units = units;
        this.lots = lots;
        this.sites = sites;
        this.items = items;
        this.parties = parties;
        this.orders = orders;
        this.announced = announced;
    }

    /** @throws IllegalArgumentException if there is no such site */
    @Override
    public ScanAnswer answer(ScanSession session) {
        return unitOfWork.required(() -> {
            ScanReading reading = read(session);
            return new ScanAnswer(reading.understood, missing(session.job(), reading));
        });
    }

    private ScanReading read(ScanSession session) {
        SiteId id = session.site();
        Site site = sites.find(id).orElseThrow(() -> new IllegalArgumentException("site " + id + " is unknown"));
        ScanReading reading = new ScanReading(site, identification, lots, items);
        reading.read(session);
        return reading;
    }

    private List<Missing> missing(ScanJob job, ScanReading reading) {
        boolean takesUnits = job == ScanJob.MOVE || job == ScanJob.SHIP;
        boolean hasGoods = !reading.lines.isEmpty() || takesUnits && !reading.units.isEmpty();
        boolean knowsPlaces = reading.lines.stream().allMatch(line -> line.at().isPresent());
        List<Missing> missing = new ArrayList<>();
        switch (job) {
            case RECEIVE -> add(missing, Missing.SUPPLIER, supplier(reading).isEmpty());
            case SHIP -> {
                add(missing, Missing.SALES_ORDER, reading.numbers.isEmpty());
                add(missing, Missing.SHIPMENT, reading.numbers.size() < 2);
            }
            case COUNT -> add(missing, Missing.COUNT_SHEET, reading.numbers.isEmpty());
            default -> {}
        }
        add(
                missing,
                Missing.LOCATION,
                job == ScanJob.RECEIVE
                        ? reading.here.isEmpty()
                        : !hasGoods && !takesUnits && reading.here.isEmpty() || !knowsPlaces);
        add(missing, Missing.GOODS, !hasGoods && !reading.lacksLot());
        add(missing, Missing.LOT, reading.lacksLot());
        add(missing, Missing.QUANTITY, reading.lines.stream().anyMatch(line -> line.quantity()
                .isEmpty()));
        add(missing, Missing.UNIT, job == ScanJob.PACK && reading.units.isEmpty());
        add(
                missing,
                Missing.DESTINATION,
                (job == ScanJob.MOVE || job == ScanJob.PICK) && hasGoods && !reading.isDestination);
        return missing;
    }

    private static void add(List<Missing> missing, Missing one, boolean isMissing) {
        if (isMissing) {
            missing.add(one);
        }
    }

    private Optional<PartyId> supplier(ScanReading reading) {
        return reading.numbers.stream()
                .flatMap(number -> party(number).stream())
                .findFirst();
    }

    private Optional<PartyId> party(String number) {
        try {
            PartyId id = new PartyId(number);
            return parties.find(id).isPresent() ? Optional.of(id) : Optional.empty();
        } catch (InvalidIdentifierException none) {
            return Optional.empty();
        }
    }

    @Override
    public Outcome<RecordedEvent> close(ScanClosing closing) {
        return unitOfWork.required(() -> {
            if (sites.find(closing.session().site()).isEmpty()) {
                return refused(new Violation(
                        "SITE_UNKNOWN",
                        "session.site",
                        "site " + closing.session().site() + " is unknown"));
            }
            ScanReading reading = read(closing.session());
            List<Violation> against = against(closing.session(), reading);
            return against.isEmpty() ? record(closing, reading) : refused(against.toArray(Violation[]::new));
        });
    }

    private List<Violation> against(ScanSession session, ScanReading reading) {
        Stream<String> unread = reading.understood.stream()
                .filter(scan -> scan.meaning() == Meaning.NOTHING)
                .flatMap(scan -> scan.problems().stream())
                .map(Violation::message);
        Stream<String> open = missing(session.job(), reading).stream().map(one -> "scan this, too: " + one);
        boolean isMixed = (session.job() == ScanJob.MOVE || session.job() == ScanJob.SHIP)
                && !reading.units.isEmpty()
                && reading.lines.stream().anyMatch(line -> line.unit().isEmpty());
        Stream<String> mixed = isMixed
                ? Stream.of("goods were scanned before whole logistic units: make two sessions of it")
                : Stream.of();
        return Stream.of(unread, open, mixed)
                .flatMap(messages -> messages)
                .map(message -> new Violation(SCANS_INCOMPLETE, "session", message))
                .collect(Collectors.toList());
    }

    private Outcome<RecordedEvent> record(ScanClosing closing, ScanReading reading) {
        CaptureContext context = closing.context();
        SiteId site = context.site();
        return switch (closing.session().job()) {
            case RECEIVE -> movements.receive(receipt(context, reading));
            case MOVE ->
                reading.lines.isEmpty()
                        ? units.move(new UnitMove(context, reading.units, site, there(reading)))
                        : movements.transfer(
                                EventType.TRANSFER,
                                new Transfer(context, site, there(reading), unitOf(reading), goods(reading, true)));
            case PICK ->
                movements.transfer(
                        EventType.PICK,
                        new Transfer(context, site, there(reading), last(reading.units), goods(reading, false)));
            case PACK ->
                movements.transfer(
                        EventType.PACK,
                        new Transfer(context, site, there(reading), last(reading.units), goods(reading, false)));
            case SHIP -> ship(context, reading);
            case COUNT -> movements.count(new StockCount(context, reading.numbers.get(0), goods(reading, true)));
        };
    }

    private Outcome<RecordedEvent> ship(CaptureContext context, ScanReading reading) {
        String order = reading.numbers.get(0);
        String shipment = reading.numbers.get(1);
        if (reading.lines.isEmpty()) {
            return units.ship(new UnitShipment(context, shipment, order, reading.units));
        }
        Optional<SalesOrder> known = orders.find(order);
        List<LotQuantity> goods = goods(reading, true);
        List<Shipment.Line> lines = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            ScanReading.Line scanned = reading.lines.get(i);
            int line = known.stream()
                    .flatMap(one -> one.lines().stream())
                    .filter(one -> one.item().equals(scanned.item().number()))
                    .map(SalesOrder.Line::number)
                    .findFirst()
                    .orElse(1);
            lines.add(new Shipment.Line(line, goods.get(i), Optional.empty()));
        }
        return movements.ship(new Shipment(context, shipment, order, lines));
    }

    private Receipt receipt(CaptureContext context, ScanReading reading) {
        PartyId supplier = supplier(reading).orElseThrow();
        Optional<ShipNoticeId> notice = reading.numbers.stream()
                .flatMap(number -> notice(supplier, number).stream())
                .findFirst();
        return new Receipt(
                context,
                Optional.of(supplier),
                notice,
                reading.numbers.stream()
                        .filter(number -> !number.equals(supplier.value())
                                && notice.filter(known -> known.number().equals(number))
                                        .isEmpty())
                        .findFirst(),
                there(reading),
                reading.lines.stream()
                        .map(line -> new Receipt.Line(
                                line.lot(),
                                line.quantity().orElseThrow(),
                                line.unit(),
                                line.production(),
                                line.expiry(),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                line.said()))
                        .toList());
    }

    /** A number that was scanned may be that of the ship notice. */
    private Optional<ShipNoticeId> notice(PartyId supplier, String number) {
        try {
            return announced.find(new ShipNoticeId(supplier, number)).map(known -> known.notice()
                    .id());
        } catch (InvalidIdentifierException none) {
            return Optional.empty();
        }
    }

    private static LocationId there(ScanReading reading) {
        return reading.here.orElseThrow();
    }

    /** Goods that were moved within their unit stay in it; they are all in one. */
    private static Optional<Sscc> unitOf(ScanReading reading) {
        return last(reading.lines.stream().flatMap(line -> line.unit().stream()).toList());
    }

    private static Optional<Sscc> last(List<Sscc> units) {
        return units.stream().reduce((earlier, later) -> later);
    }

    /** @param areInUnits whether a unit that was scanned before goods is where they are, not where they go */
    private static List<LotQuantity> goods(ScanReading reading, boolean areInUnits) {
        return reading.lines.stream()
                .map(line -> new LotQuantity(
                        line.lot(),
                        line.at().orElseThrow(),
                        areInUnits ? line.unit() : Optional.empty(),
                        line.quantity().orElseThrow(),
                        line.said()))
                .toList();
    }

    private static Outcome<RecordedEvent> refused(Violation... violations) {
        return new Outcome.Refused<>(List.of(violations));
    }
}
