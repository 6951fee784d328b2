package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.partner.PartyFollower;
import org.lottrace.api.partner.store.PartyStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody has to find out who a party is when somebody has said it: the cases of the reports that told of it are closed. */
@Component
public final class ToldPartyCases implements PartyFollower {
    private static final List<String> CODES = List.of("CUSTOMER_UNKNOWN", "SUPPLIER_UNKNOWN", "PARTY_UNKNOWN");
    private static final int PAGE = 500;
    private static final String MASTER_DATA = "master data";

    private final ExceptionCases listed;
    private final CaseOpening cases;
    private final LedgerStore events;
    private final PartyStore parties;

    @Activate
    public ToldPartyCases(
            @Reference ExceptionCases listed,
            @Reference CaseOpening cases,
            @Reference LedgerStore events,
            @Reference PartyStore parties) {
        this.listed = listed;
        this.cases = cases;
        this.events = events;
        this.parties = parties;
    }

    @Override
    public void named(PartyId party) {
        CODES.stream().flatMap(code -> open(code).stream()).forEach(open -> events.find(open.event())
                .map(RecordedEvent::event)
                .map(ToldPartyCases::partiesOf)
                .filter(named ->
                        named.contains(party) && named.stream().allMatch(one -> ToldParties.isKnown(parties, one)))
                .ifPresent(named -> close(open, party)));
    }

    private void close(ExceptionCase open, PartyId party) {
        cases.close(
                open.event(),
                one -> one.number() == open.number(),
                CurrentCaller.get().map(Caller::name).orElse(MASTER_DATA),
                "party " + party + " was saved: it is known who it is");
    }

    /** A case of an event that names another party that is still unknown may be about that one, and stays. */
    private static Set<PartyId> partiesOf(TraceEvent event) {
        return event.lines().stream().flatMap(ToldPartyCases::partiesOf).collect(Collectors.toSet());
    }

    private static Stream<PartyId> partiesOf(EventLine line) {
        return Stream.concat(
                Stream.of(line.lot().issuer()),
                Stream.of(line.from().place(), line.to().place())
                        .filter(Place.Outside.class::isInstance)
                        .map(place -> ((Place.Outside) place).party()));
    }

    private List<ExceptionCase> open(String code) {
        ExceptionFilter filter =
                new ExceptionFilter(Optional.of(true), Optional.empty(), Optional.empty(), Optional.of(code), false);
        List<ExceptionCase> page = listed.list(filter, Optional.empty(), PAGE);
        List<ExceptionCase> all = new ArrayList<>(page);
        while (page.size() == PAGE) {
            page = listed.list(filter, Optional.of(page.get(PAGE - 1).number()), PAGE);
            all.addAll(page);
        }
        return all;
    }
}
