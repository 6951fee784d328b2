package org.lottrace.recall.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.json.CanonicalJson;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.notice.NoticeChannel;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.recall.report.Reconciliation;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Reads cases; every answer is one unit of work. */
@Component(service = RecallReports.class)
public final class RecallReportsService implements RecallReports {
    /** A whiteboard: which ways of sending there are changes while this runs. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<NoticeChannel> channels = List.of();

    private final UnitOfWork unitOfWork;
    private final RecallStore store;
    private final CaseReading reading;
    private final NoticeWriter writer;
    private final PartyStore parties;
    private final Genealogy genealogy;

    @Activate
    public RecallReportsService(
            @Reference UnitOfWork unitOfWork,
            @Reference RecallStore store,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference StockStore stock,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference SiteStore sites,
            @Reference SalesOrderStore orders,
            @Reference PartyStore parties,
            @Reference Genealogy genealogy,
            @Reference Clock clock) {
        this(
                unitOfWork,
                store,
                new CaseReading(events, parties, new OwnBalances(ledger, events, stock, items), clock),
                new NoticeWriter(events, lots, items, sites, orders),
                parties,
                genealogy);
    }

    /** For tests. */
    RecallReportsService(
            UnitOfWork unitOfWork,
            RecallStore store,
            CaseReading reading,
            NoticeWriter writer,
            PartyStore parties,
            Genealogy genealogy) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.reading = reading;
        this.writer = writer;
        this.parties = parties;
        this.genealogy = genealogy;
    }

    @Override
    public Optional<List<Consignee>> consignees(RecallCaseId id) {
        return of(id, reading::consignees);
    }

    @Override
    public Optional<List<NoticeState>> notices(RecallCaseId id) {
        return of(id, recallCase -> new NoticeHistory(recallCase).states());
    }

    @Override
    public Optional<List<PartyId>> unreached(RecallCaseId id) {
        return of(id, recallCase -> {
            Set<PartyId> untold = new NoticeHistory(recallCase)
                    .waiting().stream()
                            .map(state -> state.notice().party())
                            .collect(
                                    Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(PartyId::value))));
            parties.find(untold).stream().filter(this::isReached).map(Party::id).forEach(untold::remove);
            return List.copyOf(untold);
        });
    }

    private boolean isReached(Party party) {
        return channels.stream().anyMatch(channel -> channel.reaches(party));
    }

    /** For tests. */
    void channels(List<NoticeChannel> these) {
        channels = these;
    }

    @Override
    public Optional<RecallNotice> notice(RecallCaseId id, String key) {
        return unitOfWork.required(() -> store.find(id).flatMap(recallCase -> new NoticeHistory(recallCase)
                .states().stream()
                        .filter(state -> state.notice().key().equals(key))
                        .findFirst()
                        .flatMap(state -> parties.find(state.notice().party())
                                .map(party -> writer.write(recallCase, state.notice(), party, state.queuedAt())))));
    }

    @Override
    public Optional<Reconciliation> reconciliation(RecallCaseId id) {
        return of(id, reading::reconciliation);
    }

    @Override
    public Optional<StatusReport> status(RecallCaseId id) {
        return of(id, this::status);
    }

    @Override
    public Optional<String> export(RecallCaseId id) {
        return of(
                id,
                recallCase -> CanonicalJson.of(Map.of(
                        "form",
                        "lottrace-recall-2",
                        "case",
                        RecordForm.of(recallCase),
                        "status",
                        RecordForm.of(status(recallCase)))));
    }

    private StatusReport status(RecallCase recallCase) {
        return reading.status(
                recallCase, genealogy.whereabouts(recallCase.scope().keys()));
    }

    private <T> Optional<T> of(RecallCaseId id, Function<RecallCase, T> answer) {
        return unitOfWork.required(() -> store.find(id).map(answer));
    }
}
