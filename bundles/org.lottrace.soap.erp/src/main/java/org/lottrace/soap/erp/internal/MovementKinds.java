package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.Holds;
import org.lottrace.soap.erp.internal.wire.WireArrival;
import org.lottrace.soap.erp.internal.wire.WireBlindCountDecision;
import org.lottrace.soap.erp.internal.wire.WireConsumption;
import org.lottrace.soap.erp.internal.wire.WireCustomerReturn;
import org.lottrace.soap.erp.internal.wire.WireDispatch;
import org.lottrace.soap.erp.internal.wire.WireDisposal;
import org.lottrace.soap.erp.internal.wire.WireLotCorrection;
import org.lottrace.soap.erp.internal.wire.WireLotDecision;
import org.lottrace.soap.erp.internal.wire.WireLotHold;
import org.lottrace.soap.erp.internal.wire.WireLotRelease;
import org.lottrace.soap.erp.internal.wire.WireMovement;
import org.lottrace.soap.erp.internal.wire.WireOpeningStock;
import org.lottrace.soap.erp.internal.wire.WireProduction;
import org.lottrace.soap.erp.internal.wire.WireReceipt;
import org.lottrace.soap.erp.internal.wire.WireReversal;
import org.lottrace.soap.erp.internal.wire.WireSample;
import org.lottrace.soap.erp.internal.wire.WireShelfLifeBeginning;
import org.lottrace.soap.erp.internal.wire.WireShipment;
import org.lottrace.soap.erp.internal.wire.WireStockCount;
import org.lottrace.soap.erp.internal.wire.WireSupplierReturn;
import org.lottrace.soap.erp.internal.wire.WireTransfer;
import org.lottrace.soap.erp.internal.wire.WireTransformation;
import org.lottrace.soap.erp.internal.wire.WireUnitMove;
import org.lottrace.soap.erp.internal.wire.WireUnitNesting;
import org.lottrace.soap.erp.internal.wire.WireUnitShipment;
import org.lottrace.soap.erp.internal.wire.WireUnitTakingOut;
import org.lottrace.soap.erp.internal.wire.WireUnitUnpacking;

/** Every kind of movement that the schema has, by its element: how it is read and what is done with it. */
final class MovementKinds {
    private static final ToIntFunction<Object> ONE = wire -> 1;

    private static final Map<String, MovementKind<?, ?, ?>> KINDS = Stream.of(
                    movement(
                            "receipt",
                            WireReceipt.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::receipt,
                            MovementCapture::receive),
                    transfer("putAway", EventType.PUT_AWAY),
                    transfer("transfer", EventType.TRANSFER),
                    transfer("pick", EventType.PICK),
                    transfer("pack", EventType.PACK),
                    movement(
                            "dispatch",
                            WireDispatch.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::dispatch,
                            MovementCapture::dispatch),
                    movement(
                            "arrival",
                            WireArrival.class,
                            wire -> wire.getUnit().size() + wire.getLine().size(),
                            MovementMapper::arrival,
                            MovementCapture::arrive),
                    movement(
                            "consumption",
                            WireConsumption.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::consumption,
                            MovementCapture::consume),
                    movement(
                            "production",
                            WireProduction.class,
                            ONE,
                            MovementMapper::production,
                            MovementCapture::produce),
                    movement(
                            "shipment",
                            WireShipment.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::shipment,
                            MovementCapture::ship),
                    movement(
                            "customerReturn",
                            WireCustomerReturn.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::customerReturn,
                            MovementCapture::takeBack),
                    movement(
                            "supplierReturn",
                            WireSupplierReturn.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::supplierReturn,
                            MovementCapture::returnToSupplier),
                    movement(
                            "stockCount",
                            WireStockCount.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::stockCount,
                            MovementCapture::count),
                    movement(
                            "disposal",
                            WireDisposal.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::disposal,
                            MovementCapture::dispose),
                    movement(
                            "sample",
                            WireSample.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::sample,
                            MovementCapture::sample),
                    new MovementKind<>(
                            "blindCount",
                            WireStockCount.class,
                            wire -> wire.getLine().size(),
                            MovementKinds::blindCount,
                            BlindCounts.class,
                            (counts, entry) -> counts.enter(entry.count()).map(Captured::of)),
                    new MovementKind<>(
                            "blindCountDecision",
                            WireBlindCountDecision.class,
                            ONE,
                            MovementMapper::blindCountDecision,
                            BlindCounts.class,
                            (counts, decision) -> counts.decide(decision).map(Captured::of)),
                    unit(
                            "nest",
                            WireUnitNesting.class,
                            wire -> wire.getUnit().size(),
                            UnitMapper::nesting,
                            LogisticUnits::nest),
                    unit(
                            "takeOut",
                            WireUnitTakingOut.class,
                            wire -> wire.getUnit().size(),
                            UnitMapper::takingOut,
                            LogisticUnits::takeOut),
                    unit("unpack", WireUnitUnpacking.class, ONE, UnitMapper::unpacking, LogisticUnits::unpack),
                    unit(
                            "moveUnits",
                            WireUnitMove.class,
                            wire -> wire.getUnit().size(),
                            UnitMapper::move,
                            LogisticUnits::move),
                    unit(
                            "shipUnits",
                            WireUnitShipment.class,
                            wire -> wire.getUnit().size(),
                            UnitMapper::shipment,
                            LogisticUnits::ship),
                    transformation("split", EventType.SPLIT),
                    transformation("merge", EventType.MERGE),
                    transformation("relabel", EventType.RELABEL),
                    transformation("repack", EventType.REPACK),
                    movement(
                            "openingStock",
                            WireOpeningStock.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::openingStock,
                            MovementCapture::open),
                    decision(
                            "hold",
                            WireLotHold.class,
                            MovementKinds::hold,
                            (holds, d) -> holds.hold(d.context(), d.lots(), d.at(), d.reason())),
                    decision(
                            "release",
                            WireLotRelease.class,
                            MovementKinds::release,
                            (holds, d) -> holds.release(d.context(), d.lots(), d.reason(), d.holds())),
                    new MovementKind<>(
                            "reversal",
                            WireReversal.class,
                            ONE,
                            MovementMapper::reversal,
                            Corrections.class,
                            (corrections, reversal) ->
                                    corrections.reverse(reversal).map(Captured::of)),
                    new MovementKind<>(
                            "lotCorrection",
                            WireLotCorrection.class,
                            ONE,
                            MovementMapper::lotCorrection,
                            LotCorrections.class,
                            (lots, correction) -> lots.correct(correction).map(Captured::of)),
                    new MovementKind<>(
                            "shelfLifeBeginning",
                            WireShelfLifeBeginning.class,
                            ONE,
                            MovementMapper::shelfLifeBeginning,
                            ShelfLives.class,
                            (lives, beginning) -> lives.begin(beginning).map(Captured::of)))
            .collect(Collectors.toMap(MovementKind::element, Function.identity()));

    private MovementKinds() {}

    /** @return the elements of the schema that are captured here */
    static Set<String> elements() {
        return KINDS.keySet();
    }

    /** @param element one of {@link #elements()}, as the schema has made sure */
    static MovementKind<?, ?, ?> of(String element) {
        return KINDS.get(element);
    }

    private static <W extends WireMovement, M> MovementKind<W, M, MovementCapture> movement(
            String element,
            Class<W> wire,
            ToIntFunction<? super W> lines,
            MovementKind.Reader<W, M> reader,
            BiFunction<MovementCapture, M, Outcome<RecordedEvent>> capture) {
        return new MovementKind<>(
                element, wire, lines, reader, MovementCapture.class, (service, movement) -> capture.apply(
                                service, movement)
                        .map(Captured::of));
    }

    private static <W extends WireMovement, M> MovementKind<W, M, LogisticUnits> unit(
            String element,
            Class<W> wire,
            ToIntFunction<? super W> units,
            MovementKind.Reader<W, M> reader,
            BiFunction<LogisticUnits, M, Outcome<RecordedEvent>> capture) {
        return new MovementKind<>(
                element, wire, units, reader, LogisticUnits.class, (service, movement) -> capture.apply(
                                service, movement)
                        .map(Captured::of));
    }

    /** An entry moves nothing: what a count locks ahead it does not need. */
    private record BlindEntry(StockCount count) {}

    private static Optional<BlindEntry> blindCount(MovementMapper read, Reading at, WireStockCount wire) {
        return read.stockCount(at, wire).map(BlindEntry::new);
    }

    private static MovementKind<?, ?, ?> transfer(String element, EventType type) {
        return movement(
                element,
                WireTransfer.class,
                wire -> wire.getLine().size(),
                MovementMapper::transfer,
                (capture, transfer) -> capture.transfer(type, transfer));
    }

    private static MovementKind<?, ?, ?> transformation(String element, EventType type) {
        return movement(
                element,
                WireTransformation.class,
                wire -> wire.getLine().size() + wire.getOutput().size(),
                MovementMapper::transformation,
                (capture, transformation) -> capture.transform(type, transformation));
    }

    private static <W extends WireLotDecision> MovementKind<?, ?, ?> decision(
            String element,
            Class<W> wire,
            MovementKind.Reader<W, Decision> reader,
            BiFunction<Holds, Decision, Outcome<RecordedEvent>> capture) {
        return new MovementKind<>(
                element, wire, request -> request.getLot().size(), reader, Holds.class, (holds, lots) -> capture.apply(
                                holds, lots)
                        .map(Captured::of));
    }

    private static Optional<Decision> hold(MovementMapper read, Reading at, WireLotHold wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        List<LotKey> lots = at.list("lot", wire.getLot(), ValueMapper::lotKey);
        Optional<LocationId> location = at.optional("location", LocationId.class, wire.getLocation());
        Optional<Sscc> container = at.optional("container", Sscc.class, wire.getContainer());
        return at.whole(() -> new Decision(
                context.orElseThrow(),
                lots,
                location.map(there -> new HeldGoods(there, container)),
                wire.getReason(),
                List.of()));
    }

    private static Optional<Decision> release(MovementMapper read, Reading at, WireLotRelease wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        List<LotKey> lots = at.list("lot", wire.getLot(), ValueMapper::lotKey);
        return at.whole(() -> new Decision(
                context.orElseThrow(), lots, Optional.empty(), wire.getReason(), List.copyOf(wire.getHold())));
    }

    private record Decision(
            CaptureContext context, List<LotKey> lots, Optional<HeldGoods> at, String reason, List<String> holds) {}
}
