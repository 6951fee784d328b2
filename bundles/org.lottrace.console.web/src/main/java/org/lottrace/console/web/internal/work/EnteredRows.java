package org.lottrace.console.web.internal.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.console.web.internal.page.Visit;

/** The rows of a form, such as one for each lot that was received. A row that is empty is as good as not there. */
final class EnteredRows {
    /** Rows that are read at most. */
    static final int MOST = 100;

    private final Entry entry;
    private final Visit visit;
    private final RowLots named;
    private final Map<Integer, ScannedRow> scanned = new HashMap<>();

    /** @param entry takes down what cannot be read */
    EnteredRows(Entry entry, Visit visit) {
        this.entry = entry;
        this.visit = visit;
        named = new RowLots(visit, () -> IntStream.range(0, MOST).mapToObj(row -> cellText(row, Column.LOT)));
    }

    List<LotQuantity> goods() {
        return rows(row -> new LotQuantity(
                lot(row),
                cell(row, Column.LOCATION, LocationId.class, Entry.NOWHERE),
                container(row),
                quantity(row),
                said(row)));
    }

    List<Arrival.Line> incoming() {
        return rows(row -> new Arrival.Line(lot(row), quantity(row), container(row)));
    }

    List<Receipt.Line> received() {
        return rows(row -> new Receipt.Line(
                lot(row),
                quantity(row),
                container(row),
                cellIfGiven(row, Column.PRODUCTION_DATE, LocalDate.class),
                cellIfGiven(row, Column.EXPIRY, LocalDate.class),
                !cellText(row, Column.DAMAGED).isEmpty(),
                cellIfGiven(row, Column.ORDER_LINE, BigDecimal.class).map(BigDecimal::intValue),
                cellIfGiven(row, Column.PRICE, UnitPrice.class),
                said(row)));
    }

    /**
     * @param item of a row that names none
     * @param location of a row that names none
     */
    List<Production.Output> outputs(ItemNumber item, LocationId location) {
        return rows(row -> {
            ItemNumber made = cellIfGiven(row, Column.ITEM, ItemNumber.class).orElse(item);
            return new Production.Output(
                    made,
                    quantity(row, () -> baseUnitOf(made)),
                    cellIfGiven(row, Column.LOT_NUMBER, LotNumber.class),
                    cellIfGiven(row, Column.LOCATION, LocationId.class).orElse(location),
                    container(row),
                    said(row));
        });
    }

    /** @return what the rows say of the one lot of the form */
    List<KeyDatum> attributes() {
        List<KeyDatum> attributes = new ArrayList<>();
        for (int row = 0; row < MOST; row++) {
            String name = cellText(row, Column.ATTRIBUTE);
            if (!name.isEmpty() || !cellText(row, Column.VALUE).isEmpty()) {
                String value = cell(row, Column.VALUE, String.class, "");
                ViolationPath path = path(row, Column.ATTRIBUTE);
                entry.read(path, name, ignored -> KeyData.of(name, value)).ifPresent(attributes::add);
            }
        }
        return attributes;
    }

    private List<KeyDatum> said(int row) {
        return entry.read(path(row, Column.SAID), cellText(row, Column.SAID), KeyData::list)
                .orElse(List.of());
    }

    /** Of an order that is not known nobody knows lines. */
    List<Shipment.Line> shipped() {
        boolean hasOrder = !entry.textIfGiven("order").isEmpty();
        return rows(row -> new Shipment.Line(
                hasOrder
                        ? cell(row, Column.ORDER_LINE, BigDecimal.class, BigDecimal.ONE)
                                .intValue()
                        : 1,
                new LotQuantity(
                        lot(row),
                        cell(row, Column.LOCATION, LocationId.class, Entry.NOWHERE),
                        container(row),
                        quantity(row),
                        said(row)),
                Optional.empty()));
    }

    /** @return the lots that the rows name, each of them known and the only one of that name */
    List<LotKey> lots() {
        return rows(row -> known(row).map(Lot::key)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> List<T> rows(Function<Integer, T> reader) {
        List<T> lines = new ArrayList<>();
        for (int row = 0; row < MOST; row++) {
            if (isFilled(row)) {
                lines.add(reader.apply(row));
            }
        }
        return lines;
    }

    /** A row whose scan can not be read is as good as not there: why, is said. */
    private boolean isFilled(int row) {
        boolean isEntered = Stream.of(Column.LOT, Column.AMOUNT, Column.ITEM, Column.LOT_NUMBER)
                .anyMatch(column -> !cellText(row, column).isEmpty());
        return isEntered && !scan(row).isMisread();
    }

    private LotReference lot(int row) {
        return cell(row, Column.LOT, LotReference.class, LotReference.parse("NONE"));
    }

    private Optional<Sscc> container(int row) {
        return cellIfGiven(row, Column.CONTAINER, Sscc.class);
    }

    private <T> Optional<T> cellIfGiven(int row, Column column, Class<T> type) {
        String text = cellText(row, column);
        return text.isEmpty() ? Optional.empty() : entry.read(path(row, column), text, entry.scanReader(type));
    }

    private Quantity quantity(int row) {
        return quantity(row, () -> baseUnit(row));
    }

    private Quantity quantity(int row, Supplier<Optional<UnitOfMeasure>> usual) {
        BigDecimal amount = cell(row, Column.AMOUNT, BigDecimal.class, BigDecimal.ONE);
        String unit = cellText(row, Column.UNIT);
        UnitOfMeasure standIn = new UnitOfMeasure("C62");
        UnitOfMeasure known =
                unit.isEmpty() ? usual.get().orElse(standIn) : cell(row, Column.UNIT, UnitOfMeasure.class, standIn);
        return entry.read(path(row, Column.AMOUNT), "", ignored -> new Quantity(amount, known))
                .orElseGet(() -> Quantity.zero(known));
    }

    private Optional<UnitOfMeasure> baseUnit(int row) {
        return item(row)
                .flatMap(item -> Optional.ofNullable(named.items().get(item)))
                .map(Item::baseUnit);
    }

    /** What is made is of few items. */
    private Optional<UnitOfMeasure> baseUnitOf(ItemNumber item) {
        return visit.as(ItemCatalog.class).find(item).map(Item::baseUnit);
    }

    /** A lot that is new here has an item all the same. */
    private Optional<ItemNumber> item(int row) {
        return cellText(row, Column.LOT).isEmpty()
                ? Optional.empty()
                : lot(row).item().or(() -> onlyItem(row)).or(() -> known(row)
                        .map(lot -> lot.key().item()));
    }

    /** Which of several lots of one item it was need not be known of what has been done; the service asks where it must be. */
    private Optional<ItemNumber> onlyItem(int row) {
        Set<ItemNumber> items = RowLots.name(cellText(row, Column.LOT)).stream()
                .flatMap(name -> named.lots().getOrDefault(name, List.of()).stream())
                .map(lot -> lot.key().item())
                .collect(Collectors.toSet());
        return items.size() == 1 ? items.stream().findFirst() : Optional.empty();
    }

    private Optional<Lot> known(int row) {
        if (cellText(row, Column.LOT).isEmpty()) {
            return Optional.empty();
        }
        Optional<LotReference> name = RowLots.name(cellText(row, Column.LOT));
        if (name.isEmpty()) {
            lot(row); // says what is wrong with it
            return Optional.empty();
        }
        LotReference reference = name.get();
        List<Lot> found = named.lots().getOrDefault(reference, List.of());
        if (found.size() != 1) {
            entry.add(new Violation(
                    found.isEmpty() ? "FIELD_LOT_UNKNOWN" : "FIELD_LOT_AMBIGUOUS",
                    path(row, Column.LOT),
                    visit.texts().of(found.isEmpty() ? "lot.unknown" : "work.ambiguous", reference)));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private <T> T cell(int row, Column column, Class<T> type, T standIn) {
        String text = cellText(row, column);
        if (text.isEmpty()) {
            entry.add(new Violation(
                    Entry.MISSING,
                    path(row, column),
                    visit.texts().of("work.missing", columnLabel(column) + " " + (row + 1))));
            return standIn;
        }
        return entry.read(path(row, column), text, entry.reader(type)).orElse(standIn);
    }

    /** What was entered, or what a scan in the row says instead. */
    private String cellText(int row, Column column) {
        return scan(row).text(column);
    }

    private ScannedRow scan(int row) {
        return scanned.computeIfAbsent(row, this::scanned);
    }

    private ScannedRow scanned(int row) {
        ScannedRow scan = ScannedRow.of(column -> visit.parameters().text(name(row, column)), visit);
        scan.problems()
                .forEach((column, messages) -> messages.forEach(
                        message -> entry.add(new Violation(Entry.UNREADABLE, path(row, column), message))));
        return scan;
    }

    private static String name(int row, Column column) {
        return column.code() + row;
    }

    /** As the services name what is wrong with a line: from 1. */
    private static ViolationPath path(int row, Column column) {
        return ViolationPath.of("lines", row + 1).then(column.code());
    }

    private String columnLabel(Column column) {
        return visit.texts().lookup("work.column." + column.code());
    }
}
