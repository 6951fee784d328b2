package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceFilter;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.soap.erp.internal.wire.GetTrace;
import org.lottrace.soap.erp.internal.wire.GetWhereabouts;
import org.lottrace.soap.erp.internal.wire.Refused;

/** Answers where a lot went, what it came from, and where it is. */
final class Traces {
    /** Rows of the most traces; a larger one takes more room when it is known how large it is. */
    private static final int USUAL_ROWS = 1_000;

    private final Operations operations;
    private final Lots lots;

    Traces(Operations operations, Lots lots) {
        this.operations = operations;
        this.lots = lots;
    }

    Trace trace(Caller caller, GetTrace request, Room room) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<LotReference> reference = ValueMapper.lotReference(reading.at("lot"), request.getLot());
        AsOf asOf = Past.asOf(reading, request.getLedgerPosition(), request.getKnownAt(), request.getHappenedBy());
        reading.refuseWhatIsWrong();
        Lot lot = lots.one(caller, reference.orElseThrow());
        room.expect(USUAL_ROWS);
        boolean withEdges = !Boolean.TRUE.equals(request.isWithoutEdges());
        Trace trace = operations
                .as(caller, Genealogy.class)
                .trace(new TraceRequest(
                        List.of(Seed.of(lot.key())),
                        Direction.valueOf(request.getDirection().value()),
                        asOf,
                        new TraceStops(Set.of(), Set.of(), Set.of(), Optional.ofNullable(request.getLevels()), false),
                        TraceFilter.ALL,
                        withEdges,
                        false));
        room.fit(
                (long) trace.lots().size()
                        + trace.edges().size()
                        + trace.handovers().size()
                        + trace.onHand().size(),
                "lots, edges, handovers and balances",
                "levels",
                withEdges
                        ? "Ask for fewer levels, or withoutEdges."
                        : "Ask for fewer levels, and go on from the lots of the last of them.");
        return trace;
    }

    List<Whereabouts> whereabouts(Caller caller, GetWhereabouts request, Room room) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<LotReference> reference = ValueMapper.lotReference(reading.at("lot"), request.getLot());
        AsOf asOf = Past.asOf(reading, request.getLedgerPosition(), request.getKnownAt(), request.getHappenedBy());
        reading.refuseWhatIsWrong();
        LotKey key = registeredOrAnnounced(caller, reference.orElseThrow());
        room.expect(USUAL_ROWS);
        List<Whereabouts> found = operations.as(caller, Genealogy.class).whereabouts(List.of(key), asOf);
        if (found.isEmpty()) {
            // nothing is left of it anywhere, or nobody ever heard of it
            lots.one(caller, LotReference.to(key));
        }
        room.fit(found.size(), "places", "lot", "Ask for its stock (getStock) and its trace (getTrace).");
        return found;
    }

    private LotKey registeredOrAnnounced(Caller caller, LotReference reference) throws Refused {
        Optional<LotKey> registered = lots.atMostOne(caller, reference).map(Lot::key);
        Optional<LotKey> whole = reference
                .issuer()
                .flatMap(issuer -> reference.item().map(item -> new LotKey(issuer, item, reference.number())));
        return Unknown.refuse(registered.or(() -> whole), "LOT_UNKNOWN", "lot", "lot " + reference);
    }
}
