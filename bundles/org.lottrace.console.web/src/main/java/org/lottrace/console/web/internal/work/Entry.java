package org.lottrace.console.web.internal.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.console.web.internal.page.Visit;

/**
 * What somebody entered into a form, read field by field. Everything that cannot be read is noted, and a stand-in goes on in its
 * place, so that all of it is found at once; nothing is recorded while there are {@link #problems()}.
 */
public final class Entry {
    /** Rows that are read at most. */
    static final int MOST_ROWS = 100;

    private static final String UNREADABLE = "FIELD_UNREADABLE";
    private static final String MISSING = "FIELD_MISSING";

    private final Visit visit;
    private final List<Violation> problems = new ArrayList<>();
    private final Map<Integer, ScannedRow> scanned = new HashMap<>();
    private Map<LotReference, List<Lot>> lotsByName;
    private Map<ItemNumber, Item> itemsOfLots;

    public Entry(Visit visit) {
        this.visit = visit;
    }

    /** @return what could not be read, each of it once */
    public List<Violation> problems() {
        return problems.stream().distinct().toList();
    }

    /** @return the number of that field, in that unit */
    public Quantity amount(String name, UnitOfMeasure unit) {
        BigDecimal amount = required(name, BigDecimal.class, BigDecimal.ONE);
        return read(ViolationPath.of(name), amount.toPlainString(), text -> new Quantity(amount, unit))
                .orElseGet(() -> Quantity.zero(unit));
    }

    public String text(String name) {
        return visit.parameters().given(name).orElseGet(() -> {
            problems.add(new Violation(MISSING, name, visit.texts().of("work.missing", label(name))));
            return "";
        });
    }

    public String textIfGiven(String name) {
        return visit.parameters().text(name);
    }

    /** @return the value, or the stand-in when there is none or it cannot be read */
    public <T> T required(String name, Class<T> type, T standIn) {
        String text = text(name);
        return text.isEmpty()
                ? standIn
                : read(ViolationPath.of(name), text, scanReader(type)).orElse(standIn);
    }

    public <T> Optional<T> given(String name, Class<T> type) {
        return visit.parameters().given(name).flatMap(text -> read(ViolationPath.of(name), text, scanReader(type)));
    }

    /** @return the logistic units of a field, one a line; each may be scanned */
    public List<Sscc> units(String name) {
        List<Sscc> units = new ArrayList<>();
        for (String line : text(name).split("[\\r\\n]+")) {
            if (!line.isBlank()) {
                read(ViolationPath.of(name), line.trim(), scanReader(Sscc.class))
                        .ifPresent(units::add);
            }
        }
        return units;
    }

    /** An identifier may be scanned where it may be typed. */
    private <T> Function<String, T> scanReader(Class<T> type) {
        return text -> reader(type).apply(ScannedField.text(text, type, visit));
    }

    /** @return who records what, when and where. The time is that of the site; empty means now */
    public CaptureContext context() {
        SiteId site = required("site", SiteId.class, new SiteId("NONE"));
        EventId id = required("event", EventId.class, new EventId("none"));
        return new CaptureContext(
                id,
                moment(site, id),
                given("accountingDate", LocalDate.class),
                visit.caller().name(),
                textIfGiven("onBehalfOf"),
                "",
                site,
                CaptureSource.CONSOLE,
                Optional.of(Basis.REPORTED)
                        .filter(reported -> visit.parameters().isTicked("reported")));
    }

    /** A form that is sent twice is one event: the second time, now is when it was the first time. */
    private Instant moment(SiteId site, EventId id) {
        Supplier<Instant> now = () -> visit.as(Ledger.class)
                .find(id)
                .map(RecordedEvent::event)
                .map(event -> event.context().effective())
                .orElseGet(visit::now);
        return given("at", LocalDateTime.class)
                .map(local -> local.atZone(visit.zoneOf(site)).toInstant())
                .orElseGet(now);
    }

    public List<LotQuantity> goods() {
        return rows(row -> new LotQuantity(
                lot(row),
                cell(row, Column.LOCATION, LocationId.class, new LocationId("NONE")),
                container(row),
                quantity(row),
                said(row)));
    }

    public List<Arrival.Line> incoming() {
        return rows(row -> new Arrival.Line(lot(row), quantity(row), container(row)));
    }

    public List<Receipt.Line> received() {
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
    public List<Production.Output> outputs(ItemNumber item, LocationId location) {
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

    /** @return key data elements that are typed into one field, none when it is empty */
    public List<KeyDatum> keyData(String name) {
        return read(ViolationPath.of(name), textIfGiven(name), KeyData::list).orElse(List.of());
    }

    /** @return what the rows say of the one lot of the form */
    public List<KeyDatum> attributes() {
        List<KeyDatum> attributes = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS; row++) {
            String name = cellText(row, Column.ATTRIBUTE);
            if (!name.isEmpty() || !cellText(row, Column.VALUE).isEmpty()) {
                String value = cell(row, Column.VALUE, String.class, "");
                ViolationPath path = path(row, Column.ATTRIBUTE);
                read(path, name, ignored -> KeyData.of(name, value)).ifPresent(attributes::add);
            }
        }
        return attributes;
    }

    private List<KeyDatum> said(int row) {
        return read(path(row, Column.SAID), cellText(row, Column.SAID), KeyData::list)
                .orElse(List.of());
    }

    /** @return what was made of several fields; empty when they do not go together */
    public <T> Optional<T> whole(String name, Supplier<T> maker) {
        return read(ViolationPath.of(name), "", ignored -> maker.get());
    }

    /** Of an order that is not known nobody knows lines. */
    public List<Shipment.Line> shipped() {
        boolean hasOrder = !textIfGiven("order").isEmpty();
        return rows(row -> new Shipment.Line(
                hasOrder
                        ? cell(row, Column.ORDER_LINE, BigDecimal.class, BigDecimal.ONE)
                                .intValue()
                        : 1,
                new LotQuantity(
                        lot(row),
                        cell(row, Column.LOCATION, LocationId.class, new LocationId("NONE")),
                        container(row),
                        quantity(row),
                        said(row)),
                Optional.empty()));
    }

    /** @return the lots that the rows name, each of them known and the only one of that name */
    public List<LotKey> lots() {
        return rows(row -> known(row).map(Lot::key)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> List<T> rows(Function<Integer, T> reader) {
        List<T> lines = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS; row++) {
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
        return text.isEmpty() ? Optional.empty() : read(path(row, column), text, scanReader(type));
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
        return read(path(row, Column.AMOUNT), "", ignored -> new Quantity(amount, known))
                .orElseGet(() -> Quantity.zero(known));
    }

    private Optional<UnitOfMeasure> baseUnit(int row) {
        return item(row).flatMap(item -> Optional.ofNullable(items().get(item))).map(Item::baseUnit);
    }

    /** What is made is of few items. */
    private Optional<UnitOfMeasure> baseUnitOf(ItemNumber item) {
        return visit.as(ItemCatalog.class).find(item).map(Item::baseUnit);
    }

    /** A lot that is new here has an item all the same. */
    private Optional<ItemNumber> item(int row) {
        return cellText(row, Column.LOT).isEmpty()
                ? Optional.empty()
                : lot(row).item().or(() -> known(row).map(lot -> lot.key().item()));
    }

    /** The items of all rows are asked for together. */
    private Map<ItemNumber, Item> items() {
        if (itemsOfLots == null) {
            Set<ItemNumber> numbers = lotsByName().values().stream()
                    .flatMap(List::stream)
                    .map(lot -> lot.key().item())
                    .collect(Collectors.toSet());
            lotsByName().keySet().forEach(name -> name.item().ifPresent(numbers::add));
            itemsOfLots = visit.as(ItemCatalog.class).findAll(numbers).stream()
                    .collect(Collectors.toMap(Item::number, item -> item));
        }
        return itemsOfLots;
    }

    /** The lots of all rows are asked for together. */
    private Map<LotReference, List<Lot>> lotsByName() {
        if (lotsByName == null) {
            Set<LotReference> names = IntStream.range(0, MOST_ROWS)
                    .mapToObj(row -> cellText(row, Column.LOT))
                    .flatMap(text -> name(text).stream())
                    .collect(Collectors.toSet());
            lotsByName = names.isEmpty() ? Map.of() : visit.as(LotMaster.class).find(names);
        }
        return lotsByName;
    }

    /** What cannot be read is said when its row is. */
    private static Optional<LotReference> name(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LotReference.parse(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Lot> known(int row) {
        if (cellText(row, Column.LOT).isEmpty()) {
            return Optional.empty();
        }
        Optional<LotReference> name = name(cellText(row, Column.LOT));
        if (name.isEmpty()) {
            lot(row); // says what is wrong with it
            return Optional.empty();
        }
        LotReference reference = name.get();
        List<Lot> found = lotsByName().getOrDefault(reference, List.of());
        if (found.size() != 1) {
            problems.add(new Violation(
                    found.isEmpty() ? "FIELD_LOT_UNKNOWN" : "FIELD_LOT_AMBIGUOUS",
                    path(row, Column.LOT),
                    visit.texts().of(found.isEmpty() ? "lot.unknown" : "work.ambiguous", reference)));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private <T> T cell(int row, Column column, Class<T> type, T standIn) {
        String text = cellText(row, column);
        if (text.isEmpty()) {
            problems.add(new Violation(
                    MISSING,
                    path(row, column),
                    visit.texts().of("work.missing", columnLabel(column) + " " + (row + 1))));
            return standIn;
        }
        return read(path(row, column), text, reader(type)).orElse(standIn);
    }

    /** A number is read as the reader writes it, anything else by its form as a text. */
    private <T> Function<String, T> reader(Class<T> type) {
        return type == BigDecimal.class ? text -> type.cast(visit.formats().read(text)) : TextForms.of(type)::read;
    }

    private <T> Optional<T> read(ViolationPath path, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            problems.add(new Violation(UNREADABLE, path, unreadable.getMessage()));
            return Optional.empty();
        }
    }

    /** What was entered, or what a scan in the row says instead. */
    private String cellText(int row, Column column) {
        return scan(row).text(column);
    }

    private ScannedRow scan(int row) {
        return scanned.computeIfAbsent(row, this::read);
    }

    private ScannedRow read(int row) {
        ScannedRow scan = ScannedRow.of(column -> visit.parameters().text(name(row, column)), visit);
        scan.problems()
                .forEach((column, messages) -> messages.forEach(
                        message -> problems.add(new Violation(UNREADABLE, path(row, column), message))));
        return scan;
    }

    private static String name(int row, Column column) {
        return column.code() + row;
    }

    /** As the services name what is wrong with a line: from 1. */
    private static ViolationPath path(int row, Column column) {
        return ViolationPath.of("lines", row + 1).then(column.code());
    }

    private String label(String name) {
        return visit.texts().lookup("work.field." + name);
    }

    private String columnLabel(Column column) {
        return visit.texts().lookup("work.column." + column.code());
    }
}
