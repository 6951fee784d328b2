package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.RecordedRate;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;

/**
 * The exchange rates that were recorded. Each names the list of its month as a document, so a rate is found by reading two months at
 * most, however many years there are.
 */
final class PublishedRates {
    /** A rate stands for its day and so many days behind it: weekends, holidays, and lists that are published once a month. */
    static final int STANDS_FOR_DAYS = 31;

    private final LedgerStore ledger;
    private final Optional<CrossRates> cross;

    /** The rates as they were recorded, into the currency of the common books. */
    PublishedRates(LedgerStore ledger) {
        this.ledger = ledger;
        this.cross = Optional.empty();
    }

    /**
     * Rates into the currency of some books.
     *
     * @param common currency into which rates are recorded
     * @param books currency into which they are asked
     */
    PublishedRates(LedgerStore ledger, CurrencyUnit common, CurrencyUnit books) {
        this.ledger = ledger;
        this.cross =
                Optional.of(new CrossRates(common.getCode(), books.getCode())).filter(of -> !common.equals(books));
    }

    static DocumentReference listOf(LocalDate day) {
        return new DocumentReference(
                DocumentType.EXCHANGE_RATES, YearMonth.from(day).toString());
    }

    /** @return the rate of the day, else of the last day before it that has one and is not too old */
    Optional<QuotedRate> on(String currency, LocalDate day) {
        return across(currency, day, recorded -> recordedOn(recorded, day));
    }

    private Optional<QuotedRate> across(
            String currency, LocalDate day, Function<String, Optional<QuotedRate>> recorded) {
        return cross.isPresent() ? cross.get().of(currency, day, recorded) : recorded.apply(currency);
    }

    private Optional<QuotedRate> recordedOn(String currency, LocalDate day) {
        return newest(between(Optional.of(currency), day.minusDays(STANDS_FOR_DAYS), day));
    }

    /**
     * For an event whose record should have a rate and has none. Whatever is recorded later, the answer stays the same, so that books that
     * are built again are.
     *
     * @return the rate of the day as it was known when the event was recorded; else the one that was recorded first after it
     */
    Optional<QuotedRate> inForce(String currency, LocalDate day, EventId event) {
        return across(currency, day, recorded -> recordedInForce(recorded, day, event));
    }

    private Optional<QuotedRate> recordedInForce(String currency, LocalDate day, EventId event) {
        long position = ledger.find(event).map(RecordedEvent::position).orElse(Long.MAX_VALUE);
        List<RecordedRate> all = between(Optional.of(currency), day.minusDays(STANDS_FOR_DAYS), day)
                .toList();
        long until = Math.max(
                position, all.stream().mapToLong(RecordedRate::position).min().orElse(position));
        return newest(all.stream().filter(rate -> rate.position() <= until));
    }

    private static Optional<QuotedRate> newest(Stream<RecordedRate> rates) {
        return rates.max(Comparator.comparing(RecordedRate::day).thenComparing(RecordedRate::position))
                .map(rate -> new QuotedRate(rate.currency(), rate.factor(), rate.day(), rate.source()));
    }

    /** @return the rates of these days, both included, in no order */
    Stream<RecordedRate> between(Optional<String> currency, LocalDate from, LocalDate to) {
        YearMonth last = YearMonth.from(to);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .flatMap(month -> ledger.byDocument(listOf(month.atDay(1))).stream())
                .distinct()
                .flatMap(recorded -> rates(recorded).stream())
                .filter(rate -> !rate.day().isBefore(from) && !rate.day().isAfter(to))
                .filter(rate -> currency.isEmpty() || currency.get().equals(rate.currency()));
    }

    private static List<RecordedRate> rates(RecordedEvent recorded) {
        return recorded.event().keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.COST_LINE.word()))
                .map(datum -> QuotedRate.parse(datum.value().text()))
                .map(rate -> new RecordedRate(
                        recorded.position(),
                        recorded.event().id(),
                        rate.day(),
                        rate.currency(),
                        rate.factor(),
                        rate.source(),
                        recorded.event().context().actor(),
                        recorded.recorded()))
                .toList();
    }
}
