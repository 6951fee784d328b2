package org.lottrace.console.web.internal.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.console.web.internal.page.Visit;

/**
 * What somebody entered into a form, read field by field. Everything that cannot be read is noted, and a stand-in goes on in its
 * place, so that all of it is found at once; nothing is recorded while there are {@link #problems()}.
 */
public final class Entry {
    static final LocationId NOWHERE = new LocationId("NONE");
    static final String UNREADABLE = "FIELD_UNREADABLE";
    static final String MISSING = "FIELD_MISSING";

    private final Visit visit;
    private final EnteredRows rows;
    private final List<Violation> problems = new ArrayList<>();

    public Entry(Visit visit) {
        this.visit = visit;
        rows = new EnteredRows(this, visit);
    }

    EnteredRows rows() {
        return rows;
    }

    /** Takes down something that is wrong. */
    void add(Violation problem) {
        problems.add(problem);
    }

    LocationId location() {
        return required("location", LocationId.class, NOWHERE);
    }

    Optional<Sscc> container() {
        return given("container", Sscc.class);
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
    <T> Function<String, T> scanReader(Class<T> type) {
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

    /** @return key data elements that are typed into one field, none when it is empty */
    public List<KeyDatum> keyData(String name) {
        return read(ViolationPath.of(name), textIfGiven(name), KeyData::list).orElse(List.of());
    }

    /** @return what was made of several fields; empty when they do not go together */
    public <T> Optional<T> whole(String name, Supplier<T> maker) {
        return read(ViolationPath.of(name), "", ignored -> maker.get());
    }

    /** A number is read as the reader writes it, anything else by its form as a text. */
    <T> Function<String, T> reader(Class<T> type) {
        return type == BigDecimal.class ? text -> type.cast(visit.formats().read(text)) : TextForms.of(type)::read;
    }

    <T> Optional<T> read(ViolationPath path, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            problems.add(new Violation(UNREADABLE, path, unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private String label(String name) {
        return visit.texts().lookup("work.field." + name);
    }
}
