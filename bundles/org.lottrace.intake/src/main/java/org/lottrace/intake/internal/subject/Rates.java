package org.lottrace.intake.internal.subject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.RecordedRate;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.intake.internal.Problems;
import org.lottrace.intake.internal.Tally;
import org.lottrace.intake.internal.field.MappedTable;
import org.lottrace.intake.internal.field.TableShape;
import org.lottrace.intake.internal.field.Thing;

/**
 * Exchange rates: an event for each source, of 1,000 rates at most, at the company's first site. A rate that counts already is not
 * recorded again; another one for its day and currency is, and counts from then on.
 */
final class Rates implements Subject {
    static final TableShape<RateRow> SHAPE = new TableShape<>(
            RateRow.class,
            Set.of("source", "currency"),
            Map.of(),
            Map.of("source", ExchangeRates.LONGEST_SOURCE, "currency", 3));

    private static final int PAGE = 1_000;

    private final SiteStore sites;
    private final CostEntries entries;
    private final CostHistory history;
    private final Clock clock;

    Rates(SiteStore sites, CostEntries entries, CostHistory history, Clock clock) {
        this.sites = sites;
        this.entries = entries;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public ImportSubject subject() {
        return ImportSubject.EXCHANGE_RATES;
    }

    @Override
    public String operation() {
        return "cost.record-rates";
    }

    @Override
    public TableShape<RateRow> shape() {
        return SHAPE;
    }

    @Override
    public void write(Caller caller, MappedTable table, Problems problems, Tally tally) {
        List<Thing<RateRow>> rows = SHAPE.each(table, problems);
        Set<List<Object>> inForce = inForce(rows);
        Map<String, List<Thing<RateRow>>> sources = new LinkedHashMap<>();
        for (Thing<RateRow> row : rows) {
            if (inForce.contains(row.value().said())) {
                tally.unchanged();
            } else {
                sources.computeIfAbsent(row.value().source(), none -> new ArrayList<>())
                        .add(row);
            }
        }
        Optional<SiteId> site = sites.all().stream().map(Site::id).findFirst();
        for (List<Thing<RateRow>> ofSource : sources.values()) {
            for (int from = 0; from < ofSource.size(); from += ExchangeRates.MOST) {
                List<Thing<RateRow>> part =
                        ofSource.subList(from, Math.min(ofSource.size(), from + ExchangeRates.MOST));
                site.ifPresentOrElse(at -> record(caller, at, part, problems, tally), () -> part.get(0)
                        .tell(
                                problems,
                                ViolationPath.of("source"),
                                "source",
                                "SITE_UNKNOWN",
                                "rates are recorded at a site of the company, and there is none: save one first"));
            }
        }
    }

    /** @return what counts now for the days and currencies of the rows */
    private Set<List<Object>> inForce(List<Thing<RateRow>> rows) {
        Map<List<Object>, RecordedRate> newest = new HashMap<>();
        Set<LocalDate> days = new TreeSet<>();
        rows.forEach(row -> days.add(row.value().day()));
        Optional<LocalDate> read = Optional.empty();
        for (LocalDate day : days) {
            if (read.isEmpty() || day.isAfter(read.get())) {
                LocalDate to = day.plusDays(CogsQuestion.MOST_DAYS - 1L);
                recorded(day, to)
                        .forEach(rate -> newest.merge(
                                List.of(rate.day(), rate.currency()),
                                rate,
                                (one, other) -> one.position() > other.position() ? one : other));
                read = Optional.of(to);
            }
        }
        Set<List<Object>> inForce = new HashSet<>();
        newest.values()
                .forEach(rate ->
                        inForce.add(new RateRow(rate.source(), rate.day(), rate.currency(), rate.factor()).said()));
        return inForce;
    }

    private List<RecordedRate> recorded(LocalDate from, LocalDate to) {
        List<RecordedRate> all = new ArrayList<>();
        List<RecordedRate> page;
        do {
            page = history.rates(Optional.empty(), from, to, all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private void record(Caller caller, SiteId site, List<Thing<RateRow>> part, Problems problems, Tally tally) {
        List<ExchangeRates.Rate> rates =
                part.stream().map(row -> row.value().rate()).toList();
        CaptureContext context = new CaptureContext(
                new EventId("import:" + hash(said(part) + clock.instant())),
                clock.instant(),
                Optional.empty(),
                caller.name(),
                "",
                "import",
                site,
                CaptureSource.ERP,
                Optional.of(Basis.REPORTED));
        tally.added(part.size());
        entries.recordRates(new ExchangeRates(context, part.get(0).value().source(), rates))
                .violations()
                .forEach(violation -> tell(part, violation, problems));
    }

    private static void tell(List<Thing<RateRow>> part, Violation violation, Problems problems) {
        List<PathStep> steps = violation.path().steps();
        boolean isOfRow = !steps.isEmpty() && steps.get(0).number() > 0;
        Thing<RateRow> row = part.get(isOfRow ? steps.get(0).number() - 1 : 0);
        ViolationPath column = isOfRow ? new ViolationPath(steps.subList(1, steps.size())) : violation.path();
        row.tell(problems, column, "currency", violation.code(), violation.message());
    }

    private static String said(List<Thing<RateRow>> part) {
        return part.stream().map(row -> row.value() + "\n").collect(Collectors.joining());
    }

    private static String hash(String said) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
