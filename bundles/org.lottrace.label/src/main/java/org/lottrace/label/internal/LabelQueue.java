package org.lottrace.label.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.label.LabelPrinting;
import org.lottrace.api.label.Labels;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the ledger and puts the labels of what came or was made into the folder of the printer. */
@Component(
        service = {LedgerFollower.class, LabelPrinting.class},
        configurationPid = PrintingConfig.PID,
        immediate = true)
@Designate(ocd = PrintingConfig.class)
public final class LabelQueue implements LedgerFollower, LabelPrinting {
    private static final Logger LOG = LoggerFactory.getLogger(LabelQueue.class);
    private static final int PAGE = 20;

    /** What cannot be mended by anybody here. */
    private static final Set<String> NEVER =
            Set.of(Labels.NO_GTIN, Labels.NUMBER_WITH_BLANK, Labels.SERIAL_NOT_MARKABLE);

    private final Labels labels;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<SiteId, SitePrinting> sites;
    private final Optional<PrintFolder> folder;
    private final Duration newest;

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    @Activate
    public LabelQueue(
            @Reference Labels labels, @Reference Ledger ledger, @Reference Clock clock, PrintingConfig config) {
        this.labels = labels;
        this.ledger = ledger;
        this.clock = clock;
        this.sites = SitePrinting.read(config.sites());
        this.folder = Optional.of(config.folder())
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .map(PrintFolder::new);
        this.newest = Duration.ofDays(config.newest_days());
    }

    @Override
    public String name() {
        return "label-queue";
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    /** What has no trade item number, or a number that GS1 does not allow, has no label; anything else that is wrong can be mended, so it waits for that. */
    @Override
    public void follow(List<RecordedEvent> page) {
        for (RecordedEvent event : page) {
            if (!event.recorded().isBefore(clock.instant().minus(newest))) {
                List<Violation> problems = new ArrayList<>();
                print(event, false, problems);
                problems.stream()
                        .filter(problem -> NEVER.contains(problem.code()))
                        .forEach(problem -> LOG.info(
                                "no label event={} reason={}", event.event().id(), problem.message()));
                List<String> others = problems.stream()
                        .filter(problem -> !NEVER.contains(problem.code()))
                        .map(Violation::message)
                        .toList();
                if (!others.isEmpty()) {
                    throw new IllegalStateException(
                            "no label for event " + event.event().id() + ": " + String.join("; ", others));
                }
            }
        }
    }

    @Override
    public OptionalInt setAsideAfter() {
        return OptionalInt.of(1);
    }

    @Override
    public Outcome<List<String>> reprint(EventId id) {
        Optional<RecordedEvent> event = ledger.find(id);
        if (event.isEmpty()) {
            return refused(new Violation(EVENT_UNKNOWN, "event", "event " + id + " is unknown: check its id"));
        }
        List<Violation> problems = new ArrayList<>();
        List<String> names = print(event.get(), true, problems);
        if (!names.isEmpty()) {
            // what never has a label does not keep the others from being printed
            problems.removeIf(problem -> NEVER.contains(problem.code()));
        }
        if (!problems.isEmpty()) {
            return refused(problems.toArray(Violation[]::new));
        }
        return names.isEmpty()
                ? refused(new Violation(
                        NOTHING_TO_PRINT,
                        "event",
                        "event " + id + " is no receipt and no output, or no labels are printed at its site"))
                : new Outcome.Done<>(names);
    }

    /**
     * @param again also what was put there before
     * @param problems takes why some were not made
     * @return the names of the files that were put there
     */
    private List<String> print(RecordedEvent event, boolean again, List<Violation> problems) {
        SiteId site = event.event().context().site();
        if (folder.isEmpty() || !sites.containsKey(site)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (EventLabels.Wanted wanted : EventLabels.of(event, sites.get(site))) {
            Optional<byte[]> kept = folder.get().kept(site, wanted.name());
            if (kept.isEmpty() || again) {
                Outcome<byte[]> label =
                        kept.<Outcome<byte[]>>map(Outcome.Done::new).orElseGet(() -> labels.make(wanted.request()));
                label.fold(
                        bytes -> {
                            folder.get().put(site, wanted.name(), bytes);
                            return names.add(wanted.name());
                        },
                        problems::addAll);
            }
        }
        return names;
    }

    private static Outcome<List<String>> refused(Violation... violations) {
        return new Outcome.Refused<>(List.of(violations));
    }
}
